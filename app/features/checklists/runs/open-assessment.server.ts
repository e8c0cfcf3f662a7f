import type { Actor } from '#app/domain/access/actor.ts';
import { compareScopes, scopeAtClose, scopeOf } from '#app/domain/checklist/site-scope.ts';
import type { FrozenSite, ScopeChange, SiteScope } from '#app/domain/checklist/site-scope.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { findRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** User id -> name, of everybody who started, answered or closed. */
export type Names = ReadonlyMap<string, string>;

export type OpenAssessment = { readonly run: OpenRun; readonly names: Names; readonly scope: RunScope };

/** For which sites the answers hold: as chosen, or as kept at the close. Null: closed before sites were known. */
export type RunScope = SiteScope<Site> | SiteScope<FrozenSite> | null;

/** A run with its answers, for the overview, what is open, and the check before the close. */
export function openAssessment(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenAssessment>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const run = await findRun(deps, member.value, keys, assessmentId);
    return run.ok ? ok({ run: run.value, names: await namesIn(deps, run.value), scope: await scopeOfRun(deps, run.value) }) : run;
  };
}

export async function scopeOfRun(deps: Pick<ChecklistDeps, 'sites'>, { assessment, statement }: OpenRun): Promise<RunScope> {
  if (assessment.state === 'closed') return scopeAtClose(statement?.sites);
  return scopeOf(await deps.sites.sitesOf(assessment.organisationId), assessment.siteIds);
}

/** Whether two closed runs hold for the same sites. */
export function scopeChangeBetween(earlier: OpenRun, later: OpenRun): ScopeChange | null {
  return compareScopes(scopeAtClose(earlier.statement?.sites), scopeAtClose(later.statement?.sites));
}

export async function namesIn(deps: ChecklistDeps, run: OpenRun): Promise<Names> {
  const { assessment, records, unfinished, evidence } = run;
  const ids = new Set([assessment.startedBy, assessment.closedBy, ...[...records.values()].map((record) => record.answeredBy), ...[...unfinished.values()].map((typed) => typed.by), ...evidence.map((one) => one.by)]);
  const people = await deps.directory.peopleOf(assessment.organisationId, [...ids].filter((id) => id !== null));
  return new Map([...people].map(([id, person]) => [id, person.name]));
}

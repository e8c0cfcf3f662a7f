import type { Actor } from '#app/domain/access/actor.ts';
import { nextOpenQuestion } from '#app/domain/checklist/navigation.ts';
import type { Site } from '#app/domain/organisation/sites.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { thaw } from '../catalogue/frozen-version.server.ts';
import { scopeOfRun } from './open-assessment.server.ts';
import type { RunScope } from './open-assessment.server.ts';
import { openOwnRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenSites = {
  readonly run: OpenRun;
  readonly scope: RunScope;
  readonly sites: readonly Site[];
  /** The first open question while none is answered: there the work begins. */
  readonly begin: { readonly id: string; readonly topicId: string } | null;
};

/** A run with the sites of the company, to say for which its answers hold. */
export function openSites(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenSites>> {
    const own = await openOwnRun(deps, actor, 'assessment.read', keys, assessmentId);
    if (!own.ok) return own;
    const { member, run } = own.value;
    const first = run.records.size === 0 ? nextOpenQuestion(run.standings, null) : null;
    const topicId = run.standings.find((standing) => standing.requirement.id === first?.id)?.topicId;
    return ok({
      run,
      scope: await scopeOfRun(deps, run),
      sites: await deps.sites.sitesOf(member.organisationId),
      begin: first && topicId !== undefined ? { id: first.id, topicId } : null,
    });
  };
}

export type ChooseSitesInput = {
  readonly assessmentId: string;
  readonly siteIds: readonly string[];
  /** Revision of the choice that the person saw. */
  readonly seenRevision: number;
};

/**
 * Says for which sites the answers of a run hold. `invalid_input` for none; `conflict_of_versions` when somebody has chosen
 * meanwhile, or one of the sites is gone: nothing is written then. `wrong_state` once the run is closed.
 */
export function chooseSites(deps: ChecklistDeps) {
  return async function (actor: Actor, input: ChooseSitesInput): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.answer', at);
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const { assessmentId, seenRevision } = input;
    if ((await deps.assessments.find(organisationId, assessmentId)) === null) return err('not_found');
    const siteIds = [...new Set(input.siteIds)];
    if (siteIds.length === 0) return err('invalid_input', { fields: { sites: ['none'] } });
    const known = new Set((await deps.sites.sitesOf(organisationId)).map((site) => site.id));
    if (siteIds.some((id) => !known.has(id))) return err('conflict_of_versions');
    return deps.transact(async (tx) => {
      const outcome = await tx.assessments.chooseSites({ organisationId, assessmentId, siteIds, seenRevision, at });
      if (outcome === 'conflict') return err('conflict_of_versions');
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      await tx.audit.append({ event: 'assessment.sites_changed', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'assessment', id: assessmentId } });
      return ok(null);
    });
  };
}

/** Runs of the company that go on and were said to hold for this site; whoever asks has shown the right to its sites. */
export function runsNamingSite(deps: Pick<ChecklistDeps, 'assessments'>) {
  return async function (organisationId: string, siteId: string) {
    const runs = await deps.assessments.running(organisationId);
    return runs
      .filter((run) => run.siteIds?.includes(siteId))
      .map(({ id, startedAt, frozen }) => ({ id, startedAt, title: thaw(frozen.content, frozen.contentHash).title }));
  };
}

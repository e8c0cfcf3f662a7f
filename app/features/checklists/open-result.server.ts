import type { Actor } from '#app/domain/access/actor.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import type { PlannedMeasure } from '#app/domain/checklist/measures.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { ChecklistResult } from '#app/domain/checklist/result.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Member } from '#app/domain/access/actor.ts';
import type { KeyRing } from '../ports.ts';
import { namesIn } from './open-assessment.server.ts';
import type { Names } from './open-assessment.server.ts';
import { findRun, openRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from './ports.ts';

export type OpenResult = {
  readonly run: OpenRun;
  readonly result: ChecklistResult;
  /** The whole plan; the page shows its first six. */
  readonly plan: readonly PlannedMeasure[];
  /** The run of the same checklist that was closed before this one. */
  readonly previous: { readonly run: OpenRun; readonly result: ChecklistResult } | null;
  readonly names: Names;
};

/** The result of a closed run. `wrong_state` with detail `running` before the close. */
export function openResult(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenResult>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    return resultOfRun(deps, member.value, keys, assessmentId);
  };
}

/** What to do next: the result of the run that was closed last, or null before the first. */
export function openMeasures(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<OpenResult | null>> {
    const member = requireOwn(actor, 'measure.read', deps.clock.now());
    if (!member.ok) return member;
    const closed = (await deps.assessments.list(member.value.organisationId)).filter((row) => row.closedAt !== null);
    const newest = closed.sort((a, b) => Number(b.closedAt) - Number(a.closedAt))[0];
    return newest ? resultOfRun(deps, member.value, keys, newest.id) : ok(null);
  };
}

async function resultOfRun(deps: ChecklistDeps, member: Member, keys: KeyRing, assessmentId: string): Promise<Result<OpenResult>> {
  const found = await findRun(deps, member, keys, assessmentId);
  if (!found.ok) return found;
  const run = found.value;
  if (run.assessment.state !== 'closed') return err('wrong_state', { detail: run.assessment.state });
  const result = resultOf(run.version, run.answers, run.facts);
  const plan = planOf(result.standings, run.facts);
  return ok({ run, result, plan, previous: await previousOf(deps, keys, run), names: await namesIn(deps, run) });
}

async function previousOf(deps: ChecklistDeps, keys: KeyRing, run: OpenRun): Promise<OpenResult['previous']> {
  const closedAt = Number(run.assessment.closedAt);
  const rows = await deps.assessments.list(run.assessment.organisationId);
  const earlier = rows
    .filter((row) => row.id !== run.assessment.id && row.closedAt !== null && row.closedAt.getTime() < closedAt)
    .sort((a, b) => Number(b.closedAt) - Number(a.closedAt));
  for (const row of earlier) {
    const opened = await openRun(row, keys, row.factsAtClose ?? run.facts);
    if (!opened.ok || opened.value.version.checklistId !== run.version.checklistId) continue;
    const { version, answers, facts } = opened.value;
    return { run: opened.value, result: resultOf(version, answers, facts) };
  }
  return null;
}

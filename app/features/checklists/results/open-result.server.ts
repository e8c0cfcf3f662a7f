import type { Actor } from '#app/domain/access/actor.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import type { PlannedMeasure } from '#app/domain/checklist/measures.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { ChecklistResult } from '#app/domain/checklist/result.ts';
import type { ScopeChange } from '#app/domain/checklist/site-scope.ts';
import type { RunPlan } from '#app/domain/measures/gaps.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Member } from '#app/domain/access/actor.ts';
import type { KeyRing } from '../../ports.ts';
import { earlierRunsOf } from '../runs/earlier-runs.server.ts';
import { namesIn, scopeChangeBetween, scopeOfRun } from '../runs/open-assessment.server.ts';
import type { Names, RunScope } from '../runs/open-assessment.server.ts';
import { findRun, requireOwn } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { runPlanOf } from './plans-of-runs.server.ts';

export type OpenResult = {
  readonly run: OpenRun;
  readonly result: ChecklistResult;
  /** The whole plan; the page shows its first six. */
  readonly plan: readonly PlannedMeasure[];
  /** The same as the board of measures knows it. */
  readonly runPlan: RunPlan | null;
  /** The run of the same checklist that was closed before this one. */
  readonly previous: { readonly run: OpenRun; readonly result: ChecklistResult; readonly scopeChange: ScopeChange | null } | null;
  readonly names: Names;
  readonly scope: RunScope;
};

/** The result of a closed run. `wrong_state` with detail `running` before the close. */
export function openResult(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenResult>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    return resultOfRun(deps, member.value, keys, assessmentId);
  };
}

/** A closed run of the member's own organisation, opened. `wrong_state` with detail `running` before the close. */
export async function findClosedRun(deps: ChecklistDeps, member: Member, keys: KeyRing, assessmentId: string): Promise<Result<OpenRun>> {
  const found = await findRun(deps, member, keys, assessmentId);
  if (!found.ok) return found;
  const { state } = found.value.assessment;
  return state === 'closed' ? found : err('wrong_state', { detail: state });
}

async function resultOfRun(deps: ChecklistDeps, member: Member, keys: KeyRing, assessmentId: string): Promise<Result<OpenResult>> {
  const found = await findClosedRun(deps, member, keys, assessmentId);
  if (!found.ok) return found;
  const run = found.value;
  const result = resultOf(run.version, run.answers, run.facts);
  const plan = planOf(result.standings, run.facts);
  return ok({ run, result, plan, runPlan: runPlanOf(run, plan), previous: await previousOf(deps, keys, run), names: await namesIn(deps, run), scope: await scopeOfRun(deps, run) });
}

async function previousOf(deps: ChecklistDeps, keys: KeyRing, run: OpenRun): Promise<OpenResult['previous']> {
  const [earlier] = await earlierRunsOf(deps, keys, run, 1);
  return earlier ? { run: earlier, result: resultOf(earlier.version, earlier.answers, earlier.facts), scopeChange: scopeChangeBetween(earlier, run) } : null;
}

import type { Actor } from '#app/domain/access/actor.ts';
import { compareRuns } from '#app/domain/checklist/comparison.ts';
import type { Comparison } from '#app/domain/checklist/comparison.ts';
import type { ScopeChange } from '#app/domain/checklist/site-scope.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { earlierRunsOf } from '../runs/earlier-runs.server.ts';
import { findClosedRun } from './open-result.server.ts';
import { scopeChangeBetween } from '../runs/open-assessment.server.ts';
import { requireOwn } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenComparison = {
  readonly run: OpenRun;
  /** Earlier runs that it can be compared with, the newest first. */
  readonly candidates: readonly OpenRun[];
  /** Null: there is no earlier run. */
  readonly chosen: { readonly run: OpenRun; readonly comparison: Comparison; readonly scopeChange: ScopeChange | null } | null;
};

/**
 * A closed run beside an earlier one of the same checklist, on the wording that was frozen for each. Without `earlierId` the one before.
 * `not_found` for an earlier run that is none; `wrong_state` before the close.
 */
export function openComparison(deps: ChecklistDeps) {
  return async function (
    actor: Actor,
    keys: KeyRing,
    input: { readonly assessmentId: string; readonly earlierId: string | null },
  ): Promise<Result<OpenComparison>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const found = await findClosedRun(deps, member.value, keys, input.assessmentId);
    if (!found.ok) return found;
    const run = found.value;
    const candidates = await earlierRunsOf(deps, keys, run);
    const earlier = input.earlierId === null ? candidates[0] : candidates.find((candidate) => candidate.assessment.id === input.earlierId);
    if (earlier === undefined) return input.earlierId === null ? ok({ run, candidates, chosen: null }) : err('not_found');
    return ok({ run, candidates, chosen: { run: earlier, comparison: compareRuns(earlier, run), scopeChange: scopeChangeBetween(earlier, run) } });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { whatIf } from '#app/domain/checklist/what-if.ts';
import type { WhatIf } from '#app/domain/checklist/what-if.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openResult } from './open-result.server.ts';
import type { OpenResult } from './open-result.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenPlan = {
  readonly opened: OpenResult;
  /** Ids of the plan's measures that are counted as done. */
  readonly chosen: ReadonlySet<string>;
  readonly outlook: WhatIf;
};

/** The whole plan of a closed run, and what would come of the chosen measures. Chosen ids that are not in the plan are passed over. Refusals as in `openResult`. */
export function openPlan(deps: ChecklistDeps) {
  const open = openResult(deps);
  return async function (actor: Actor, keys: KeyRing, input: { readonly assessmentId: string; readonly chosen: readonly string[] }): Promise<Result<OpenPlan>> {
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const wanted = new Set(input.chosen);
    const chosen = new Set(opened.value.plan.map((measure) => measure.requirement.id).filter((id) => wanted.has(id)));
    return ok({ opened: opened.value, chosen, outlook: whatIf(opened.value.run, chosen) });
  };
}

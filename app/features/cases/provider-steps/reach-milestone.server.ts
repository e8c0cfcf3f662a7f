import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

export const milestones = ['mark_contained', 'mark_restored', 'undo_milestone'] as const;
export type Milestone = (typeof milestones)[number];

/** `reason`: a code of `skippedMilestoneReasons`, needed to skip a milestone or take one back. */
export type MilestoneInput = { readonly caseId: string; readonly milestone: Milestone; readonly reason?: string; readonly note?: string };

export function reachMilestone(deps: CaseDeps) {
  return function reach(actor: Actor, keys: KeyRing, input: MilestoneInput): Promise<Result<Acted>> {
    return actOnCase(deps, {
      actor,
      keys,
      side: 'provider',
      caseId: input.caseId,
      action: 'case.set_milestone',
      event: input.milestone,
      ...(input.reason ? { reason: input.reason } : {}),
      words: wordsOf('milestone', input.milestone, input.note),
    });
  };
}

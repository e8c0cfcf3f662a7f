import type { Actor } from '#app/domain/access/actor.ts';
import { step } from '#app/domain/vetting/vetting-machine.ts';
import type { Result } from '#app/domain/result.ts';
import type { ProviderDeps } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { openForReview } from './review-items.server.ts';

/**
 * Another untied reviewer takes a review over, because of a tie that has come up or because the first person is away. What the first
 * one judged in this review is open again; the notes stay.
 */
export function takeOverReview(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string): Promise<Result<null>> {
    const opened = await openForReview(deps, actor, providerId);
    if (!opened.ok) return opened;
    const { vetting, context, userId, isStanding, at } = opened.value;
    const stepped = step(vetting.state, { name: 'take_over', by: 'reviewer' }, context);
    if (!stepped.ok) return stepped;
    const listeners = await listenersOf(deps, providerId);
    return deps.transact(async (tx) => {
      const stored = await recordStep(tx, { vetting, step: stepped.value, change: { reviewerA: userId }, actor: { kind: 'user', userId }, at, listeners, isStanding });
      if (!stored.ok) return stored;
      for (const { code, state, content, decidedBy } of vetting.items) {
        if (state === 'missing' || decidedBy !== vetting.reviewerA) continue;
        await tx.vettings.saveItem(vetting.id, { code, state: 'submitted', validUntil: null, content });
      }
      return stored;
    });
  };
}

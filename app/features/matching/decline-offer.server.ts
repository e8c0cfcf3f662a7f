import type { Actor } from '#app/domain/access/actor.ts';
import { declineReasons, isReasonOf } from '#app/domain/case/reasons.ts';
import { offeringCaseStates } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { takeTurn } from './case-turn.ts';
import { requireOwnOffer } from './offer-rights.ts';
import { moveOffer, offerToNext, releaseCase, reverseFairShare } from './offers.ts';
import type { MatchingDeps } from './ports.ts';
import { recordOffer } from './record.ts';

/**
 * Declines with a coded reason; the next in order is asked at once. A declared conflict is neutral for the fair share.
 * Refused with `already_taken` when there is nothing to decline any more.
 */
export function declineOffer(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string, reason: string): Promise<Result<null>> {
    if (!isReasonOf(declineReasons, reason)) return err('invalid_input', { fields: { reason: ['reasonNeeded'] } });
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    if (!own.ok) return own;
    const { member, summary } = own.value;
    if (summary.offer.state === 'declined') return ok(null);
    return takeTurn(deps, member, summary.offer.caseId, offeringCaseStates, err('already_taken'), async (act) => {
      const offer = act.file.offers.find((one) => one.id === offerId);
      if (offer === undefined) return err('not_found');
      const held = offer.state === 'accepted';
      const moved = await moveOffer(act, offer, { name: 'decline', by: 'provider', reason }, {}, { decidedAt: act.now, declineReason: reason, confirmBy: null });
      if (!moved) return err('already_taken');
      await recordOffer(act, 'offer.declined', offer, reason);
      if (reason === 'conflict') await reverseFairShare(act, offer);
      if (held) await releaseCase(act, offer);
      else await offerToNext(act, offer);
      return ok(null);
    });
  };
}

/** The provider has seen the name and is not free to help: neutral for it, the first reserve or the next in order follows at once. */
export function reportConflict(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string): Promise<Result<null>> {
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    // An offer that ended in a conflict is nobody's any more.
    if (!own.ok) return own;
    const { member, summary } = own.value;
    return takeTurn(deps, member, summary.offer.caseId, offeringCaseStates, err('already_taken'), async (act) => {
      const offer = act.file.offers.find((one) => one.id === offerId);
      if (offer === undefined) return err('not_found');
      if (offer.state === 'conflict') return ok(null);
      const moved = await moveOffer(act, offer, { name: 'report_conflict', by: 'provider' }, {}, { decidedAt: act.now, declineReason: 'conflict', confirmBy: null });
      if (!moved) return err('already_taken');
      await recordOffer(act, 'offer.conflict', offer, null);
      await reverseFairShare(act, offer);
      await releaseCase(act, offer);
      return ok(null);
    });
  };
}

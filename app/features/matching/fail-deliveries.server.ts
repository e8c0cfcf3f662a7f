import { offeringCaseStates } from '#app/domain/case/statuses.ts';
import { moveOffer, offerToNext, reverseFairShare } from './offers.ts';
import type { MatchingDeps } from './ports.ts';
import { bySystem, recordOffer, tellOfficers } from './record.ts';
import type { Act } from './record.ts';
import { scheduleNext } from './schedule-next.ts';

/**
 * Offers whose every mail became a dead letter: nobody's fault, nobody's debit, the provider counts as unreachable until its
 * channels are tested again, and the next in order is asked at once. For a critical case the officer on duty hears of it.
 * Each offer is one transaction that takes it under its state. Returns how many were given up.
 */
export function failDeliveries(deps: MatchingDeps) {
  return async function (): Promise<number> {
    let failed = 0;
    for (const { caseId, offerId } of await deps.reads.undeliveredOffers()) {
      if (await failDelivery(deps, caseId, offerId)) failed += 1;
    }
    return failed;
  };
}

function failDelivery(deps: MatchingDeps, caseId: string, offerId: string): Promise<boolean> {
  return deps.transact(async (tx) => {
    if (!(await tx.store.lock(caseId, offeringCaseStates))) return false;
    const file = await tx.store.file(caseId);
    const offer = file?.offers.find((one) => one.id === offerId);
    if (!file || offer === undefined) return false;
    const act: Act = { deps, tx, file, now: deps.clock.now(), actor: bySystem };
    if (!(await moveOffer(act, offer, { name: 'fail_delivery', by: 'system' }, {}, { decidedAt: act.now, declineReason: 'all_channels_failed' }))) return false;
    await recordOffer(act, 'offer.revoked', offer, 'all_channels_failed');
    await reverseFairShare(act, offer);
    await offerToNext(act, offer);
    if (file.severity === 'S1') await tellOfficers(act, 'duty_informed', await tx.people.onDuty(act.now), { once: `${offer.id}:undeliverable` });
    await scheduleNext(act);
    return true;
  });
}

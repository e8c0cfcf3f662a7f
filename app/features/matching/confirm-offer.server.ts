import type { Actor } from '#app/domain/access/actor.ts';
import { offeringCaseStates } from '#app/domain/case/statuses.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { hindrancesToConfirming } from '#app/domain/routing/offer-stages.ts';
import { takeTurn } from './case-turn.ts';
import { filterContext } from './moment.ts';
import { requireOwnOffer } from './offer-rights.ts';
import { moveOffer, releaseCase, revokeLapsed } from './offers.ts';
import type { MatchingDeps, OfferRow } from './ports.ts';
import { fireOnCase, recordOffer } from './record.ts';
import type { Act } from './record.ts';
import { routingCaseFrom } from './tried.ts';

export type Confirmation = { readonly caseId: string; readonly firstContactDue: string; readonly released: boolean };

/**
 * The provider that holds the case has seen the name and has no conflict: it leads the case from now on. One transaction: case,
 * assignment, the other offers, the key that waited for this release, log, mails. Refused with `already_taken` when the
 * reservation has gone to somebody else, `not_eligible` when the provider was suspended meanwhile.
 */
export function confirmOffer(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string): Promise<Result<Confirmation>> {
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    if (!own.ok) return own;
    const { member, summary } = own.value;
    if (summary.offer.state === 'confirmed') return alreadyConfirmed(deps, summary.offer);
    return takeTurn(deps, member, summary.offer.caseId, offeringCaseStates, err('already_taken'), (act) => confirm(act, offerId));
  };
}

async function alreadyConfirmed(deps: MatchingDeps, offer: OfferRow): Promise<Result<Confirmation>> {
  const file = await deps.reads.file(offer.caseId);
  const assignment = file?.assignments.find((one) => one.offerId === offer.id);
  if (!assignment) return err('already_taken');
  return ok({ caseId: offer.caseId, firstContactDue: (assignment.firstContactDue ?? assignment.createdAt).toISOString(), released: false });
}

async function confirm(act: Act, offerId: string): Promise<Result<Confirmation>> {
  const { file, now } = act;
  const offer = file.offers.find((one) => one.id === offerId);
  if (offer === undefined) return err('not_found');
  if (offer.state !== 'accepted' || file.reservedOfferId !== offer.id) return err('already_taken');
  if (!(await mayConfirm(act, offer))) {
    await revokeLapsed(act, offer);
    await releaseCase(act, offer);
    return err('not_eligible');
  }

  const winner = { providerId: offer.providerId, offerId: offer.id };
  const moved = await fireOnCase(act, { name: 'assign', by: 'provider' }, { context: { offerHoldsCase: true }, winner, outcome: 'assigned' });
  if (!moved.ok) return moved;
  const confirmed = await moveOffer(act, offer, { name: 'confirm', by: 'provider' }, { holdsCase: true, notSuspended: true }, { decidedAt: now, confirmBy: null });
  if (!confirmed || moved.value.assignment === null) throw new Error('the case is locked by this step');
  await recordOffer(act, 'offer.confirmed', offer, null);
  const { firstContactDue, released } = moved.value.assignment;
  return ok({ caseId: file.id, firstContactDue: (firstContactDue ?? now).toISOString(), released });
}

/** An acceptance before midnight may be confirmed after it; a suspension that came in between counts at once. */
async function mayConfirm({ deps, tx, file, now }: Act, offer: OfferRow): Promise<boolean> {
  const [provider] = await tx.store.pool(now, [offer.providerId]);
  if (provider === undefined) return false;
  const acceptedOn = localDate(offer.acceptedAt ?? now, deps.zone);
  return hindrancesToConfirming(routingCaseFrom(file), provider, filterContext(deps, now, []), acceptedOn).length === 0;
}

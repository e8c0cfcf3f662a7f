import type { Actor } from '#app/domain/access/actor.ts';
import { acceptsOffers, isAnswerable, offeringCaseStates } from '#app/domain/case/statuses.ts';
import { confirmationDue } from '#app/domain/deadlines/service-windows.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { takeTurn } from './case-turn.ts';
import { requireOwnOffer } from './offer-rights.ts';
import { hindrancesNow, moveOffer } from './offers.ts';
import type { MatchingDeps, OfferRow } from './ports.ts';
import { recordOffer, tellProvider } from './record.ts';
import type { Act } from './record.ts';

/** `accepted`: confirm or report a conflict until then. `reserve`: somebody was faster and has until then to confirm. */
export type Acceptance = { readonly outcome: 'accepted' | 'reserve'; readonly until: string };

/**
 * Takes an offer: the first to accept holds the case, later ones become reserve. A late acceptance counts until somebody is
 * confirmed. Repeating it changes nothing. Refused with `already_taken` when the case is given, `not_eligible` when the provider
 * fails a filter that is never set aside.
 */
export function acceptOffer(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string): Promise<Result<Acceptance>> {
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    if (!own.ok) return own;
    const { member, summary } = own.value;
    if (!acceptsOffers(summary.caseState)) return err('already_taken');
    return takeTurn(deps, member, summary.offer.caseId, offeringCaseStates, err('already_taken'), (act) => accept(act, offerId, member.userId));
  };
}

async function accept(act: Act, offerId: string, userId: string): Promise<Result<Acceptance>> {
  const { deps, tx, file, now } = act;
  const offer = file.offers.find((one) => one.id === offerId);
  if (offer === undefined) return err('not_found');
  const holder = file.offers.find((one) => one.id === file.reservedOfferId);
  if (offer.state === 'accepted' || offer.state === 'reserve') return ok(acceptanceOf(offer, holder, now));
  if (!isAnswerable(offer.state)) return err('already_taken');
  const against = await hindrancesNow(act, offer.providerId);
  if (against === null || against.length > 0) return err('not_eligible');

  const confirmBy = confirmationDue(file.severity, now, deps.serviceClock(now));
  const first = holder === undefined && (await tx.store.reserve(file.id, offer.id));
  const patch = { acceptedAt: now, acceptedBy: userId, ...(first ? { confirmBy } : {}) };
  const moved = await moveOffer(act, offer, { name: 'accept', by: 'provider' }, { passesFilters: true, caseHeldByAnother: !first }, patch);
  if (!moved) throw new Error('an answerable offer can always be accepted');
  await recordOffer(act, 'offer.accepted', offer, first ? null : 'reserve');
  if (!first) await tellProvider(act, 'offer_reserve', offer, { until: holder?.confirmBy ?? null, once: offer.id });
  return ok({ outcome: first ? 'accepted' : 'reserve', until: (first ? confirmBy : (holder?.confirmBy ?? confirmBy)).toISOString() });
}

function acceptanceOf(offer: OfferRow, holder: OfferRow | undefined, now: Date): Acceptance {
  const until = (offer.state === 'accepted' ? offer.confirmBy : holder?.confirmBy) ?? now;
  return { outcome: offer.state === 'accepted' ? 'accepted' : 'reserve', until: until.toISOString() };
}

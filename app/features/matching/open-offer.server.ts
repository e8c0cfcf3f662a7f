import type { Actor } from '#app/domain/access/actor.ts';
import { acceptsOffers, isAnswerable } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOwnOffer, requireOwnProvider } from './offer-rights.ts';
import type { MatchingDeps, OfferSummary } from './ports.ts';
import { caseCard, offerCard, offerView } from './view.ts';
import type { OfferView, ProviderInbox } from './view.ts';

const shownDays = 30;
const dayMs = 86_400_000;

/** Offers and own cases of the provider, newest first; nothing of a company before its case is accepted. */
export function listOffers(deps: MatchingDeps) {
  return async function (actor: Actor): Promise<Result<ProviderInbox>> {
    const own = requireOwnProvider(deps, actor, 'offer.list');
    if (!own.ok) return own;
    const now = deps.clock.now();
    const offers = await deps.reads.offersOf(own.value.organisationId, new Date(now.getTime() - shownDays * dayMs));
    const cases = await deps.reads.casesOf(own.value.organisationId);
    const cards = offers.map((summary) => offerCard(summary, now));
    return ok({
      open: cards.filter((card) => card.group === 'open'),
      late: cards.filter((card) => card.group === 'late'),
      past: cards.filter((card) => card.group === 'past').slice(0, 20),
      cases: await Promise.all(cases.map(async (one) => caseCard(one, await deps.reads.companyName(one.organisationId), now))),
    });
  };
}

/** One offer as its provider may see it: the brief as stored, its own line of the score, and the name once it has accepted. Marks it seen. */
export function openOffer(deps: MatchingDeps) {
  return async function (actor: Actor, offerId: string): Promise<Result<OfferView>> {
    const own = await requireOwnOffer(deps, actor, offerId, 'offer.read_brief');
    if (!own.ok) return own;
    const { summary } = own.value;
    const { offer } = summary;
    if (offer.state === 'sent' || offer.state === 'delivered') await markSeen(deps, summary, own.value.member);
    const holds = offer.state === 'accepted' && summary.reservedOfferId === offer.id;
    const leads = offer.state === 'confirmed';
    const company = holds || leads ? await deps.reads.companyName(summary.organisationId) : null;
    return ok(offerView(summary, company, deps.clock.now()));
  };
}

async function markSeen(deps: MatchingDeps, { offer }: OfferSummary, member: { userId: string; organisationId: string }): Promise<void> {
  await deps.transact(async (tx) => {
    const now = deps.clock.now();
    const marked = await tx.store.changeOffer(offer.id, offer.caseId, ['sent', 'delivered'], { state: 'seen', seenAt: now });
    if (!marked) return;
    await tx.audit.append({
      event: 'offer.seen',
      actor: { kind: 'user', userId: member.userId },
      at: now,
      organisationId: member.organisationId,
      object: { kind: 'offer', id: offer.id },
    });
  });
}

/** How many offers wait for an answer of this provider; for the number beside the menu. */
export function countOpenOffers(deps: MatchingDeps) {
  return async function (actor: Actor): Promise<number> {
    if (actor.kind !== 'member') return 0;
    const now = deps.clock.now();
    const offers = await deps.reads.offersOf(actor.organisationId, new Date(now.getTime() - shownDays * dayMs));
    return offers.filter(({ offer, caseState }) => isAnswerable(offer.state) && offer.state !== 'expired' && acceptsOffers(caseState)).length;
  };
}

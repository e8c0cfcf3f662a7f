/**
 * The fair-share ledger. Every batch of m offers in a case debits the m providers asked with one offer each and credits each of
 * the n eligible providers with m/n. Amounts are whole micro-offers, so balances sum to exactly zero, at any time.
 */

/** One offer in micro-offers. */
export const microPerOffer = 1_000_000;

const dayMs = 86_400_000;

/** Offers sent together in one case. Written once; afterwards only `reversedProviderIds` grows. */
export type FairShareBatch = {
  readonly batchId: string;
  /** Instant of sending. */
  readonly at: string;
  /** All providers eligible in the decision, asked or not. */
  readonly eligibleProviderIds: readonly string[];
  readonly offeredProviderIds: readonly string[];
  /** Offers that count for nobody: undeliverable, or answered by a declared conflict. */
  readonly reversedProviderIds: readonly string[];
};

export type FairShareEntry = {
  readonly batchId: string;
  readonly providerId: string;
  readonly kind: 'credit' | 'debit';
  /** Signed: credits are positive, debits negative. */
  readonly micro: number;
};

/** A batch as sent. Whoever is offered a case counts as eligible, also when a person added the offer by hand. */
export function fairShareBatch(
  batchId: string,
  at: string,
  eligibleProviderIds: readonly string[],
  offeredProviderIds: readonly string[],
): FairShareBatch {
  const offered = [...new Set(offeredProviderIds)].sort();
  return {
    batchId,
    at,
    eligibleProviderIds: [...new Set([...eligibleProviderIds, ...offered])].sort(),
    offeredProviderIds: offered,
    reversedProviderIds: [],
  };
}

/**
 * The batch after an offer turned out undeliverable or ended in a declared conflict: the provider's debit goes, and everybody's
 * credit shrinks by that offer, at the batch's own time, so both sides leave the rolling window together.
 * Repeating it, or naming a provider that was not asked, changes nothing.
 */
export function reverseOffer(batch: FairShareBatch, providerId: string): FairShareBatch {
  if (!batch.offeredProviderIds.includes(providerId) || batch.reversedProviderIds.includes(providerId)) return batch;
  return { ...batch, reversedProviderIds: [...batch.reversedProviderIds, providerId].sort() };
}

/** Credits and debits of a batch. What does not divide evenly goes, one micro-offer each, to the first providers by id. */
export function fairShareEntries(batch: FairShareBatch): FairShareEntry[] {
  const debited = batch.offeredProviderIds.filter((id) => !batch.reversedProviderIds.includes(id));
  const eligible = batch.eligibleProviderIds;
  if (debited.length === 0) return [];
  const total = debited.length * microPerOffer;
  const share = Math.floor(total / eligible.length);
  const remainder = total - share * eligible.length;
  return [
    ...eligible.map((providerId, index): FairShareEntry => ({
      batchId: batch.batchId,
      providerId,
      kind: 'credit',
      micro: share + (index < remainder ? 1 : 0),
    })),
    ...debited.map((providerId): FairShareEntry => ({ batchId: batch.batchId, providerId, kind: 'debit', micro: -microPerOffer })),
  ];
}

/**
 * Balance of every provider named in a batch of the last `days` days before `now`, in micro-offers: positive means it was asked
 * less often than its share. Sums to zero.
 */
export function fairShareBalances(batches: readonly FairShareBatch[], now: string, days: number): Map<string, number> {
  const nowMs = Date.parse(now);
  const fromMs = nowMs - days * dayMs;
  const balances = new Map<string, number>();
  for (const batch of batches) {
    const at = Date.parse(batch.at);
    if (at <= fromMs || at > nowMs) continue;
    for (const entry of fairShareEntries(batch)) {
      balances.set(entry.providerId, (balances.get(entry.providerId) ?? 0) + entry.micro);
    }
  }
  return balances;
}

/** Micro-offers as offers with one decimal, for people: 1.4. */
export function microAsOffers(micro: number): number {
  return Math.round((micro * 10) / microPerOffer) / 10;
}

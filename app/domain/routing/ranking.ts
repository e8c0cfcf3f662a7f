import { microPerOffer } from './fair-share.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import type { RoutingRules } from './rules.ts';
import type { Score } from './score.ts';
import { tieBreakHash } from './stable-hash.ts';

export type Candidate = { readonly provider: RoutingProvider; readonly score: Score };

export type Ranking = {
  /** All candidates, first to be asked first. */
  readonly order: readonly string[];
  /** Those the company named, in its order; asked one by one before the waves. */
  readonly wished: readonly string[];
  /** Those moved up because they were asked too seldom. */
  readonly guarded: readonly string[];
};

/**
 * Order of eligible providers: points, then the tie-break, then the starvation guard, then the company's wish in front of all.
 * The guard puts providers that are owed at least the guard's number of offers at the top (S3, S4) or behind the first (S1, S2),
 * the one owed most first.
 */
export function rankCandidates(routingCase: RoutingCase, candidates: readonly Candidate[], rules: RoutingRules): Ranking {
  const byScore = [...candidates].sort((a, b) => compareCandidates(routingCase, a, b, rules));
  const guardFrom = rules.starvationGuard * microPerOffer;
  const starving = byScore
    .filter((candidate) => candidate.provider.record.balanceMicro >= guardFrom)
    .sort((a, b) => b.provider.record.balanceMicro - a.provider.record.balanceMicro);

  const urgent = routingCase.severity === 'S1' || routingCase.severity === 'S2';
  const first = urgent ? byScore.slice(0, 1) : [];
  const guardedOrder = unique([...first, ...starving, ...byScore].map((candidate) => candidate.provider.providerId));

  const wished = unique(routingCase.wishedProviderIds).filter((id) => guardedOrder.includes(id));
  return {
    order: unique([...wished, ...guardedOrder]),
    wished,
    guarded: starving.map((candidate) => candidate.provider.providerId),
  };
}

/** More points, then lower load, then longest without an offer, then a hash that differs from case to case. */
function compareCandidates(routingCase: RoutingCase, a: Candidate, b: Candidate, rules: RoutingRules): number {
  return (
    b.score.points - a.score.points ||
    a.provider.activeWeight - b.provider.activeWeight ||
    lastOffer(a) - lastOffer(b) ||
    hash(routingCase, a, rules) - hash(routingCase, b, rules) ||
    (a.provider.providerId < b.provider.providerId ? -1 : 1)
  );
}

/** Milliseconds; never asked counts as longest ago. */
function lastOffer(candidate: Candidate): number {
  const at = candidate.provider.record.lastOfferAt;
  return at === null ? 0 : Date.parse(at);
}

function hash(routingCase: RoutingCase, candidate: Candidate, rules: RoutingRules): number {
  return tieBreakHash(routingCase.caseId, candidate.provider.providerId, rules.version);
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

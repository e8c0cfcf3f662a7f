import { microPerOffer } from './fair-share.ts';
import type { RoutingCase, RoutingProvider, RoutingRegion } from './input.ts';
import { scoreTerms } from './rules.ts';
import type { RoutingRules, ScoreProfile, ScoreTerm } from './rules.ts';
import { travelMinutes } from './travel.ts';

/** One term: whole points out of the weight, with the raw values it was computed from. */
export type TermScore = {
  readonly term: ScoreTerm;
  readonly weight: number;
  readonly points: number;
  readonly raw: Readonly<Record<string, number | boolean | null>>;
};

/** The sum of the terms as shown; nothing else enters it. */
export type Score = {
  readonly profile: ScoreProfile;
  readonly points: number;
  readonly terms: readonly TermScore[];
};

type Part = { readonly share: number; readonly raw: TermScore['raw'] };

/**
 * Points (0 to 100) of an eligible provider for a case. Money, sponsorship, membership and the office's liking are no terms.
 * Each term is rounded to whole points before adding, so the sum a reader makes is the sum that counts.
 */
export function scoreProvider(
  routingCase: RoutingCase,
  provider: RoutingProvider,
  rules: RoutingRules,
  region: RoutingRegion,
): Score {
  const profile = rules.profileOf[routingCase.severity];
  const parts: Readonly<Record<ScoreTerm, Part>> = {
    response: responsePart(provider, rules),
    proximity: proximityPart(routingCase, provider, rules, region),
    experience: experiencePart(routingCase, provider, rules),
    fair_share: fairSharePart(provider, rules),
    reliability: reliabilityPart(provider),
  };
  const terms = scoreTerms.map((term): TermScore => {
    const weight = rules.weights[profile][term];
    return { term, weight, points: Math.round(weight * clamp(parts[term].share)), raw: parts[term].raw };
  });
  return { profile, points: terms.reduce((sum, term) => sum + term.points, 0), terms };
}

/** Share of the window used, shrunk towards one half as if three such acceptances stood behind everybody. */
export function shrunkWindowShare(
  acceptances: readonly { readonly minutes: number; readonly windowMinutes: number }[],
  limit: number,
): number {
  const read = acceptances.slice(0, limit);
  const used = read.reduce((sum, { minutes, windowMinutes }) => sum + clamp(minutes / windowMinutes), 0);
  return (used + 3 * 0.5) / (read.length + 3);
}

/** A case that needs no visit at all: nobody's way counts. */
export function isRemoteOnly(routingCase: RoutingCase): boolean {
  return routingCase.remotePossible === 'yes' && routingCase.onsiteWanted === 'no';
}

function responsePart(provider: RoutingProvider, rules: RoutingRules): Part {
  const windowShare = shrunkWindowShare(provider.record.acceptances, rules.acceptancesRead);
  const count = Math.min(provider.record.acceptances.length, rules.acceptancesRead);
  return { share: 1 - windowShare, raw: { windowShare, acceptances: count } };
}

function proximityPart(
  routingCase: RoutingCase,
  provider: RoutingProvider,
  rules: RoutingRules,
  region: RoutingRegion,
): Part {
  const minutes = travelMinutes(region.travel, provider.siteDistricts, routingCase.district);
  if (isRemoteOnly(routingCase)) return { share: 0.5, raw: { travelMinutes: minutes, remoteOnly: true } };
  return {
    share: minutes === null ? 0 : 1 - minutes / rules.travelLimitMinutes,
    raw: { travelMinutes: minutes, remoteOnly: false },
  };
}

function experiencePart(routingCase: RoutingCase, provider: RoutingProvider, rules: RoutingRules): Part {
  const closedCases = provider.record.closedCases[routingCase.kind] ?? 0;
  return { share: closedCases / rules.experienceFull, raw: { closedCases } };
}

function fairSharePart(provider: RoutingProvider, rules: RoutingRules): Part {
  const { balanceMicro } = provider.record;
  const balance = balanceMicro / microPerOffer;
  return { share: 0.5 + balance / (2 * rules.fairShareSpan), raw: { balanceMicro } };
}

function reliabilityPart(provider: RoutingProvider): Part {
  const { kept, accepted } = provider.record;
  return { share: (kept + 2) / (accepted + 4), raw: { kept, accepted } };
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

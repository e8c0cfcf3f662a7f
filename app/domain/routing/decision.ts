import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import { neededLevel } from './capabilities.ts';
import type { CapabilityLevel } from './capabilities.ts';
import { filterFailures } from './filters.ts';
import type { RoutingCase, RoutingMoment, RoutingProvider, RoutingRegion } from './input.ts';
import { rankCandidates } from './ranking.ts';
import { reasonCodes } from './reasons.ts';
import type { FilterContext, FilterFailure, ReasonCode } from './reasons.ts';
import { relaxationEffects, relaxUntilSomebodyPasses } from './relaxation.ts';
import type { RelaxationStep, RelaxationTried } from './relaxation.ts';
import type { RoutingRules } from './rules.ts';
import { scoreProvider } from './score.ts';
import type { Score } from './score.ts';
import { digestOf } from './stable-hash.ts';
import { planWaves } from './waves.ts';
import type { PlannedWave } from './waves.ts';

/** Result for one provider. `score` and `rank` (1 first) only where it is eligible. */
export type ProviderResult = {
  readonly providerId: string;
  readonly eligible: boolean;
  /** Failures that count under the relaxations in force. */
  readonly failures: readonly FilterFailure[];
  /** Failures that the relaxations set aside. */
  readonly setAside: readonly FilterFailure[];
  readonly score: Score | null;
  readonly rank: number | null;
  /** Moved up because it was asked too seldom. */
  readonly guarded: boolean;
  readonly wished: boolean;
  /** Median minutes of the acceptances read; null below three of them. */
  readonly usualAnswerMinutes: number | null;
};

export type RoutingWarning = 'insurer_unknown' | 'wish_not_eligible' | 'nobody_eligible';

/** Plain JSON, stored once and never changed: what was decided, under which rules, from which inputs. */
export type RoutingDecision = {
  readonly caseId: string;
  readonly severity: Severity;
  readonly kind: IncidentKind;
  readonly decidedAt: string;
  readonly rulesVersion: string;
  /** Digest of all inputs, the rules by their version; tells whether two decisions rest on the same facts. */
  readonly inputsDigest: string;
  readonly neededLevel: CapabilityLevel;
  /** Steps tried, empty when nothing had to be given up. */
  readonly relaxations: readonly RelaxationTried[];
  /** By provider id. */
  readonly providers: readonly ProviderResult[];
  readonly order: readonly string[];
  readonly wished: readonly string[];
  readonly waves: readonly PlannedWave[];
  readonly counts: {
    readonly considered: number;
    readonly eligible: number;
    /** Providers per reason; one that fails several filters counts under each. */
    readonly byReason: Readonly<Record<ReasonCode, number>>;
  };
  readonly warnings: readonly RoutingWarning[];
};

/** The moment and the region's data a decision is made in. */
export type RoutingContext = RoutingMoment & {
  readonly region: RoutingRegion;
  /** Steps that the duty officer has put in force beforehand; none when left out. */
  readonly relaxedByHand?: readonly RelaxationStep[];
};

/**
 * Decides who may be offered a case and in which order. Pure: the same inputs give the same decision, in whatever order the
 * providers are listed. When nobody passes, filters are relaxed in the fixed order; when still nobody passes, `order` is empty
 * and the duty officer must act. Throws on two providers with one id, which is a bug of the caller.
 */
export function decideRouting(
  routingCase: RoutingCase,
  providers: readonly RoutingProvider[],
  rules: RoutingRules,
  context: RoutingContext,
): RoutingDecision {
  const pool = [...providers].sort((a, b) => (a.providerId < b.providerId ? -1 : 1));
  if (new Set(pool.map((provider) => provider.providerId)).size !== pool.length) throw new Error('two providers with one id');

  const failuresUnder = (relaxed: readonly RelaxationStep[]): FilterFailure[][] => {
    const filterContext: FilterContext = { ...context, rules, relaxed };
    return pool.map((provider) => filterFailures(routingCase, provider, filterContext));
  };
  const byHand = context.relaxedByHand ?? [];
  const countEligible = (inForce: readonly RelaxationStep[]): number =>
    failuresUnder([...new Set([...byHand, ...inForce])]).filter((failures) => failures.length === 0).length;
  const given = byHand.map((step): RelaxationTried => ({ step, effect: relaxationEffects[step], eligibleAfter: countEligible([]) }));
  const relaxations = [...given, ...relaxUntilSomebodyPasses(countEligible).filter(({ step }) => !byHand.includes(step))];
  const strict = failuresUnder([]);
  const standing = failuresUnder(relaxations.map((tried) => tried.step));

  const candidates = pool
    .filter((_, index) => standing[index]?.length === 0)
    .map((provider) => ({ provider, score: scoreProvider(routingCase, provider, rules, context.region) }));
  const ranking = rankCandidates(routingCase, candidates, rules);
  const scores = new Map(candidates.map(({ provider, score }) => [provider.providerId, score]));

  const results = pool.map((provider, index): ProviderResult => {
    const failures = standing[index] ?? [];
    const score = scores.get(provider.providerId) ?? null;
    return {
      providerId: provider.providerId,
      eligible: score !== null,
      failures,
      setAside: (strict[index] ?? []).filter((before) => !failures.some((after) => after.reason === before.reason)),
      score,
      rank: score === null ? null : ranking.order.indexOf(provider.providerId) + 1,
      guarded: ranking.guarded.includes(provider.providerId),
      wished: ranking.wished.includes(provider.providerId),
      usualAnswerMinutes: median(provider.record.acceptances.slice(0, rules.acceptancesRead).map(({ minutes }) => minutes)),
    };
  });

  return {
    caseId: routingCase.caseId,
    severity: routingCase.severity,
    kind: routingCase.kind,
    decidedAt: context.at,
    rulesVersion: rules.version,
    inputsDigest: inputsDigest(routingCase, pool, rules, context),
    neededLevel: neededLevel(routingCase.severity, routingCase.minimumLevel, rules.neededLevel),
    relaxations,
    providers: results,
    order: ranking.order,
    wished: ranking.wished,
    waves: planWaves(routingCase.severity, ranking.order, ranking.wished, rules),
    counts: { considered: pool.length, eligible: candidates.length, byReason: countReasons(results) },
    warnings: warningsOf(routingCase, ranking.order),
  };
}

/** True when the stored decision follows from these inputs: the replay of the office. */
export function isReplayOf(
  stored: RoutingDecision,
  routingCase: RoutingCase,
  providers: readonly RoutingProvider[],
  rules: RoutingRules,
  context: RoutingContext,
): boolean {
  return digestOf(decideRouting(routingCase, providers, rules, context)) === digestOf(stored);
}

function inputsDigest(
  routingCase: RoutingCase,
  pool: readonly RoutingProvider[],
  rules: RoutingRules,
  context: RoutingContext,
): string {
  return digestOf({ case: routingCase, providers: pool, rules: rules.version, context });
}

function countReasons(results: readonly ProviderResult[]): Record<ReasonCode, number> {
  const counts = Object.fromEntries(reasonCodes.map((reason) => [reason, 0])) as Record<ReasonCode, number>;
  for (const result of results) {
    for (const reason of new Set(result.failures.map((failure) => failure.reason))) counts[reason] += 1;
  }
  return counts;
}

function warningsOf(routingCase: RoutingCase, order: readonly string[]): RoutingWarning[] {
  const warnings: RoutingWarning[] = [];
  if (routingCase.insurer === 'unknown' && routingCase.kind !== 'advice') warnings.push('insurer_unknown');
  if (routingCase.wishedProviderIds.some((id) => !order.includes(id))) warnings.push('wish_not_eligible');
  if (order.length === 0) warnings.push('nobody_eligible');
  return warnings;
}

function median(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

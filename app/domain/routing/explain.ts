import type { ProviderResult, RoutingDecision, RoutingWarning } from './decision.ts';
import { microAsOffers } from './fair-share.ts';
import { reasonCodes } from './reasons.ts';
import type { ReasonCode } from './reasons.ts';
import type { RelaxationTried } from './relaxation.ts';
import type { ScoreProfile, ScoreTerm } from './rules.ts';
import type { Score } from './score.ts';

/** Reasons below this number of providers are told as further reasons only. */
const smallestNamedCount = 3;

/** Reasons that rest on the provider alone. The others would tell one side something about the other. */
const aboutProviderAlone: readonly ReasonCode[] = [
  'VETTING_INVALID',
  'PROOF_EXPIRED',
  'PROOF_EXPIRING',
  'SUSPENDED',
  'PAUSED',
  'CAPABILITY',
  'SKILL',
  'AREA',
  'OFF_DUTY',
  'CAPACITY',
  'RESPONSE_CLASS',
  'LANGUAGE',
  'UNREACHABLE',
];

/** Order in which one reason is chosen for a provider that fails several filters: the most telling for a company first. */
const tellingOrder: readonly ReasonCode[] = [
  'CAPABILITY',
  'SKILL',
  'AREA',
  'OFF_DUTY',
  'CAPACITY',
  'RESPONSE_CLASS',
  'LANGUAGE',
  'INSURER_PANEL',
  'ALREADY_TRIED',
  'PAUSED',
  'SUSPENDED',
  'VETTING_INVALID',
  'PROOF_EXPIRED',
  'PROOF_EXPIRING',
  'UNREACHABLE',
  'CONFLICT',
];

/** What the company is told. Holds no id of any provider; `label` counts A, B, C in the order of asking. */
export type CompanyExplanation = {
  readonly considered: number;
  readonly eligible: number;
  /** Each provider that does not pass is counted once; largest count first. */
  readonly reasons: readonly { readonly reason: ReasonCode; readonly count: number }[];
  /** Providers turned away for reasons too rare to name; a conflict is always among these. */
  readonly furtherReasons: number;
  readonly firstAsked: readonly {
    readonly label: string;
    readonly travelMinutes: number | null;
    readonly comparableCases: number;
    readonly usualAnswerMinutes: number | null;
  }[];
  readonly relaxations: readonly RelaxationTried[];
  readonly warnings: readonly RoutingWarning[];
};

/** What a provider is told: its own line. */
export type ProviderExplanation =
  | {
      readonly eligible: true;
      /** Null together with the points for proximity while the brief hides the district. */
      readonly points: number | null;
      readonly profile: ScoreProfile;
      readonly terms: readonly { readonly term: ScoreTerm; readonly points: number | null; readonly weight: number }[];
      readonly rank: number;
      readonly of: number;
      /** Offers it is owed, one decimal; negative: it was asked more often than its share. */
      readonly balanceOffers: number;
      readonly guarded: boolean;
    }
  | { readonly eligible: false; readonly reasons: readonly (ReasonCode | 'FURTHER')[] };

/** What the office is told: everything, by rank, then those turned away by id. */
export type OfficeExplanation = {
  readonly rulesVersion: string;
  readonly inputsDigest: string;
  readonly relaxations: readonly RelaxationTried[];
  readonly byReason: readonly { readonly reason: ReasonCode; readonly count: number }[];
  readonly rows: readonly ProviderResult[];
  readonly warnings: readonly RoutingWarning[];
};

/**
 * Explanation to the company. A provider that fails several filters is counted under one reason, a conflict only when nothing else
 * stands against it; counts below three and every conflict go to the further reasons. So the numbers never tell a conflict from
 * any other rare reason.
 */
export function explainToCompany(decision: RoutingDecision): CompanyExplanation {
  const counts = new Map<ReasonCode, number>();
  for (const result of decision.providers) {
    const reason = tellingReason(result);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = tellingOrder
    .map((reason) => ({ reason, count: counts.get(reason) ?? 0 }))
    .filter(({ reason, count }) => count >= smallestNamedCount && reason !== 'CONFLICT')
    .sort((a, b) => b.count - a.count);
  const named = reasons.reduce((sum, { count }) => sum + count, 0);

  const firstWave = decision.waves[0]?.providerIds ?? [];
  return {
    considered: decision.counts.considered,
    eligible: decision.counts.eligible,
    reasons,
    furtherReasons: decision.counts.considered - decision.counts.eligible - named,
    firstAsked: firstWave.map((providerId, index) => {
      const result = decision.providers.find((candidate) => candidate.providerId === providerId);
      return {
        label: String.fromCharCode(65 + index),
        travelMinutes: rawNumber(result?.score ?? null, 'proximity', 'travelMinutes'),
        comparableCases: rawNumber(result?.score ?? null, 'experience', 'closedCases') ?? 0,
        usualAnswerMinutes: result?.usualAnswerMinutes === null || result === undefined ? null : Math.round(result.usualAnswerMinutes),
      };
    }),
    relaxations: decision.relaxations,
    warnings: decision.warnings,
  };
}

/**
 * Explanation to one provider: its own line, nobody else's. Reasons that rest on the company (conflict, panel, earlier offers) are
 * told as `FURTHER`, and only when nothing of its own stands against it. Null: the provider was not considered.
 * Pass `districtShown` as the brief shows it: the points for proximity, or the sum without the others, would give the way and with
 * it the district away.
 */
export function explainToProvider(
  decision: RoutingDecision,
  providerId: string,
  districtShown: boolean,
): ProviderExplanation | null {
  const result = decision.providers.find((candidate) => candidate.providerId === providerId);
  if (result === undefined) return null;
  if (result.score === null || result.rank === null) {
    const own = aboutProviderAlone.filter((reason) => result.failures.some((failure) => failure.reason === reason));
    return { eligible: false, reasons: own.length > 0 ? own : ['FURTHER'] };
  }
  return {
    eligible: true,
    points: districtShown ? result.score.points : null,
    profile: result.score.profile,
    terms: result.score.terms.map(({ term, points, weight }) => ({
      term,
      points: term === 'proximity' && !districtShown ? null : points,
      weight,
    })),
    rank: result.rank,
    of: decision.counts.eligible,
    balanceOffers: microAsOffers(rawNumber(result.score, 'fair_share', 'balanceMicro') ?? 0),
    guarded: result.guarded,
  };
}

/** Explanation to the office: the stored decision as a table, with how many providers each filter turned away. */
export function explainToOffice(decision: RoutingDecision): OfficeExplanation {
  const rows = [...decision.providers].sort(
    (a, b) => rankOrLast(a) - rankOrLast(b) || (a.providerId < b.providerId ? -1 : 1),
  );
  return {
    rulesVersion: decision.rulesVersion,
    inputsDigest: decision.inputsDigest,
    relaxations: decision.relaxations,
    byReason: reasonCodes
      .map((reason) => ({ reason, count: decision.counts.byReason[reason] }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    rows,
    warnings: decision.warnings,
  };
}

function tellingReason(result: ProviderResult): ReasonCode | null {
  return tellingOrder.find((reason) => result.failures.some((failure) => failure.reason === reason)) ?? null;
}

function rawNumber(score: Score | null, term: ScoreTerm, name: string): number | null {
  const value = score?.terms.find((candidate) => candidate.term === term)?.raw[name];
  return typeof value === 'number' ? value : null;
}

function rankOrLast(result: ProviderResult): number {
  return result.rank ?? Number.MAX_SAFE_INTEGER;
}

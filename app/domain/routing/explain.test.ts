import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRouting } from './decision.ts';
import type { RoutingDecision } from './decision.ts';
import { explainToCompany, explainToOffice, explainToProvider } from './explain.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import type { ReasonCode } from './reasons.ts';
import { anyCase, anyPool } from '#tests/support/routing/arbitraries.ts';
import { aCase, aProvider, aRecord, exampleContext, offers } from '#tests/support/routing/factories.ts';
import { routingRulesV1 } from './rules.ts';

const decide = (routingCase: RoutingCase, providers: readonly RoutingProvider[]): RoutingDecision =>
  decideRouting(routingCase, providers, routingRulesV1, exampleContext);

const several = (count: number, prefix: string, more: Partial<RoutingProvider>): RoutingProvider[] =>
  Array.from({ length: count }, (_, index) => aProvider(`${prefix}${index}`, more));

describe('explanation to the company', () => {
  test('of 24 providers 6 pass; 12 and 4 are named, 2 are further reasons', () => {
    const pool = [
      ...several(6, 'fit', {}),
      ...several(12, 'unfit', { approvals: [] }),
      ...several(4, 'off', { onDutyNow: false }),
      ...several(2, 'away', { areas: [], offersRemote: false }),
    ];
    expect(explainToCompany(decide(aCase(), pool))).toMatchObject({
      considered: 24,
      eligible: 6,
      reasons: [
        { reason: 'CAPABILITY', count: 12 },
        { reason: 'OFF_DUTY', count: 4 },
      ],
      furtherReasons: 2,
    });
  });

  test('whom it asks first is told by letter, way, comparable cases and usual answer', () => {
    const record = aRecord({
      closedCases: { ransomware: 4 },
      acceptances: [5, 6, 20].map((minutes) => ({ minutes, windowMinutes: 20 })),
    });
    const { firstAsked } = explainToCompany(decide(aCase(), [aProvider('first', { record }), aProvider('second')]));
    expect(firstAsked).toEqual([{ label: 'A', travelMinutes: 27, comparableCases: 4, usualAnswerMinutes: 6 }]);
  });

  test('two answers are too few to speak of a usual one', () => {
    const record = aRecord({ acceptances: [5, 6].map((minutes) => ({ minutes, windowMinutes: 20 })) });
    expect(explainToCompany(decide(aCase(), [aProvider('a', { record })])).firstAsked[0]?.usualAnswerMinutes).toBe(null);
  });

  test('conflicts are never named, however many there are', () => {
    const pool = [aProvider('fit'), ...several(7, 'tied', { declinedCompanyIds: ['company-1'] })];
    const explanation = explainToCompany(decide(aCase(), pool));
    expect([explanation.reasons, explanation.furtherReasons]).toEqual([[], 7]);
  });

  test('a conflict reads exactly like any other rare reason', () => {
    const rest = [...several(3, 'fit', {}), ...several(4, 'off', { onDutyNow: false })];
    const told = (odd: Partial<RoutingProvider>): unknown => explainToCompany(decide(aCase(), [...rest, aProvider('odd', odd)]));
    const conflict = told({ declinedCompanyIds: ['company-1'] });
    expect(told({ undeliverable: true })).toEqual(conflict);
    expect(told({ vettingState: 'suspended' })).toEqual(conflict);
    expect(told({ activeWeight: 12 })).toEqual(conflict);
  });

  test('no conflict can be inferred: replacing every conflict by a rare reason changes no word', () => {
    fc.assert(
      fc.property(anyCase, anyPool, (routingCase, pool) => {
        const decision = decide(routingCase, pool);
        const explanation = explainToCompany(decision);
        const rare = unusedReasons(decision);
        const conflicts = decision.providers.filter((result) => result.failures.some(({ reason }) => reason === 'CONFLICT')).length;
        fc.pre(conflicts <= 2 * rare.length);
        expect(explainToCompany(withoutConflicts(decision, rare))).toEqual(explanation);
        expect(JSON.stringify(explanation)).not.toContain('CONFLICT');
      }),
    );
  });

  test('it holds no id of a provider', () => {
    const pool = [aProvider('secret-a'), aProvider('secret-b', { onDutyNow: false }), aProvider('secret-c', { undeliverable: true })];
    expect(JSON.stringify(explainToCompany(decide(aCase({ wishedProviderIds: ['secret-a'] }), pool)))).not.toContain('secret');
  });

  test('counts add up to everybody considered', () => {
    fc.assert(
      fc.property(anyCase, anyPool, (routingCase, pool) => {
        const { considered, eligible, reasons, furtherReasons } = explainToCompany(decide(routingCase, pool));
        expect(eligible + furtherReasons + reasons.reduce((sum, { count }) => sum + count, 0)).toBe(considered);
        expect(reasons.every(({ count }) => count >= 3)).toBe(true);
      }),
    );
  });
});

describe('explanation to a provider', () => {
  const example = aProvider('p1', {
    record: aRecord({
      acceptances: Array.from({ length: 10 }, () => ({ minutes: 2, windowMinutes: 10 })),
      closedCases: { ransomware: 2 },
      balanceMicro: offers(1.4),
      accepted: 11,
      kept: 10,
    }),
  });

  test('its own line: points, terms, rank, balance', () => {
    const explanation = explainToProvider(decide(aCase({ severity: 'S1' }), [example, aProvider('other')]), 'p1', true);
    expect(explanation).toMatchObject({ eligible: true, points: 68, profile: 'K', rank: 1, of: 2, balanceOffers: 1.4, guarded: false });
    expect(JSON.stringify(explanation)).not.toContain('other');
  });

  test('while the brief hides the district, neither proximity nor the sum gives it away', () => {
    const explanation = explainToProvider(decide(aCase({ severity: 'S1' }), [example]), 'p1', false);
    expect(explanation?.eligible === true && [explanation.points, explanation.terms.find(({ term }) => term === 'proximity')?.points]).toEqual([null, null]);
  });

  test('what rests on the company is told as a further reason only', () => {
    const told = (routingCase: RoutingCase): unknown => explainToProvider(decide(routingCase, [aProvider('p1')]), 'p1', true);
    const further = { eligible: false, reasons: ['FURTHER'] };
    expect(told(aCase({ excludedProviderIds: ['p1'] }))).toEqual(further);
    expect(told(aCase({ causingProviderIds: ['p1'] }))).toEqual(further);
    expect(told(aCase({ insurer: 'bound' }))).toEqual(further);
  });

  test('its own faults are named and an exclusion beside them is not hinted at', () => {
    const off = aProvider('p1', { onDutyNow: false });
    expect(explainToProvider(decide(aCase({ excludedProviderIds: ['p1'] }), [off]), 'p1', true)).toEqual(
      explainToProvider(decide(aCase(), [off]), 'p1', true),
    );
  });

  test('a provider that was not considered has no line', () => {
    expect(explainToProvider(decide(aCase(), [aProvider('p1')]), 'p2', true)).toBe(null);
  });
});

describe('explanation to the office', () => {
  test('everything, by rank, with the causes of a conflict and the count of each reason', () => {
    const pool = [aProvider('c', { onDutyNow: false }), aProvider('b', { siteDistricts: ['vogtland'] }), aProvider('a'), aProvider('d')];
    const { rows, byReason } = explainToOffice(decide(aCase({ excludedProviderIds: ['d'] }), pool));
    expect(rows.map(({ providerId }) => providerId)).toEqual(['a', 'b', 'c', 'd']);
    expect(rows[3]?.failures[0]?.data).toEqual({ causes: ['excluded_by_company'] });
    expect(byReason).toEqual([
      { reason: 'OFF_DUTY', count: 1 },
      { reason: 'CONFLICT', count: 1 },
    ]);
  });
});

/** Reasons that no provider of the decision has. */
function unusedReasons(decision: RoutingDecision): ReasonCode[] {
  const all: readonly ReasonCode[] = ['UNREACHABLE', 'SUSPENDED', 'PROOF_EXPIRING', 'PROOF_EXPIRED', 'VETTING_INVALID'];
  return all.filter((reason) => decision.counts.byReason[reason] === 0);
}

/** The decision as if each conflict were one of the given reasons, two providers each at most. */
function withoutConflicts(decision: RoutingDecision, rare: readonly ReasonCode[]): RoutingDecision {
  let replaced = 0;
  const providers = decision.providers.map((result) => {
    if (!result.failures.some(({ reason }) => reason === 'CONFLICT')) return result;
    const reason = rare[Math.floor(replaced / 2)] ?? 'CONFLICT';
    // A rare reason beside another one must not change which is told, so it only stands in where the conflict stood alone.
    if (result.failures.length > 1) return { ...result, failures: result.failures.filter((failure) => failure.reason !== 'CONFLICT') };
    replaced += 1;
    return { ...result, failures: result.failures.map((failure) => ({ ...failure, reason })) };
  });
  return { ...decision, providers };
}

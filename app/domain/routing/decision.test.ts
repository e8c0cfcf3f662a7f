import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideRouting, isReplayOf } from './decision.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import { neverRelaxedFailures } from './filters.ts';
import { immediateReleaseProviders } from './immediate-release.ts';
import { relaxationOrder } from './relaxation.ts';
import { anyCase, anyPool } from '#tests/support/routing/arbitraries.ts';
import { aCase, aProvider, aRecord, exampleContext, filterContext, offers } from '#tests/support/routing/factories.ts';
import { routingRulesV1 } from './rules.ts';

const decide = (routingCase: RoutingCase, providers: readonly RoutingProvider[]): ReturnType<typeof decideRouting> =>
  decideRouting(routingCase, providers, routingRulesV1, exampleContext);

const withBalance = (id: string, balance: number, more: Partial<RoutingProvider> = {}): RoutingProvider =>
  aProvider(id, { ...more, record: aRecord({ balanceMicro: offers(balance) }) });

describe('order', () => {
  test('more points come first', () => {
    const near = aProvider('near', { siteDistricts: ['erzgebirge'] });
    const far = aProvider('far', { siteDistricts: ['vogtland'] });
    expect(decide(aCase(), [far, near]).order).toEqual(['near', 'far']);
  });

  test('equal points: lower load, then longest without an offer', () => {
    const busy = aProvider('a-busy', { activeWeight: 2 });
    const recent = aProvider('b-recent', { record: aRecord({ lastOfferAt: '2026-03-10T00:00:00.000Z' }) });
    const older = aProvider('c-older', { record: aRecord({ lastOfferAt: '2026-02-10T00:00:00.000Z' }) });
    const never = aProvider('d-never');
    expect(decide(aCase(), [busy, recent, older, never]).order).toEqual(['d-never', 'c-older', 'b-recent', 'a-busy']);
  });

  test('all equal: the order differs from case to case, so nobody always wins', () => {
    const pool = ['a', 'b', 'c', 'd'].map((id) => aProvider(id));
    const firsts = Array.from({ length: 60 }, (_, index) => decide(aCase({ caseId: `case-${index}` }), pool).order[0]);
    expect(new Set(firsts)).toEqual(new Set(['a', 'b', 'c', 'd']));
  });

  test('the guard puts whoever is owed three offers first in S3 and second in S1', () => {
    const owed = withBalance('owed', 3, { siteDistricts: ['elsewhere'], activeWeight: 8 });
    const strong = aProvider('strong', { record: aRecord({ balanceMicro: offers(2.9), closedCases: { ransomware: 5 } }) });
    expect(decide(aCase({ severity: 'S3' }), [strong, owed]).order).toEqual(['owed', 'strong']);
    expect(decide(aCase({ severity: 'S1' }), [strong, owed, aProvider('third')]).order).toEqual(['strong', 'owed', 'third']);
  });

  test('below three offers the guard does nothing', () => {
    const nearly = withBalance('nearly', 2.99, { siteDistricts: ['elsewhere'] });
    const strong = aProvider('strong', { record: aRecord({ balanceMicro: offers(2), closedCases: { ransomware: 5 } }) });
    expect(decide(aCase({ severity: 'S3' }), [strong, nearly]).order[0]).toBe('strong');
  });

  test('F13: a provider the company named comes first if it passes, and is not forced through if it does not', () => {
    const pool = [aProvider('best', { record: aRecord({ closedCases: { ransomware: 5 } }) }), aProvider('named')];
    const named = decide(aCase({ wishedProviderIds: ['named'] }), pool);
    expect([named.order, named.waves[0]?.wave, named.waves[0]?.providerIds]).toEqual([['named', 'best'], 0, ['named']]);

    const conflicting = decide(aCase({ wishedProviderIds: ['named'], causingProviderIds: ['named'] }), pool);
    expect([conflicting.order, conflicting.warnings]).toEqual([['best'], ['wish_not_eligible']]);
  });
});

describe('relaxation', () => {
  test('nothing is given up while somebody passes', () => {
    expect(decide(aCase(), [aProvider('a'), aProvider('b', { areas: [] })]).relaxations).toEqual([]);
  });

  test('steps are tried in their order, stay in force and are logged with what they gained', () => {
    const slow = aProvider('slow', { areas: ['vogtland'], reactionMinutes: { S1: 15, S2: 200, S3: 240, S4: 600 } });
    const decision = decide(aCase(), [slow]);
    expect(decision.relaxations).toEqual([
      { step: 'area', effect: 'longer_way_or_remote', eligibleAfter: 0 },
      { step: 'language', effect: 'other_language', eligibleAfter: 0 },
      { step: 'response_class', effect: 'slower_reaction', eligibleAfter: 1 },
    ]);
    expect(decision.order).toEqual(['slow']);
    expect(decision.providers[0]?.setAside.map((failure) => failure.reason)).toEqual(['AREA', 'RESPONSE_CLASS']);
  });

  test('when nothing helps the order is empty and every step is on record', () => {
    const decision = decide(aCase(), [aProvider('a', { vettingState: 'suspended' })]);
    expect(decision.order).toEqual([]);
    expect(decision.waves).toEqual([]);
    expect(decision.warnings).toContain('nobody_eligible');
    expect(decision.relaxations.map((tried) => tried.step)).toEqual(relaxationOrder);
  });

  test('capability, duty, capacity and earlier refusals are not given up either', () => {
    const pool = [
      aProvider('unfit', { approvals: [] }),
      aProvider('off', { onDutyNow: false }),
      aProvider('full', { activeWeight: 12 }),
      aProvider('declined'),
    ];
    expect(decide(aCase({ tried: [{ providerId: 'declined', outcome: 'declined' }] }), pool).order).toEqual([]);
  });
});

describe('decision', () => {
  test('counts say how many each filter turned away', () => {
    const pool = [aProvider('a'), aProvider('b', { onDutyNow: false }), aProvider('c', { onDutyNow: false, languages: [] })];
    const { counts } = decide(aCase(), pool);
    expect([counts.considered, counts.eligible, counts.byReason.OFF_DUTY, counts.byReason.LANGUAGE, counts.byReason.AREA]).toEqual([3, 1, 2, 1, 0]);
  });

  test('an insurer that is not known is a warning, not a filter', () => {
    expect(decide(aCase({ insurer: 'unknown' }), [aProvider('a')])).toMatchObject({ order: ['a'], warnings: ['insurer_unknown'] });
  });

  test('it is plain JSON', () => {
    const decision = decide(aCase(), [aProvider('a'), aProvider('b', { onDutyNow: false })]);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });

  test('two providers with one id are a bug', () => {
    expect(() => decide(aCase(), [aProvider('a'), aProvider('a')])).toThrow('one id');
  });

  test('a replay holds for the same inputs and fails for any other', () => {
    const pool = [aProvider('a'), aProvider('b')];
    const stored = decide(aCase(), pool);
    expect(isReplayOf(JSON.parse(JSON.stringify(stored)), aCase(), pool, routingRulesV1, exampleContext)).toBe(true);
    expect(isReplayOf(stored, aCase(), [aProvider('a'), aProvider('b', { activeWeight: 1 })], routingRulesV1, exampleContext)).toBe(false);
  });

  test('same inputs give the same decision, however the providers are listed', () => {
    fc.assert(
      fc.property(
        anyCase,
        anyPool.chain((pool) => fc.tuple(fc.constant(pool), fc.shuffledSubarray(pool, { minLength: pool.length, maxLength: pool.length }))),
        (routingCase, [pool, shuffled]) => {
          expect(decide(routingCase, shuffled)).toEqual(decide(routingCase, pool));
        },
      ),
    );
  });

  test('everybody in the order passes what is never relaxed, whatever was relaxed', () => {
    fc.assert(
      fc.property(anyCase, anyPool, (routingCase, pool) => {
        const { order } = decide(routingCase, pool);
        for (const provider of pool.filter(({ providerId }) => order.includes(providerId))) {
          expect(neverRelaxedFailures(routingCase, provider, filterContext({ relaxed: [] }))).toEqual([]);
        }
      }),
    );
  });

  test('the order holds exactly the eligible, once each', () => {
    fc.assert(
      fc.property(anyCase, anyPool, (routingCase, pool) => {
        const { order, providers } = decide(routingCase, pool);
        expect([...order].sort()).toEqual(providers.filter(({ eligible }) => eligible).map(({ providerId }) => providerId).sort());
      }),
    );
  });

  test('whoever is offered an S1 or S2 case of the same moment is on its immediate release list', () => {
    fc.assert(
      fc.property(anyCase, anyPool, (routingCase, pool) => {
        fc.pre(routingCase.severity === 'S1' || routingCase.severity === 'S2');
        const list = immediateReleaseProviders(routingCase, pool, filterContext());
        for (const id of decide(routingCase, pool).order) expect(list).toContain(id);
      }),
    );
  });
});

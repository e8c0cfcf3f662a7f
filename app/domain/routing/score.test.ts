import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routingRulesV1, scoreTerms } from './rules.ts';
import { scoreProvider, shrunkWindowShare } from './score.ts';
import type { ScoreTerm } from './rules.ts';
import { anyCase, anyProvider } from '#tests/support/routing/arbitraries.ts';
import { aCase, aProvider, aRecord, exampleRegion, offers } from '#tests/support/routing/factories.ts';

function pointsOf(routingCase: ReturnType<typeof aCase>, provider: ReturnType<typeof aProvider>): Record<ScoreTerm | 'sum', number> {
  const score = scoreProvider(routingCase, provider, routingRulesV1, exampleRegion);
  const terms = Object.fromEntries(score.terms.map(({ term, points }) => [term, points])) as Record<ScoreTerm, number>;
  return { ...terms, sum: score.points };
}

describe('score', () => {
  test('the published example: 68 = 22 + 14 + 6 + 18 + 8', () => {
    const provider = aProvider('p1', {
      siteDistricts: ['erzgebirge'],
      record: aRecord({
        acceptances: Array.from({ length: 10 }, () => ({ minutes: 2, windowMinutes: 10 })),
        closedCases: { ransomware: 2 },
        balanceMicro: offers(1.4),
        accepted: 11,
        kept: 10,
      }),
    });
    expect(pointsOf(aCase({ severity: 'S1', district: 'erzgebirge' }), provider)).toEqual({
      response: 22,
      proximity: 14,
      experience: 6,
      fair_share: 18,
      reliability: 8,
      sum: 68,
    });
  });

  test('a newcomer starts in the middle of response, fair share and reliability', () => {
    expect(pointsOf(aCase({ severity: 'S3' }), aProvider('new'))).toMatchObject({ response: 5, experience: 0, fair_share: 23, reliability: 5 });
  });

  test('each profile can reach exactly one hundred', () => {
    for (const weights of Object.values(routingRulesV1.weights)) {
      expect(scoreTerms.reduce((sum, term) => sum + weights[term], 0)).toBe(100);
    }
  });

  test('a case that needs no visit gives everybody half of proximity', () => {
    const remote = aCase({ remotePossible: 'yes', onsiteWanted: 'no', district: 'vogtland' });
    expect(pointsOf(remote, aProvider('near', { siteDistricts: ['vogtland'] })).proximity).toBe(10);
    expect(pointsOf(remote, aProvider('far', { siteDistricts: ['chemnitz'] })).proximity).toBe(10);
  });

  test('the nearest of several sites counts, and an unknown way counts as far', () => {
    const routingCase = aCase({ district: 'vogtland' });
    expect(pointsOf(routingCase, aProvider('a', { siteDistricts: ['chemnitz', 'zwickau'] })).proximity).toBe(12);
    expect(pointsOf(routingCase, aProvider('b', { siteDistricts: ['elsewhere'] })).proximity).toBe(0);
  });

  test('fair share ends at three offers either way', () => {
    const at = (balance: number): number =>
      pointsOf(aCase({ severity: 'S3' }), aProvider('p', { record: aRecord({ balanceMicro: offers(balance) }) })).fair_share;
    expect([at(-4), at(-3), at(0), at(3), at(4)]).toEqual([0, 0, 23, 45, 45]);
  });

  test('experience is full at five cases', () => {
    const at = (ransomware: number): number => pointsOf(aCase(), aProvider('p', { record: aRecord({ closedCases: { ransomware } }) })).experience;
    expect([at(0), at(2), at(5), at(9)]).toEqual([0, 6, 15, 15]);
  });

  test('a late acceptance counts as the whole window, not more', () => {
    expect(shrunkWindowShare([{ minutes: 500, windowMinutes: 10 }], 10)).toBe((1 + 1.5) / 4);
  });

  test('only the latest ten acceptances are read', () => {
    const fast = Array.from({ length: 10 }, () => ({ minutes: 0, windowMinutes: 10 }));
    const slow = { minutes: 10, windowMinutes: 10 };
    expect(shrunkWindowShare([...fast, slow, slow], 10)).toBe(1.5 / 13);
  });

  test('points are whole, within the weight of the term, and add up', () => {
    fc.assert(
      fc.property(anyCase, anyProvider('p'), (routingCase, provider) => {
        const score = scoreProvider(routingCase, provider, routingRulesV1, exampleRegion);
        for (const { points, weight } of score.terms) {
          expect(Number.isInteger(points) && points >= 0 && points <= weight).toBe(true);
        }
        expect(score.points).toBe(score.terms.reduce((sum, { points }) => sum + points, 0));
      }),
    );
  });
});

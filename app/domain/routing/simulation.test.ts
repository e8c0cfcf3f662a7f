import { describe, expect, test } from 'vitest';
import { routingRulesV1 } from './rules.ts';
import type { RoutingRules } from './rules.ts';
import { simulate } from '#tests/support/routing/simulation.ts';

const seeds = [1000, 1013, 1016, 1036];

const withoutFairness: RoutingRules = {
  ...routingRulesV1,
  starvationGuard: Number.MAX_SAFE_INTEGER,
  weights: {
    K: { ...routingRulesV1.weights.K, fair_share: 0 },
    N: { ...routingRulesV1.weights.N, fair_share: 0 },
  },
};

describe('a simulated year: 12 providers, 400 cases', () => {
  test.each(seeds)('nobody falls more than four offers behind and nobody starves (seed %i)', (seed) => {
    const { worstBacklog, offers, unplaced } = simulate(seed, 400, routingRulesV1);
    expect(worstBacklog).toBeLessThanOrEqual(4);
    for (const [providerId, { counted, owed, won }] of offers) {
      expect(counted / owed, `${providerId} offers against its share`).toBeGreaterThan(0.85);
      expect(counted / owed, `${providerId} offers against its share`).toBeLessThan(1.15);
      expect(won, `${providerId} cases`).toBeGreaterThan(0);
    }
    expect(unplaced).toBeLessThan(80);
  });

  test('without the fair-share term and the guard the backlog grows far beyond four', () => {
    expect(simulate(1000, 200, withoutFairness).worstBacklog).toBeGreaterThan(10);
  });

  test('the same seed gives the same year', () => {
    expect(simulate(7, 60, routingRulesV1)).toEqual(simulate(7, 60, routingRulesV1));
  });
});

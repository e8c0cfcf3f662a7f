import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fairShareBalances, fairShareBatch, fairShareEntries, microAsOffers, microPerOffer, reverseOffer } from './fair-share.ts';
import type { FairShareBatch } from './fair-share.ts';

const now = '2026-06-01T00:00:00.000Z';
const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyBatch: fc.Arbitrary<FairShareBatch> = fc
  .record({
    batchId: fc.uuid(),
    day: fc.integer({ min: 0, max: 300 }),
    eligible: fc.subarray(ids),
    offered: fc.subarray(ids, { minLength: 1 }),
    reversed: fc.subarray(ids),
  })
  .map(({ batchId, day, eligible, offered, reversed }) => {
    const at = new Date(Date.parse(now) - day * 86_400_000).toISOString();
    return reversed.reduce(reverseOffer, fairShareBatch(batchId, at, eligible, offered));
  });

describe('fair share', () => {
  test('two offers among four eligible credit everybody with half an offer', () => {
    const balances = fairShareBalances([fairShareBatch('b1', now, ['a', 'b', 'c', 'd'], ['a', 'b'])], now, 180);
    expect(Object.fromEntries(balances)).toEqual({ a: -500_000, b: -500_000, c: 500_000, d: 500_000 });
  });

  test('what does not divide goes to the first by id', () => {
    const credits = fairShareEntries(fairShareBatch('b1', now, ['c', 'a', 'b'], ['c'])).filter((entry) => entry.kind === 'credit');
    expect(credits.map(({ providerId, micro }) => [providerId, micro])).toEqual([
      ['a', 333_334],
      ['b', 333_333],
      ['c', 333_333],
    ]);
  });

  test('the only eligible provider is neither owed nor owing', () => {
    expect(fairShareBalances([fairShareBatch('b1', now, ['a'], ['a'])], now, 180).get('a')).toBe(0);
  });

  test('a reversed offer leaves what the batch would have been without it', () => {
    const both = fairShareBatch('b1', now, ['a', 'b', 'c'], ['a', 'b']);
    const onlyB = fairShareBatch('b1', now, ['a', 'b', 'c'], ['b']);
    expect(fairShareEntries(reverseOffer(both, 'a'))).toEqual(fairShareEntries(onlyB));
  });

  test('reversing twice, or somebody who was not asked, changes nothing', () => {
    const batch = fairShareBatch('b1', now, ['a', 'b'], ['a']);
    const once = reverseOffer(batch, 'a');
    expect(reverseOffer(once, 'a')).toBe(once);
    expect(reverseOffer(batch, 'b')).toBe(batch);
    expect(fairShareEntries(once)).toEqual([]);
  });

  test('a batch leaves the window as a whole after 180 days', () => {
    const batch = fairShareBatch('b1', '2026-01-01T12:00:00.000Z', ['a', 'b'], ['a']);
    expect(fairShareBalances([batch], '2026-06-30T11:59:59.000Z', 180).get('b')).toBe(500_000);
    expect(fairShareBalances([batch], '2026-06-30T12:00:00.000Z', 180).size).toBe(0);
  });

  test('a provider added by hand counts as eligible', () => {
    expect(fairShareBatch('b1', now, ['a'], ['z']).eligibleProviderIds).toEqual(['a', 'z']);
  });

  test('offers are told with one decimal', () => {
    expect([microAsOffers(1_449_999), microAsOffers(-microPerOffer), microAsOffers(0)]).toEqual([1.4, -1, 0]);
  });

  test('balances sum to exactly zero over any history, at any time', () => {
    fc.assert(
      fc.property(fc.array(anyBatch, { maxLength: 40 }), fc.integer({ min: 1, max: 300 }), (batches, days) => {
        expect(sumOf(fairShareBalances(batches, now, days).values())).toBe(0);
      }),
    );
  });
});

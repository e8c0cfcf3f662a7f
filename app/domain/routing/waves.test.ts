import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { severities } from '#app/domain/triage/kinds.ts';
import { routingRulesV1 } from './rules.ts';
import { meaningOfAcceptance, nextInLine, nextWave, planWaves, windowMinutes } from './waves.ts';

const order = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const sizes = (severity: 'S1' | 'S2' | 'S3' | 'S4', from = order): number[] =>
  planWaves(severity, from, [], routingRulesV1).map((wave) => wave.providerIds.length);

describe('waves', () => {
  test('S1 asks three, three, then all others', () => {
    expect(planWaves('S1', order, [], routingRulesV1).map((wave) => wave.providerIds)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h'],
    ]);
  });

  test('S2 asks one, two, three; S3 and S4 ask one, one, two', () => {
    expect([sizes('S2'), sizes('S3'), sizes('S4')]).toEqual([
      [1, 2, 3],
      [1, 1, 2],
      [1, 1, 2],
    ]);
  });

  test('a short order has no empty waves', () => {
    expect([sizes('S1', ['a', 'b']), sizes('S2', ['a', 'b']), sizes('S3', [])]).toEqual([[2], [1, 1], []]);
  });

  test('the providers the company named are asked first, one by one', () => {
    const planned = planWaves('S1', ['x', 'y', ...order], ['x', 'y'], routingRulesV1);
    expect(planned.map((wave) => [wave.wave, wave.providerIds])).toEqual([
      [0, ['x']],
      [0, ['y']],
      [1, ['a', 'b', 'c']],
      [2, ['d', 'e', 'f']],
      [3, ['g', 'h']],
    ]);
  });

  test('whoever no longer passes is left out and the next takes the place', () => {
    const next = nextWave({ severity: 'S2', order, wished: [], lastWave: 1, offered: ['a'] }, routingRulesV1, (id) => id !== 'b');
    expect(next).toMatchObject({ next: 'send', wave: { wave: 2, providerIds: ['c', 'd'] } });
  });

  test('a wish that no longer passes costs no time', () => {
    const next = nextWave({ severity: 'S2', order: ['x', ...order], wished: ['x'], lastWave: -1, offered: [] }, routingRulesV1, (id) => id !== 'x');
    expect(next).toMatchObject({ next: 'send', wave: { wave: 1, providerIds: ['a'] } });
  });

  test('nobody left is told at once instead of waiting for a window', () => {
    expect(nextWave({ severity: 'S1', order, wished: [], lastWave: -1, offered: [] }, routingRulesV1, () => false)).toEqual({ next: 'exhausted' });
    expect(nextWave({ severity: 'S3', order, wished: [], lastWave: 3, offered: ['a'] }, routingRulesV1, () => true)).toEqual({ next: 'exhausted' });
  });

  test('a refusal brings in the next without waiting', () => {
    expect(nextInLine(order, ['a', 'b'], (id) => id !== 'c')).toBe('d');
    expect(nextInLine(['a'], ['a'], () => true)).toBe(null);
  });

  test('night runs from 22 to 6', () => {
    const wave = { minutes: 10, nightMinutes: 15 };
    expect([21, 22, 23, 0, 5, 6].map((hour) => windowMinutes(wave, hour, routingRulesV1))).toEqual([10, 15, 15, 15, 15, 10]);
  });

  test('a late yes counts until somebody is confirmed', () => {
    expect([meaningOfAcceptance(false, false), meaningOfAcceptance(false, true), meaningOfAcceptance(true, false)]).toEqual([
      'accept',
      'reserve',
      'taken',
    ]);
  });

  test('no plan asks anybody twice or has an empty wave', () => {
    fc.assert(
      fc.property(fc.constantFrom(...severities), fc.uniqueArray(fc.string(), { maxLength: 15 }), fc.nat(3), (severity, ids, wishes) => {
        const waves = planWaves(severity, ids, ids.slice(0, wishes), routingRulesV1);
        const asked = waves.flatMap((wave) => wave.providerIds);
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked).toEqual(ids.slice(0, asked.length));
        expect(waves.every((wave) => wave.providerIds.length > 0)).toBe(true);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, digestOf, fnv1a32, tieBreakHash } from './stable-hash.ts';

test('the hash is the same on every machine: stored decisions depend on it', () => {
  expect([digestOf({ a: 1 }), tieBreakHash('case-1', 'p1', 'routing-1')]).toMatchInlineSnapshot(`
    [
      "fd473e7db04ef8ec",
      745890785,
    ]
  `);
});

test('the order of keys does not matter, that of arrays does', () => {
  expect(digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOf({ b: { d: 3, c: 2 }, a: 1 }));
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
});

test('canonical JSON is JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('ids that run on from each other are not taken for one another', () => {
  expect(tieBreakHash('a', 'bc', 'r')).not.toBe(tieBreakHash('ab', 'c', 'r'));
});

test('neighbouring ids spread over the whole range', () => {
  const upperHalf = Array.from({ length: 1000 }, (_, index) => fnv1a32(`p${index}`, 0x811c9dc5)).filter((hash) => hash >= 2 ** 31).length;
  expect(upperHalf).toBeGreaterThan(430);
  expect(upperHalf).toBeLessThan(570);
});

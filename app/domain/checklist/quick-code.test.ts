import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checklist, control } from './checklist.fixture.ts';
import { longestQuickCode, quickAnswerValues, quickCodeOf, readQuickCode } from './quick-code.ts';
import type { QuickRun } from './quick-code.ts';
import { companyKinds, sizeClasses } from './vocabulary.ts';

const ids = ['a', 'b', 'c', 'd'];
const version = checklist(ids.map((id) => control(id)), { version: 3 });
const runs: fc.Arbitrary<QuickRun> = fc.record({
  on: fc.constantFrom('2026-11-28', '2027-01-01'),
  sizeClass: fc.constantFrom(...sizeClasses),
  kind: fc.constantFrom(...companyKinds),
  answers: fc.tuple(...ids.map(() => fc.constantFrom(...quickAnswerValues))).map((values) => Object.fromEntries(ids.map((id, index) => [id, values[index]!]))),
});

test('a run comes back from its code as it was', () => {
  fc.assert(
    fc.property(runs, (run) => {
      expect(readQuickCode(version, quickCodeOf(version, run))).toEqual(run);
    }),
  );
});

test('whatever else a browser sends is no run, and nothing crashes', () => {
  fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => readQuickCode(version, text) === null));
});

test('a code holds nothing but letters, digits and points, and fits where it is carried', () => {
  fc.assert(fc.property(runs, (run) => /^[a-z0-9.]+$/.test(quickCodeOf(version, run)) && quickCodeOf(version, run).length < longestQuickCode));
});

test.each([
  ['another version of the checklist', '2.20261128.small.business.yyyy'],
  ['an answer too few', '3.20261128.small.business.yyy'],
  ['an answer too many', '3.20261128.small.business.yyyyy'],
  ['an unknown answer', '3.20261128.small.business.yyyz'],
  ['an unknown size', '3.20261128.tiny.business.yyyy'],
  ['no day', '3.today.small.business.yyyy'],
  ['something behind', '3.20261128.small.business.yyyy.more'],
])('%s is no run', (_what, code) => {
  expect(readQuickCode(version, code)).toBeNull();
});

import { expect, test } from 'vitest';
import { checklist, control, no, notApplicable, partly, smallBusiness, yes } from './checklist.fixture.ts';
import { whatIf } from './what-if.ts';

const version = checklist([
  control('a', { weight: 3 }),
  control('b', { weight: 2, parts: [{ id: 'p', text: { de: 'p', en: 'p' } }, { id: 'q', text: { de: 'q', en: 'q' } }] }),
  control('child', { weight: 4, followUpOf: { control: 'a', from: 'yes' } }),
]);
const run = { version, answers: { a: no, b: partly }, facts: smallBusiness };

test('chosen measures count as met with all their parts, the others stay as they are', () => {
  const { today, then, waiting } = whatIf(run, new Set(['b']));
  expect(today.points).toBe(0);
  expect(then.points).toBe(2);
  expect(waiting).toEqual([]);
});

test('a follow-up brings nothing before the measure it builds on, and is named', () => {
  expect(whatIf(run, new Set(['child']))).toMatchObject({ then: { points: 0 }, waiting: ['child'] });
  expect(whatIf(run, new Set(['child', 'a']))).toMatchObject({ then: { points: 7 }, waiting: [] });
});

test('what does not apply, or what nobody knows of, is passed over', () => {
  const out = { ...run, answers: { a: notApplicable, b: yes } };
  const { today, then } = whatIf(out, new Set(['a', 'no-such-measure']));
  expect(then).toEqual(today);
});

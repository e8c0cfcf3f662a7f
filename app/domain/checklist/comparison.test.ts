import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { checklist, control, no, notApplicable, partly, smallBusiness, unknown, words, yes } from './checklist.fixture.ts';
import { compareRuns, countChanges } from './comparison.ts';
import type { Run } from './comparison.ts';
import type { ScoredRequirement } from './version.ts';

function run(requirements: ScoredRequirement[], answers: Record<string, Answer>): Run {
  return { version: checklist(requirements), answers, facts: smallBusiness };
}

function changes(earlier: Run, later: Run): Record<string, string> {
  return Object.fromEntries(compareRuns(earlier, later).changes.map(({ requirementId, change }) => [requirementId, change]));
}

test.each([
  [no, yes, 'better'],
  [unknown, partly, 'better'],
  [yes, partly, 'worse'],
  [yes, unknown, 'worse'],
  [yes, yes, 'same'],
  [no, unknown, 'same'],
  [no, notApplicable, 'not_comparable'],
  [notApplicable, notApplicable, 'same'],
])('from %o to %o is %s', (from, to, change) => {
  expect(changes(run([control('a')], { a: from }), run([control('a')], { a: to }))).toEqual({ a: change });
});

test('new and gone requirements are named so', () => {
  expect(changes(run([control('old')], { old: yes }), run([control('fresh')], { fresh: yes }))).toEqual({ fresh: 'new', old: 'gone' });
});

test('a changed question is neither better nor worse', () => {
  const reworded = control('a', { question: { ...words('question a'), en: 'other words' } });
  expect(changes(run([control('a')], { a: no }), run([reworded], { a: yes }))).toEqual({ a: 'question_changed' });
  const split = control('b', { parts: [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }] });
  expect(changes(run([control('b')], { b: no }), run([split], { b: no }))).toEqual({ b: 'question_changed' });
});

test('a changed weight or advice leaves the answers comparable', () => {
  const heavier = control('a', { weight: 5, why: words('other reason') });
  expect(changes(run([control('a')], { a: no }), run([heavier], { a: yes }))).toEqual({ a: 'better' });
});

test('topics stand beside their earlier score', () => {
  const { topics } = compareRuns(run([control('a')], { a: no }), run([control('a')], { a: yes }));
  expect(topics).toMatchObject([{ topicId: 'topic', earlier: { percent: 0 }, later: { percent: 100 } }]);
});

test('changes are counted, without what neither run put to the company', () => {
  const forLarge = control('large', { suits: ['large'] });
  const counts = countChanges(compareRuns(run([control('a'), control('b')], { a: no, b: yes }), run([control('a'), control('c'), forLarge], { a: yes, c: no })));
  expect(counts).toMatchObject({ better: 1, worse: 0, new: 1, gone: 1, question_changed: 0 });
});

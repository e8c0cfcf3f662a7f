import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { offeredAnswers } from './carry-over.ts';
import type { EarlierRun } from './carry-over.ts';
import { checklist, control, no, notApplicable, unknown, words, yes } from './checklist.fixture.ts';
import type { ScoredRequirement } from './version.ts';

function earlier(runId: string, requirement: ScoredRequirement, answer: Answer, day: string): EarlierRun {
  return { runId, version: checklist([requirement]), answers: { [requirement.id]: answer }, answeredAt: { [requirement.id]: `${day}T10:00:00Z` } };
}

test('the youngest answer to the same control is offered with its date', () => {
  const runs = [earlier('spring', control('a'), no, '2026-05-03'), earlier('autumn', control('a'), yes, '2026-10-01')];
  expect(offeredAnswers(checklist([control('a'), control('b')]), runs)).toEqual([
    { requirementId: 'a', answer: yes, runId: 'autumn', answeredAt: '2026-10-01T10:00:00Z', sameWording: true },
  ]);
});

test('another wording of the question is offered but marked', () => {
  const runs = [earlier('spring', control('a', { question: words('shorter') }), yes, '2026-05-03')];
  expect(offeredAnswers(checklist([control('a')]), runs)).toMatchObject([{ sameWording: false }]);
});

test('what was unknown, or what this checklist would not accept, is not offered', () => {
  const strict = checklist([control('a', { notApplicableAllowed: false })]);
  expect(offeredAnswers(strict, [earlier('r', control('a'), unknown, '2026-05-03')])).toEqual([]);
  expect(offeredAnswers(strict, [earlier('r', control('a'), notApplicable, '2026-05-03')])).toEqual([]);
  const split = checklist([control('a', { parts: [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }] })]);
  expect(offeredAnswers(split, [earlier('r', control('a'), yes, '2026-05-03')])).toEqual([]);
});

import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { confirmedAnswer, isUnchanged, offeredAnswers } from './carry-over.ts';
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

test('an offer is unchanged when the same was asked and every part of today was answered', () => {
  const split = control('a', { parts: [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }] });
  const parts = split.parts ?? [];
  const offerOf = (answer: Answer, asked = split) => offeredAnswers(checklist([split]), [earlier('r', asked, answer, '2026-05-03')])[0]!;
  expect(isUnchanged(offerOf({ value: 'yes', parts: { p: 'yes', q: 'yes' } }), parts)).toBe(true);
  expect(isUnchanged(offerOf({ value: 'yes', parts: { p: 'yes' } }), parts)).toBe(false);
  expect(isUnchanged(offerOf({ value: 'yes', parts: { p: 'yes' } }), parts.slice(0, 1))).toBe(true);
  expect(isUnchanged(offerOf(no), parts)).toBe(true);
  expect(isUnchanged(offerOf(no, { ...split, question: words('shorter') }), parts)).toBe(false);
});

test('confirming keeps the day on which an answer was first given, however often; whoever confirms answers instead of the file', () => {
  const imported: Answer = { ...yes, note: 'Tresor', imported: { answeredBy: 'Kurt', answeredAt: null } };
  const [first] = offeredAnswers(checklist([control('a')]), [earlier('spring', control('a'), imported, '2026-05-03')]);
  const once = confirmedAnswer(first!);
  expect(once).toEqual({ ...yes, note: 'Tresor', firstAnsweredAt: '2026-05-03T10:00:00Z' });
  const [second] = offeredAnswers(checklist([control('a')]), [earlier('autumn', control('a'), once, '2026-11-03')]);
  expect(confirmedAnswer(second!)).toEqual(once);
});

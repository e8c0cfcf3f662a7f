import { describe, expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { checklist, control, no, notApplicable, partly, smallBusiness, statusQuestion, unknown, words, yes } from './checklist.fixture.ts';
import { compareRuns } from './comparison.ts';
import { planOf } from './measures.ts';
import { nextOpenQuestion } from './navigation.ts';
import { resultOf } from './result.ts';
import type { Band } from './result.ts';
import { standingsOf } from './standing.ts';
import type { Requirement } from './version.ts';
import { answerValues } from './vocabulary.ts';

/** Faults that other products had in counting; each is named after where it was seen. */

const judge = (requirements: readonly Requirement[], answers: Record<string, Answer>) => resultOf(checklist(requirements), answers, smallBusiness);
const everyAnswer: readonly Answer[] = [yes, partly, no, unknown, notApplicable, { value: 'not_applicable' }];

test('weight multiplies the maximum as well as the sum (CISO Assistant PR 4840)', () => {
  const heavy = [control('a', { weight: 5 }), control('b')];
  expect(judge(heavy, { a: yes, b: no })).toMatchObject({ points: 5, maximum: 6, percent: 83 });
  expect(judge(heavy, { a: yes, b: yes })).toMatchObject({ points: 6, maximum: 6, percent: 100 });
});

test('not knowing never lifts the score, stays in the maximum and is shown (MonAideCyber PR 223)', () => {
  const two = [control('a'), control('b')];
  expect(judge(two, { a: yes, b: unknown }).percent).toBe(judge(two, { a: yes, b: no }).percent);
  expect(judge(two, { a: yes, b: unknown })).toMatchObject({ maximum: 2, coverage: { known: 1, unknown: 1, applicable: 2 } });
});

test('all not applicable gives no statement, all unknown is nothing of the whole: never nothing of nothing (MonAideCyber)', () => {
  const two = [control('a'), control('b')];
  expect(judge(two, { a: notApplicable, b: notApplicable })).toMatchObject({ points: 0, maximum: 0, percent: null, band: null });
  expect(judge(two, { a: unknown, b: unknown })).toMatchObject({ points: 0, maximum: 2, percent: 0 });
});

test('a requirement counts only when all its applicable parts are met (CSET 2881)', () => {
  const split = [control('a', { parts: [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }] })];
  expect(judge(split, { a: { value: 'yes', parts: { p: 'yes', q: 'no' } } }).standings[0]?.outcome).toBe('partly');
  expect(judge(split, { a: { value: 'yes' } }).standings[0]?.outcome).toBe('unknown');
  expect(judge(split, { a: { value: 'yes', parts: { p: 'yes', q: 'not_applicable' }, reason: 'none' } }).standings[0]?.outcome).toBe('met');
});

test.each(everyAnswer)('advice is given exactly while something is to be done: %o (MonAideCyber 297)', (answer) => {
  const result = judge([control('a')], { a: answer });
  const isGap = ['partly', 'not_met', 'unknown'].includes(result.standings[0]?.outcome ?? '');
  expect(planOf(result.standings, smallBusiness)).toHaveLength(isGap ? 1 : 0);
});

describe('nothing crashes on any answer to any kind of question (MonAideCyber 259)', () => {
  const parts = [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }];
  const kinds: Record<string, Requirement[]> = {
    'plain control': [control('a')],
    'must item': [control('a', { must: { reason: words('must') } })],
    'control with parts': [control('a', { parts })],
    'follow-up': [control('parent'), control('a', { followUpOf: { control: 'parent', from: 'yes' } })],
    'follow-up of a follow-up': [control('parent'), control('b', { followUpOf: { control: 'parent', from: 'partly' } }), control('a', { followUpOf: { control: 'b', from: 'yes' } })],
    'status question': [statusQuestion('a'), control('b', { appliesWhen: { answer: { requirement: 'a', is: ['yes'] } } })],
  };
  const cases = Object.entries(kinds).flatMap(([kind, requirements]) =>
    answerValues.flatMap((value) => everyAnswer.map((parent) => ({ kind, requirements, value, parent }))),
  );
  test.each(cases)('$kind answered $value', ({ requirements, value, parent }) => {
    for (const given of [{ value }, { value, parts: { p: value, q: 'unknown' as const } }, undefined]) {
      const answers: Record<string, Answer> = { parent, b: parent, ...(given ? { a: given } : {}) };
      const version = checklist(requirements);
      const result = resultOf(version, answers, smallBusiness);
      expect(result.points).toBeLessThanOrEqual(result.maximum);
      expect(planOf(result.standings, smallBusiness).every((measure) => measure.afterwards.points <= result.maximum)).toBe(true);
      expect(nextOpenQuestion(standingsOf(version, answers, smallBusiness), null)?.id ?? '').not.toBe('no-such-question');
    }
  });
});

test('there are three bands, ours, and none while nothing can be said (xkmu)', () => {
  const bandAt = (met: number): Band | null => judge(Array.from({ length: 10 }, (_, n) => control(`c${n}`)), Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`c${n}`, n < met ? yes : no]))).band;
  expect([0, 4, 5, 7, 8, 10].map(bandAt)).toEqual(['critical', 'critical', 'gaps', 'gaps', 'solid', 'solid']);
  expect(judge([control('a')], { a: notApplicable }).band).toBeNull();
});

test('no points are taken away, and a must item is never hidden in a percentage (scoring like the DIN SPEC)', () => {
  const many = [control('must', { must: { reason: words('must') } }), ...Array.from({ length: 19 }, (_, n) => control(`c${n}`))];
  const result = judge(many, { must: no, ...Object.fromEntries(many.slice(1).map(({ id }) => [id, yes])) });
  expect(result).toMatchObject({ points: 19, maximum: 20, percent: 95, band: 'gaps' });
  expect(result.must).toMatchObject([{ requirement: { id: 'must' }, outcome: 'not_met' }]);
  expect(result.standings.every((standing) => standing.points >= 0)).toBe(true);
});

test('a question changed after its run was answered is compared as changed, and the run keeps its own words (eramba)', () => {
  const frozen = checklist([control('a')]);
  const edited = checklist([control('a', { question: words('another question') })], { version: 2 });
  const earlier = { version: frozen, answers: { a: no }, facts: smallBusiness };
  const comparison = compareRuns(earlier, { version: edited, answers: { a: yes }, facts: smallBusiness });
  expect(comparison.changes).toMatchObject([{ change: 'question_changed', earlier: { requirement: { question: words('question a') } } }]);
  expect(comparison.earlier).toEqual(resultOf(frozen, { a: no }, smallBusiness));
});

import { expect, test } from 'vitest';
import { allowedValues, answerToStore, checkAnswer, isStoredAlready, isUnconfirmedImport } from './answers.ts';
import type { Answer } from './answers.ts';
import { control, notApplicable, statusQuestion, unknown, words, yes } from './checklist.fixture.ts';
import type { Requirement } from './version.ts';

const parts = [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }];

function refusedFields(requirement: Requirement, answer: Answer): string[] {
  const checked = checkAnswer(requirement, answer);
  return checked.ok ? [] : Object.keys(checked.refusal.fields ?? {});
}

test('a status question offers yes, no and unknown only', () => {
  expect(allowedValues(statusQuestion('s'))).toEqual(['yes', 'no', 'unknown']);
  expect(refusedFields(statusQuestion('s'), notApplicable)).toEqual(['value']);
});

test('not applicable is offered only where the control allows it', () => {
  expect(allowedValues(control('a', { notApplicableAllowed: false }))).not.toContain('not_applicable');
  expect(refusedFields(control('a', { notApplicableAllowed: false }), notApplicable)).toEqual(['value']);
});

test('not applicable needs a reason, of the whole and of a part', () => {
  expect(refusedFields(control('a'), { value: 'not_applicable' })).toEqual(['reason']);
  expect(refusedFields(control('a'), { value: 'not_applicable', reason: '  ' })).toEqual(['reason']);
  expect(refusedFields(control('a', { parts }), { value: 'yes', parts: { p: 'yes', q: 'not_applicable' } })).toEqual(['reason']);
  expect(refusedFields(control('a'), notApplicable)).toEqual([]);
});

test('a yes to a requirement with parts must say so part by part', () => {
  expect(refusedFields(control('a', { parts }), yes)).toEqual(['parts']);
  expect(refusedFields(control('a', { parts }), unknown)).toEqual([]);
  expect(refusedFields(control('a', { parts }), { value: 'yes', parts: { p: 'yes', q: 'no' } })).toEqual([]);
});

test('parts that do not exist and values that parts do not have are refused', () => {
  expect(refusedFields(control('a', { parts }), { value: 'no', parts: { z: 'yes' } })).toEqual(['parts']);
  expect(refusedFields(control('a', { parts }), { value: 'no', parts: { p: 'partly' } })).toEqual(['parts']);
  expect(refusedFields(control('a'), { value: 'no', parts: { p: 'yes' } })).toEqual(['parts']);
});

test('an answer out of a file that is said again becomes its person’s own, once, and keeps its origin', () => {
  const fromFile: Answer = { ...yes, note: 'Tresor', imported: { answeredBy: 'Kurt', answeredAt: '2026-05-03T10:00:00Z' } };
  const again: Answer = { ...yes, note: 'Tresor' };
  expect([isUnconfirmedImport(fromFile), isStoredAlready(fromFile, again)]).toEqual([true, false]);
  const confirmed = answerToStore(fromFile, again);
  expect(confirmed).toEqual({ ...again, imported: { answeredBy: 'Kurt', answeredAt: '2026-05-03T10:00:00Z', confirmed: true } });
  expect([isUnconfirmedImport(confirmed), isStoredAlready(confirmed, again)]).toEqual([false, true]);
});

test('an answer that says something else has nothing to do with the file any more', () => {
  const fromFile: Answer = { ...yes, imported: { answeredBy: null, answeredAt: null } };
  expect(answerToStore(fromFile, unknown)).toBe(unknown);
  expect(answerToStore(yes, yes)).toBe(yes);
  expect(answerToStore(null, yes)).toBe(yes);
  expect(isStoredAlready(yes, yes)).toBe(true);
});

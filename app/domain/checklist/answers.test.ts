import { expect, test } from 'vitest';
import { allowedValues, checkAnswer } from './answers.ts';
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

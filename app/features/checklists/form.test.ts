import { describe, expect, test } from 'vitest';
import { wholeOf } from '#app/domain/checklist/answers.ts';
import { control } from '#app/domain/checklist/checklist.fixture.ts';
import { readAnswer, valuesOf } from './form.ts';
import { partField } from './answering/question-field.ts';

const simple = control('simple', { notApplicableAllowed: true });

describe('a posted answer', () => {
  test('keeps value, basis and note', () => {
    const posted = readAnswer({ value: 'yes', basis: 'checked', note: ' seen ', revision: '3' }, simple, []);
    expect(posted).toEqual({ answer: { value: 'yes', basis: 'checked', note: 'seen' }, errors: {}, seenRevision: 3, from: undefined, wasOpen: false });
  });

  test('without a value is refused at the value', () => {
    expect(readAnswer({ revision: '0' }, simple, [])).toMatchObject({ answer: null, errors: { value: 'errors.value' } });
    expect(readAnswer({ value: 'perhaps' }, simple, []).errors).toEqual({ value: 'errors.value' });
  });

  test('that says not applicable needs a reason and keeps it; any other answer drops it', () => {
    expect(readAnswer({ value: 'not_applicable', reason: ' ' }, simple, []).errors).toEqual({ reason: 'errors.reason' });
    expect(readAnswer({ value: 'not_applicable', reason: 'none here' }, simple, []).answer).toEqual({ value: 'not_applicable', reason: 'none here' });
    expect(readAnswer({ value: 'no', reason: 'typed before' }, simple, []).answer).toEqual({ value: 'no' });
  });

  test('with parts names each part that has no answer, and draws the whole from the parts', () => {
    expect(readAnswer({ [partField('a')]: 'yes' }, simple, ['a', 'b']).errors).toEqual({ [partField('b')]: 'errors.part' });
    const posted = readAnswer({ [partField('a')]: 'yes', [partField('b')]: 'no' }, simple, ['a', 'b']);
    expect(posted.answer).toEqual({ value: 'partly', parts: { a: 'yes', b: 'no' } });
  });

  test('that is too long says so and keeps the revision that was seen', () => {
    const posted = readAnswer({ value: 'yes', note: 'x'.repeat(2001), revision: '2', from: 'close' }, simple, []);
    expect(posted).toEqual({ answer: null, errors: { note: 'errors.tooLong' }, seenRevision: 2, from: 'close', wasOpen: false });
  });

  test('with an invented basis or a broken revision is not taken at its word', () => {
    expect(readAnswer({ value: 'yes', basis: 'hearsay' }, simple, []).errors).toEqual({ basis: 'errors.basis' });
    expect(readAnswer({ value: 'yes', revision: '-1' }, simple, []).seenRevision).toBe(0);
  });
});

test.each([
  [['yes', 'yes'], 'yes'],
  [['yes', 'not_applicable'], 'yes'],
  [['yes', 'unknown'], 'partly'],
  [['no', 'unknown'], 'no'],
  [['unknown', 'unknown'], 'unknown'],
  [['not_applicable'], 'not_applicable'],
] as const)('the parts %j make the whole %s', (parts, whole) => {
  expect(wholeOf(parts)).toBe(whole);
});

test('an answer fills the form it came from', () => {
  const posted = { [partField('a')]: 'yes', [partField('b')]: 'no', basis: 'estimated', note: 'n' };
  const { answer } = readAnswer(posted, simple, ['a', 'b']);
  expect(valuesOf(answer)).toMatchObject(posted);
});

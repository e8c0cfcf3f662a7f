import { expect, test } from 'vitest';
import { control, words } from '../checklist/checklist.fixture.ts';
import { closingAnswer, closingValues } from './closing.ts';

const parted = control('parted', { parts: [{ id: 'one', text: words('one') }, { id: 'two', text: words('two') }] });

test('a plain control is closed with yes or partly, one with parts with yes to all of them', () => {
  expect(closingValues(control('plain'))).toEqual(['yes', 'partly']);
  expect(closingAnswer(control('plain'), { value: 'partly', basis: 'checked', note: '' }, [])).toEqual({ value: 'partly', basis: 'checked' });
  expect(closingValues(parted)).toEqual(['yes']);
  expect(closingAnswer(parted, { value: 'yes', basis: 'document_seen', note: 'seen' }, ['one', 'two'])).toEqual({
    value: 'yes', basis: 'document_seen', note: 'seen', parts: { one: 'yes', two: 'yes' },
  });
  expect(closingAnswer(parted, { value: 'partly', basis: 'checked', note: '' }, ['one', 'two'])).toBeNull();
});

test('an answer that the requirement would not take is none', () => {
  expect(closingAnswer(parted, { value: 'yes', basis: 'checked', note: '' }, ['gone'])).toBeNull();
});

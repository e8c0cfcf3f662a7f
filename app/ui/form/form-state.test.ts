import { expect, test } from 'vitest';
import { choiceProps, emptyForm, fieldProps, formStateOf, hasErrors, summaryOf } from './form-state.ts';

test('a field shows again what was typed and its first error', () => {
  const form = formStateOf([['phone', '0371']], { phone: ['zu kurz', 'noch etwas'] });
  expect(fieldProps(form, 'phone')).toEqual({ id: 'f-phone', name: 'phone', defaultValue: '0371', error: 'zu kurz' });
});

test('a name posted several times becomes a list of chosen values', () => {
  const form = formStateOf([['systems', 'server'], ['systems', 'mail'], ['systems', 'shop']], {});
  expect(choiceProps(form, 'systems').chosen).toEqual(['server', 'mail', 'shop']);
});

test('a field never posted is empty, even when it is named like a property of every object', () => {
  expect(fieldProps(emptyForm(), 'constructor')).toEqual({ id: 'f-constructor', name: 'constructor', defaultValue: '', error: undefined });
});

test('passwords and files never come back', () => {
  const form = formStateOf([['password', 'geheim'], ['exhibit', { name: 'a.pdf' }], ['email', 'a@b.example']], {}, { secret: ['password'] });
  expect(form.values).toEqual({ email: 'a@b.example' });
});

test('the summary follows the order of the page and links to the controls', () => {
  const form = formStateOf([], { time: ['Uhrzeit fehlt.'], date: ['Datum fehlt.'], other: ['Anderes.'] });
  expect(summaryOf(form, ['date', 'time'])).toEqual([
    { field: 'f-date', text: 'Datum fehlt.' },
    { field: 'f-time', text: 'Uhrzeit fehlt.' },
    { field: 'f-other', text: 'Anderes.' },
  ]);
});

test('an empty list of errors is no error', () => {
  expect(hasErrors({ values: {}, errors: { date: [] } })).toBe(false);
  expect(hasErrors({ values: {}, errors: { date: ['Fehlt.'] } })).toBe(true);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carriedFrom, carriedOutOf, carryingFields, wordsIn } from './carried-fields.ts';

test('whatever was posted comes out as it went in, however often it is carried on', () => {
  const field = fc.tuple(fc.string(), fc.string());
  fc.assert(
    fc.property(fc.webPath(), fc.array(field), (path, fields) => {
      const form = carriedFrom(path, fields);
      const once = carriedOutOf(carryingFields(form));
      expect(once).toEqual(form);
      expect(carriedOutOf(carryingFields(once ?? form))).toEqual(form);
    }),
  );
});

test('the token of the ended session is no field of the form any more', () => {
  const form = carriedFrom('/betrieb', [['text', 'Alles steht'], ['formToken', 'alt']]);
  expect(form).toEqual({ path: '/betrieb', fields: [['text', 'Alles steht']], formToken: 'alt' });
});

test('a form that carries none gives none', () => {
  expect(carriedOutOf([['email', 'a@b.example'], ['password', 'x']])).toBeNull();
});

test('words are shown again, choices and marks are not', () => {
  const form = carriedFrom('/x', [['aktion', 'senden'], ['text', ' Der Server\nsteht still. '], ['key', 'abc123'], ['leer', '  ']]);
  expect(wordsIn(form)).toEqual(['Der Server\nsteht still.']);
});

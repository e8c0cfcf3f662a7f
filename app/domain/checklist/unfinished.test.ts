import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from './answers.ts';
import { contentToStore, isBlank, isSameTyped, readContent, shownContent } from './unfinished.ts';
import type { Typed, Unfinished } from './unfinished.ts';
import { answerBases, answerValues } from './vocabulary.ts';

const value = fc.constantFrom(...answerValues);
const fields = { value, parts: fc.dictionary(fc.constantFrom('p0', 'p1'), value), basis: fc.constantFrom(...answerBases), reason: fc.string(), note: fc.string() };
const answer: fc.Arbitrary<Answer> = fc.record({ ...fields, firstAnsweredAt: fc.constant('2026-05-03T09:00:00Z') }, { requiredKeys: ['value'] });
const typed: fc.Arbitrary<Typed> = fc.record(fields, { requiredKeys: [] });
const unfinished: fc.Arbitrary<Unfinished> = fc.record({ ...fields, by: fc.constant('erika'), at: fc.constant('2026-11-23T09:00:00Z') }, { requiredKeys: ['by', 'at'] });
const throughTheStore = <T>(content: T): T => JSON.parse(JSON.stringify(content)) as T;

test('whatever was typed beside it, the answer that is read is the answer that was given, and nothing else', () => {
  fc.assert(
    fc.property(fc.option(answer), fc.option(unfinished), (given, beside) => {
      const read = readContent(throughTheStore(contentToStore({ answer: given, unfinished: beside })));
      expect(read).toEqual({ answer: given, unfinished: beside });
      // Nothing of what was typed clings to it: it is, letter by letter, what it would be without.
      expect(JSON.stringify(read.answer)).toBe(JSON.stringify(readContent(throughTheStore(contentToStore({ answer: given, unfinished: null }))).answer));
    }),
  );
});

test('an answer as it was stored before there was anything beside it is read as it is', () => {
  fc.assert(
    fc.property(answer, (stored) => {
      expect(readContent(stored)).toEqual({ answer: stored, unfinished: null });
    }),
  );
  expect(readContent({})).toEqual({ answer: null, unfinished: null });
});

test('what is shown loses no word that was typed, and falls back on the answer where nothing was', () => {
  fc.assert(
    fc.property(answer, typed, (given, beside) => {
      const shown = shownContent({ answer: given, unfinished: beside });
      expect(shown?.note).toBe(beside.note || given.note);
      expect(shown?.reason).toBe(beside.reason || given.reason);
      expect(shown?.value).toBe(beside.value ?? given.value);
      expect(shown?.parts ?? {}).toMatchObject({ ...given.parts, ...beside.parts });
      expect(shownContent({ answer: null, unfinished: beside })).toEqual(beside);
      expect(shownContent({ answer: given, unfinished: null })).toEqual(given);
    }),
  );
});

test('blank is what says nothing; line breaks and who typed make no difference', () => {
  expect(isBlank({ note: ' \n', reason: '', parts: {} })).toBe(true);
  for (const said of [{ note: 'x' }, { value: 'yes' }, { basis: 'checked' }, { parts: { p0: 'no' } }] as const) expect(isBlank(said)).toBe(false);
  expect(isSameTyped({ note: 'a\r\nb', reason: '' }, { note: 'a\nb' })).toBe(true);
  expect(isSameTyped({ note: 'a' }, { note: 'b' })).toBe(false);
});

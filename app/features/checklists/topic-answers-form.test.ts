import { expect, test } from 'vitest';
import { control } from '#app/domain/checklist/checklist.fixture.ts';
import { valuesOf } from './form.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { questionField } from './question-field.ts';
import { fingerprintOf, readTopic } from './topic-answers-form.ts';

const question = (id: string) => ({ requirement: control(id, { notApplicableAllowed: true }), parts: [] }) as unknown as OpenRequirement;
const questions = [question('one'), question('two')];
const posted = (id: string, fields: Record<string, string>) => Object.fromEntries(Object.entries(fields).map(([field, value]) => [questionField(id, field), value]));

test('a question left empty stays open and is no fault', () => {
  expect(readTopic({ ...posted('one', { value: 'yes', revision: '2' }), ...posted('two', { revision: '0', note: '  ' }) }, questions)).toMatchObject([
    { requirementId: 'one', answer: { value: 'yes' }, seenRevision: 2 },
  ]);
});

test('a note without an answer is named, with what was typed', () => {
  const [only] = readTopic(posted('two', { note: 'im Tresor' }), questions);
  expect(only).toMatchObject({ requirementId: 'two', answer: null, errors: { value: 'errors.value' }, values: { note: 'im Tresor' } });
});

test('what stands as the page was sent is not posted anew, so that a colleague’s later answer is no quarrel', () => {
  const stored = valuesOf({ value: 'no', note: 'Zeile eins\nZeile zwei' });
  const seen = fingerprintOf(stored, []);
  const fields = { ...stored, note: 'Zeile eins\r\nZeile zwei', revision: '1', seen };
  expect(readTopic(posted('one', fields), questions)).toEqual([]);
  expect(readTopic(posted('one', { ...fields, value: 'yes' }), questions)).toHaveLength(1);
});

test('a question of which somebody keeps the other answer is left out', () => {
  expect(readTopic({ ...posted('one', { value: 'yes' }), keep: 'one' }, questions)).toEqual([]);
});

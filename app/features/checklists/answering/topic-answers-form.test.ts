import { expect, test } from 'vitest';
import { control } from '#app/domain/checklist/checklist.fixture.ts';
import { valuesOf } from '../form.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { questionField } from './question-field.ts';
import { answersIn, fingerprintOf, readTopic } from './topic-answers-form.ts';

const question = (id: string) => ({ requirement: control(id, { notApplicableAllowed: true }), parts: [], unfinished: null, revision: 0 }) as unknown as OpenRequirement;
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

const at = '2026-05-03T10:00:00Z';
const offering = (id: string, change: Partial<OpenRequirement> = {}) => ({ ...question(id), record: null, offered: { requirementId: id, answer: { value: 'yes', note: 'Tresor' }, runId: 'r', answeredAt: at, sameWording: true }, ...change }) as OpenRequirement;
const answersOf = (values: Record<string, string>, of: readonly OpenRequirement[]) => answersIn(values, of, readTopic(values, of));

test('only the button that confirms stores what was offered, and only what stood on the page', () => {
  const of = [offering('one'), offering('two')];
  const seen = posted('one', { offered: at });
  expect(answersOf(seen, of).answers).toEqual([]);
  expect(answersOf({ ...seen, confirm: '1' }, of)).toEqual({ answers: [{ requirementId: 'one', seenRevision: 0, answer: { value: 'yes', note: 'Tresor', firstAnsweredAt: at } }], isOutdated: false });
});

test('what a colleague has answered stands, what somebody typed goes before, and what was offered otherwise is left open', () => {
  const confirm = { confirm: '1', ...posted('one', { offered: at }) };
  expect(answersOf(confirm, [offering('one', { record: {} as OpenRequirement['record'] })])).toEqual({ answers: [], isOutdated: false });
  expect(answersOf({ ...confirm, ...posted('one', { offered: at, value: 'no', revision: '0' }) }, [offering('one')]).answers).toMatchObject([{ answer: { value: 'no' } }]);
  expect(answersOf({ ...confirm, ...posted('one', { offered: at, value: 'yes', note: 'Tresor', revision: '0' }) }, [offering('one')]).answers).toMatchObject([{ answer: { firstAnsweredAt: at } }]);
  expect(answersOf({ ...confirm, ...posted('one', { offered: at, note: 'halb' }) }, [offering('one')]).answers).toEqual([]);
  for (const stale of [offering('one', { offered: null }), offering('one', { offered: { ...offering('one').offered!, answeredAt: '2026-06-01T10:00:00Z' } }), offering('one', { offered: { ...offering('one').offered!, sameWording: false } })]) {
    expect(answersOf(confirm, [stale])).toEqual({ answers: [], isOutdated: true });
  }
});

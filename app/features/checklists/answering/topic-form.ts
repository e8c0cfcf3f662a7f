import { z } from 'zod';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { textOf } from '#app/content/translator.ts';
import type { Locale } from '../../ports.ts';
import { maximumLength, readAnswer } from '../form.ts';
import { partField, questionField } from './question-field.ts';
import { settlements } from '../hand-over/settlements.ts';
import { topicShareDays } from '../hand-over/topic-share-days.ts';
import type { SharedTopic, TopicDraft } from '../hand-over/topic-content.ts';

/** Forms around topics in other hands. Messages are keys of `handOver.errors`. */


const words = (max: number) => z.string().trim().max(max, 'tooLong').default('');
const formKey = z.string().min(8).max(100);

export const handOverForm = z.object({
  userId: z.string().min(1, 'choose').max(100),
  message: words(2000),
  dueOn: z.preprocess((given) => (given === '' || given === undefined ? null : given), z.iso.date('day').nullable()),
  idempotencyKey: formKey,
});

export const shareTopicForm = z.object({
  name: z.string().trim().min(1, 'name').max(120, 'tooLong'),
  role: words(120),
  message: words(2000),
  days: z.coerce.number().pipe(z.literal(topicShareDays, 'days')),
  token: z.string().regex(/^[\w-]{22}$/),
  accessCode: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
});

export const settleForm = z.object({ how: z.enum(settlements), words: words(2000) });

export type TopicErrorKey = 'choose' | 'day' | 'name' | 'days' | 'tooLong' | 'taken' | 'gone' | 'nothing' | 'past';

/** Field -> the first thing that is wrong with it. */
export function topicFaults(error: z.ZodError): Record<string, TopicErrorKey> {
  const known: readonly TopicErrorKey[] = ['choose', 'day', 'name', 'days', 'tooLong'];
  const faults: Record<string, TopicErrorKey> = {};
  for (const { path, message } of error.issues) faults[String(path[0] ?? '')] ??= known.find((key) => key === message) ?? 'choose';
  return faults;
}

export function topicErrorTexts(faults: Readonly<Record<string, TopicErrorKey>>, locale: Locale): Record<string, string[]> {
  const t = textOf(locale, 'handOver');
  return Object.fromEntries(Object.entries(faults).map(([field, key]) => [field, [t(`errors.${key}`)]]));
}

const longestName = 120;

/** What may be kept of a posted topic: its own fields, none longer than it may be. */
export function draftOf(topic: SharedTopic, posted: (name: string) => string): TopicDraft {
  const fields = topic.questions.flatMap(({ requirement, parts }) => ['value', 'reason', 'note', ...parts.map(({ id }) => partField(id))].map((field) => questionField(requirement.id, field)));
  return Object.fromEntries([...fields, 'name', 'role'].map((name) => [name, posted(name).slice(0, name === 'name' || name === 'role' ? longestName : maximumLength.note + 1)]).filter(([, value]) => value !== ''));
}

/** Reads the answers of a whole topic. A question without a word stays open; errors are texts by field. */
export function readTopic(topic: SharedTopic, draft: TopicDraft, locale: Locale): { readonly answers: Readonly<Record<string, Answer>>; readonly errors: Readonly<Record<string, readonly string[]>> } {
  const t = textOf(locale, 'checklists');
  const answers: Record<string, Answer> = {};
  const errors: Record<string, string[]> = {};
  for (const { requirement, parts } of topic.questions) {
    const prefix = questionField(requirement.id, '');
    const own = Object.fromEntries(Object.entries(draft).filter(([name]) => name.startsWith(prefix)).map(([name, value]) => [name.slice(prefix.length), value]));
    if (Object.keys(own).length === 0) continue;
    const { answer, errors: faults } = readAnswer(own, requirement, parts.map(({ id }) => id));
    if (answer !== null) answers[requirement.id] = answer;
    for (const [field, key] of Object.entries(faults)) {
      // With parts, the whole follows from them.
      if (field === 'value' && parts.length > 0) continue;
      const part = parts.find(({ id }) => partField(id) === field);
      const text = key === 'errors.part' ? t(key, { part: part?.text[locale] ?? '' }) : key === 'errors.tooLong' ? t(key, { max: field === 'note' ? maximumLength.note : maximumLength.reason }) : t(key);
      errors[questionField(requirement.id, field)] = [text];
    }
  }
  return { answers, errors };
}

import { z } from 'zod';
import { wholeOf } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Typed } from '#app/domain/checklist/unfinished.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import { answerBases, answerValues } from '#app/domain/checklist/vocabulary.ts';
import type { AnswerValue } from '#app/domain/checklist/vocabulary.ts';
import { partField } from './answering/question-field.ts';

/** The form of one question: field names, lengths, and how what was posted becomes an answer. */

export const maximumLength = { reason: 500, note: 2000 } as const;

/** Where to go after saving, when somebody came from a list. */
export const origins = ['open', 'close', 'overview'] as const;
export type Origin = (typeof origins)[number];

export const answerFormSchema = z.object({
  value: z.enum(answerValues).optional().catch(undefined),
  basis: z.enum(answerBases, 'errors.basis').optional().or(z.literal('').transform(() => undefined)),
  reason: z.string().trim().max(maximumLength.reason, 'errors.tooLong').default(''),
  note: z.string().trim().max(maximumLength.note, 'errors.tooLong').default(''),
  revision: z.coerce.number().int().min(0).catch(0),
  from: z.enum(origins).optional().catch(undefined),
  open: z.literal('1').optional().catch(undefined),
});

export const startFormSchema = z.object({ checklistId: z.string().min(1).max(100), idempotencyKey: z.string().min(8).max(100) });

/** What becomes of a quick check that came along in a cookie. */
export const broughtFormSchema = z.object({ quick: z.enum(['take', 'drop']), idempotencyKey: startFormSchema.shape.idempotencyKey });

export const closeFormSchema = z.object({
  seenAnswers: z.coerce.number().int().min(0),
  seenSites: z.string().max(5000).default(''),
  position: z.string('close.errors.position').trim().min(2, 'close.errors.position').max(80, 'close.errors.positionLong'),
  confirmed: z.literal('yes', 'close.errors.confirm'),
});
const closeErrorKeys = ['close.errors.position', 'close.errors.positionLong', 'close.errors.confirm'] as const;
export type CloseErrors = Readonly<Partial<Record<'position' | 'confirmed', (typeof closeErrorKeys)[number]>>>;

/** Reads the form of the close; keys of texts by field where something is missing. `null` where the form is none of ours. */
export function readClose(values: Readonly<Record<string, unknown>>): { readonly closing: z.infer<typeof closeFormSchema> } | { readonly errors: CloseErrors } | null {
  const parsed = closeFormSchema.safeParse(values);
  if (parsed.success) return { closing: parsed.data };
  const errors: { -readonly [Field in keyof CloseErrors]: CloseErrors[Field] } = {};
  for (const { path: [field], message } of parsed.error.issues) {
    const key = closeErrorKeys.find((each) => each === message);
    if (key === undefined || (field !== 'position' && field !== 'confirmed')) return null;
    errors[field] ??= key;
  }
  return { errors };
}

/** What can be done with a closed run from its result. */
export const resultFormSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('again'), idempotencyKey: startFormSchema.shape.idempotencyKey }),
  z.object({ do: z.literal('remind'), months: z.enum(['3', '6', '12', 'never']) }),
  z.object({ do: z.literal('take') }),
]);

/** Field of a button that takes measures over: ids of their controls. */
export const takenField = 'control';

/** The controls of the button that was pressed; empty when it was another one. */
export function readTaken(form: { text(name: string): string }): string[] {
  return form.text(takenField).split(' ').filter((id) => id !== '').slice(0, 100);
}

/** Keys of this feature's texts, by field. */
export type AnswerErrorKey = 'errors.value' | 'errors.part' | 'errors.reason' | 'errors.tooLong' | 'errors.basis';
export type AnswerErrors = Readonly<Record<string, AnswerErrorKey>>;

export type PostedAnswer = {
  readonly answer: Answer | null;
  readonly errors: AnswerErrors;
  readonly seenRevision: number;
  readonly from: Origin | undefined;
  /** The question had no answer when its page was made; saved meanwhile or not. */
  readonly wasOpen: boolean;
};

/** Reads a posted answer. `partIds` are the parts that were asked; with parts, they make up the value of the whole. */
export function readAnswer(values: Readonly<Record<string, unknown>>, requirement: Requirement, partIds: readonly string[]): PostedAnswer {
  const parsed = answerFormSchema.safeParse(values);
  const errors: Record<string, AnswerErrorKey> = {};
  if (!parsed.success) {
    for (const issue of parsed.error.issues) errors[String(issue.path[0])] = issue.message === 'errors.tooLong' ? 'errors.tooLong' : 'errors.basis';
  }
  const form = parsed.success ? parsed.data : answerFormSchema.parse({ revision: values['revision'], from: values['from'], value: values['value'], open: values['open'] });

  const parts: Record<string, AnswerValue> = {};
  for (const id of partIds) {
    const value = answerValues.find((each) => each === values[partField(id)]);
    if (value === undefined) errors[partField(id)] = 'errors.part';
    else parts[id] = value;
  }
  const value = partIds.length > 0 ? wholeOf(Object.values(parts)) : form.value;
  if (value === undefined) errors['value'] = 'errors.value';
  const saysNotApplicable = value === 'not_applicable' || Object.values(parts).includes('not_applicable');
  if (saysNotApplicable && form.reason === '' && errors['reason'] === undefined) errors['reason'] = 'errors.reason';

  const seen = { errors, seenRevision: form.revision, from: form.from, wasOpen: form.open === '1' };
  if (value === undefined || Object.keys(errors).length > 0) return { answer: null, ...seen };
  const answer: Answer = {
    value,
    ...(partIds.length > 0 ? { parts } : {}),
    ...(requirement.kind === 'control' && form.basis ? { basis: form.basis } : {}),
    ...(saysNotApplicable ? { reason: form.reason } : {}),
    ...(form.note === '' ? {} : { note: form.note }),
  };
  return { answer, ...seen };
}

/** More than an answer may have, so that what has become too long can be shortened later. */
const keptLength = 10_000;

/** What was posted, as far as it goes, although no answer comes of it; null when it is more than is kept. */
export function readTyped(values: Readonly<Record<string, unknown>>, partIds: readonly string[]): Typed | null {
  const text = (field: string) => (typeof values[field] === 'string' ? values[field] : '');
  const [reason, note] = [text('reason'), text('note')];
  if (Math.max(reason.length, note.length) > keptLength) return null;
  const value = answerValues.find((each) => each === values['value']);
  const basis = answerBases.find((each) => each === values['basis']);
  const parts = Object.fromEntries(partIds.flatMap((id) => answerValues.filter((each) => each === values[partField(id)]).map((each) => [id, each] as const)));
  return {
    ...(value === undefined || partIds.length > 0 ? {} : { value }),
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
    ...(basis === undefined ? {} : { basis }),
    ...(reason === '' ? {} : { reason }),
    ...(note === '' ? {} : { note }),
  };
}

/** The fields of a form that shows this answer, or what was typed so far. */
export function valuesOf(answer: Typed | null): Record<string, string> {
  if (answer === null) return {};
  return {
    ...(answer.value === undefined ? {} : { value: answer.value }),
    basis: answer.basis ?? '',
    reason: answer.reason ?? '',
    note: answer.note ?? '',
    ...Object.fromEntries(Object.entries(answer.parts ?? {}).map(([id, value]) => [partField(id), value])),
  };
}

import type { Answer } from './answers.ts';

/** What somebody has filled in at a question, as far as it goes. */
export type Typed = Partial<Pick<Answer, 'value' | 'parts' | 'basis' | 'reason' | 'note'>>;

/** What was typed without an answer coming of it yet; kept so that no word is lost. Counts nowhere. */
export type Unfinished = Typed & {
  /** Id of the person. */
  readonly by: string;
  /** ISO time. */
  readonly at: string;
};

/** What lies sealed for one question: its answer, and beside it what is not one (yet). */
export type QuestionContent = { readonly answer: Answer | null; readonly unfinished: Unfinished | null };

/** The same as it is stored: an answer's own fields, so that one without anything beside it is stored as it always was. */
export type StoredContent = Partial<Answer> & { readonly unfinished?: Unfinished };

export function contentToStore({ answer, unfinished }: QuestionContent): StoredContent {
  return { ...answer, ...(unfinished === null ? {} : { unfinished }) };
}

/** The one place that tells an answer from what only was typed: whoever reads answers never meets the other. */
export function readContent({ unfinished, ...rest }: StoredContent): QuestionContent {
  const { value } = rest;
  return { answer: value === undefined ? null : { ...rest, value }, unfinished: unfinished ?? null };
}

export function isBlank({ value, parts, basis, reason, note }: Typed): boolean {
  return value === undefined && basis === undefined && Object.keys(parts ?? {}).length === 0 && [reason, note].every((text) => (text ?? '').trim() === '');
}

/** Whether the same was typed, by whomever. */
export function isSameTyped(a: Typed, b: Typed): boolean {
  return comparable(a) === comparable(b);
}

function comparable({ value, parts, basis, reason, note }: Typed): string {
  const sorted = Object.entries(parts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([value ?? null, sorted, basis ?? null, ...[reason, note].map((text) => (text ?? '').replaceAll('\r\n', '\n'))]);
}

/** What the form of a question shows: what was typed last goes before the answer that stands. */
export function shownContent({ answer, unfinished }: { readonly answer: Typed | null; readonly unfinished: Typed | null }): Typed | null {
  if (answer === null || unfinished === null) return answer ?? unfinished;
  const { value, parts, basis, reason, note } = unfinished;
  return {
    ...answer,
    ...(value === undefined ? {} : { value }),
    ...(answer.parts || parts ? { parts: { ...answer.parts, ...parts } } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(reason ? { reason } : {}),
    ...(note ? { note } : {}),
  };
}

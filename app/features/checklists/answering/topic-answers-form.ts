import { saysTheSame } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { confirmedAnswer, isUnchanged } from '#app/domain/checklist/carry-over.ts';
import type { Typed } from '#app/domain/checklist/unfinished.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import { readAnswer, readTyped } from '../form.ts';
import type { AnswerErrors } from '../form.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import type { TopicAnswer } from './save-topic.server.ts';
import { confirmField, keepField, partField, questionField, shownField } from './question-field.ts';

/** The form of a whole topic: the fields of each question carry its id in front, `backup-made.value`. */

/** What became of one question of a posted topic. */
export type PostedQuestion = {
  readonly requirementId: string;
  /** Null where something is wrong. */
  readonly answer: Answer | null;
  readonly errors: AnswerErrors;
  readonly seenRevision: number;
  /** What stands there as far as it goes; null where it is more than is kept. */
  readonly typed: Typed | null;
  /** As posted, without the id in front. */
  readonly values: FormState['values'];
};

/**
 * Reads a posted topic. A question that was left empty is no fault: it stays open, and is not in the list. Neither is one that
 * stands as its page was sent: what a colleague has answered meanwhile is then no quarrel.
 */
export function readTopic(values: FormState['values'], questions: readonly OpenRequirement[]): PostedQuestion[] {
  return questions.flatMap(({ requirement, parts }): PostedQuestion[] => {
    const own = fieldsOf(values, requirement.id);
    const fields = ['value', 'note', 'reason', ...parts.map((part) => partField(part.id))];
    const isUntouched = own['seen'] !== undefined && own['seen'] === fingerprintOf(own, parts);
    const isEmpty = fields.every((field) => String(own[field] ?? '').trim() === '');
    // Emptied since, it is to be forgotten.
    const wasEmpty = own['seen'] === undefined;
    if ((isEmpty && wasEmpty) || isUntouched || values[keepField] === requirement.id) return [];
    const partIds = parts.map((part) => part.id);
    const { answer, errors, seenRevision } = readAnswer(own, requirement, partIds);
    return [{ requirementId: requirement.id, answer, errors: isEmpty ? {} : errors, seenRevision, typed: readTyped(own, partIds), values: own }];
  });
}

/** Field of an offer: the time of the answer that stood on the page. */
export const offeredField = 'offered';

export type TopicAnswers = {
  readonly answers: readonly TopicAnswer[];
  /** What was to be confirmed is not offered any more as it stood on the page; it is left open. */
  readonly isOutdated: boolean;
};

/**
 * The answers that a posted topic stores. The button that confirms adds every offer that stood on the page, is offered still and
 * has no answer yet; what somebody typed instead goes before it.
 */
export function answersIn(values: FormState['values'], questions: readonly OpenRequirement[], posted: readonly PostedQuestion[]): TopicAnswers {
  const answers = new Map(posted.flatMap(({ requirementId, seenRevision, answer }) => (answer === null ? [] : [[requirementId, { requirementId, seenRevision, answer }] as const])));
  let isOutdated = false;
  if (values[confirmField] === undefined) return { answers: [...answers.values()], isOutdated };
  for (const { requirement, parts, record, unfinished, offered } of questions) {
    const seen = values[questionField(requirement.id, offeredField)];
    // What a colleague has answered meanwhile stands; where somebody has begun to type, it is not settled by a button for all.
    if (seen === undefined || record !== null || unfinished !== null) continue;
    const typed = posted.find(({ requirementId }) => requirementId === requirement.id);
    if (typed && (typed.answer === null || offered === null || !saysTheSame(typed.answer, offered.answer))) continue;
    if (offered === null || offered.answeredAt !== seen || !isUnchanged(offered, parts)) isOutdated = true;
    else answers.set(requirement.id, { requirementId: requirement.id, seenRevision: 0, answer: confirmedAnswer(offered) });
  }
  return { answers: [...answers.values()], isOutdated };
}

/** What the fields of one question say, to tell whether anybody has touched them since the page was sent. */
export function fingerprintOf(values: FormState['values'], parts: OpenRequirement['parts']): string {
  const fields = ['value', 'basis', 'reason', 'note', ...parts.map((part) => partField(part.id))];
  // With parts, they make up the value; browsers send lines with another break than they were given.
  return JSON.stringify(fields.filter((field) => parts.length === 0 || field !== 'value').map((field) => String(values[field] ?? '').replaceAll('\r\n', '\n')));
}

export function shownIn(values: FormState['values']): string[] {
  const shown = values[shownField];
  return typeof shown === 'string' ? shown.split(' ').slice(0, 500) : [];
}

/** A form of one question as part of the topic's form. */
export function insideTopic(form: FormState, requirementId: string): FormState {
  const prefixed = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).map(([field, value]) => [questionField(requirementId, field), value]));
  return { values: prefixed(form.values), errors: prefixed(form.errors) };
}

function fieldsOf(values: FormState['values'], requirementId: string): Record<string, string | readonly string[]> {
  const prefix = questionField(requirementId, '');
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}

import { labelsOf } from '#app/content/messages.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { firstGivenAt, isUnchanged } from '#app/domain/checklist/carry-over.ts';
import type { Locale } from '../../ports.ts';
import { nameWithRole } from '../name-with-role.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { questionField } from './question-field.ts';
import { offeredField } from './topic-answers-form.ts';

/** An earlier answer that can be confirmed, with all it says. */
export type OfferedLine = { readonly id: string; readonly question: string; readonly answer: string; readonly more: readonly string[]; readonly firstAt: string; readonly field: string; readonly seen: string };

/** „Ja · selbst nachgesehen“. */
export function answerInWords({ value, basis }: Pick<Answer, 'value' | 'basis'>, locale: Locale): string {
  const { answers, answerBases } = labelsOf(locale);
  return [answers[value], ...(basis ? [answerBases[basis]] : [])].join(' · ');
}

/** Null for what has to be answered anew. */
export function offeredLine({ requirement, parts, unfinished, offered }: OpenRequirement, locale: Locale): OfferedLine | null {
  if (offered === null || unfinished !== null || !isUnchanged(offered, parts)) return null;
  const labels = labelsOf(locale);
  const { answer } = offered;
  const ofParts = parts.flatMap(({ id, text }) => {
    const value = answer.parts?.[id];
    return value === undefined ? [] : [`${text[locale].replace(/\.$/, '')}: ${labels.answers[value]}`];
  });
  return {
    id: requirement.id,
    question: requirement.question[locale],
    answer: answerInWords(answer, locale),
    more: [...ofParts, ...(answer.source ? [nameWithRole(answer.source)] : []), ...[answer.reason, answer.note].flatMap((text) => text || [])],
    firstAt: firstGivenAt(offered),
    field: questionField(requirement.id, offeredField),
    seen: offered.answeredAt,
  };
}

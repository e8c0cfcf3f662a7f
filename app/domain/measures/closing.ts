import { checkAnswer } from '../checklist/answers.ts';
import type { Answer } from '../checklist/answers.ts';
import type { AnswerBasis } from '../checklist/vocabulary.ts';
import type { ScoredRequirement } from '../checklist/version.ts';

/** How a control may be answered when its measure is done. With parts a „partly“ says too little: that is for the question itself. */
export function closingValues(control: ScoredRequirement): readonly ('yes' | 'partly')[] {
  return control.parts && control.parts.length > 0 ? ['yes'] : ['yes', 'partly'];
}

/**
 * The answer that follows from a finished measure; `partIds` are the parts that are asked of this company. Null where the
 * requirement would not take it.
 */
export function closingAnswer(control: ScoredRequirement, given: { readonly value: 'yes' | 'partly'; readonly basis: AnswerBasis; readonly note: string }, partIds: readonly string[]): Answer | null {
  const parts = partIds.length > 0 ? { parts: Object.fromEntries(partIds.map((id) => [id, 'yes' as const])) } : {};
  const answer: Answer = { value: given.value, basis: given.basis, ...parts, ...(given.note === '' ? {} : { note: given.note }) };
  return closingValues(control).includes(given.value) && checkAnswer(control, answer).ok ? answer : null;
}

import type { AnswerValue } from './vocabulary.ts';
import type { CompanyFacts, Condition } from './version.ts';

/** Three-valued: null is „cannot be told yet“. */
export type Truth = boolean | null;

/**
 * The answer a condition sees: a value, null while nobody answered, or `out_of_scope` when the question itself does not
 * apply (then it has none of the values).
 */
export type AnswerSeen = AnswerValue | 'out_of_scope' | null;

/**
 * Evaluates a condition in three-valued logic (Kleene). An unknown fact, an unanswered question and an answer `unknown` that
 * the condition does not name give null, and callers let null apply: not knowing never makes a question go away.
 */
export function evaluate(condition: Condition, answerSeen: (requirementId: string) => AnswerSeen, facts: CompanyFacts): Truth {
  if ('all' in condition) {
    let truth: Truth = true;
    for (const part of condition.all) {
      const value = evaluate(part, answerSeen, facts);
      if (value === false) return false;
      if (value === null) truth = null;
    }
    return truth;
  }
  if ('any' in condition) {
    let truth: Truth = false;
    for (const part of condition.any) {
      const value = evaluate(part, answerSeen, facts);
      if (value === true) return true;
      if (value === null) truth = null;
    }
    return truth;
  }
  if ('not' in condition) {
    const value = evaluate(condition.not, answerSeen, facts);
    return value === null ? null : !value;
  }
  if ('answer' in condition) {
    const seen = answerSeen(condition.answer.requirement);
    if (seen === 'out_of_scope') return false;
    if (seen === null) return null;
    if (condition.answer.is.includes(seen)) return true;
    return seen === 'unknown' ? null : false;
  }
  const { company } = condition;
  if ('sizeClass' in company) return facts.sizeClass === null ? null : company.sizeClass.includes(facts.sizeClass);
  if ('kind' in company) return facts.kind === null ? null : company.kind.includes(facts.kind);
  return facts.sector === null ? null : company.sector.includes(facts.sector);
}

/** Status questions that a condition looks at. */
export function requirementsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(requirementsIn);
  if ('any' in condition) return condition.any.flatMap(requirementsIn);
  if ('not' in condition) return requirementsIn(condition.not);
  return 'answer' in condition ? [condition.answer.requirement] : [];
}

/** Sector sections that a condition names. */
export function sectorsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(sectorsIn);
  if ('any' in condition) return condition.any.flatMap(sectorsIn);
  if ('not' in condition) return sectorsIn(condition.not);
  return 'company' in condition && 'sector' in condition.company ? [...condition.company.sector] : [];
}

import type { AnswerValue } from './vocabulary.ts';
import type { CompanyFacts, Condition } from './version.ts';

/** Three-valued: null is „cannot be told yet“. */
export type Truth = boolean | null;

/**
 * The answer a condition sees: a value, null while nobody answered, or `out_of_scope` when the question itself does not
 * apply (then it has none of the values).
 */
export type AnswerSeen = AnswerValue | 'out_of_scope' | null;

/** A condition made ready for many runs: `Place` is where the caller keeps what was answered to a question. */
export type ReadyCondition<Place> = (answerSeen: (place: Place) => AnswerSeen, facts: CompanyFacts) => Truth;

/**
 * Makes a condition ready to be evaluated in three-valued logic (Kleene). An unknown fact, an unanswered question and an answer
 * `unknown` that the condition does not name give null, and callers let null apply: not knowing never makes a question go away.
 */
export function readyCondition<Place>(condition: Condition, placeOf: (requirementId: string) => Place): ReadyCondition<Place> {
  if ('all' in condition) return allOf(condition.all.map((part) => readyCondition(part, placeOf)));
  if ('any' in condition) return anyOf(condition.any.map((part) => readyCondition(part, placeOf)));
  if ('not' in condition) {
    const inner = readyCondition(condition.not, placeOf);
    return (answerSeen, facts) => negated(inner(answerSeen, facts));
  }
  if ('answer' in condition) {
    const { is } = condition.answer;
    const place = placeOf(condition.answer.requirement);
    return (answerSeen) => isOneOf(answerSeen(place), is);
  }
  const { company } = condition;
  if ('sizeClass' in company) return (_, { sizeClass }) => (sizeClass === null ? null : company.sizeClass.includes(sizeClass));
  if ('kind' in company) return (_, { kind }) => (kind === null ? null : company.kind.includes(kind));
  return (_, { sector }) => (sector === null ? null : company.sector.includes(sector));
}

function allOf<Place>(parts: readonly ReadyCondition<Place>[]): ReadyCondition<Place> {
  return (answerSeen, facts) => {
    let truth: Truth = true;
    for (const part of parts) {
      const value = part(answerSeen, facts);
      if (value === false) return false;
      if (value === null) truth = null;
    }
    return truth;
  };
}

function anyOf<Place>(parts: readonly ReadyCondition<Place>[]): ReadyCondition<Place> {
  return (answerSeen, facts) => {
    let truth: Truth = false;
    for (const part of parts) {
      const value = part(answerSeen, facts);
      if (value === true) return true;
      if (value === null) truth = null;
    }
    return truth;
  };
}

function negated(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function isOneOf(seen: AnswerSeen, values: readonly AnswerValue[]): Truth {
  if (seen === 'out_of_scope') return false;
  if (seen === null) return null;
  if (values.includes(seen)) return true;
  return seen === 'unknown' ? null : false;
}

/** Evaluates a condition once. */
export function evaluate(condition: Condition, answerSeen: (requirementId: string) => AnswerSeen, facts: CompanyFacts): Truth {
  return readyCondition(condition, (requirementId) => requirementId)(answerSeen, facts);
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

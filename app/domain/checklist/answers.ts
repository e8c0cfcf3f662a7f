import { err, ok } from '../result.ts';
import type { Err, Ok } from '../result.ts';
import type { Requirement, ScoredRequirement } from './version.ts';
import { answerBases, answerValues } from './vocabulary.ts';
import type { AnswerBasis, AnswerValue } from './vocabulary.ts';

/**
 * What somebody answered to one requirement. Who and when are kept beside it by the store.
 * A requirement with parts carries one value per part; `value` then speaks for the whole only where `parts` is absent.
 */
export type Answer = {
  readonly value: AnswerValue;
  readonly parts?: Readonly<Record<string, AnswerValue>>;
  readonly basis?: AnswerBasis;
  /** Why it does not apply; needed for `not_applicable`. */
  readonly reason?: string;
  readonly note?: string;
  /** ISO time of the answer of an earlier run that was confirmed unchanged; absent when it was given anew. */
  readonly firstAnsweredAt?: string;
  /** Set while the answer says what came out of a file: who gave it and when, as far as the file can say so. */
  readonly imported?: ImportedFrom;
  /** Whose word it is, when a member has taken over what somebody outside said. */
  readonly source?: AnswerSource;
};

/** `confirmed`: a member has said it again, and the answer is its own; who and when is kept beside the answer. */
export type ImportedFrom = { readonly answeredBy: string | null; readonly answeredAt: string | null; readonly confirmed?: true };

export type AnswerSource = {
  readonly name: string;
  /** Firm or function, in their words; may be empty. */
  readonly role: string;
  /** ISO time at which they sent it; absent for what was taken over before that was kept. */
  readonly at?: string;
};

/** Requirement id -> answer; an absent id is not answered yet. */
export type Answers = Readonly<Record<string, Answer>>;

/** The answer to a requirement, or null while there is none. */
export function answerTo(answers: Answers, requirementId: string): Answer | null {
  return Object.hasOwn(answers, requirementId) ? (answers[requirementId] ?? null) : null;
}

/** Whether two answers say the same, whoever gave them and when. */
export function saysTheSame(a: Answer, b: Answer): boolean {
  return comparable(a) === comparable(b);
}

/** The answer that stands as a file brought it, and nobody of the company has said again. */
export function isUnconfirmedImport({ imported }: Answer): boolean {
  return imported !== undefined && imported.confirmed !== true;
}

/** What saving an answer stores: one out of a file that is said again becomes its person's own, and the file stays its origin. */
export function answerToStore(stored: Answer | null, given: Answer): Answer {
  if (!stored?.imported || !saysTheSame(stored, given)) return given;
  return { ...given, imported: { ...stored.imported, confirmed: true } };
}

/** Whether saving an answer would change nothing: it says what is stored, and that is already somebody's own. */
export function isStoredAlready(stored: Answer, given: Answer): boolean {
  return saysTheSame(stored, given) && !isUnconfirmedImport(stored);
}

function comparable({ value, parts, basis, reason, note }: Answer): string {
  const sorted = Object.entries(parts ?? {}).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([value, sorted, basis ?? null, reason ?? '', note ?? '']);
}

/** Which values may be chosen for a requirement, in the order shown. */
export function allowedValues(requirement: Requirement): AnswerValue[] {
  if (requirement.kind === 'status') return ['yes', 'no', 'unknown'];
  return answerValues.filter((value) => value !== 'not_applicable' || requirement.notApplicableAllowed);
}

/** Which values may be chosen for one part, in the order shown. */
export function allowedPartValues(requirement: ScoredRequirement): AnswerValue[] {
  return requirement.notApplicableAllowed ? ['yes', 'no', 'unknown', 'not_applicable'] : ['yes', 'no', 'unknown'];
}

/** Whether an answer that says „trifft nicht zu“ may leave the maximum: allowed there, and with a reason. */
export function countsAsNotApplicable(requirement: ScoredRequirement, answer: Answer): boolean {
  return requirement.notApplicableAllowed && (answer.reason ?? '').trim() !== '';
}

/**
 * Checks an answer before it is stored. Refuses with `invalid_input` and message keys per field: `value`, `parts`, `basis`,
 * `reason`.
 */
export function checkAnswer(requirement: Requirement, answer: Answer): Ok<Answer> | Err {
  const fields: Record<string, string[]> = {};
  const partIds = requirement.kind === 'control' ? (requirement.parts ?? []).map((part) => part.id) : [];
  const partValues = Object.values(answer.parts ?? {});

  if (!allowedValues(requirement).includes(answer.value)) fields['value'] = ['checklist.value_not_offered'];
  if (answer.parts !== undefined) {
    const allowed = requirement.kind === 'control' ? allowedPartValues(requirement) : [];
    const known = Object.keys(answer.parts).every((id) => partIds.includes(id));
    if (!known || !partValues.every((value) => allowed.includes(value))) fields['parts'] = ['checklist.part_not_offered'];
  } else if (partIds.length > 0 && (answer.value === 'yes' || answer.value === 'partly')) {
    fields['parts'] = ['checklist.parts_missing'];
  }
  if (answer.basis !== undefined && !answerBases.includes(answer.basis)) fields['basis'] = ['checklist.basis_not_offered'];
  const saysNotApplicable = answer.value === 'not_applicable' || partValues.includes('not_applicable');
  if (saysNotApplicable && (answer.reason ?? '').trim() === '') fields['reason'] = ['checklist.reason_missing'];

  return Object.keys(fields).length === 0 ? ok(answer) : err('invalid_input', { fields });
}

/** What the parts say about the whole, as the result counts them. */
export function wholeOf(parts: readonly AnswerValue[]): AnswerValue {
  const applicable = parts.filter((part) => part !== 'not_applicable');
  if (applicable.length === 0) return 'not_applicable';
  if (applicable.every((part) => part === 'yes')) return 'yes';
  if (applicable.some((part) => part === 'yes' || part === 'partly')) return 'partly';
  return applicable.includes('no') ? 'no' : 'unknown';
}

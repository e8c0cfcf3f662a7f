import { fieldsOf, intakeFields, intakeSteps } from './fields.ts';
import type { FieldId, IntakeStep } from './fields.ts';
import type { IncidentKind } from './kinds.ts';

/** What a draft holds so far. A missing key, null, an empty text and an empty list mean "not answered". */
export type DraftAnswers = Readonly<Partial<Record<FieldId, unknown>>>;

/** The steps that ask something for this kind, in order. Before the kind is known every step is expected. */
export function stepsFor(kind: IncidentKind | null): readonly IntakeStep[] {
  return kind === null ? intakeSteps : intakeSteps.filter((step) => fieldsOf(step, kind).length > 0);
}

/** The step after this one; `check` after the last. A step that does not apply leads to the next that does. */
export function nextStep(step: IntakeStep, kind: IncidentKind | null): IntakeStep | 'check' {
  const later = intakeSteps.slice(intakeSteps.indexOf(step) + 1);
  return later.find((one) => stepsFor(kind).includes(one)) ?? 'check';
}

/** The step before; null before the first. */
export function previousStep(step: IntakeStep | 'check', kind: IncidentKind | null): IntakeStep | null {
  const earlier = step === 'check' ? intakeSteps : intakeSteps.slice(0, intakeSteps.indexOf(step));
  return earlier.filter((one) => stepsFor(kind).includes(one)).at(-1) ?? null;
}

/** "Step 3 of 8": 1-based position among the steps that apply; null when the step does not apply. */
export function stepPosition(
  step: IntakeStep,
  kind: IncidentKind | null,
): { readonly number: number; readonly of: number } | null {
  const steps = stepsFor(kind);
  const index = steps.indexOf(step);
  return index < 0 ? null : { number: index + 1, of: steps.length };
}

/** The alarm fields that still miss an answer; empty means that the alarm can be sent. */
export function missingForAlarm(answers: DraftAnswers): readonly FieldId[] {
  return intakeFields.filter((one) => one.required === 'alarm' && !isAnswered(answers[one.id])).map((one) => one.id);
}

/** Everything still needed before the full report is sent, in the order of the questions. */
export function missingForSending(kind: IncidentKind, answers: DraftAnswers): readonly FieldId[] {
  return stepsFor(kind)
    .flatMap((step) => fieldsOf(step, kind))
    .filter((one) => one.required !== 'no' && !isAnswered(answers[one.id]))
    .map((one) => one.id);
}

/** Steps that hold an unanswered required field, in order; the page of answers links to them. */
export function openSteps(kind: IncidentKind | null, answers: DraftAnswers): readonly IntakeStep[] {
  if (kind === null) return intakeSteps.slice(0, 1);
  const missing = new Set<string>(missingForSending(kind, answers));
  return stepsFor(kind).filter((step) => fieldsOf(step, kind).some((one) => missing.has(one.id)));
}

/** The step a wanted address may show: an unknown or inapplicable one falls back to the first open step. */
export function reachableStep(wanted: string, kind: IncidentKind | null, answers: DraftAnswers): IntakeStep | 'check' {
  const open = openSteps(kind, answers);
  if (kind === null) return 'what_happened';
  if (wanted === 'check') return missingForAlarm(answers).length === 0 ? 'check' : (open[0] ?? 'check');
  return stepsFor(kind).find((step) => step === wanted) ?? open[0] ?? 'check';
}

/** Drops answers to questions that are not asked for the kind, for instance after the kind was changed. */
export function withoutForeignAnswers(kind: IncidentKind, answers: DraftAnswers): DraftAnswers {
  const asked = new Set<string>(stepsFor(kind).flatMap((step) => fieldsOf(step, kind)).map((one) => one.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
}

function isAnswered(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return true;
}

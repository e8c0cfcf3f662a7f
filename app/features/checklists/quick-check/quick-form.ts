import { z } from 'zod';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import { quickAnswerValues } from '#app/domain/checklist/quick-code.ts';
import type { QuickAnswerValue, QuickRun } from '#app/domain/checklist/quick-code.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';

/** The checklist that everybody may try without an account. */
export const quickCheckId = 'schnellcheck';

/** Field of one question of the quick check. */
export function quickField(requirementId: string): string {
  return `answer-${requirementId}`;
}

/** Keys of this feature's texts, by field. */
export type QuickErrors = Readonly<Record<string, 'quick.errors.answer' | 'quick.errors.choose'>>;

const companySchema = z.object({ sizeClass: z.enum(sizeClasses), kind: z.enum(companyKinds) });

/** Reads the posted quick check; every question wants an answer, „weiß ich nicht“ is one. `on`: ISO date. */
export function readQuickForm(
  values: Readonly<Record<string, unknown>>,
  version: ChecklistVersion,
  on: string,
): { readonly run: QuickRun; readonly errors: null } | { readonly run: null; readonly errors: QuickErrors } {
  const errors: Record<string, QuickErrors[string]> = {};
  const company = companySchema.safeParse(values);
  for (const issue of company.error?.issues ?? []) errors[String(issue.path[0])] = 'quick.errors.choose';
  const answers: Record<string, QuickAnswerValue> = {};
  for (const { id } of requirementsOf(version)) {
    const value = quickAnswerValues.find((each) => each === values[quickField(id)]);
    if (value === undefined) errors[quickField(id)] = 'quick.errors.answer';
    else answers[id] = value;
  }
  if (!company.success || Object.keys(errors).length > 0) return { run: null, errors };
  return { run: { on, ...company.data, answers }, errors: null };
}

/** The fields of a form that shows this run again. */
export function quickValuesOf(run: QuickRun): Record<string, string> {
  return {
    sizeClass: run.sizeClass,
    kind: run.kind,
    ...Object.fromEntries(Object.entries(run.answers).map(([id, value]) => [quickField(id), value])),
  };
}

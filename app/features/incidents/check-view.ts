import { textOf } from '#app/content/translator.ts';
import { intakeSteps } from '#app/domain/triage/fields.ts';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import { stepsFor } from '#app/domain/triage/steps.ts';
import type { Locale } from '../ports.ts';
import type { DraftStep } from './read-step.server.ts';
import { placedFields } from './step-pages.ts';
import { answerText } from './step-view.ts';

export type CheckView = {
  readonly rows: readonly { readonly id: string; readonly step: IntakeStep; readonly question: string; readonly answer: string | null }[];
  readonly open: readonly IntakeStep[];
  readonly steps: number;
};

/** Every answer in words. Optional questions that were left out are not listed; needed ones are, to be answered. */
export function checkViewOf(draft: DraftStep, locale: Locale): CheckView {
  const kind = draft.kind ?? 'unsure';
  const urgent = draft.severity === 'S1' || draft.severity === 'S2';
  const fields = textOf(locale, 'triage');
  const rows = intakeSteps.flatMap((step) =>
    placedFields(step, kind, { urgent, sites: draft.sites }).map(({ field }) => ({
      id: field.id,
      step,
      question: fields(`fields.${field.id}`),
      answer: answerText(field, draft.answers, draft, locale),
      needed: field.required !== 'no',
    })),
  );
  return {
    rows: rows.filter((row) => row.answer !== null || row.needed).map(({ id, step, question, answer }) => ({ id, step, question, answer })),
    open: draft.openSteps,
    steps: stepsFor(draft.kind).length,
  };
}

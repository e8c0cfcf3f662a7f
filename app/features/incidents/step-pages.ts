import { fieldsOf, intakeSteps } from '#app/domain/triage/fields.ts';
import type { FieldId, IntakeField, IntakeStep } from '#app/domain/triage/fields.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import { setByProgram } from './field-options.ts';

/** Last part of a page's address: `/betrieb/faelle/:id/melden/<slug>`. */
const slugs: Readonly<Record<IntakeStep | 'check', string>> = {
  what_happened: 'was',
  when_and_where: 'wann',
  reach: 'ausmass',
  data_and_money: 'daten',
  own_words: 'worte',
  contact: 'rueckruf',
  insurer: 'versicherung',
  consent: 'freigabe',
  check: 'pruefen',
};

/** Pages beside the questions. */
export const sentSlug = 'gesendet';
export const discardSlug = 'verwerfen';

export function slugOf(step: IntakeStep | 'check'): string {
  return slugs[step];
}

export function stepOfSlug(slug: string): IntakeStep | 'check' | null {
  return ([...intakeSteps, 'check'] as const).find((step) => slugs[step] === slug) ?? null;
}

export type PlacedField = IntakeField & { readonly id: FieldId };
export type FieldGroup = 'first' | 'more' | 'panel' | 'wishes';

/** Optional questions that weigh much in the severity stand with the needed ones. */
const prominent: ReadonlySet<FieldId> = new Set([
  'noticedEstimated', 'standstill', 'servers', 'intruderActive', 'ransomDemand', 'insurerInformed',
  'title', 'description', 'systems', 'measuresSoFar', 'furtherContacts', 'remotePossible', 'onsiteWanted', 'language', 'insurerName', 'policyNumber',
]);

/** The fields of a page in their order, those that may be skipped folded away. */
export function placedFields(step: IntakeStep, kind: IncidentKind, { urgent, sites }: { readonly urgent: boolean; readonly sites: readonly unknown[] }): readonly { readonly group: FieldGroup; readonly field: PlacedField }[] {
  const notAsked = setByProgram(sites);
  return fieldsOf(step, kind)
    .filter((field) => !notAsked.has(field.id) && (urgent || field.id !== 'releaseMode'))
    .map((field) => ({ group: groupOf(field), field }));
}

function groupOf(field: PlacedField): FieldGroup {
  if (field.id === 'panelProviderIds') return 'panel';
  if (field.input === 'references') return 'wishes';
  return field.required !== 'no' || prominent.has(field.id) ? 'first' : 'more';
}

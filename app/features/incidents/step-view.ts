import { localDate, toLocal } from '#app/domain/deadlines/local-time.ts';
import type { FieldClass, FieldId, IntakeStep } from '#app/domain/triage/fields.ts';
import { classesOf } from '#app/domain/triage/fields.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import { previousStep, stepPosition } from '#app/domain/triage/steps.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import { formatOf } from '#app/content/formatter.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { maximumOf } from './form.ts';
import { fieldOptions } from './field-options.ts';
import type { Locale } from '../ports.ts';
import { districtChoices, districtInWords, siteInWords } from '../site-in-words.ts';
import type { DraftStep } from './read-step.server.ts';
import { placedFields } from './step-pages.ts';
import type { FieldGroup, PlacedField } from './step-pages.ts';

export type FieldControl = 'cards' | 'segment' | 'list' | 'select' | 'text' | 'area' | 'phone' | 'moment' | 'tick' | 'decision';

export type FieldView = {
  readonly id: FieldId;
  readonly group: FieldGroup;
  readonly control: FieldControl;
  readonly fieldClass: FieldClass;
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly max: number;
};

export type StepView = {
  readonly step: IntakeStep;
  readonly kind: IncidentKind | null;
  readonly position: { readonly number: number; readonly of: number };
  readonly previous: IntakeStep | null;
  readonly fields: readonly FieldView[];
  readonly classes: readonly FieldClass[];
  /** Values of the controls; what was just typed replaces them after a refusal. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** Today in the region, the latest date a moment may have. */
  readonly today: string;
  readonly savedAt: string;
};

/** One page of questions as plain data. */
export function stepViewOf(draft: DraftStep, step: IntakeStep, locale: Locale): StepView {
  const kind = draft.kind ?? 'unsure';
  const urgent = draft.severity === 'S1' || draft.severity === 'S2';
  const fields = placedFields(step, kind, { urgent, sites: draft.sites }).map(({ group, field }) => viewOf(field, group, draft, locale));
  return {
    step,
    kind: draft.kind,
    position: stepPosition(step, draft.kind) ?? { number: 1, of: 8 },
    previous: previousStep(step, draft.kind),
    fields,
    classes: classesOf(step, kind).filter((one) => fields.some((field) => field.fieldClass === one)),
    values: valuesOf(draft, fields),
    today: localDate(new Date(draft.now), draft.zone),
    savedAt: draft.savedAt,
  };
}

function viewOf(field: PlacedField, group: FieldGroup, draft: DraftStep, locale: Locale): FieldView {
  const options = optionsOf(field, draft, locale);
  return { id: field.id, group, control: controlOf(field, options.length), fieldClass: field.class, required: field.required !== 'no', options, max: maximumOf(field.id) };
}

function controlOf(field: PlacedField, options: number): FieldControl {
  switch (field.input) {
    case 'choice':
      if (field.id === 'district' || field.id === 'operation' || field.id === 'releaseMode') return 'cards';
      return field.id === 'kind' || field.id === 'insurer' || field.id === 'money' ? 'cards' : options > 3 ? 'select' : 'segment';
    case 'choices':
    case 'references':
      return 'list';
    case 'yes_no':
      return field.id === 'routingWanted' ? 'decision' : 'tick';
    case 'instant':
      return 'moment';
    case 'phone':
      return 'phone';
    case 'long_text':
      return 'area';
    case 'reference':
      return 'cards';
    case 'text':
      return 'text';
  }
}

function optionsOf(field: PlacedField, draft: DraftStep, locale: Locale): FieldView['options'] {
  const labels = labelsOf(locale);
  const t = textOf(locale, 'incidents');
  if (field.id === 'district') return districtChoices(draft.districtIds, locale);
  if (field.id === 'siteId') return draft.sites.map((site) => ({ value: site.id, label: siteInWords(site, locale), hint: districtInWords(site.district, locale) ?? '' }));
  if (field.input === 'references') return draft.providers.map(({ id, name }) => ({ value: id, label: name }));
  if (field.id === 'routingWanted') {
    return [
      { value: 'yes', label: t('form.routingYes'), hint: t('form.routingYesHint') },
      { value: 'no', label: t('form.routingNo'), hint: t('form.routingNoHint') },
    ];
  }
  const known = fieldOptions[field.id];
  if (known === undefined) return [];
  const names = labels[known.labels] as Readonly<Record<string, string>>;
  const hints: Readonly<Record<string, string>> =
    field.id === 'kind'
      ? labels.incidentHints
      : field.id === 'insurer'
        ? { bound: t('form.insurerBound'), unknown: t('form.insurerUnknown') }
        : field.id === 'releaseMode'
          ? { immediate: t('form.immediateHint'), after_confirmation: t('form.afterConfirmationHint') }
          : {};
  return known.values.map((value) => ({ value, label: names[value] ?? value, ...(hints[value] === undefined ? {} : { hint: hints[value] }) }));
}

function valuesOf(draft: DraftStep, fields: readonly FieldView[]): StepView['values'] {
  const values: Record<string, string | readonly string[]> = {};
  for (const { id, control } of fields) {
    const answer = draft.answers[id];
    if (control === 'moment') Object.assign(values, momentValues(id, answer, draft.zone));
    else if (Array.isArray(answer)) values[id] = answer.map(String);
    else if (typeof answer === 'boolean') values[id] = answer ? 'yes' : control === 'decision' ? 'no' : '';
    else if (typeof answer === 'string') values[id] = answer;
  }
  return values;
}

function momentValues(id: string, answer: unknown, zone: string): Record<string, string> {
  if (typeof answer !== 'string') return {};
  const at = new Date(answer);
  const { hour, minute } = toLocal(at, zone);
  return { [`${id}Date`]: localDate(at, zone), [`${id}Time`]: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
}

/** An answer in words, for the page of answers; null when there is none. */
export function answerText(field: PlacedField, answers: DraftAnswers, draft: DraftStep, locale: Locale): string | null {
  const answer = answers[field.id];
  const t = textOf(locale, 'incidents');
  const options = optionsOf(field, draft, locale);
  const named = (value: string) => options.find((one) => one.value === value)?.label ?? value;
  if (answer === undefined || answer === null || answer === '') return null;
  if (typeof answer === 'boolean') return field.id === 'routingWanted' ? named(answer ? 'yes' : 'no') : answer ? t('form.yes') : null;
  if (Array.isArray(answer)) return answer.length === 0 ? null : formatOf(locale).list(answer.map((one) => named(String(one))));
  if (field.input === 'instant') return formatOf(locale).dateTime(String(answer));
  return named(String(answer));
}

import { z } from 'zod';
import { fromLocal } from '#app/domain/deadlines/local-time.ts';
import { fieldsOf } from '#app/domain/triage/fields.ts';
import type { FieldId, IntakeField, IntakeStep } from '#app/domain/triage/fields.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import { withSite } from '#app/domain/triage/site-of-report.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import { fieldOptions, setByProgram } from './field-options.ts';

/** What a request must bring to read a step: lists that are data, the moment, the zone. */
export type StepContext = {
  readonly now: Date;
  readonly zone: string;
  readonly districtIds: readonly string[];
  /** Among which the report asks; none: the district is asked instead. */
  readonly sites: readonly ReportSite[];
  readonly providerIds: readonly string[];
};

/** Keys of the texts below `incidents.errors`. */
export type ErrorKey = 'required' | 'choose' | 'tooLong' | 'phone' | 'date' | 'time' | 'dateInFuture' | 'invalid';

export type ParsedStep = {
  /** Typed answers of the step; `undefined` takes an answer back. */
  readonly answers: Partial<Record<FieldId, unknown>>;
  /** Control name -> key; a moment has the controls `<field>Date` and `<field>Time`. */
  readonly errors: Readonly<Record<string, ErrorKey>>;
};

export type PostedValues = { text(name: string): string; all(name: string): readonly string[] };

const longest: Readonly<Partial<Record<FieldId, number>>> = {
  title: 120,
  description: 6000,
  systems: 3000,
  measuresSoFar: 3000,
  furtherContacts: 2000,
  callbackName: 120,
  callbackPhone: 40,
  insurerName: 160,
  policyNumber: 80,
};

const phone = z.string().regex(/^[+0-9][0-9 ()/.-]{4,38}$/);

export function maximumOf(id: FieldId): number {
  return longest[id] ?? 200;
}

/** Reads one page of questions. Fields that are set by the program, not asked, are left alone. */
export function parseStep(step: IntakeStep, kind: IncidentKind, posted: PostedValues, context: StepContext): ParsedStep {
  const answers: Partial<Record<FieldId, unknown>> = {};
  const errors: Record<string, ErrorKey> = {};
  for (const field of fieldsOf(step, kind)) {
    if (setByProgram(context.sites).has(field.id)) continue;
    if (field.id === 'siteId') {
      const read = oneOf(field.id, context.sites.map((site) => site.id), posted.text(field.id), true);
      Object.assign(errors, read.errors);
      const site = context.sites.find((one) => one.id === read.value);
      if (site) Object.assign(answers, withSite({}, site));
      continue;
    }
    const read = readField(field, posted, context);
    Object.assign(errors, read.errors);
    answers[field.id] = read.value;
  }
  return { answers, errors };
}

type Read = { readonly value: unknown; readonly errors: Readonly<Record<string, ErrorKey>> };

function readField(field: IntakeField & { readonly id: FieldId }, posted: PostedValues, context: StepContext): Read {
  const needed = field.required !== 'no';
  switch (field.input) {
    case 'choice':
      return oneOf(field.id, optionsFor(field.id, context), posted.text(field.id), needed);
    case 'choices':
    case 'references':
      return { value: [...new Set(posted.all(field.id))].filter((value) => optionsFor(field.id, context).includes(value)), errors: {} };
    case 'yes_no':
      return yesNo(field.id, posted.text(field.id), needed);
    case 'instant':
      return instant(field.id, posted, context, needed);
    case 'phone':
      return written(field.id, posted.text(field.id), needed, (value) => phone.safeParse(value).success);
    case 'text':
    case 'long_text':
      return written(field.id, posted.text(field.id), needed, () => true);
    case 'reference':
      return { value: undefined, errors: {} };
  }
}

function optionsFor(id: FieldId, context: StepContext): readonly string[] {
  if (id === 'district') return context.districtIds;
  if (id.endsWith('ProviderIds')) return context.providerIds;
  return fieldOptions[id]?.values ?? [];
}

function oneOf(id: string, options: readonly string[], value: string, needed: boolean): Read {
  if (value === '') return { value: undefined, errors: needed ? { [id]: 'choose' } : {} };
  return options.includes(value) ? { value, errors: {} } : { value: undefined, errors: { [id]: 'invalid' } };
}

function yesNo(id: string, value: string, needed: boolean): Read {
  if (value === 'yes') return { value: true, errors: {} };
  if (value === 'no' || !needed) return { value: false, errors: {} };
  return { value: undefined, errors: { [id]: 'choose' } };
}

function written(id: FieldId, value: string, needed: boolean, fits: (value: string) => boolean): Read {
  if (value === '') return { value: undefined, errors: needed ? { [id]: 'required' } : {} };
  if (value.length > maximumOf(id)) return { value: undefined, errors: { [id]: 'tooLong' } };
  return fits(value) ? { value, errors: {} } : { value: undefined, errors: { [id]: 'phone' } };
}

const localDateText = z.iso.date();
const localTimeText = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d/);

/** Date and time of the region's wall clock; a few minutes ahead are a clock that runs fast, not an error. */
function instant(id: string, posted: PostedValues, { now, zone }: StepContext, needed: boolean): Read {
  const date = posted.text(`${id}Date`);
  const time = posted.text(`${id}Time`);
  if (date === '' && time === '' && !needed) return { value: undefined, errors: {} };
  const errors: Record<string, ErrorKey> = {};
  if (!localDateText.safeParse(date).success) errors[`${id}Date`] = 'date';
  if (!localTimeText.safeParse(time).success) errors[`${id}Time`] = 'time';
  if (Object.keys(errors).length > 0) return { value: undefined, errors };
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = fromLocal({ year, month, day, hour, minute, second: 0 }, zone);
  if (at.getTime() > now.getTime() + 5 * 60_000) return { value: undefined, errors: { [`${id}Date`]: 'dateInFuture' } };
  return { value: at.toISOString(), errors: {} };
}

/** Answers with a step's page laid over them; what was taken back is gone. */
export function withStep(answers: DraftAnswers, parsed: ParsedStep['answers']): DraftAnswers {
  const merged: Record<string, unknown> = { ...answers, ...parsed };
  for (const [id, value] of Object.entries(merged)) if (value === undefined) delete merged[id];
  return merged;
}

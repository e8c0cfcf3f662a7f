import { z } from 'zod';
import { measureStates, plannedStates } from '#app/domain/measures/measure.ts';
import type { BoardFilter } from '#app/domain/measures/board.ts';
import type { MeasureOwner } from '#app/domain/measures/measure.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import type { CloseMeasureInput } from './close-measure.server.ts';
import type { MeasurePlan } from './plan-measure.server.ts';

/** What is posted on the pages of a measure, and how it is read. Errors are keys below `measures.errors`. */

export const maximumLength = { outside: 120, note: 2000, deferredBecause: 500 } as const;

/** Value of the owner field for somebody outside the company. */
export const outsideValue = 'outside';

export type MeasureErrorKey = 'state' | 'owner' | 'outside' | 'dueOn' | 'hours' | 'deferredBecause' | 'tooLong' | 'value' | 'since' | 'sinceInFuture' | 'basis';
export type MeasureErrors = Readonly<Record<string, MeasureErrorKey>>;

type Posted = { readonly values: Readonly<Record<string, string | readonly string[]>>; text(name: string): string; all(name: string): readonly string[] };

const revision = z.coerce.number().int().min(0).catch(0);

/** A local date as a date field sends it, or as people type it where there is none. Null when it is none. */
export function readDate(text: string): string | null {
  const typed = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = typed ? `${typed[3]}-${(typed[2] ?? '').padStart(2, '0')}-${(typed[1] ?? '').padStart(2, '0')}` : text;
  const parsed = z.iso.date().safeParse(iso);
  return parsed.success && parsed.data >= '2000-01-01' && parsed.data <= '2100-12-31' ? parsed.data : null;
}

/** Hours with a comma or a point, to two places; `undefined` when it is no such number, null when nothing is given. */
export function readHours(text: string): number | null | undefined {
  if (text === '') return null;
  if (!/^\d{1,5}([.,]\d{1,2})?$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

export type PostedPlan = { readonly plan: MeasurePlan | null; readonly errors: MeasureErrors; readonly seenRevision: number };

export function readPlan(form: Posted): PostedPlan {
  const errors: Record<string, MeasureErrorKey> = {};
  const state = plannedStates.find((one) => one === form.text('state'));
  if (state === undefined) errors['state'] = 'state';
  const outside = form.text('outside');
  const owner = ownerOf(form.text('owner'), outside);
  if (owner.kind === 'outside' && outside === '') errors['outside'] = 'outside';
  if (outside.length > maximumLength.outside) errors['outside'] = 'tooLong';
  const due = form.text('dueOn');
  const dueOn = due === '' ? null : readDate(due);
  if (due !== '' && dueOn === null) errors['dueOn'] = 'dueOn';
  const hoursSpent = readHours(form.text('hours'));
  if (hoursSpent === undefined) errors['hours'] = 'hours';
  const note = form.text('note');
  if (note.length > maximumLength.note) errors['note'] = 'tooLong';
  const deferredBecause = form.text('deferredBecause');
  if (state === 'deferred' && deferredBecause === '') errors['deferredBecause'] = 'deferredBecause';
  if (deferredBecause.length > maximumLength.deferredBecause) errors['deferredBecause'] = 'tooLong';
  const isSound = Object.keys(errors).length === 0 && state !== undefined && hoursSpent !== undefined;
  return { plan: isSound ? { state, owner, dueOn, hoursSpent, note, deferredBecause } : null, errors, seenRevision: revision.parse(form.text('revision')) };
}

function ownerOf(chosen: string, outside: string): MeasureOwner {
  if (chosen === outsideValue) return { kind: 'outside', name: outside };
  return chosen === '' ? { kind: 'nobody' } : { kind: 'member', userId: chosen };
}

export type PostedClose = {
  readonly close: null | (Pick<CloseMeasureInput, 'hoursSpent' | 'writeInto'> & { readonly answer: null | { readonly value: 'yes' | 'partly'; readonly since: string; readonly basis: (typeof answerBases)[number]; readonly note: string } });
  readonly errors: MeasureErrors;
  readonly seenRevision: number;
};

/** Reads the close. `today` is the local date: an answer cannot hold from a later day. */
export function readClose(form: Posted, today: string): PostedClose {
  const errors: Record<string, MeasureErrorKey> = {};
  const seenRevision = revision.parse(form.text('revision'));
  const hoursSpent = readHours(form.text('hours'));
  if (hoursSpent === undefined) errors['hours'] = 'hours';
  const value = (['yes', 'partly', 'keep'] as const).find((one) => one === form.text('value'));
  if (value === undefined) errors['value'] = 'value';
  const note = form.text('note');
  const basis = answerBases.find((one) => one === form.text('basis'));
  const since = readDate(form.text('since'));
  if (value === 'yes' || value === 'partly') {
    if (since === null) errors['since'] = 'since';
    else if (since > today) errors['since'] = 'sinceInFuture';
    if (basis === undefined) errors['basis'] = 'basis';
    if (note.length > maximumLength.note) errors['note'] = 'tooLong';
  }
  if (Object.keys(errors).length > 0 || hoursSpent === undefined || value === undefined) return { close: null, errors, seenRevision };
  const answer = value === 'keep' || since === null || basis === undefined ? null : { value, since, basis, note };
  const writeInto = answer === null ? [] : form.all('into').flatMap((text) => runOf(text));
  return { close: { hoursSpent, answer, writeInto }, errors, seenRevision };
}

/** A ticked run with the revision of its answer: `<run>:<revision>`. */
export function intoValue(assessmentId: string, seenRevision: number): string {
  return `${assessmentId}:${seenRevision}`;
}

function runOf(text: string): { assessmentId: string; seenRevision: number }[] {
  const match = /^([\w-]{8,64}):(\d{1,9})$/.exec(text);
  return match ? [{ assessmentId: match[1] ?? '', seenRevision: Number(match[2]) }] : [];
}

/** Choices in the board's address. */
export function readFilter(query: URLSearchParams): BoardFilter {
  const state = query.get('stand');
  const owner = query.get('wer');
  return {
    state: state === 'due' ? 'due' : (measureStates.find((one) => one === state) ?? null),
    owner: owner === 'mine' || owner === 'nobody' || owner === 'outside' ? owner : owner !== null && /^[\w-]{20,64}$/.test(owner) ? { userId: owner } : null,
  };
}

import { z } from 'zod';
import { causes, closingOutcomes, contactChannels, effortClasses } from '#app/domain/case/closing-report.ts';
import { exhibitPurposes } from '#app/domain/case/exhibit-types.ts';
import { falseAlarmReasons, referralTargets, reopeningReasons, skippedMilestoneReasons, waitingForCompanyReasons, waitingForThirdPartyReasons } from '#app/domain/case/reasons.ts';
import { severities } from '#app/domain/triage/kinds.ts';
import { companyRaiseReasons } from '#app/domain/triage/severity-change.ts';
import { atHour, fromLocal } from '#app/domain/deadlines/local-time.ts';

/** Forms of a case. Messages are keys of `cases.errors`. */

const note = z.string().trim().max(4000, 'tooLong').optional();
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'date');
const time = z.string().regex(/^\d{1,2}:\d{2}(:\d{2})?$/, 'time');
const long = (atLeast: 0 | 1) => z.string().trim().min(atLeast, 'required').max(8000, 'tooLong');
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess((given) => (given === undefined ? [] : [given].flat()), z.array(z.enum(values)).min(1, 'chooseSome'));

export const messageForm = z.object({ text: z.string().trim().min(1, 'required').max(8000, 'tooLong'), idempotencyKey: z.string().min(1) });
export const noteForm = z.object({ text: z.string().trim().min(1, 'required').max(4000, 'tooLong'), idempotencyKey: z.string().min(1) });
export const firstContactForm = z.object({ date, time, channel: z.enum(contactChannels, 'choose'), note });
export const milestoneForm = z.object({
  milestone: z.enum(['mark_contained', 'mark_restored', 'undo_milestone'], 'choose'),
  reason: z.preprocess((given) => (given === '' ? undefined : given), z.enum(skippedMilestoneReasons, 'choose').optional()),
  note,
});
export const waitingForm = z.object({ reason: z.enum([...waitingForCompanyReasons, ...waitingForThirdPartyReasons], 'choose'), date, note });
export const closingReportForm = z.object({
  outcome: z.enum(closingOutcomes, 'choose'),
  effort: z.enum(effortClasses, 'choose'),
  causes: several(causes),
  causeText: long(0),
  measuresTaken: long(1),
  recommendations: long(1),
  openPoints: long(0),
});
export const deadlineForm = z.object({ deadlineId: z.string().min(1), date, time, fileNumber: z.string().trim().max(200, 'tooLong').optional() });
export const objectionForm = z.object({ text: long(1) });
export const withdrawForm = z.object({ text: z.string().trim().max(4000, 'tooLong').optional() });
export const raiseForm = z.object({ severity: z.enum(severities, 'choose'), reason: z.enum(companyRaiseReasons, 'choose') });
export const requestHelpForm = z.object({ consent: z.literal('yes', 'tick') });
export const answerForm = z.object({ text: z.string().trim().min(1, 'required').max(4000, 'tooLong') });
export const referOutForm = z.object({ target: z.enum(referralTargets, 'choose'), passedOn: z.string().trim().min(1, 'required').max(4000, 'tooLong') });
export const falseAlarmForm = z.object({ reason: z.enum(falseAlarmReasons, 'choose') });
export const reopenForm = z.object({ reason: z.enum(reopeningReasons, 'choose'), text: z.string().trim().max(4000, 'tooLong').optional() });
export const releaseForm = z.object({ providerId: z.string().min(1), fingerprint: z.string().min(1), consent: z.literal('yes', 'tick') });
export const uploadFields = z.object({ purpose: z.enum(exhibitPurposes, 'choose'), origin: z.string().trim().max(500, 'tooLong').default(''), idempotencyKey: z.string().min(1) });

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: Readonly<Record<string, readonly string[]>> };

/** What was posted, or the keys of what is wrong, by field. */
export function parseForm<T>(schema: z.ZodType<T>, values: Readonly<Record<string, unknown>>): Parsed<T> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    (errors[field] ??= []).push(issue.code === 'invalid_type' ? 'required' : issue.message);
  }
  return { ok: false, errors };
}

/** A day and time of the region as ISO 8601; null for one that does not exist. */
export function momentOf(day: string, clock: string, zone: string): string | null {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const [hour, minute] = clock.split(':').map(Number);
  if (!year || !month || !dayOfMonth || hour === undefined || minute === undefined || hour > 23 || minute > 59) return null;
  const moment = fromLocal({ year, month, day: dayOfMonth, hour, minute, second: 0 }, zone);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** The morning of a day, when work is to go on. */
export function morningOf(day: string, zone: string): string {
  return atHour(day, 9, zone).toISOString();
}

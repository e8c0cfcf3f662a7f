import { addDays, atHour, localDate } from '../deadlines/local-time.ts';
import type { Validity } from './items.ts';

/**
 * Dates of approvals. A date is a calendar day of the region, `YYYY-MM-DD`; what is valid until a day is valid until
 * 24:00 local time of that day.
 */
export type LocalDate = string;

/** Months after which an approval is decided anew, without grace. */
export const REVETTING_MONTHS = 24;
/** Up to this many days late only the lapsed items are looked at; later the procedure starts from the beginning. */
export const SHORT_RENEWAL_DAYS = 30;
/** Days before the end at which provider and office are told. */
export const expiryNoticeDays = [90, 60, 30, 14, 1] as const;
/** From here on an approval is shown as expiring. */
export const EXPIRING_DAYS = 90;

const DAY = 86_400_000;

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The same day some months later; the last day of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const firstOfTarget = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(firstOfTarget.getUTCFullYear(), firstOfTarget.getUTCMonth() + 1, 0)).getUTCDate();
  firstOfTarget.setUTCDate(Math.min(day, lastDay));
  return firstOfTarget.toISOString().slice(0, 10);
}

/** The instant at which a day ends: the next local midnight, also where a day has 23 or 25 hours. */
export function endOfLocalDay(date: LocalDate, timeZone: string): Date {
  return atHour(addDays(date, 1), 0, timeZone);
}

/** True until 24:00 local time of the last day. */
export function isValidOn(until: LocalDate, now: Date, timeZone: string): boolean {
  return localDate(now, timeZone) <= until;
}

/**
 * The last valid day of an accepted item. `endsOn` is the date printed on the proof or null.
 * Null where a proof with an end date names none, or a test call was never made.
 */
export function itemValidUntil(
  validity: Validity,
  acceptedOn: LocalDate,
  endsOn: LocalDate | null,
  lastTestOn: LocalDate | null,
): LocalDate | null {
  switch (validity.kind) {
    case 'months':
      return addMonths(acceptedOn, validity.months);
    case 'end_date':
      return endsOn;
    case 'test':
      return lastTestOn === null ? null : addDays(lastTestOn, validity.days);
  }
}

/**
 * The notice that is due: the nearest threshold reached that was not yet sent, or null. After days without a run only the
 * nearest one is sent, not the ones that were missed. Nothing is due once the day is over.
 */
export function dueExpiryNotice(
  until: LocalDate,
  now: Date,
  timeZone: string,
  alreadySent: readonly number[],
): number | null {
  const left = daysBetween(localDate(now, timeZone), until);
  if (left < 0) return null;
  const reached = expiryNoticeDays.filter((days) => left <= days);
  const nearest = reached.at(-1);
  return nearest === undefined || alreadySent.includes(nearest) ? null : nearest;
}

/** What the daily run finds of an approval that ends on a day. */
export function standingOn(until: LocalDate, now: Date, timeZone: string): 'valid' | 'expiring' | 'expired' {
  const left = daysBetween(localDate(now, timeZone), until);
  if (left < 0) return 'expired';
  return left <= EXPIRING_DAYS ? 'expiring' : 'valid';
}

/** Which procedure a renewal takes. */
export function renewalProcedure(expiredOn: LocalDate, today: LocalDate): 'short' | 'full' {
  return daysBetween(expiredOn, today) <= SHORT_RENEWAL_DAYS ? 'short' : 'full';
}

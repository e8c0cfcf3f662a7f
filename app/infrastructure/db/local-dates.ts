import { localDate } from '#app/domain/deadlines/local-time.ts';
import { endOfLocalDay } from '#app/domain/vetting/validity.ts';
import type { LocalDate } from '#app/domain/vetting/validity.ts';

/**
 * What is valid until a day is stored as the last millisecond of that day in the region: as an instant it is over when the day
 * is, and as a date it is still that day.
 */
export function dayColumn(date: LocalDate, zone: string): Date {
  return new Date(endOfLocalDay(date, zone).getTime() - 1);
}

export function dayOf(column: Date, zone: string): LocalDate {
  return localDate(column, zone);
}

export function dayColumnOrNull(date: LocalDate | null, zone: string): Date | null {
  return date === null ? null : dayColumn(date, zone);
}

export function dayOrNull(column: Date | null, zone: string): LocalDate | null {
  return column === null ? null : dayOf(column, zone);
}

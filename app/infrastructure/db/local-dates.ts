import type { LocalDate } from '#app/domain/vetting/validity.ts';

/** A calendar day is stored as midnight UTC of that day: what is valid until it is valid until 24:00 local time. */
export function dayColumn(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function dayOf(column: Date): LocalDate {
  return column.toISOString().slice(0, 10);
}

export function dayColumnOrNull(date: LocalDate | null): Date | null {
  return date === null ? null : dayColumn(date);
}

export function dayOrNull(column: Date | null): LocalDate | null {
  return column === null ? null : dayOf(column);
}

/** After how many months a company may be reminded to look again; null in its place means never. */
export const reminderMonths = [3, 6, 12] as const;
export type ReminderMonths = (typeof reminderMonths)[number];

export const defaultReminder: ReminderMonths = 6;

/** The same time of day so many months later; the last day of the month where that day does not exist. */
export function monthsAfter(moment: Date, months: number): Date {
  const day = moment.getUTCDate();
  const later = new Date(moment);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day, lastDay));
  return later;
}

/** The choice that leads to this time; the nearest one, since a passed time is counted from when it was chosen. */
export function monthsChosen(closedAt: Date, due: Date): ReminderMonths {
  const distance = (months: ReminderMonths): number => Math.abs(monthsAfter(closedAt, months).getTime() - due.getTime());
  return [...reminderMonths].sort((a, b) => distance(a) - distance(b))[0] ?? defaultReminder;
}

/** When to remind of a run that was closed then: counted from the close, or from now where that has passed already. */
export function remindAt(closedAt: Date, months: ReminderMonths, now: Date): Date {
  const due = monthsAfter(closedAt, months);
  return due > now ? due : monthsAfter(now, months);
}

import { addDays, atHour, localDate, toLocal, weekday } from './local-time.ts';

/** When the network works by the clock of the office. Holidays are data: ISO dates of the region. */
export type BusinessCalendar = {
  readonly zone: string;
  /** Local hours, opening included, closing excluded. */
  readonly opensHour: number;
  readonly closesHour: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly holidays: ReadonlySet<string>;
};

/** Monday to Friday, 8 to 18, Europe/Berlin, without the given public holidays. */
export function germanBusinessCalendar(holidays: ReadonlySet<string>): BusinessCalendar {
  return { zone: 'Europe/Berlin', opensHour: 8, closesHour: 18, weekdays: [1, 2, 3, 4, 5], holidays };
}

export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  return calendar.weekdays.includes(weekday(date)) && !calendar.holidays.has(date);
}

export function isOpen(instant: Date, calendar: BusinessCalendar): boolean {
  const { hour } = toLocal(instant, calendar.zone);
  return (
    isBusinessDay(localDate(instant, calendar.zone), calendar) && hour >= calendar.opensHour && hour < calendar.closesHour
  );
}

/** The instant itself while open, otherwise the next opening. */
export function nextOpening(instant: Date, calendar: BusinessCalendar): Date {
  if (isOpen(instant, calendar)) return instant;
  const today = localDate(instant, calendar.zone);
  const opensToday = atHour(today, calendar.opensHour, calendar.zone);
  if (isBusinessDay(today, calendar) && instant < opensToday) return opensToday;
  return atHour(businessDayAfter(today, 1, calendar), calendar.opensHour, calendar.zone);
}

/** The n-th business day after a date, the date itself not counted. */
export function businessDayAfter(date: string, n: number, calendar: BusinessCalendar): string {
  let day = date;
  let left = n;
  // A year without a single business day is a broken calendar, not a long weekend.
  for (let guard = 0; left > 0; guard += 1) {
    if (guard > 366 + n * 7) throw new Error('Calendar without business days');
    day = addDays(day, 1);
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

/**
 * Adds minutes that only run while open. From outside the hours counting starts at the next opening. A period that is used
 * up exactly at closing ends at closing, not at the next opening.
 */
export function addBusinessMinutes(from: Date, minutes: number, calendar: BusinessCalendar): Date {
  let at = nextOpening(from, calendar);
  let left = minutes * 60_000;
  for (;;) {
    const closes = atHour(localDate(at, calendar.zone), calendar.closesHour, calendar.zone);
    const today = closes.getTime() - at.getTime();
    if (left <= today) return new Date(at.getTime() + left);
    left -= today;
    at = nextOpening(closes, calendar);
  }
}

/**
 * So many business days later at the same time of day. From outside the hours counting starts at the next opening, so
 * "one working day" asked on Friday at 20 o'clock ends on Tuesday at 8.
 */
export function addBusinessDays(from: Date, days: number, calendar: BusinessCalendar): Date {
  const start = nextOpening(from, calendar);
  if (days === 0) return start;
  const startDay = localDate(start, calendar.zone);
  const sinceOpening = start.getTime() - atHour(startDay, calendar.opensHour, calendar.zone).getTime();
  const day = businessDayAfter(startDay, days, calendar);
  return new Date(atHour(day, calendar.opensHour, calendar.zone).getTime() + sinceOpening);
}

/** Closing time of the n-th business day after the day of `from`; 0 means the same day, or the next business day when closed. */
export function endOfBusinessDay(from: Date, n: number, calendar: BusinessCalendar): Date {
  const startDay = localDate(nextOpening(from, calendar), calendar.zone);
  return atHour(n === 0 ? startDay : businessDayAfter(startDay, n, calendar), calendar.closesHour, calendar.zone);
}

/** Open minutes between two instants; 0 when the second is not later. */
export function businessMinutesBetween(from: Date, to: Date, calendar: BusinessCalendar): number {
  let total = 0;
  let at = nextOpening(from, calendar);
  while (at < to) {
    const closes = atHour(localDate(at, calendar.zone), calendar.closesHour, calendar.zone);
    total += Math.min(closes.getTime(), to.getTime()) - at.getTime();
    at = nextOpening(closes, calendar);
  }
  return total / 60_000;
}

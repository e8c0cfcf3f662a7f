import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { addDays, atHour, localDate, weekday } from '#app/domain/deadlines/local-time.ts';
import { minutesLater } from './timeline.ts';

const { zone } = suedwestsachsen;
const saturday = 6;
const sunday = 7;

/** Moments of the demo, told from the moment at which it was filled. */
export type Calendar = {
  readonly end: Date;
  /** So many days before the end, at this time of the clock on the wall (`9:30`); a weekend is avoided by going back. */
  workday(days: number, time: string): Date;
  /** The same on whatever day of the week. */
  day(days: number, time: string): Date;
  /** Minutes before the end. */
  minutesAgo(minutes: number): Date;
  /** `YYYY-MM-DD` so many days before (or, negative, after) the end. */
  dateOf(days: number): string;
};

export function createCalendar(end: Date): Calendar {
  const today = localDate(end, zone);
  return {
    end,
    workday: (days, time) => onDate(lastWorkday(addDays(today, -days)), time),
    day: (days, time) => onDate(addDays(today, -days), time),
    minutesAgo: (minutes) => minutesLater(end, -minutes),
    dateOf: (days) => addDays(today, -days),
  };
}

function onDate(date: string, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return minutesLater(atHour(date, hour, zone), minute);
}

function lastWorkday(date: string): string {
  const day = weekday(date);
  if (day === saturday) return addDays(date, -1);
  return day === sunday ? addDays(date, -2) : date;
}

/** Date and time as forms post them. */
export function wallTime(instant: Date): { readonly date: string; readonly time: string } {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(instant);
  const [date = '', time = ''] = text.split(' ');
  return { date, time };
}

import { createFormatter } from 'use-intl/core';
import { intlTag, timeZone } from './locale.ts';
import type { Locale } from './locale.ts';
import { textOf } from './translator.ts';

/** A moment as ISO text, as it comes out of view models, or as a date. */
export type Moment = string | Date;

export type Formatter = {
  /** `19.11.2026` */
  date(moment: Moment): string;
  /** `19. November 2026` */
  dateLong(moment: Moment): string;
  /** `Do., 19.11.` */
  dayShort(moment: Moment): string;
  /** `6:40 Uhr` */
  time(moment: Moment): string;
  /** `19.11.2026, 6:40 Uhr` */
  dateTime(moment: Moment): string;
  /** `Do., 19.11., 6:40 Uhr`: for deadlines within the year. */
  dayTime(moment: Moment): string;
  /** `15 Std. 20 Min.`, `3 Tage 4 Std.`, `unter 1 Min.`; the sign is left out. */
  duration(milliseconds: number): string;
  /** The same behind „seit“: `3 Tagen 4 Std.` */
  durationSince(milliseconds: number): string;
  number(value: number): string;
  /** Share of 0 to 1 as `82 %`. */
  percent(share: number): string;
  /** `1,4 MB` */
  fileSize(bytes: number): string;
  /** `A, B und C` */
  list(parts: readonly string[]): string;
};

const known = new Map<Locale, Formatter>();

/** Dates, durations and numbers as the region writes them. Formatters hold no state and are made once. */
export function formatOf(locale: Locale): Formatter {
  const before = known.get(locale);
  if (before) return before;
  const made = make(locale);
  known.set(locale, made);
  return made;
}

function make(locale: Locale): Formatter {
  const intl = createFormatter({ locale: intlTag[locale], timeZone });
  const t = textOf(locale, 'common');
  const at = (moment: Moment) => (typeof moment === 'string' ? new Date(moment) : moment);
  const date = (moment: Moment) => intl.dateTime(at(moment), { day: 'numeric', month: 'numeric', year: 'numeric' });
  const dayShort = (moment: Moment) => intl.dateTime(at(moment), { weekday: 'short', day: 'numeric', month: 'numeric' });
  const time = (moment: Moment) => t('format.time', { time: intl.dateTime(at(moment), { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }) });
  return {
    date,
    dayShort,
    time,
    dateLong: (moment) => intl.dateTime(at(moment), { day: 'numeric', month: 'long', year: 'numeric' }),
    dateTime: (moment) => `${date(moment)}, ${time(moment)}`,
    dayTime: (moment) => `${dayShort(moment)}, ${time(moment)}`,
    duration: (milliseconds) => durationOf(milliseconds, t),
    durationSince: (milliseconds) => durationOf(milliseconds, t, 'Since'),
    number: (value) => intl.number(value),
    percent: (share) => intl.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    fileSize: (bytes) => fileSizeOf(bytes, (value) => intl.number(value, { maximumFractionDigits: 1 })),
    list: (parts) => intl.list(parts, { type: 'conjunction' }),
  };
}

/** The two largest units, rounded down: nobody is promised a minute that is not there. */
function durationOf(milliseconds: number, t: ReturnType<typeof textOf<'common'>>, form: '' | 'Since' = ''): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (minutes < 1) return t('format.underOneMinute');
  if (hours < 1) return t('format.minutes', { minutes });
  if (hours < 72) {
    const rest = minutes % 60;
    return rest === 0 ? t('format.hours', { hours }) : t('format.hoursMinutes', { hours, minutes: rest });
  }
  const rest = hours % 24;
  return rest === 0 ? t(`format.days${form}`, { days }) : t(`format.daysHours${form}`, { days, hours: rest });
}

function fileSizeOf(bytes: number, number: (value: number) => string): string {
  const units = ['Byte', 'KB', 'MB', 'GB'] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${number(value)} ${units[unit] ?? 'Byte'}`;
}

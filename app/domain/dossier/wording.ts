import type { DossierLanguage } from './document.ts';

/**
 * Puts values into a text with placeholders in braces. A placeholder without a value is a mistake of the builder.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in "${template}"`);
    return String(value);
  });
}

/** How dates, times and numbers are written in one document. */
export type Wording = {
  readonly date: (iso: string) => string;
  /** The same for narrow columns. */
  readonly shortDate: (iso: string) => string;
  readonly dateTime: (iso: string) => string;
  readonly number: (value: number) => string;
  /** Whole euros from cents, rounded to the nearest euro. */
  readonly euro: (cents: number) => string;
  /** File size from bytes. */
  readonly size: (bytes: number) => string;
};

const monthsOfEnglish = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/**
 * Writes dates as the design asks for: `19.11.2026` and `19.11.2026, 6:40 Uhr`, in English `19 November 2026, 06:40`.
 * Only the conversion to the time zone comes from Intl, so that the text does not change with the runtime's language data.
 */
export function wordingFor(language: DossierLanguage, timeZone: string): Wording {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });

  function partsOf(iso: string): { day: string; month: string; year: string; hour: string; minute: string } {
    const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    if (dayOnly) return { year: dayOnly[1]!, month: dayOnly[2]!, day: dayOnly[3]!, hour: '00', minute: '00' };
    const moment = new Date(iso);
    if (Number.isNaN(moment.getTime())) throw new Error(`Not a date: ${iso}`);
    const parts = Object.fromEntries(clock.formatToParts(moment).map((part) => [part.type, part.value]));
    return { year: parts.year!, month: parts.month!, day: parts.day!, hour: parts.hour!, minute: parts.minute! };
  }

  function date(iso: string): string {
    const { day, month, year } = partsOf(iso);
    return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${monthsOfEnglish[Number(month) - 1]} ${year}`;
  }

  function shortDate(iso: string): string {
    const { day, month, year } = partsOf(iso);
    return language === 'de' ? date(iso) : `${Number(day)} ${monthsOfEnglish[Number(month) - 1]!.slice(0, 3)} ${year}`;
  }

  function dateTime(iso: string): string {
    const { hour, minute } = partsOf(iso);
    return language === 'de' ? `${date(iso)}, ${Number(hour)}:${minute} Uhr` : `${date(iso)}, ${hour}:${minute}`;
  }

  function number(value: number): string {
    const [whole = '0', fraction] = String(Math.abs(value)).split('.');
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');
    const text = fraction === undefined ? grouped : `${grouped}${language === 'de' ? ',' : '.'}${fraction}`;
    return value < 0 ? `−${text}` : text;
  }

  function euro(cents: number): string {
    const amount = number(Math.round(cents / 100));
    return language === 'de' ? `${amount}\u00a0€` : `€\u00a0${amount}`;
  }

  function size(bytes: number): string {
    if (bytes < 1024) return `${number(bytes)}\u00a0Byte`;
    if (bytes < 1024 * 1024) return `${number(Math.round(bytes / 1024))}\u00a0KiB`;
    return `${number(Math.round((bytes / (1024 * 1024)) * 10) / 10)}\u00a0MiB`;
  }

  return { date, shortDate, dateTime, number, euro, size };
}

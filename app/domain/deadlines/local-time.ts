/**
 * Conversion between instants and wall-clock time of a zone, safe across the change of the clocks.
 * Pure: an instant is always passed in. Local dates are ISO `YYYY-MM-DD`.
 */
export type LocalTime = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

/** Wall-clock time of an instant. Parts of a second are dropped. */
export function toLocal(instant: Date, zone: string): LocalTime {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatFor(zone).formatToParts(instant)) {
    if (type !== 'literal') parts[type] = Number(value);
  }
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/**
 * The instant of a wall-clock time. A time that occurs twice (clocks going back) means its first occurrence; one that does
 * not occur (clocks going forward) means as much later as the clocks jump. Days beyond the month's end roll over.
 */
export function fromLocal(local: LocalTime, zone: string): Date {
  const asUtc = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second);
  const before = asUtc - offsetAt(asUtc - dayMs, zone);
  const after = asUtc - offsetAt(asUtc + dayMs, zone);
  const fits = [before, after].filter((candidate) => candidate + offsetAt(candidate, zone) === asUtc);
  return new Date(fits.length > 0 ? Math.min(...fits) : before);
}

/** Milliseconds by which the zone is ahead of UTC at an instant. */
function offsetAt(instantMs: number, zone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  const local = toLocal(new Date(whole), zone);
  return Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute, local.second) - whole;
}

const dayMs = 86_400_000;

export function localDate(instant: Date, zone: string): string {
  return isoDate(toLocal(instant, zone));
}

export function isoDate(date: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** The instant at which a local date reaches an hour. */
export function atHour(date: string, hour: number, zone: string): Date {
  return fromLocal({ ...splitDate(date), hour, minute: 0, second: 0 }, zone);
}

export function addDays(date: string, days: number): string {
  const { year, month, day } = splitDate(date);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: string): number {
  const { year, month, day } = splitDate(date);
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
}

/**
 * Same wall-clock time so many calendar months later; where the month has no such day, its last day
 * (31 January + 1 month = 28 or 29 February; § 188 BGB).
 */
export function addMonths(instant: Date, months: number, zone: string): Date {
  const local = toLocal(instant, zone);
  const first = local.month - 1 + months;
  const year = local.year + Math.floor(first / 12);
  const month = (((first % 12) + 12) % 12) + 1;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return fromLocal({ ...local, year, month, day: Math.min(local.day, lastDay) }, zone);
}

/** Same wall-clock time so many calendar days later. */
export function addLocalDays(instant: Date, days: number, zone: string): Date {
  const local = toLocal(instant, zone);
  return fromLocal({ ...local, ...splitDate(addDays(isoDate(local), days)) }, zone);
}

export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

function splitDate(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

import { timeZone } from '#app/content/locale.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import type { Clock } from '../ports.ts';

/** The day in the region, `YYYY-MM-DD`. */
export function todayOf(clock: Clock): string {
  return localDate(clock.now(), timeZone);
}

import { germanBusinessCalendar } from '#app/domain/deadlines/business-hours.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { RoutingRules } from '#app/domain/routing/rules.ts';
import { publicHolidays } from './saxon-holidays.ts';
import type { HolidayRegion } from './saxon-holidays.ts';

/** Rules and calendar that hold around a moment; the holidays of a year are looked up once. */
export function createServiceClocks(region: HolidayRegion, rules: RoutingRules): (at: Date) => ServiceClock {
  const known = new Map<number, ServiceClock>();
  return (at) => {
    const year = at.getUTCFullYear();
    const before = known.get(year);
    if (before) return before;
    const made = { rules, calendar: germanBusinessCalendar(publicHolidays(region, year - 1, year + 1)) };
    known.set(year, made);
    return made;
  };
}

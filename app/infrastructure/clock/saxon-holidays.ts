import Holidays from 'date-holidays';

/** Where the public holidays of a region are looked up, from the region's data. */
export type HolidayRegion = { readonly country: string; readonly state: string };

/**
 * Public holidays of a region as ISO dates, both years included. Only whole statutory holidays count: observances and
 * half-day bank holidays are working days. A region the library does not know is a fault of the region data and throws.
 */
export function publicHolidays(region: HolidayRegion, fromYear: number, toYear: number): ReadonlySet<string> {
  const calendar = new Holidays(region.country, region.state);
  const dates = new Set<string>();
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const day of calendar.getHolidays(year)) {
      if (day.type === 'public') dates.add(day.date.slice(0, 10));
    }
  }
  if (dates.size === 0) throw new Error(`No public holidays known for ${region.country}-${region.state}`);
  return dates;
}

/** Public holidays in Saxony, Buß- und Bettag and Reformationstag included. */
export function saxonHolidays(fromYear: number, toYear: number): ReadonlySet<string> {
  return publicHolidays({ country: 'DE', state: 'SN' }, fromYear, toYear);
}

import { expect, test } from 'vitest';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { publicHolidays, saxonHolidays } from './saxon-holidays.ts';

test('Saxony has eleven public holidays a year, Buß- und Bettag and Reformationstag among them', () => {
  const year = [...saxonHolidays(2026, 2026)].sort();
  expect(year).toEqual([
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-01',
    '2026-05-14',
    '2026-05-25',
    '2026-10-03',
    '2026-10-31',
    '2026-11-18',
    '2026-12-25',
    '2026-12-26',
  ]);
});

test('a range covers both its years', () => {
  const range = saxonHolidays(2026, 2028);
  expect(range.has('2026-01-01') && range.has('2027-11-17') && range.has('2028-12-26')).toBe(true);
  expect(range.has('2029-01-01')).toBe(false);
});

test('the region names where its holidays are looked up', () => {
  expect([...publicHolidays(suedwestsachsen.holidays, 2027, 2027)]).toEqual([...saxonHolidays(2027, 2027)]);
  expect([...publicHolidays({ country: 'DE', state: 'BE' }, 2027, 2027)]).not.toContain('2027-11-17');
});

test('an unknown region is a fault, not a region without holidays', () => {
  expect(() => publicHolidays({ country: 'XX', state: '1' }, 2027, 2027)).toThrow();
});

import Holidays from 'date-holidays';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, addBusinessMinutes, businessMinutesBetween, endOfBusinessDay, germanBusinessCalendar, isBusinessDay, isOpen, nextOpening } from './business-hours.ts';

const saxony = new Holidays('DE', 'SN');
const holidays = new Set(
  [2026, 2027, 2028].flatMap((year) => saxony.getHolidays(year)).filter((day) => day.type === 'public').map((day) => day.date.slice(0, 10)),
);
const calendar = germanBusinessCalendar(holidays);
const anyInstant = fc.integer({ min: Date.UTC(2026, 0, 5) / 60_000, max: Date.UTC(2027, 11, 20) / 60_000 }).map((minute) => new Date(minute * 60_000));
const at = (iso: string) => new Date(iso);

test('Buß- und Bettag and Reformationstag are no business days in Saxony, the day before Christmas is', () => {
  expect(isBusinessDay('2026-11-18', calendar)).toBe(false);
  expect(isBusinessDay('2027-11-17', calendar)).toBe(false);
  expect(isBusinessDay('2028-10-31', calendar)).toBe(false);
  expect(isBusinessDay('2026-11-17', calendar)).toBe(true);
  expect(isBusinessDay('2026-12-24', calendar)).toBe(true);
});

test('opening belongs to the day, closing does not', () => {
  expect(isOpen(at('2026-11-23T06:59:59Z'), calendar)).toBe(false);
  expect(isOpen(at('2026-11-23T07:00:00Z'), calendar)).toBe(true);
  expect(isOpen(at('2026-11-23T16:59:59Z'), calendar)).toBe(true);
  expect(isOpen(at('2026-11-23T17:00:00Z'), calendar)).toBe(false);
});

test('two hours asked late before Buß- und Bettag end on the day after it', () => {
  expect(addBusinessMinutes(at('2026-11-17T16:00:00Z'), 120, calendar)).toEqual(at('2026-11-19T08:00:00Z'));
});

test('hours over the spring weekend keep to the wall clock', () => {
  expect(addBusinessMinutes(at('2026-03-27T16:00:00Z'), 120, calendar)).toEqual(at('2026-03-30T07:00:00Z'));
  expect(addBusinessMinutes(at('2027-03-25T16:00:00Z'), 120, calendar)).toEqual(at('2027-03-30T07:00:00Z'));
});

test('hours over the autumn weekend keep to the wall clock', () => {
  expect(addBusinessMinutes(at('2026-10-23T15:00:00Z'), 120, calendar)).toEqual(at('2026-10-26T08:00:00Z'));
  expect(addBusinessMinutes(at('2027-10-29T15:00:00Z'), 120, calendar)).toEqual(at('2027-11-01T08:00:00Z'));
});

test('a period used up at closing ends at closing', () => {
  expect(addBusinessMinutes(at('2026-11-23T15:00:00Z'), 120, calendar)).toEqual(at('2026-11-23T17:00:00Z'));
});

test('a working day asked on Friday evening ends on Tuesday morning', () => {
  expect(addBusinessDays(at('2026-11-20T19:00:00Z'), 1, calendar)).toEqual(at('2026-11-24T07:00:00Z'));
  expect(addBusinessDays(at('2026-11-20T13:30:00Z'), 1, calendar)).toEqual(at('2026-11-23T13:30:00Z'));
});

test('Reformationstag on a Tuesday moves a working day by one', () => {
  expect(addBusinessDays(at('2028-10-30T09:00:00Z'), 1, calendar)).toEqual(at('2028-11-01T09:00:00Z'));
});

test('the end of the next working day skips weekend and holiday', () => {
  expect(endOfBusinessDay(at('2026-11-20T10:00:00Z'), 1, calendar)).toEqual(at('2026-11-23T17:00:00Z'));
  expect(endOfBusinessDay(at('2026-11-17T10:00:00Z'), 1, calendar)).toEqual(at('2026-11-19T17:00:00Z'));
  expect(endOfBusinessDay(at('2026-11-21T10:00:00Z'), 0, calendar)).toEqual(at('2026-11-23T17:00:00Z'));
});

test('what was added is what lies between', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: 0, max: 6000 }), (from, minutes) => {
      expect(businessMinutesBetween(from, addBusinessMinutes(from, minutes, calendar), calendar)).toBe(minutes);
    }),
    { numRuns: 300 },
  );
});

test('a later start never ends earlier, a longer period never ends sooner', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat(5000), fc.nat(3000), fc.nat(600), (from, later, minutes, more) => {
      const end = addBusinessMinutes(from, minutes, calendar).getTime();
      expect(addBusinessMinutes(new Date(from.getTime() + later * 60_000), minutes, calendar).getTime()).toBeGreaterThanOrEqual(end);
      expect(addBusinessMinutes(from, minutes + more, calendar).getTime()).toBeGreaterThanOrEqual(end);
    }),
    { numRuns: 300 },
  );
});

test('the next opening is open and never in the past', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const opening = nextOpening(instant, calendar);
      expect(isOpen(opening, calendar)).toBe(true);
      expect(opening.getTime()).toBeGreaterThanOrEqual(instant.getTime());
    }),
    { numRuns: 500 },
  );
});

test('a calendar without business days is refused instead of searched for ever', () => {
  expect(() => nextOpening(at('2026-11-23T20:00:00Z'), { ...calendar, weekdays: [] })).toThrow('without business days');
});

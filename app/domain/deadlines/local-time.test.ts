import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addLocalDays, addMonths, fromLocal, localDate, toLocal, weekday } from './local-time.ts';

const berlin = 'Europe/Berlin';
const local = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  fromLocal({ year, month, day, hour, minute, second: 0 }, berlin).toISOString();

test('winter and summer time differ by an hour', () => {
  expect(local(2026, 1, 15, 8)).toBe('2026-01-15T07:00:00.000Z');
  expect(local(2026, 7, 15, 8)).toBe('2026-07-15T06:00:00.000Z');
});

test('a time that the spring night skips is read an hour later', () => {
  expect(local(2026, 3, 29, 2, 30)).toBe('2026-03-29T01:30:00.000Z');
  expect(local(2027, 3, 28, 2, 30)).toBe('2027-03-28T01:30:00.000Z');
  expect(toLocal(new Date('2026-03-29T01:30:00.000Z'), berlin)).toMatchObject({ hour: 3, minute: 30 });
});

test('a time that the autumn night has twice means its first occurrence', () => {
  expect(local(2026, 10, 25, 2, 30)).toBe('2026-10-25T00:30:00.000Z');
  expect(local(2027, 10, 31, 2, 30)).toBe('2027-10-31T00:30:00.000Z');
});

test('midnights around both changes are right', () => {
  expect(local(2026, 3, 29)).toBe('2026-03-28T23:00:00.000Z');
  expect(local(2026, 3, 30)).toBe('2026-03-29T22:00:00.000Z');
  expect(local(2026, 10, 25)).toBe('2026-10-24T22:00:00.000Z');
  expect(local(2026, 10, 26)).toBe('2026-10-25T23:00:00.000Z');
});

test('every instant comes back from its wall-clock time, but for the hour that occurs twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 }), (seconds) => {
      const instant = new Date(seconds * 1000);
      const back = fromLocal(toLocal(instant, berlin), berlin);
      expect([0, 3_600_000]).toContain(instant.getTime() - back.getTime());
      expect(toLocal(back, berlin)).toEqual(toLocal(instant, berlin));
    }),
  );
});

test('a month from the last day of a long month ends on the last day of a short one', () => {
  const plus = (iso: string, months: number) => addMonths(new Date(iso), months, berlin).toISOString();
  expect(plus('2027-01-31T11:00:00.000Z', 1)).toBe('2027-02-28T11:00:00.000Z');
  expect(plus('2028-01-31T11:00:00.000Z', 1)).toBe('2028-02-29T11:00:00.000Z');
  expect(plus('2026-08-31T10:00:00.000Z', 1)).toBe('2026-09-30T10:00:00.000Z');
  expect(plus('2026-11-22T11:00:00.000Z', 1)).toBe('2026-12-22T11:00:00.000Z');
  expect(plus('2026-12-31T22:30:00.000Z', 1)).toBe('2027-01-31T22:30:00.000Z');
});

test('a month over the change of the clocks keeps the time of day', () => {
  expect(addMonths(new Date('2026-10-15T08:00:00.000Z'), 1, berlin).toISOString()).toBe('2026-11-15T09:00:00.000Z');
  expect(addMonths(new Date('2027-03-15T09:00:00.000Z'), 1, berlin).toISOString()).toBe('2027-04-15T08:00:00.000Z');
});

test('the local day of a report late in the evening is the local one', () => {
  expect(localDate(new Date('2026-11-22T23:30:00.000Z'), berlin)).toBe('2026-11-23');
});

test('days run over months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(weekday('2026-11-22')).toBe(7);
  expect(weekday('2026-11-23')).toBe(1);
  expect(addLocalDays(new Date('2026-10-24T08:00:00.000Z'), 1, berlin).toISOString()).toBe('2026-10-25T09:00:00.000Z');
});

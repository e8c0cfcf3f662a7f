import { expect, test } from 'vitest';
import { monthsAfter, remindAt } from './reminder.ts';

test.each([
  ['2026-11-23T09:00:00Z', 6, '2027-05-23T09:00:00.000Z'],
  ['2026-08-31T22:30:00Z', 6, '2027-02-28T22:30:00.000Z'],
  ['2023-08-31T08:00:00Z', 6, '2024-02-29T08:00:00.000Z'],
  ['2026-10-31T08:00:00Z', 12, '2027-10-31T08:00:00.000Z'],
])('%s and %i months are %s', (from, months, to) => {
  expect(monthsAfter(new Date(from), months).toISOString()).toBe(to);
});

test('a time that has passed already is counted from now', () => {
  const closedAt = new Date('2026-01-10T09:00:00Z');
  expect(remindAt(closedAt, 6, new Date('2026-03-01T00:00:00Z')).toISOString()).toBe('2026-07-10T09:00:00.000Z');
  expect(remindAt(closedAt, 3, new Date('2026-09-01T12:00:00Z')).toISOString()).toBe('2026-12-01T12:00:00.000Z');
});

import { expect, test } from 'vitest';
import { nextReminder, reminderStages } from './hand-over-reminder.ts';

const { nobody, colleague, asker } = reminderStages;
const dueAt = new Date('2026-12-04T17:00:00Z');
const earlier = new Date('2026-11-30T09:00:00Z');

test.each([
  ['two days before', '2026-12-02T16:59:00Z', nobody, null],
  ['the day before', '2026-12-03T17:00:00Z', nobody, 'colleague'],
  ['the day before, once more', '2026-12-03T18:00:00Z', colleague, null],
  ['when the time has come', '2026-12-04T17:00:00Z', colleague, 'asker'],
  ['when nobody was reminded before', '2026-12-05T09:00:00Z', nobody, 'asker'],
  ['when all is said', '2027-01-01T09:00:00Z', asker, null],
] as const)('%s', (_, now, stage, expected) => {
  expect(nextReminder({ createdAt: earlier, dueAt, stage }, new Date(now))).toBe(expected);
});

test('who was asked only a day ago is not reminded, and whoever asked still hears of it', () => {
  const times = { createdAt: new Date('2026-12-04T08:00:00Z'), dueAt, stage: nobody };
  expect(nextReminder(times, new Date('2026-12-04T09:00:00Z'))).toBeNull();
  expect(nextReminder(times, new Date('2026-12-04T17:05:00Z'))).toBe('asker');
});

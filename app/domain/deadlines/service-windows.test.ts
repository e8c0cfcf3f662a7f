import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severities } from '../triage/kinds.ts';
import { germanBusinessCalendar } from './business-hours.ts';
import { serviceRulesV1 } from './service-rules.ts';
import { answerPromise, confirmationDue, dutyLadder, firstContactDue, neverShortened, plannedWaves, releaseReminders, statusDue, waveWindow } from './service-windows.ts';
import type { ServiceClock } from './service-windows.ts';

const clock: ServiceClock = { rules: serviceRulesV1, calendar: germanBusinessCalendar(new Set(['2026-11-18'])) };
const at = (iso: string) => new Date(iso);
const day = at('2026-11-23T09:00:00Z');
const night = at('2026-11-23T22:00:00Z');

test('a critical case asks three, three and the rest, ten minutes each', () => {
  const waves = plannedWaves('S1', day, clock);
  expect(waves.map((one) => one.size)).toEqual([3, 3, 'all_remaining']);
  expect(waves.map((one) => one.closesAt)).toEqual([at('2026-11-23T09:10:00Z'), at('2026-11-23T09:20:00Z'), at('2026-11-23T09:30:00Z')]);
});

test('windows are longer at night, by the moment they open', () => {
  expect(waveWindow('S1', 1, night, clock)?.closesAt).toEqual(at('2026-11-23T22:15:00Z'));
  expect(waveWindow('S2', 1, night, clock)?.closesAt).toEqual(at('2026-11-23T22:30:00Z'));
  expect(waveWindow('S2', 1, day, clock)?.closesAt).toEqual(at('2026-11-23T09:20:00Z'));
  expect(waveWindow('S1', 1, at('2026-11-23T20:55:00Z'), clock)?.closesAt).toEqual(at('2026-11-23T21:05:00Z'));
});

test('a night window is as long as it says when the clocks change', () => {
  expect(waveWindow('S1', 1, at('2026-03-29T00:55:00Z'), clock)?.closesAt).toEqual(at('2026-03-29T01:10:00Z'));
  expect(waveWindow('S1', 1, at('2026-10-25T00:55:00Z'), clock)?.closesAt).toEqual(at('2026-10-25T01:10:00Z'));
});

test('medium cases wait in business hours, over the holiday', () => {
  expect(waveWindow('S3', 1, at('2026-11-17T16:30:00Z'), clock)?.closesAt).toEqual(at('2026-11-19T08:30:00Z'));
  expect(waveWindow('S4', 1, at('2026-11-20T09:00:00Z'), clock)?.closesAt).toEqual(at('2026-11-23T09:00:00Z'));
});

test('there is no fourth wave', () => {
  for (const severity of severities) expect(waveWindow(severity, 4, day, clock)).toBeNull();
  expect(waveWindow('S1', 0, day, clock)).toBeNull();
});

test('the duty ladder of a critical case runs 0, 20, 30, 45 minutes', () => {
  expect(dutyLadder('S1', day, clock)).toEqual([
    { step: 'inform_duty', dueAt: day },
    { step: 'duty_must_act', dueAt: at('2026-11-23T09:20:00Z') },
    { step: 'second_officer', dueAt: at('2026-11-23T09:30:00Z') },
    { step: 'board_contact', dueAt: at('2026-11-23T09:45:00Z') },
  ]);
});

test('the duty officer learns of a medium case with its third wave and acts by the end of the next working day', () => {
  expect(dutyLadder('S3', day, clock)).toEqual([
    { step: 'inform_duty', dueAt: at('2026-11-23T13:00:00Z') },
    { step: 'duty_must_act', dueAt: at('2026-11-24T17:00:00Z') },
  ]);
  expect(answerPromise('S4', at('2026-11-20T09:00:00Z'), clock)).toEqual(at('2026-11-25T09:00:00Z'));
});

test('confirmation, first contact, release and status follow the severity', () => {
  expect(confirmationDue('S1', day, clock)).toEqual(at('2026-11-23T09:05:00Z'));
  expect(confirmationDue('S3', day, clock)).toEqual(at('2026-11-23T09:30:00Z'));
  expect(firstContactDue('S1', day, clock)).toEqual({ remindAt: at('2026-11-23T09:10:00Z'), dueAt: at('2026-11-23T09:15:00Z'), proposeReroutingAt: at('2026-11-23T09:20:00Z') });
  expect(firstContactDue('S3', at('2026-11-23T15:00:00Z'), clock)).toEqual({ remindAt: at('2026-11-24T08:00:00Z'), dueAt: at('2026-11-24T09:00:00Z'), proposeReroutingAt: at('2026-11-24T11:00:00Z') });
  expect(releaseReminders('S1', day, clock)).toEqual([at('2026-11-23T09:15:00Z'), at('2026-11-23T10:00:00Z')]);
  expect(statusDue('S1', day, clock)).toEqual(at('2026-11-23T13:00:00Z'));
  expect(statusDue('S4', day, clock)).toEqual(at('2026-11-30T09:00:00Z'));
});

test('a promised window never shortens', () => {
  expect(neverShortened(null, day)).toBe(day);
  expect(neverShortened(night, day)).toBe(night);
  expect(neverShortened(day, night)).toBe(night);
});

test('waves follow each other without gap, the ladder climbs, and the promise is its officer', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 1) / 60_000 }).map((minute) => new Date(minute * 60_000));
  fc.assert(
    fc.property(fc.constantFrom(...severities), instants, (severity, start) => {
      const waves = plannedWaves(severity, start, clock);
      expect(waves[0]?.opensAt).toEqual(start);
      waves.forEach((wave, index) => {
        expect(wave.closesAt.getTime()).toBeGreaterThan(wave.opensAt.getTime());
        if (index > 0) expect(wave.opensAt).toEqual(waves[index - 1]?.closesAt);
      });
      const ladder = dutyLadder(severity, start, clock).map((one) => one.dueAt.getTime());
      for (const due of ladder) expect(due).toBeGreaterThanOrEqual(start.getTime());
      expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
      expect(ladder).toContain(answerPromise(severity, start, clock).getTime());
      const contact = firstContactDue(severity, start, clock);
      expect(contact.remindAt <= contact.dueAt && contact.dueAt < contact.proposeReroutingAt).toBe(true);
    }),
    { numRuns: 400 },
  );
});

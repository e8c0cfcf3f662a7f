import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routingRulesV1 } from '../routing/rules.ts';
import { planWaves } from '../routing/waves.ts';
import { severities } from '../triage/kinds.ts';
import { germanBusinessCalendar } from './business-hours.ts';
import { answerPromise, confirmationDue, dutyLadder, firstContactDue, foreseenWindows, neverShortened, plannedWindows, releaseReminders, statusDue } from './service-windows.ts';
import type { ServiceClock } from './service-windows.ts';

const clock: ServiceClock = { rules: routingRulesV1, calendar: germanBusinessCalendar(new Set(['2026-11-18'])) };
const at = (iso: string) => new Date(iso);
const day = at('2026-11-23T09:00:00Z');
const night = at('2026-11-23T22:00:00Z');
const firstCloses = (severity: (typeof severities)[number], from: Date) => foreseenWindows(severity, from, clock)[0]?.closesAt;

test('the waves of a critical case wait ten minutes each', () => {
  expect(foreseenWindows('S1', day, clock).map((one) => one.closesAt)).toEqual([at('2026-11-23T09:10:00Z'), at('2026-11-23T09:20:00Z'), at('2026-11-23T09:30:00Z')]);
});

test('windows are longer from 22 to 6, by the moment they open', () => {
  expect(firstCloses('S1', night)).toEqual(at('2026-11-23T22:15:00Z'));
  expect(firstCloses('S2', night)).toEqual(at('2026-11-23T22:30:00Z'));
  expect(firstCloses('S2', day)).toEqual(at('2026-11-23T09:20:00Z'));
  expect(firstCloses('S1', at('2026-11-23T20:59:00Z'))).toEqual(at('2026-11-23T21:09:00Z'));
  expect(firstCloses('S1', at('2026-11-23T21:00:00Z'))).toEqual(at('2026-11-23T21:15:00Z'));
  expect(firstCloses('S1', at('2026-11-24T04:59:00Z'))).toEqual(at('2026-11-24T05:14:00Z'));
  expect(firstCloses('S1', at('2026-11-24T05:00:00Z'))).toEqual(at('2026-11-24T05:10:00Z'));
});

test('a night window is as long as it says when the clocks change', () => {
  expect(firstCloses('S1', at('2026-03-29T00:55:00Z'))).toEqual(at('2026-03-29T01:10:00Z'));
  expect(firstCloses('S1', at('2026-10-25T00:55:00Z'))).toEqual(at('2026-10-25T01:10:00Z'));
});

test('medium and low cases wait in business hours, over holiday and weekend', () => {
  expect(firstCloses('S3', at('2026-11-17T16:30:00Z'))).toEqual(at('2026-11-19T08:30:00Z'));
  expect(firstCloses('S4', at('2026-11-20T09:00:00Z'))).toEqual(at('2026-11-23T09:00:00Z'));
});

test('the duty ladder of a critical case runs 0, 20, 30, 45 minutes', () => {
  expect(dutyLadder('S1', day, foreseenWindows('S1', day, clock), clock)).toEqual([
    { step: 'duty_informed', dueAt: day },
    { step: 'duty_must_act', dueAt: at('2026-11-23T09:20:00Z') },
    { step: 'second_officer', dueAt: at('2026-11-23T09:30:00Z') },
    { step: 'board_contact', dueAt: at('2026-11-23T09:45:00Z') },
  ]);
});

test('the duty officer learns of a medium case with its third wave and acts by the end of the next working day', () => {
  expect(dutyLadder('S3', day, foreseenWindows('S3', day, clock), clock)).toEqual([
    { step: 'duty_informed', dueAt: at('2026-11-23T13:00:00Z') },
    { step: 'duty_must_act', dueAt: at('2026-11-24T17:00:00Z') },
  ]);
  expect(answerPromise('S3', at('2026-11-20T09:00:00Z'), clock)).toEqual(at('2026-11-23T17:00:00Z'));
  expect(answerPromise('S4', at('2026-11-20T09:00:00Z'), clock)).toEqual(at('2026-11-25T17:00:00Z'));
});

test('with one provider only the duty officer learns when its window has closed, with none at once', () => {
  const one = plannedWindows(planWaves('S3', ['a'], [], routingRulesV1), day, clock);
  expect(dutyLadder('S3', day, one, clock)[0]).toEqual({ step: 'duty_informed', dueAt: at('2026-11-23T11:00:00Z') });
  expect(dutyLadder('S3', day, [], clock)[0]).toEqual({ step: 'duty_informed', dueAt: day });
});

test('a direct offer to a wished provider comes before the waves', () => {
  const windows = plannedWindows(planWaves('S2', ['a', 'b'], ['b'], routingRulesV1), day, clock);
  expect(windows).toEqual([
    { wave: 0, opensAt: day, closesAt: at('2026-11-23T09:20:00Z') },
    { wave: 1, opensAt: at('2026-11-23T09:20:00Z'), closesAt: at('2026-11-23T09:40:00Z') },
  ]);
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

test('waves follow each other without gap, no step of the ladder is in the past, and the promise is its officer', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 1) / 60_000 }).map((minute) => new Date(minute * 60_000));
  fc.assert(
    fc.property(fc.constantFrom(...severities), instants, (severity, start) => {
      const windows = foreseenWindows(severity, start, clock);
      expect(windows[0]?.opensAt).toEqual(start);
      windows.forEach((window, index) => {
        expect(window.closesAt.getTime()).toBeGreaterThan(window.opensAt.getTime());
        if (index > 0) expect(window.opensAt).toEqual(windows[index - 1]?.closesAt);
      });
      const ladder = dutyLadder(severity, start, windows, clock).map((one) => one.dueAt.getTime());
      for (const due of ladder) expect(due).toBeGreaterThanOrEqual(start.getTime());
      expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
      expect(ladder).toContain(answerPromise(severity, start, clock).getTime());
      const contact = firstContactDue(severity, start, clock);
      expect(contact.remindAt <= contact.dueAt && contact.dueAt < contact.proposeReroutingAt).toBe(true);
    }),
    { numRuns: 400 },
  );
});

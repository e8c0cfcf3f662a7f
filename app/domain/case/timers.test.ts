import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanBusinessCalendar } from '../deadlines/business-hours.ts';
import { routingRulesV1 } from '../routing/rules.ts';
import { severities } from '../triage/kinds.ts';
import { REMINDERS_BEFORE_CLOSURE } from './case-guards.ts';
import { step } from './case-machine.ts';
import type { CaseStep } from './case-machine.ts';
import { caseTimerKinds, pushedBy, releaseTimers, remindersBefore, timerHolds, timersFrom } from './timers.ts';
import type { PlannedTimer } from './timers.ts';
import { caseStates, isTerminal } from './statuses.ts';

const clock = { rules: routingRulesV1, calendar: germanBusinessCalendar(new Set(['2026-12-25', '2026-12-26', '2027-01-01'])) };
const minuteMs = 60_000;

function must(result: ReturnType<typeof step>): CaseStep {
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
}

const proposed = must(step('in_progress', { name: 'propose_closure', by: 'provider' }, { reportComplete: true }));
const alone = must(step('in_triage', { name: 'choose_self_help', by: 'company' }, {}));
const instants = fc.integer({ min: Date.parse('2026-11-20T00:00:00Z'), max: Date.parse('2027-02-01T00:00:00Z') }).map((time) => new Date(time));
const batches = fc.tuple(fc.constantFrom(proposed, alone), instants);

/** A worker that looks at these moments; a batch as it really fires. */
function fireAll(batch: readonly PlannedTimer[], looks: readonly Date[]): { kind: string; at: Date; planned: Date }[] {
  let open = batch.map((one) => ({ ...one, planned: one.dueAt }));
  const fired: { kind: string; at: Date; planned: Date }[] = [];
  for (const at of looks) {
    for (let due = open[0]; due !== undefined && due.dueAt <= at; due = open[0]) {
      const done = due;
      fired.push({ kind: done.kind, at, planned: done.planned });
      open = open.slice(1).map((one) => ({ ...one, dueAt: pushedBy({ dueAt: done.dueAt, at }, one.dueAt) }));
    }
  }
  return fired;
}

describe('an end that comes by itself', () => {
  test('is announced twice, in order, whenever it begins', () => {
    fc.assert(
      fc.property(batches, ([entered, at]) => {
        const batch = timersFrom(entered, at, clock);
        const end = batch.at(-1);
        if (end === undefined) throw new Error('an end');
        const reminder = remindersBefore(end.kind);
        expect(batch.filter((one) => one.kind === reminder)).toHaveLength(REMINDERS_BEFORE_CLOSURE);
        const times = batch.map((one) => one.dueAt.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(new Set(times).size).toBe(times.length);
        expect(times[0]).toBeGreaterThan(at.getTime());
      }),
    );
  });

  test('comes ten working days after the report at the earliest', () => {
    const friday = timersFrom(proposed, new Date('2026-11-20T09:00:00Z'), clock);
    expect(friday.map((one) => [one.kind, one.dueAt.toISOString()])).toEqual([
      ['closure_reminder', '2026-11-26T09:00:00.000Z'],
      ['closure_reminder', '2026-12-02T09:00:00.000Z'],
      ['closure_end', '2026-12-04T09:00:00.000Z'],
    ]);
    expect(timersFrom(alone, new Date('2026-11-20T09:00:00Z'), clock)[0]?.dueAt.toISOString()).toBe('2026-11-23T11:00:00.000Z');
  });

  test('never comes at the same look as a reminder, however long the worker was away', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 40 * 24 * 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(batches, looks, ([entered, at], pauses) => {
        let now = at.getTime();
        const moments = [...pauses, ...Array<number>(60).fill(24 * 60)].map((pause) => new Date((now += pause * minuteMs)));
        const fired = fireAll(timersFrom(entered, at, clock), moments);
        expect(fired.map((one) => one.kind)).toEqual(timersFrom(entered, at, clock).map((one) => one.kind));
        for (const [index, one] of fired.entries()) {
          expect(one.at.getTime()).toBeGreaterThanOrEqual(one.planned.getTime());
          const before = fired[index - 1];
          if (before === undefined) continue;
          const planned = one.planned.getTime() - before.planned.getTime();
          expect(one.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(planned - 5 * minuteMs);
        }
      }),
    );
  });
});

test('reminders to release come by the severity, two for each', () => {
  const at = new Date('2026-11-23T09:00:00Z');
  for (const severity of severities) expect(releaseTimers(severity, at, clock)).toHaveLength(2);
  expect(releaseTimers('S1', at, clock).map((one) => one.dueAt.toISOString())).toEqual(['2026-11-23T09:15:00.000Z', '2026-11-23T10:00:00.000Z']);
});

test('no timer outlives its case, and each holds where it begins', () => {
  for (const kind of caseTimerKinds) {
    for (const state of caseStates.filter(isTerminal)) expect(timerHolds(kind, state)).toBe(false);
  }
  for (const entered of [proposed, alone]) {
    for (const { kind } of timersFrom(entered, new Date('2026-11-23T09:00:00Z'), clock)) expect(timerHolds(kind, entered.state)).toBe(true);
  }
  expect(timerHolds('release_reminder', 'assigned')).toBe(true);
});

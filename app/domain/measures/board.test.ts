import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesFilter, progressOfBoard, sortForBoard } from './board.ts';
import { dueStanding, measureStates } from './measure.ts';
import type { MeasureFacts } from './measure.ts';

const today = '2026-11-23';

function measure(more: Partial<MeasureFacts> & { readonly name?: string } = {}) {
  return { name: '', state: 'open', dueOn: null, ownerUserId: null, createdAt: new Date('2026-11-01T08:00:00Z'), doneAt: null, ...more } as const;
}

describe('the due date', () => {
  const cases = [
    ['2026-11-22', 'overdue'],
    ['2026-11-23', 'soon'],
    ['2026-12-07', 'soon'],
    ['2026-12-08', 'later'],
    [null, 'none'],
  ] as const;
  test.each(cases)('%s is %s', (dueOn, standing) => {
    expect(dueStanding({ state: 'open', dueOn }, today)).toBe(standing);
    expect(dueStanding({ state: 'in_progress', dueOn }, today)).toBe(standing);
  });

  test('what is done or put off is never overdue', () => {
    expect(dueStanding({ state: 'done', dueOn: '2026-01-01' }, today)).toBe('none');
    expect(dueStanding({ state: 'deferred', dueOn: '2026-01-01' }, today)).toBe('none');
  });
});

test('work stands first by due date, then what was put off, then what is done, the latest first', () => {
  const sorted = sortForBoard([
    measure({ name: 'done early', state: 'done', doneAt: new Date('2026-11-02T08:00:00Z') }),
    measure({ name: 'no date' }),
    measure({ name: 'put off', state: 'deferred', dueOn: '2026-11-01' }),
    measure({ name: 'late', dueOn: '2026-12-24' }),
    measure({ name: 'done late', state: 'done', doneAt: new Date('2026-11-20T08:00:00Z') }),
    measure({ name: 'near', state: 'in_progress', dueOn: '2026-11-24' }),
  ]);
  expect(sorted.map((one) => one.name)).toEqual(['near', 'late', 'no date', 'put off', 'done late', 'done early']);
});

test('the filter finds one’s own, a colleague’s, an outsider’s, nobody’s, a state, and what is due', () => {
  const viewer = { userId: 'me', today };
  const mine = { ...measure({ ownerUserId: 'me', dueOn: '2026-11-20' }), hasOutsideOwner: false };
  const outside = { ...measure({ state: 'in_progress' }), hasOutsideOwner: true };
  const nobodys = { ...measure({ state: 'done' }), hasOutsideOwner: false };
  const shown = (filter: Parameters<typeof matchesFilter>[1]) => [mine, outside, nobodys].map((one) => matchesFilter(one, filter, viewer));
  expect(shown({ state: null, owner: null })).toEqual([true, true, true]);
  expect(shown({ state: null, owner: 'mine' })).toEqual([true, false, false]);
  expect(shown({ state: null, owner: 'nobody' })).toEqual([false, false, true]);
  expect(shown({ state: null, owner: 'outside' })).toEqual([false, true, false]);
  expect(shown({ state: null, owner: { userId: 'me' } })).toEqual([true, false, false]);
  expect(shown({ state: null, owner: { userId: 'somebody-else' } })).toEqual([false, false, false]);
  expect(shown({ state: 'due', owner: null })).toEqual([true, false, false]);
  expect(shown({ state: 'in_progress', owner: null })).toEqual([false, true, false]);
});

test('progress: done never exceeds the total, and what was put off does not count', () => {
  const facts = fc.record({
    state: fc.constantFrom(...measureStates),
    dueOn: fc.option(fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`)),
    ownerUserId: fc.constant(null),
    createdAt: fc.constant(new Date(0)),
    doneAt: fc.constant(null),
  });
  fc.assert(
    fc.property(fc.array(facts), (measures) => {
      const progress = progressOfBoard(measures, today);
      expect(progress.total).toBe(measures.filter((one) => one.state !== 'deferred').length);
      expect(progress.done + progress.overdue + progress.soon).toBeLessThanOrEqual(progress.total);
      expect(sortForBoard(measures)).toHaveLength(measures.length);
    }),
  );
});

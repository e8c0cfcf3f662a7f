import { describe, expect, test } from 'vitest';
import { intoValue, readClose, readDate, readFilter, readHours, readPlan } from './form.ts';

function form(fields: Readonly<Record<string, string | readonly string[]>>) {
  const all = (name: string) => [fields[name] ?? []].flat();
  return { values: fields, all, text: (name: string) => (all(name)[0] ?? '').trim() };
}

const plan = { state: 'in_progress', owner: 'u1', outside: '', dueOn: '2026-12-01', hours: '1,5', note: ' n ', deferredBecause: '', revision: '4' };

test('a plan is read as it was typed', () => {
  expect(readPlan(form(plan))).toEqual({
    plan: { state: 'in_progress', owner: { kind: 'member', userId: 'u1' }, dueOn: '2026-12-01', hoursSpent: 1.5, note: 'n', deferredBecause: '' },
    errors: {},
    seenRevision: 4,
  });
  expect(readPlan(form({ state: 'open' })).plan).toEqual({ state: 'open', owner: { kind: 'nobody' }, dueOn: null, hoursSpent: null, note: '', deferredBecause: '' });
});

describe('what is wrong is said at its field', () => {
  const cases = [
    [{ state: 'done' }, { state: 'state' }],
    [{ owner: 'outside' }, { outside: 'outside' }],
    [{ dueOn: '31.02.2026' }, { dueOn: 'dueOn' }],
    [{ hours: 'viel' }, { hours: 'hours' }],
    [{ state: 'deferred' }, { deferredBecause: 'deferredBecause' }],
    [{ note: 'x'.repeat(2001) }, { note: 'tooLong' }],
  ] as const;
  test.each(cases)('%j', (change, errors) => {
    const read = readPlan(form({ ...plan, ...change }));
    expect(read.plan).toBeNull();
    expect(read.errors).toEqual(errors);
  });
});

test('dates are read as a date field sends them and as people type them', () => {
  expect(readDate('2026-12-01')).toBe('2026-12-01');
  expect(readDate('1.12.2026')).toBe('2026-12-01');
  expect(readDate('2026-02-30')).toBeNull();
  expect(readDate('0001-01-01')).toBeNull();
  expect([readHours('2'), readHours('0,25'), readHours('1.5'), readHours(''), readHours('-1'), readHours('1e9')]).toEqual([2, 0.25, 1.5, null, undefined, undefined]);
});

test('a close needs date and source for an answer, and neither when the answer stays', () => {
  const today = '2026-11-23';
  expect(readClose(form({ value: 'keep', hours: '2', revision: '1' }), today).close).toEqual({ hoursSpent: 2, answer: null, writeInto: [] });
  expect(readClose(form({ value: 'yes' }), today).errors).toEqual({ since: 'since', basis: 'basis' });
  expect(readClose(form({}), today).errors).toEqual({ value: 'value' });
  expect(readClose(form({ value: 'yes', since: '2026-11-24', basis: 'checked' }), today).errors).toEqual({ since: 'sinceInFuture' });
  const run = 'a'.repeat(26);
  expect(readClose(form({ value: 'yes', since: today, basis: 'checked', into: [intoValue(run, 3), 'rubbish'] }), today).close?.writeInto).toEqual([{ assessmentId: run, seenRevision: 3 }]);
});

test('an address with unknown choices shows everything', () => {
  expect(readFilter(new URLSearchParams('stand=due&wer=mine'))).toEqual({ state: 'due', owner: 'mine' });
  expect(readFilter(new URLSearchParams('wer=58zp5hdvw4n8m1r5eswx8cc0vh'))).toEqual({ state: null, owner: { userId: '58zp5hdvw4n8m1r5eswx8cc0vh' } });
  expect(readFilter(new URLSearchParams('stand=x&wer=y'))).toEqual({ state: null, owner: null });
});

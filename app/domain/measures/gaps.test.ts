import { expect, test } from 'vitest';
import { checklist, control, smallBusiness, words } from '../checklist/checklist.fixture.ts';
import { planOf } from '../checklist/measures.ts';
import { standingsOf } from '../checklist/standing.ts';
import { boardStanding, gapsOf, isWaiting } from './gaps.ts';
import type { RunPlan } from './gaps.ts';

/** A closed run in which the controls are answered as given. */
function run(name: string, day: string, answers: Readonly<Record<string, 'yes' | 'no'>>): RunPlan {
  const version = checklist(Object.keys(answers).map((id) => control(id)));
  const standings = standingsOf(version, Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])), smallBusiness);
  const met = standings.filter((standing) => standing.outcome === 'met').map((standing) => standing.requirement.id);
  return { assessmentId: name, checklist: words(name), closedAt: `2026-11-${day}T10:00:00.000Z`, plan: planOf(standings, smallBusiness), met: new Set(met) };
}

test('a control that is open in several runs is one gap, worded as in the newest', () => {
  const gaps = gapsOf([run('autumn', '01', { backup: 'no', mail: 'no' }), run('winter', '20', { backup: 'no' })]);
  expect(gaps.map((gap) => gap.controlId).sort()).toEqual(['backup', 'mail']);
  const backup = gaps.find((gap) => gap.controlId === 'backup');
  expect(backup?.run.assessmentId).toBe('winter');
  expect(backup?.alsoIn).toEqual([words('autumn')]);
});

test('what a newer run finds met is no gap; what only an older one finds met still is', () => {
  expect(gapsOf([run('autumn', '01', { backup: 'no' }), run('winter', '20', { backup: 'yes' })])).toEqual([]);
  expect(gapsOf([run('autumn', '01', { backup: 'yes' }), run('winter', '20', { backup: 'no' })]).map((gap) => gap.controlId)).toEqual(['backup']);
});

test('the runs take turns, so that none of them fills the first places alone', () => {
  const gaps = gapsOf([run('one', '20', { a1: 'no', a2: 'no', a3: 'no' }), run('two', '10', { b1: 'no', b2: 'no' })]);
  expect(gaps.map((gap) => gap.run.assessmentId)).toEqual(['one', 'two', 'one', 'two', 'one']);
});

test('a gap waits until it has a measure, and again when a later run still finds it after the measure was finished', () => {
  const [gap] = gapsOf([run('winter', '20', { backup: 'no' })]);
  if (!gap) throw new Error('no gap');
  expect(isWaiting(gap, undefined)).toBe(true);
  expect(isWaiting(gap, { state: 'open', doneAt: null })).toBe(false);
  expect(isWaiting(gap, { state: 'deferred', doneAt: null })).toBe(false);
  expect(isWaiting(gap, { state: 'done', doneAt: new Date('2026-11-21T10:00:00Z') })).toBe(false);
  expect(isWaiting(gap, { state: 'done', doneAt: new Date('2026-11-19T10:00:00Z') })).toBe(true);
});

test('on the board a control waits, stands there, or is settled by a newer run', () => {
  const [gap] = gapsOf([run('winter', '20', { backup: 'no' })]);
  const measure = { id: 'm1', state: 'in_progress', doneAt: null } as const;
  expect(boardStanding(gap, undefined)).toEqual({ kind: 'waiting' });
  expect(boardStanding(gap, measure)).toEqual({ kind: 'taken', measureId: 'm1', state: 'in_progress' });
  expect(boardStanding(gap, { ...measure, state: 'done', doneAt: new Date('2026-11-19T10:00:00Z') })).toEqual({ kind: 'waiting' });
  expect(boardStanding(undefined, measure)).toMatchObject({ kind: 'taken' });
  expect(boardStanding(undefined, undefined)).toEqual({ kind: 'settled' });
});

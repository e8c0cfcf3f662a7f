import { expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { checklist, control, no, notApplicable, partly, smallBusiness, unknown, words, yes } from './checklist.fixture.ts';
import { viewByInsurerTopic, viewByStandard } from './standard-views.ts';
import { standingsOf } from './standing.ts';

const letter = (id: string) => ({ scheme: 'nis2-21-2' as const, id });
const version = checklist([
  control('a', { references: [letter('c')], insurerTopic: 'backup' }),
  control('b', { references: [letter('c'), letter('g')], insurerTopic: 'updates' }),
  control('other', { references: [{ scheme: 'cis-v8.1', id: 'c' }] }),
]);
const standard = { scheme: 'nis2-21-2' as const, name: words('nis2'), ids: [{ id: 'a' }, { id: 'c', title: words('continuity') }, { id: 'g' }] };

function states(answers: Answers): Record<string, string> {
  const rows = viewByStandard(standingsOf(version, answers, smallBusiness), standard);
  return Object.fromEntries(rows.map((row) => [row.id, row.state]));
}

test('an id that no requirement refers to is not covered', () => {
  expect(states({ a: yes, b: yes, other: yes })['a']).toBe('not_covered');
});

test('the worst requirement decides about an id', () => {
  expect(states({ a: yes, b: yes })).toMatchObject({ c: 'met', g: 'met' });
  expect(states({ a: yes, b: partly })).toMatchObject({ c: 'open', g: 'open' });
  expect(states({ a: no, b: unknown })).toMatchObject({ c: 'open', g: 'unknown' });
  expect(states({ a: yes })).toMatchObject({ c: 'unknown', g: 'unknown' });
  expect(states({ a: yes, b: notApplicable })).toMatchObject({ c: 'met', g: 'not_applicable' });
});

test('a row names its requirements and its title', () => {
  const row = viewByStandard(standingsOf(version, { a: yes, b: no }, smallBusiness), standard)[1];
  expect(row).toMatchObject({ title: words('continuity'), requirements: [{ requirement: { id: 'a' }, outcome: 'met' }, { requirement: { id: 'b' }, outcome: 'not_met' }] });
});

test('the same answers can be read by the subjects of insurers', () => {
  const rows = viewByInsurerTopic(standingsOf(version, { a: yes, b: no }, smallBusiness));
  expect(Object.fromEntries(rows.map((row) => [row.id, row.state]))).toMatchObject({ backup: 'met', updates: 'open', mfa: 'not_covered' });
});

test('the Grundschutz is read by module, with what of it is asked', () => {
  const bsi = (id: string) => ({ scheme: 'bsi-grundschutz-2023' as const, id });
  const asked = checklist([control('a', { references: [bsi('CON.3.A5')] }), control('b', { references: [bsi('CON.3.A14'), bsi('ORP.1')] })]);
  const modules = { scheme: 'bsi-grundschutz-2023' as const, name: words('bsi'), ids: ['CON.3.A4', 'CON.3.A5', 'CON.3.A14', 'ORP.1', 'ORP.10.A1'].map((id) => ({ id })) };
  const rows = viewByStandard(standingsOf(asked, { a: yes, b: no }, smallBusiness), modules);
  expect(rows.map(({ id, state, ids }) => [id, state, ids.asked.length, ids.all.length])).toEqual([
    ['CON.3', 'open', 2, 3],
    ['ORP.1', 'open', 1, 1],
    ['ORP.10', 'not_covered', 0, 1],
  ]);
});

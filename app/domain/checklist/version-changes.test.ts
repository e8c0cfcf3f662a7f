import { expect, test } from 'vitest';
import { checklist, control, statusQuestion, words } from './checklist.fixture.ts';
import type { Requirement } from './version.ts';
import { versionChanges } from './version-changes.ts';

function changesBetween(earlier: readonly Requirement[], later: readonly Requirement[]) {
  return versionChanges(checklist(earlier), checklist(later, { version: 2 }));
}

test('two equal versions differ in nothing, and every answer keeps its words', () => {
  const same = [statusQuestion('s'), control('a'), control('b')];
  expect(changesBetween(same, same)).toMatchObject({ revisions: [], answers: { keepTheirWords: 3, toReadAgain: 0, lost: 0, newQuestions: 0 } });
});

test('what is new and what is gone is named, and counted for older runs', () => {
  const { revisions, answers } = changesBetween([control('old'), control('kept')], [control('kept'), control('fresh')]);
  expect(revisions).toEqual([{ requirementId: 'fresh', kind: 'new' }, { requirementId: 'old', kind: 'gone' }]);
  expect(answers).toEqual({ keepTheirWords: 1, toReadAgain: 0, lost: 1, newQuestions: 1 });
});

test.each<[string, Partial<ReturnType<typeof control>>, string]>([
  ['other words', { question: words('asked otherwise') }, 'wording'],
  ['another hint', { hint: words('hint') }, 'wording'],
  ['parts', { parts: [{ id: 'p', text: words('p') }, { id: 'q', text: words('q') }] }, 'parts'],
  ['a weight', { weight: 4 }, 'weight'],
  ['a must', { must: { reason: words('because') } }, 'must'],
  ['other sizes', { suits: ['medium'] }, 'scope'],
  ['a condition', { appliesWhen: { company: { kind: ['school'] } } }, 'scope'],
  ['another reason', { why: words('other') }, 'explanation'],
  ['another effort', { effortHours: 9 }, 'explanation'],
])('%s is told apart', (_what, change, difference) => {
  const { revisions } = changesBetween([control('a')], [control('a', change)]);
  const [revision] = revisions;
  expect(revision?.kind === 'changed' ? revision.differences : []).toContain(difference);
});

test('only what an answer rests on has to be read again', () => {
  const { answers } = changesBetween([control('a'), control('b')], [control('a', { why: words('other'), weight: 5 }), control('b', { question: words('asked otherwise') })]);
  expect(answers).toMatchObject({ keepTheirWords: 1, toReadAgain: 1 });
});

test('the highest points are compared for every size that both are for', () => {
  const earlier = [control('a', { weight: 2 }), control('big', { weight: 3, suits: ['medium', 'large'] })];
  const { maximum } = changesBetween(earlier, [...earlier, control('more', { weight: 4 })]);
  expect(maximum).toContainEqual({ sizeClass: 'small', earlier: 2, later: 6 });
  expect(maximum).toContainEqual({ sizeClass: 'medium', earlier: 5, later: 9 });
});

test('a question that moved to another topic is told so', () => {
  const earlier = checklist([control('a')]);
  const later = { ...earlier, version: 2, topics: [{ id: 'elsewhere', title: words('elsewhere'), requirements: [control('a')] }] };
  expect(versionChanges(earlier, later).revisions).toEqual([{ requirementId: 'a', kind: 'changed', differences: ['topic'] }]);
});

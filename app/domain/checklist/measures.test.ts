import { describe, expect, test } from 'vitest';
import { checklist, control, no, partly, smallBusiness, unknown, words, yes } from './checklist.fixture.ts';
import { firstMeasures, planOf } from './measures.ts';
import { standingsOf } from './standing.ts';
import type { Answers } from './answers.ts';
import type { CompanyFacts, ScoredRequirement } from './version.ts';

const must = { reason: words('it decides') };

function planned(requirements: ScoredRequirement[], answers: Answers, facts: CompanyFacts = smallBusiness) {
  return planOf(standingsOf(checklist(requirements), answers, facts), facts);
}

function order(requirements: ScoredRequirement[], facts: CompanyFacts = smallBusiness): string[] {
  const answers = Object.fromEntries(requirements.map((requirement) => [requirement.id, no]));
  return planned(requirements, answers, facts).map((measure) => measure.requirement.id);
}

describe('the order of measures', () => {
  test('must items come before everything else', () => {
    expect(order([control('a', { weight: 5 }), control('m', { weight: 1, must, effortHours: 80 })])).toEqual(['m', 'a']);
  });

  test('more points come first', () => {
    expect(order([control('a', { weight: 2 }), control('b', { weight: 4 })])).toEqual(['b', 'a']);
  });

  test('of equal points the smaller effort comes first, then the smaller cost', () => {
    expect(order([control('long', { effortHours: 40 }), control('short', { effortHours: 1 })])).toEqual(['short', 'long']);
    expect(order([control('dear', { costClass: 'high' }), control('free')])).toEqual(['free', 'dear']);
  });

  test('a great effort can outweigh a point', () => {
    expect(order([control('a', { weight: 3, effortHours: 100 }), control('b', { weight: 2, effortHours: 1 })])).toEqual(['b', 'a']);
  });

  test('cost weighs more on a small firm than on a bigger one', () => {
    const pair = [control('dear', { weight: 3, costClass: 'high' }), control('cheap', { weight: 2, costClass: 'none' })];
    expect(order(pair, { ...smallBusiness, sizeClass: 'micro' })).toEqual(['cheap', 'dear']);
    expect(order(pair, { ...smallBusiness, sizeClass: 'medium' })).toEqual(['dear', 'cheap']);
  });

  test('what another measure rests on is pulled before it, with the reason on both', () => {
    const requirements = [control('test', { weight: 5, dependsOn: ['made'] }), control('other', { weight: 3 }), control('made', { weight: 1 })];
    expect(order(requirements)).toEqual(['made', 'test', 'other']);
    const plan = planned(requirements, { test: no, other: no, made: no });
    expect(plan[0]?.reasons).toContainEqual({ code: 'prepares', requirementIds: ['test'] });
    expect(plan[1]?.reasons).toContainEqual({ code: 'comes_after', requirementIds: ['made'] });
  });

  test('what is met already need not be waited for', () => {
    const plan = planned([control('test', { dependsOn: ['made'] }), control('made')], { test: no, made: yes });
    expect(plan.map((measure) => measure.requirement.id)).toEqual(['test']);
    expect(plan[0]?.reasons.map((reason) => reason.code)).not.toContain('comes_after');
  });

  test('measures that wait for each other still come out, each once', () => {
    expect(order([control('a', { dependsOn: ['b'] }), control('b', { dependsOn: ['a'] })]).sort()).toEqual(['a', 'b']);
  });

  test('equal measures keep the order of the checklist', () => {
    expect(order([control('a'), control('b'), control('c')])).toEqual(['a', 'b', 'c']);
  });
});

test('each step says what it brings and where the company stands afterwards', () => {
  const plan = planned([control('a', { weight: 4 }), control('b', { weight: 2 }), control('c', { weight: 4 })], { a: partly, b: no, c: yes });
  expect(plan.map(({ gain, afterwards }) => [gain, afterwards.points, afterwards.percent])).toEqual([[2, 8, 80], [2, 10, 100]]);
  expect(plan[0]?.reasons).toContainEqual({ code: 'half_done' });
});

test('an unknown becomes a measure that starts with finding out', () => {
  expect(planned([control('a')], { a: unknown })[0]?.reasons).toContainEqual({ code: 'find_out_first' });
});

test('effort is scaled to the size of the company', () => {
  const hours = (sizeClass: CompanyFacts['sizeClass']) =>
    planned([control('a', { effortHours: 4 })], { a: no }, { ...smallBusiness, sizeClass })[0]?.effortHours;
  expect([hours('solo'), hours('small'), hours('medium'), hours(null)]).toEqual([2, 4, 8, 4]);
  const odd = planned([control('a', { effortHours: 1.5 })], { a: no }, { ...smallBusiness, sizeClass: 'micro' });
  expect(odd[0]?.effortHours).toBe(1.25);
});

test('the first page shows six measures at most', () => {
  const requirements = Array.from({ length: 9 }, (_, n) => control(`c${n}`));
  const answers = Object.fromEntries(requirements.map(({ id }) => [id, no]));
  expect(firstMeasures(standingsOf(checklist(requirements), answers, smallBusiness), smallBusiness)).toHaveLength(6);
});

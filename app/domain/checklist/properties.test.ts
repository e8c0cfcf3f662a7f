import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer, Answers } from './answers.ts';
import { checklist, control, statusQuestion, words } from './checklist.fixture.ts';
import { compareRuns, countChanges } from './comparison.ts';
import { planOf } from './measures.ts';
import { nextOpenQuestion, progressOf } from './navigation.ts';
import { resultOf } from './result.ts';
import { viewByInsurerTopic } from './standard-views.ts';
import { standingsOf } from './standing.ts';
import { requirementsOf } from './version.ts';
import type { ChecklistVersion, CompanyFacts, Condition, Requirement } from './version.ts';
import { whatIf } from './what-if.ts';
import { answerValues, companyKinds, sectorSections, sizeClasses } from './vocabulary.ts';

const facts: fc.Arbitrary<CompanyFacts> = fc.record({
  sizeClass: fc.constantFrom(...sizeClasses, null),
  kind: fc.constantFrom(...companyKinds, null),
  sector: fc.constantFrom(...sectorSections, null),
});

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Condition>({ answer: { requirement: 's0', is: ['yes'] } }, { answer: { requirement: 's1', is: ['no', 'unknown'] } }),
    fc.subarray([...sizeClasses], { minLength: 1 }).map((sizeClass): Condition => ({ company: { sizeClass } })),
    fc.subarray([...companyKinds], { minLength: 1 }).map((kind): Condition => ({ company: { kind } })),
    tie('condition').map((inner): Condition => ({ not: inner })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
  ),
})).condition;

const someParts = fc.option(
  fc.array(fc.option(condition, { nil: undefined, freq: 1 }), { minLength: 2, maxLength: 3 }).map((conditions) =>
    conditions.map((appliesWhen, index) => ({ id: `p${index}`, text: words(`p${index}`), appliesWhen })),
  ),
  { nil: undefined },
);

function someControl(index: number): fc.Arbitrary<Requirement> {
  const earlier = Array.from({ length: index }, (_, n) => `c${n}`);
  return fc
    .record({
      weight: fc.integer({ min: 1, max: 5 }),
      must: fc.constantFrom(null, { reason: words('must') }),
      suits: fc.subarray([...sizeClasses], { minLength: 1 }),
      notApplicableAllowed: fc.boolean(),
      effortHours: fc.integer({ min: 1, max: 100 }),
      costClass: fc.constantFrom('none' as const, 'low' as const, 'medium' as const, 'high' as const),
      appliesWhen: fc.option(condition, { nil: undefined }),
      parts: someParts,
      dependsOn: fc.subarray(Array.from({ length: 8 }, (_, n) => `c${n}`), { maxLength: 2 }),
      group: fc.constantFrom(undefined, 'g'),
      followUpOf:
        earlier.length === 0
          ? fc.constant(undefined)
          : fc.option(fc.record({ control: fc.constantFrom(...earlier), from: fc.constantFrom('partly' as const, 'yes' as const) }), { nil: undefined }),
    })
    .map((more) => control(`c${index}`, more));
}

const version: fc.Arbitrary<ChecklistVersion> = fc
  .tuple(fc.integer({ min: 1, max: 8 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => someControl(n)))), condition)
  .map(([controls, appliesWhen]) =>
    checklist([], {
      topics: [
        { id: 't0', title: words('t0'), requirements: [statusQuestion('s0'), statusQuestion('s1')] },
        { id: 't1', title: words('t1'), requirements: controls },
      ],
      groups: [{ id: 'g', title: words('g'), appliesWhen }],
    }),
  );

const answer: fc.Arbitrary<Answer> = fc.record(
  {
    value: fc.constantFrom(...answerValues),
    parts: fc.dictionary(fc.constantFrom('p0', 'p1', 'p2', 'stray'), fc.constantFrom(...answerValues)),
    reason: fc.constantFrom('', 'none here'),
    basis: fc.constantFrom('checked' as const, 'estimated' as const),
  },
  { requiredKeys: ['value'] },
);

const ids = ['s0', 's1', ...Array.from({ length: 8 }, (_, n) => `c${n}`)];
const answers: fc.Arbitrary<Answers> = fc.dictionary(fc.constantFrom(...ids), answer);

test('any checklist, company and answers give points between zero and the maximum, and no page crashes', () => {
  fc.assert(
    fc.property(version, answers, facts, (v, a, f) => {
      const result = resultOf(v, a, f);
      expect(result.points).toBeGreaterThanOrEqual(0);
      expect(result.points).toBeLessThanOrEqual(result.maximum);
      expect(result.percent === null).toBe(result.maximum === 0);
      for (const topic of result.topics) expect(topic.points).toBeLessThanOrEqual(topic.maximum);
      const { coverage } = result;
      expect(coverage.known + coverage.unknown + coverage.unanswered).toBe(coverage.applicable);
      planOf(result.standings, f);
      viewByInsurerTopic(result.standings);
      progressOf(result.standings);
      nextOpenQuestion(result.standings, 'c1');
      compareRuns({ version: v, answers: {}, facts: f }, { version: v, answers: a, facts: f });
    }),
    { numRuns: 300 },
  );
});

test('the maximum is reached exactly when all that applies is met', () => {
  fc.assert(
    fc.property(version, answers, facts, (v, a, f) => {
      const result = resultOf(v, a, f);
      const applicable = result.standings.filter((standing) => standing.maximum > 0);
      if (applicable.length === 0) return;
      expect(result.points === result.maximum).toBe(applicable.every((standing) => standing.outcome === 'met'));
      expect(result.percent === 100).toBe(result.points === result.maximum);
    }),
    { numRuns: 300 },
  );
});

const better = { no: ['partly', 'yes'], unknown: ['partly', 'yes'], partly: ['yes'], yes: [], not_applicable: [] } as const;

test('one better answer never lowers the result, in points or in percent', () => {
  fc.assert(
    fc.property(version, answers, facts, fc.constantFrom(...ids.filter((id) => id.startsWith('c'))), fc.nat(), (v, a, f, id, pick) => {
      const old = a[id];
      if (old === undefined) return;
      const steps = better[old.value];
      const value = steps[pick % Math.max(steps.length, 1)];
      if (value === undefined || old.parts !== undefined) return;
      expectNotWorse(v, a, { ...a, [id]: { ...old, value } }, f);
    }),
    { numRuns: 600 },
  );
});

test('one better answer to a part never lowers the result', () => {
  fc.assert(
    fc.property(version, answers, facts, fc.constantFrom(...ids), fc.constantFrom('p0', 'p1', 'p2'), (v, a, f, id, part) => {
      const old = a[id];
      const value = old?.parts?.[part];
      if (old === undefined || (value !== 'no' && value !== 'unknown')) return;
      expectNotWorse(v, a, { ...a, [id]: { ...old, parts: { ...old.parts, [part]: 'yes' } } }, f);
    }),
    { numRuns: 600 },
  );
});

function expectNotWorse(v: ChecklistVersion, before: Answers, after: Answers, f: CompanyFacts): void {
  const [from, to] = [resultOf(v, before, f), resultOf(v, after, f)];
  expect(to.maximum).toBe(from.maximum);
  expect(to.points).toBeGreaterThanOrEqual(from.points);
}

test('unknown never beats no', () => {
  fc.assert(
    fc.property(version, answers, facts, fc.constantFrom(...ids.filter((id) => id.startsWith('c'))), (v, a, f, id) => {
      const withNo = resultOf(v, { ...a, [id]: { value: 'no' } }, f);
      const withUnknown = resultOf(v, { ...a, [id]: { value: 'unknown' } }, f);
      expect(withUnknown.points).toBe(withNo.points);
      expect(withUnknown.maximum).toBe(withNo.maximum);
    }),
    { numRuns: 300 },
  );
});

test('not knowing a status question never takes a requirement out that a clear answer would keep', () => {
  fc.assert(
    fc.property(version, answers, facts, fc.constantFrom('s0', 's1'), fc.constantFrom('yes' as const, 'no' as const), (v, a, f, id, value) => {
      const clear = standingsOf(v, { ...a, [id]: { value } }, f);
      const open = standingsOf(v, Object.fromEntries(Object.entries(a).filter(([key]) => key !== id)), f);
      for (const [index, requirement] of requirementsOf(v).entries()) {
        const kept = clear[index]?.outcome !== 'out_of_scope';
        if (kept) expect(open[index]?.outcome, requirement.id).not.toBe('out_of_scope');
      }
    }),
    { numRuns: 300 },
  );
});

test('the order of answering does not matter', () => {
  fc.assert(
    fc.property(version, answers, facts, (v, a, f) => {
      const reversed = Object.fromEntries(Object.entries(a).reverse());
      expect(resultOf(v, reversed, f)).toEqual(resultOf(v, a, f));
    }),
    { numRuns: 200 },
  );
});

test('answering question after question ends, whatever is answered', () => {
  fc.assert(
    fc.property(version, facts, fc.array(answer, { minLength: 10, maxLength: 10 }), (v, f, given) => {
      const a: Record<string, Answer> = {};
      let current: string | null = null;
      for (let step = 0; step <= ids.length; step += 1) {
        const next = nextOpenQuestion(standingsOf(v, a, f), current);
        if (next === null) break;
        expect(Object.hasOwn(a, next.id)).toBe(false);
        current = next.id;
        a[current] = given[step % given.length] ?? { value: 'no' };
      }
      expect(nextOpenQuestion(standingsOf(v, a, f), current)).toBeNull();
      expect(resultOf(v, a, f).complete).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('the plan holds every gap exactly once and ends at the maximum when all is answered', () => {
  fc.assert(
    fc.property(version, answers, facts, (v, a, f) => {
      const { standings, maximum, coverage } = resultOf(v, a, f);
      const plan = planOf(standings, f);
      const planned = plan.map((measure) => measure.requirement.id);
      const gaps = standings.filter((s) => s.requirement.kind === 'control' && ['partly', 'not_met', 'unknown'].includes(s.outcome));
      expect([...planned].sort()).toEqual(gaps.map((gap) => gap.requirement.id).sort());
      if (coverage.unanswered === 0 && plan.length > 0) expect(plan.at(-1)?.afterwards).toEqual({ points: maximum, maximum, percent: 100 });
    }),
    { numRuns: 300 },
  );
});

test('what would come of done measures: between today and the maximum, more of them never lower it, all of them end the plan', () => {
  fc.assert(
    fc.property(version, answers, facts, fc.array(fc.constantFrom(...ids), { maxLength: 6 }), fc.constantFrom(...ids), (v, a, f, done, further) => {
      const run = { version: v, answers: a, facts: f };
      const { today, then, waiting } = whatIf(run, new Set(done));
      expect(then.points).toBeGreaterThanOrEqual(today.points);
      expect(then.points).toBeLessThanOrEqual(then.maximum);
      expect(then.maximum).toBe(today.maximum);
      expect(whatIf(run, new Set([...done].reverse())).then).toEqual(then);
      expect(whatIf(run, new Set([...done, further])).then.points).toBeGreaterThanOrEqual(then.points);
      expect(waiting.every((id) => done.includes(id))).toBe(true);
      const plan = planOf(today.standings, f);
      const everything = whatIf(run, new Set(plan.map((measure) => measure.requirement.id)));
      expect(everything.waiting).toEqual([]);
      const open = everything.then.standings.filter(({ requirement, outcome }) => requirement.kind === 'control' && (outcome === 'partly' || outcome === 'not_met' || outcome === 'unknown'));
      expect(open).toEqual([]);
    }),
  );
});

test('a run compared with itself is neither better nor worse, and turning the comparison round swaps the two', () => {
  fc.assert(
    fc.property(version, answers, answers, facts, (v, a, b, f) => {
      const [earlier, later] = [{ version: v, answers: a, facts: f }, { version: v, answers: b, facts: f }];
      const itself = countChanges(compareRuns(earlier, earlier));
      expect([itself.better, itself.worse, itself.new, itself.gone, itself.question_changed]).toEqual([0, 0, 0, 0, 0]);
      const [forth, back] = [countChanges(compareRuns(earlier, later)), countChanges(compareRuns(later, earlier))];
      expect([forth.better, forth.worse]).toEqual([back.worse, back.better]);
    }),
  );
});

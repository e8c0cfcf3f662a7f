import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { germanLegalRules } from '#app/content/law/deadlines.ts';
import { figuresIn, walk, withFigures } from '#app/domain/checklist/decision-tree.ts';
import type { DecisionTree, GivenAnswers } from '#app/domain/checklist/decision-tree.ts';
import { reachOf } from '#app/domain/checklist/decision-reach.ts';
import { compileChecklists } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import { loadChecklists } from '#app/infrastructure/checklists/load-checklists.ts';

const tree = treeNamed('nis2-betroffenheit');
const limits = tree.figures;
const annex1 = ['energy', 'transport', 'finance', 'health', 'water', 'digital', 'it-services', 'space'] as const;
const annex2 = ['manufacturing', 'food', 'chemicals', 'waste', 'post', 'platforms', 'research'] as const;

type Firm = { readonly people: number; readonly turnover: number; readonly balance: number; readonly field: (typeof annex1)[number] | (typeof annex2)[number] };

/** Numbers around every limit, and some far from all of them. */
const firm: fc.Arbitrary<Firm> = fc.record({
  people: near([limits['important-people'], limits['especially-people']]),
  turnover: near([limits['important-millions'], limits['especially-turnover-millions']]),
  balance: near([limits['important-millions'], limits['especially-balance-millions']]),
  field: fc.constantFrom(...annex1, ...annex2),
});

describe('size and field decide as § 28 says', () => {
  test('whatever the figures', () => {
    fc.assert(
      fc.property(firm, (each) => {
        expect(outcomeOf(answersOf(each))).toBe(kindByLaw(each));
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, Firm, string]>([
    ['35 people, 14 million turnover, 6 million balance: both would have to be above 10', { people: 35, turnover: 14, balance: 6, field: 'it-services' }, 'not_covered'],
    ['35 people, 14 and 12 million', { people: 35, turnover: 14, balance: 12, field: 'it-services' }, 'important'],
    ['a machine builder of 60', { people: 60, turnover: 8, balance: 5, field: 'manufacturing' }, 'important'],
    ['a machine builder of 300 is never more than important', { people: 300, turnover: 80, balance: 60, field: 'manufacturing' }, 'important'],
    ['a cloud provider of 300', { people: 300, turnover: 40, balance: 30, field: 'digital' }, 'especially_important'],
    ['exactly 10 million is not above it', { people: 49, turnover: 10, balance: 10, field: 'energy' }, 'not_covered'],
    ['exactly 50 people', { people: 50, turnover: 1, balance: 1, field: 'food' }, 'important'],
  ])('%s', (_name, each, kind) => {
    expect(outcomeOf(answersOf(each))).toBe(kind);
  });

  test('a firm outside every field is not covered, however large', () => {
    expect(outcomeOf({ ...start, 'area-1': 'none', 'area-2': 'none' })).toBe('not_covered');
  });

  test.each([
    [{ 'size-free': 'dns' }, 'especially_important'],
    [{ 'size-free': 'domain-registry' }, 'especially_important'],
    [{ 'size-free': 'qualified-trust' }, 'especially_important'],
    [{ 'size-free': 'trust', 'trust-size': 'no' }, 'important'],
    [{ 'size-free': 'telecoms', 'telecoms-size': 'yes' }, 'especially_important'],
    [{ 'size-free': 'telecoms', 'telecoms-size': 'no' }, 'important'],
    [{ 'critical-plant': 'yes' }, 'especially_important'],
    [{ body: 'local-authority' }, 'have_checked'],
    [{ body: 'federal-body' }, 'have_checked'],
  ])('special cases come before size: %o', (given, kind) => {
    expect(outcomeOf({ ...start, ...given })).toBe(kind);
  });
});

test('who does not know is told to have it checked, at every question that asks for knowledge', () => {
  for (const question of tree.questions) {
    const unsure = question.answers.find(({ id }) => id === 'unsure');
    if (unsure === undefined) continue;
    expect(unsure.next.map(({ go }) => go), question.id).toEqual(['check-unsure']);
    expect(unsure.reason, question.id).toBeDefined();
  }
});

test('no outcome claims more than what was said', () => {
  for (const { id, title } of tree.outcomes) {
    expect(title.de, id).toMatch(/^Nach Ihren Angaben /);
    expect(title.en, id).toMatch(/^From what you say, /);
  }
});

test('every way to an outcome that covers or leaves out somebody has a reason', () => {
  for (const question of tree.questions) {
    for (const answer of question.answers) {
      const ends = answer.next.some(({ go }) => tree.outcomes.some(({ id }) => id === go));
      if (ends) expect(answer.reason, `${question.id}: ${answer.id}`).toBeDefined();
    }
  }
});

test('the deadlines are those the deadline clock counts', () => {
  const { nis2_early_warning: early, nis2_report: report, nis2_final: final } = germanLegalRules.duties;
  expect(early?.period).toEqual({ unit: 'hours', amount: limits['early-hours'] });
  expect(report?.period).toEqual({ unit: 'hours', amount: limits['report-hours'] });
  expect(final?.period).toEqual({ unit: 'months', amount: limits['final-months'] });
});

test('a limit changed in the file changes the words', () => {
  const few = tree.questions.find(({ id }) => id === 'people')?.answers[0];
  expect(withFigures(few?.text.de ?? '', { ...limits, 'important-people': 75 }, String)).toBe('Weniger als 75');
});

test('no number of the law stands in a text beside the figures', () => {
  const numbers = new Set(Object.values(limits).filter((value) => value >= 10));
  const texts = [...tree.questions.flatMap(({ question, hint, answers }) => [question, hint, ...answers.flatMap(({ text, hint: more, reason }) => [text, more, reason])]), ...tree.outcomes.flatMap(({ title, summary, deadlines }) => [title, summary, ...deadlines.map(({ until }) => until)])];
  for (const text of texts.flatMap((each) => (each === undefined ? [] : [each.de, each.en]))) {
    const bare = text.replace(/\{[a-z0-9-]+\}/g, '').replace(/C\d+|\(EU\) \d+\/\d+/g, '');
    expect([...bare.matchAll(/\d+/g)].filter(([found]) => numbers.has(Number(found))), text).toEqual([]);
  }
  expect(figuresIn(JSON.stringify(tree)).length).toBeGreaterThan(0);
});

test('nobody answers more than ten questions', () => {
  expect(reachOf(tree).circles.size).toBe(0);
  expect(Math.max(...[...annex1, ...annex2].map((field) => walk(tree, answersOf({ people: 1, turnover: 60, balance: 60, field })).steps.length))).toBeLessThanOrEqual(10);
});

const start = { body: 'company', 'critical-plant': 'no', 'size-free': 'none' };

function outcomeOf(given: GivenAnswers): string {
  const end = walk(tree, given);
  return end.at === 'outcome' ? end.outcome.kind : `still asks ${end.question.id}`;
}

/** What such a firm would tick. */
function answersOf({ people, turnover, balance, field }: Firm): GivenAnswers {
  const inAnnex1 = annex1.some((each) => each === field);
  return {
    ...start,
    ...(inAnnex1 ? { 'area-1': field } : { 'area-1': 'none', 'area-2': field }),
    'side-activity': 'no',
    group: 'alone',
    people: people >= limit('especially-people') ? 'many' : people >= limit('important-people') ? 'medium' : 'few',
    turnover: turnover > limit('especially-turnover-millions') ? 'high' : turnover > limit('important-millions') ? 'middle' : 'low',
    balance: balance > limit('especially-balance-millions') ? 'high' : balance > limit('important-millions') ? 'middle' : 'low',
  };
}

/** § 28 Abs. 1 Nr. 4 and Abs. 2 Nr. 3 BSIG, written down a second time. */
function kindByLaw({ people, turnover, balance, field }: Firm): string {
  const isLarge = people >= 250 || (turnover > 50 && balance > 43);
  const isMedium = people >= 50 || (turnover > 10 && balance > 10);
  if (isLarge && annex1.some((each) => each === field)) return 'especially_important';
  return isLarge || isMedium ? 'important' : 'not_covered';
}

function limit(name: string): number {
  const value = limits[name];
  if (value === undefined) throw new Error(`There is no figure ${name}.`);
  return value;
}

function near(marks: readonly (number | undefined)[]): fc.Arbitrary<number> {
  const around = marks.flatMap((mark) => (mark === undefined ? [] : [mark - 1, mark, mark + 1]));
  return fc.oneof(fc.constantFrom(...around), fc.integer({ min: 0, max: 1000 }));
}

function treeNamed(id: string): DecisionTree {
  const found = loadChecklists(fileURLToPath(new URL('..', import.meta.url)), compileChecklists).decisionTrees.find((each) => each.treeId === id);
  if (found === undefined) throw new Error(`There is no sound tree ${id}.`);
  return found;
}

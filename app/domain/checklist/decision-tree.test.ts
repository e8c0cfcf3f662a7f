import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { words } from './checklist.fixture.ts';
import { reachOf } from './decision-reach.ts';
import { figuresIn, questionsLeft, walk, withFigures } from './decision-tree.ts';
import type { Branch, DecisionAnswer, DecisionTree } from './decision-tree.ts';

function answer(id: string, next: string | readonly Branch[]): DecisionAnswer {
  return { id, text: words(id), next: typeof next === 'string' ? [{ when: [], go: next }] : next };
}

function treeOf(questions: Readonly<Record<string, readonly DecisionAnswer[]>>, outcomes: readonly string[]): DecisionTree {
  return {
    treeId: 'sample',
    version: 1,
    title: words('title'),
    lead: words('lead'),
    licence: 'own',
    sources: [],
    checkedOn: '2026-11-01',
    figures: {},
    questions: Object.entries(questions).map(([id, answers]) => ({ id, question: words(id), answers })),
    outcomes: outcomes.map((id) => ({ id, kind: 'have_checked', title: words(id), summary: words(id), steps: [words('step')], deadlines: [] })),
  };
}

/** Large firms go on to a second question, whose outcome depends on the first. */
const sizes = treeOf(
  {
    size: [answer('small', 'free'), answer('large', 'field'), answer('huge', 'field')],
    field: [answer('metal', [{ when: [{ question: 'size', is: ['huge'] }], go: 'bound' }, { when: [], go: 'free' }]), answer('wood', 'free')],
  },
  ['free', 'bound'],
);

describe('a walk', () => {
  test('begins with the first question', () => {
    expect(walk(sizes, {})).toMatchObject({ at: 'question', question: { id: 'size' }, misunderstood: false, steps: [] });
  });

  test('keeps the way it came', () => {
    const end = walk(sizes, { size: 'huge', field: 'metal' });
    expect(end).toMatchObject({ at: 'outcome', outcome: { id: 'bound' } });
    expect(end.steps.map((step) => `${step.question.id}=${step.answer.id}`)).toEqual(['size=huge', 'field=metal']);
  });

  test('takes the branch whose conditions hold, otherwise the last', () => {
    expect(walk(sizes, { size: 'large', field: 'metal' })).toMatchObject({ outcome: { id: 'free' } });
  });

  test.each(['enormous', '', 'constructor', '__proto__'])('stays at the question when the answer is none of its own: „%s“', (said) => {
    expect(walk(sizes, { size: said, field: 'metal' })).toMatchObject({ at: 'question', question: { id: 'size' }, misunderstood: true });
  });

  test('does not mistake what every object has for an answer', () => {
    const odd = treeOf({ constructor: [answer('yes', 'free'), answer('no', 'bound')] }, ['free', 'bound']);
    expect(walk(odd, {})).toMatchObject({ at: 'question', misunderstood: false });
  });

  test('refuses to go round in a circle for ever', () => {
    const circle = treeOf({ a: [answer('on', 'b'), answer('off', 'end')], b: [answer('on', 'a'), answer('off', 'end')] }, ['end']);
    expect(() => walk(circle, { a: 'on', b: 'on' })).toThrow('circle');
    expect([...reachOf(circle).circles]).toEqual(['b']);
  });
});

describe('the reach of a tree', () => {
  test('counts ways and leaves out what nobody comes across', () => {
    const reach = reachOf({ ...sizes, outcomes: [...sizes.outcomes, { ...sizes.outcomes[0]!, id: 'forgotten' }] });
    expect(reach.ways).toBe(5);
    expect(reach.reached.has('forgotten')).toBe(false);
  });

  test('knows the branches that are taken', () => {
    const never = { when: [{ question: 'size', is: ['small'] }], go: 'bound' };
    const tree = treeOf({ size: [answer('small', 'free'), answer('large', 'field')], field: [answer('metal', [never, { when: [], go: 'free' }]), answer('wood', 'bound')] }, ['free', 'bound']);
    expect(reachOf(tree).branches.has(never)).toBe(false);
  });
});

test('figures are named in braces and filled in as the language writes them', () => {
  expect(figuresIn('über {limit} und unter {upper-limit}')).toEqual(['limit', 'upper-limit']);
  expect(withFigures('über {limit}, {limit} und {other}', { limit: 1500 }, (value) => value.toLocaleString('de-DE'))).toBe('über 1.500, 1.500 und {other}');
});

/** Trees in which every answer leads to a later place, so that no way goes round. */
const anyTree: fc.Arbitrary<DecisionTree> = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const places = [...Array.from({ length: count }, (_, n) => `q${n}`), 'end-a', 'end-b'];
  const answersOf = (n: number) =>
    fc
      .array(
        fc.record({
          go: fc.constantFrom(...places.slice(n + 1)),
          otherwise: fc.constantFrom(...places.slice(n + 1)),
          earlier: fc.option(fc.record({ question: fc.integer({ min: 0, max: n }), is: fc.subarray(['a0', 'a1', 'a2'], { minLength: 1 }) }), { nil: null }),
        }),
        { minLength: 2, maxLength: 3 },
      )
      .map((drawn) =>
        drawn.map(({ go, otherwise, earlier }, index) =>
          answer(`a${index}`, earlier === null ? go : [{ when: [{ question: `q${earlier.question}`, is: earlier.is }], go }, { when: [], go: otherwise }]),
        ),
      );
  return fc.tuple(...Array.from({ length: count }, (_, n) => answersOf(n))).map((all) => treeOf(Object.fromEntries(all.map((answers, n) => [`q${n}`, answers])), ['end-a', 'end-b']));
});
const anyAnswers = fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'stray'), fc.constantFrom('a0', 'a1', 'a2', 'nonsense'));

describe('whatever the tree and the answers', () => {
  test('a walk ends at a question that is open or at an outcome, both within reach', () => {
    fc.assert(
      fc.property(anyTree, anyAnswers, (tree, given) => {
        const end = walk(tree, given);
        expect(reachOf(tree).reached.has(end.at === 'outcome' ? end.outcome.id : end.question.id)).toBe(true);
        expect(end.steps.length).toBeLessThanOrEqual(tree.questions.length);
      }),
    );
  });

  test('answers beside the way change nothing', () => {
    fc.assert(
      fc.property(anyTree, anyAnswers, (tree, given) => {
        const end = walk(tree, given);
        const onTheWay = Object.fromEntries(end.steps.map(({ question, answer: said }) => [question.id, said.id]));
        const again = walk(tree, onTheWay);
        expect(again.at === 'outcome' ? again.outcome.id : again.question.id).toBe(end.at === 'outcome' ? end.outcome.id : end.question.id);
      }),
    );
  });

  test('every answer brings the end nearer', () => {
    fc.assert(
      fc.property(anyTree, anyAnswers, (tree, given) => {
        const { steps } = walk(tree, given);
        const left = steps.map((_, count) => questionsLeft(tree, steps.slice(0, count)));
        left.push(questionsLeft(tree, steps));
        left.slice(1).forEach((now, index) => expect(now).toBeLessThan(left[index] ?? 0));
      }),
    );
  });
});

import { describe, expect, test } from 'vitest';
import { compileChecklists } from './compile-checklists.server.ts';

const two = (text: string) => ({ de: `${text} auf Deutsch`, en: `${text} in English` });
const anAnswer = (id: string, next: unknown, more: object = {}) => ({ id, text: two(id), next, ...more });
const aQuestion = (id: string, answers: object[]) => ({ id, question: two(id), answers });
const anOutcome = (id: string, more: object = {}) => ({ id, kind: 'not_covered', title: two(id), summary: two(id), steps: [two('step')], ...more });

function aTree(more: object = {}) {
  return {
    id: 'sample',
    version: 1,
    title: two('Sample'),
    lead: two('Lead with {limit}'),
    licence: 'own text',
    sources: [{ title: 'own', licence: 'own text' }],
    checkedOn: '2026-11-01',
    figures: { limit: 50 },
    questions: [aQuestion('size', [anAnswer('small', 'free'), anAnswer('large', 'field')]), aQuestion('field', [anAnswer('yes', 'bound'), anAnswer('no', 'free')])],
    outcomes: [anOutcome('free'), anOutcome('bound')],
    ...more,
  };
}

function compile(value: unknown, path = 'decision-trees/sample.json') {
  return compileChecklists([{ path, text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) }]);
}

test('a sound file becomes a tree', () => {
  const { decisionTrees, faults } = compile(aTree());
  expect(faults).toEqual([]);
  expect(decisionTrees).toMatchObject([{ treeId: 'sample', figures: { limit: 50 }, outcomes: [{ id: 'free', deadlines: [] }, { id: 'bound' }] }]);
  expect(decisionTrees[0]?.questions[0]?.answers[1]?.next).toEqual([{ when: [], go: 'field' }]);
});

describe('every fault is named with file, line and field, and the tree is left out', () => {
  const field = (answers: object[]) => ({ questions: [aQuestion('size', [anAnswer('small', 'free'), anAnswer('large', 'field')]), aQuestion('field', answers)] });
  const list = (when: object, go = 'bound') => [{ when: [when], go }, { go: 'free' }];

  test.each<[string, string, string, object]>([
    ['a place that does not exist', 'questions[1].answers[0].next', 'neither a question nor an outcome', field([anAnswer('yes', 'elsewhere'), anAnswer('no', 'bound')])],
    ['an outcome nobody reaches', 'outcomes[2].id', 'no way leads here', { outcomes: [anOutcome('free'), anOutcome('bound'), anOutcome('forgotten')] }],
    ['a question nobody reaches', 'questions[2].id', 'no way leads here', { questions: [...aTree().questions, aQuestion('lost', [anAnswer('yes', 'free'), anAnswer('no', 'bound')])] }],
    ['a way round in a circle', 'questions[1].answers', 'asked before', field([anAnswer('yes', 'size'), anAnswer('no', 'bound')])],
    ['a branch that is never taken', 'questions[1].answers[0].next[0]', 'never taken', field([anAnswer('yes', list({ question: 'size', is: ['small'] })), anAnswer('no', 'bound')])],
    ['a condition on a question that does not exist', 'questions[1].answers[0].next[0].when[0].question', 'no question', field([anAnswer('yes', list({ question: 'height', is: ['small'] })), anAnswer('no', 'bound')])],
    ['a condition on an answer that does not exist', 'questions[1].answers[0].next[0].when[0].is[0]', 'no answer', field([anAnswer('yes', list({ question: 'size', is: ['tiny'] })), anAnswer('no', 'bound')])],
    ['a list that may end nowhere', 'questions[1].answers[0].next[1]', 'lead nowhere', field([anAnswer('yes', [...list({ question: 'size', is: ['large'] }).slice(0, 1), { when: [{ question: 'size', is: ['large'] }], go: 'free' }]), anAnswer('no', 'bound')])],
    ['a place without condition that hides the ones after it', 'questions[1].answers[0].next[0]', 'only the last', field([anAnswer('yes', [{ go: 'bound' }, { go: 'free' }]), anAnswer('no', 'bound')])],
    ['a figure that does not exist', 'questions[0].answers[0].text.de', 'no figure', { questions: [aQuestion('size', [{ ...anAnswer('small', 'free'), text: { de: 'unter {bound}', en: 'below {limit}' } }, anAnswer('large', 'field')]), ...aTree().questions.slice(1)] }],
    ['a figure that no text names', 'figures.spare', 'no text names', { figures: { limit: 50, spare: 1 } }],
    ['an answer given twice', 'questions[1].answers[1].id', 'there twice', field([anAnswer('yes', 'free'), anAnswer('yes', 'bound')])],
    ['an outcome named like a question', 'outcomes[2].id', 'there twice', { outcomes: [anOutcome('free'), anOutcome('bound'), anOutcome('size')] }],
    ['missing English', 'outcomes[1].title.en', 'is missing', { outcomes: [anOutcome('free'), anOutcome('bound', { title: { de: 'Nur Deutsch' } })] }],
    ['a kind of outcome that is none', 'outcomes[1].kind', 'Invalid option', { outcomes: [anOutcome('free'), anOutcome('bound', { kind: 'compliant' })] }],
  ])('%s', (_name, where, said, more) => {
    const { decisionTrees, faults } = compile(aTree(more));
    expect(faults[0]).toMatchObject({ file: 'decision-trees/sample.json', field: where, message: expect.stringContaining(said) as string });
    expect(faults[0]?.line).toBeGreaterThan(1);
    expect(decisionTrees).toEqual([]);
  });

  test('a file with another name than its tree', () => {
    expect(compile(aTree(), 'decision-trees/other.json').faults).toMatchObject([{ field: 'id', message: 'the file is not named after this id' }]);
  });

  test('broken JSON names the line', () => {
    expect(compile('{\n  "id": ,\n}').faults[0]).toMatchObject({ file: 'decision-trees/sample.json', line: 2 });
  });
});

import { expect, test } from 'vitest';
import { questionsLeft, walk } from '#app/domain/checklist/decision-tree.ts';
import type { DecisionTree } from '#app/domain/checklist/decision-tree.ts';
import { answersIn, decisionView } from './decision-view.ts';

const two = (text: string) => ({ de: `${text} (de)`, en: `${text} (en)` });
const to = (go: string) => [{ when: [], go }];

const tree: DecisionTree = {
  treeId: 'sample',
  version: 1,
  title: two('title'),
  lead: two('lead'),
  licence: 'own',
  sources: [],
  checkedOn: '2026-11-01',
  figures: { limit: 1500 },
  questions: [
    { id: 'size', question: two('size'), answers: [{ id: 'small', text: two('below {limit}'), reason: two('small'), next: to('free') }, { id: 'large', text: two('large'), reason: two('large'), note: two('mind'), next: to('field') }] },
    { id: 'field', question: two('field'), answers: [{ id: 'metal', text: two('metal'), reason: two('metal'), next: to('bound') }, { id: 'wood', text: two('wood'), reason: two('large'), next: to('free') }] },
  ],
  outcomes: ['free', 'bound'].map((id) => ({ id, kind: 'important', title: two(id), summary: two(id), steps: [two('do')], deadlines: [] })),
};

function viewOf(address: string, locale: 'de' | 'en' = 'de') {
  const query = new URLSearchParams(address);
  const walked = walk(tree, answersIn(query));
  return decisionView({ tree, walk: walked, questionsLeft: questionsLeft(tree, walked.steps), at: new Date('2026-11-28T10:00:00Z') }, query, '/tree', locale);
}

test('the first question has nothing behind it', () => {
  expect(viewOf('').question).toMatchObject({ id: 'size', number: 1, total: 2, back: null, isMissing: false, chosen: null, hidden: [{ name: 'gefragt_war', value: 'size' }] });
});

test('figures are written as the language writes them', () => {
  expect(viewOf('').question?.options[0]?.label).toBe('below 1.500 (de)');
  expect(viewOf('', 'en').question?.options[0]?.label).toBe('below 1,500 (en)');
});

test('a question sends the answers before it along, and nothing else of the address', () => {
  expect(viewOf('size=large&stray=1&gefragt_war=size').question?.hidden).toEqual([
    { name: 'size', value: 'large' },
    { name: 'gefragt_war', value: 'field' },
  ]);
});

test('a question sent without an answer says so; one just reached does not', () => {
  expect(viewOf('size=large&gefragt_war=field').question?.isMissing).toBe(true);
  expect(viewOf('size=large&gefragt_war=size').question?.isMissing).toBe(false);
  expect(viewOf('size=huge').question).toMatchObject({ id: 'size', isMissing: true });
});

test('the way back shows what was said', () => {
  const back = viewOf('size=large').question?.back ?? '';
  expect(back).toBe('/tree?zuvor_gesagt=large');
  expect(viewOf(back.split('?')[1] ?? '').question).toMatchObject({ id: 'size', chosen: 'large', isMissing: false });
});

test('an outcome has its reasons once each, its remarks, and a way to change every answer', () => {
  const { outcome } = viewOf('size=large&field=wood');
  expect(outcome).toMatchObject({ title: 'free (de)', reasons: ['large (de)'], notes: ['mind (de)'] });
  expect(outcome?.answers.map(({ change }) => change)).toEqual(['/tree?zuvor_gesagt=large', '/tree?size=large&zuvor_gesagt=wood']);
});

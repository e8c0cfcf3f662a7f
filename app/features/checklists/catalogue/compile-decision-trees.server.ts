import { figuresIn } from '#app/domain/checklist/decision-tree.ts';
import type { Branch, DecisionTree } from '#app/domain/checklist/decision-tree.ts';
import { reachOf } from '#app/domain/checklist/decision-reach.ts';
import { decisionTreeFileSchema } from './decision-tree-file.ts';
import type { DecisionTreeFile } from './decision-tree-file.ts';
import { faultsOf } from './json-source.server.ts';
import type { FieldPath, JsonSource } from './json-source.server.ts';
import type { ChecklistFault } from '../ports.ts';

type ReportFault = (field: FieldPath, message: string) => void;

/** Turns the files of decision trees into values; every fault is named with file, line and field. A tree with a fault is left out. */
export function compileDecisionTrees(sources: readonly JsonSource[]): { trees: readonly DecisionTree[]; faults: readonly ChecklistFault[] } {
  const trees: DecisionTree[] = [];
  const faults: ChecklistFault[] = [];
  for (const source of sources) {
    const parsed = decisionTreeFileSchema.safeParse(source.value);
    if (!parsed.success) {
      faults.push(...faultsOf(source, [], parsed.error));
      continue;
    }
    const tree = treeOf(parsed.data);
    const found = faultsIn(tree, source);
    faults.push(...found);
    if (found.length === 0) trees.push(tree);
  }
  return { trees, faults };
}

function treeOf({ id, questions, outcomes, ...rest }: DecisionTreeFile): DecisionTree {
  return {
    treeId: id,
    ...rest,
    questions: questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) => ({ ...answer, next: branchesOf(answer.next) })),
    })),
    outcomes: outcomes.map((outcome) => ({ ...outcome, deadlines: outcome.deadlines ?? [] })),
  };
}

function branchesOf(next: DecisionTreeFile['questions'][number]['answers'][number]['next']): Branch[] {
  if (typeof next === 'string') return [{ when: [], go: next }];
  return next.map(({ when, go }) => ({ when: when ?? [], go }));
}

function faultsIn(tree: DecisionTree, source: JsonSource): ChecklistFault[] {
  const faults: ChecklistFault[] = [];
  const fault: ReportFault = (field, message) => {
    faults.push(source.fault(field, message));
  };
  if (source.file !== `decision-trees/${tree.treeId}.json`) fault(['id'], 'the file is not named after this id');
  checkIds(tree, fault);
  checkBranches(tree, fault);
  checkFigures(tree, source.value, [], fault);
  checkFiguresAreUsed(tree, source.value, fault);
  // Ways are followed only where each of them leads somewhere.
  if (faults.length === 0) checkReach(tree, fault);
  return faults;
}

function checkIds(tree: DecisionTree, fault: ReportFault): void {
  const seen = new Set<string>();
  tree.questions.forEach((question, q) => {
    if (seen.has(question.id)) fault(['questions', q, 'id'], `„${question.id}“ is there twice`);
    seen.add(question.id);
    const answers = new Set<string>();
    question.answers.forEach((answer, a) => {
      if (answers.has(answer.id)) fault(['questions', q, 'answers', a, 'id'], `the answer „${answer.id}“ is there twice`);
      answers.add(answer.id);
    });
  });
  tree.outcomes.forEach((outcome, o) => {
    if (seen.has(outcome.id)) fault(['outcomes', o, 'id'], `„${outcome.id}“ is there twice`);
    seen.add(outcome.id);
  });
}

function checkBranches(tree: DecisionTree, fault: ReportFault): void {
  const places = new Set([...tree.questions, ...tree.outcomes].map(({ id }) => id));
  const answersOf = new Map(tree.questions.map(({ id, answers }) => [id, new Set(answers.map((answer) => answer.id))]));
  forEachBranch(tree, (branch, field, isLast) => {
    if (!places.has(branch.go)) fault(field, `there is neither a question nor an outcome „${branch.go}“`);
    if (isLast && branch.when.length > 0) fault(field, 'the last place of a list needs no condition, otherwise some answers lead nowhere');
    if (!isLast && branch.when.length === 0) fault(field, 'only the last place of a list goes without a condition');
    branch.when.forEach(({ question, is }, w) => {
      const known = answersOf.get(question);
      if (known === undefined) fault([...field, 'when', w, 'question'], `there is no question „${question}“`);
      is.forEach((answer, i) => {
        if (known?.has(answer) === false) fault([...field, 'when', w, 'is', i], `„${question}“ has no answer „${answer}“`);
      });
    });
  });
}

function checkReach(tree: DecisionTree, fault: ReportFault): void {
  const reach = reachOf(tree);
  tree.questions.forEach(({ id }, q) => {
    if (!reach.reached.has(id)) fault(['questions', q, 'id'], 'no way leads here');
    if (reach.circles.has(id)) fault(['questions', q, 'answers'], 'an answer leads back to a question that was asked before');
  });
  tree.outcomes.forEach(({ id }, o) => {
    if (!reach.reached.has(id)) fault(['outcomes', o, 'id'], 'no way leads here');
  });
  forEachBranch(tree, (branch, field) => {
    const question = field[1];
    const asked = typeof question === 'number' && reach.reached.has(tree.questions[question]?.id ?? '');
    if (asked && !reach.branches.has(branch)) fault(field, 'is never taken');
  });
}

function checkFigures(tree: DecisionTree, value: unknown, field: FieldPath, fault: ReportFault): void {
  if (typeof value === 'string') {
    for (const name of figuresIn(value)) if (!Object.hasOwn(tree.figures, name)) fault(field, `there is no figure „${name}“`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) checkFigures(tree, inner, [...field, Array.isArray(value) ? Number(key) : key], fault);
}

function checkFiguresAreUsed(tree: DecisionTree, value: unknown, fault: ReportFault): void {
  const used = new Set(figuresIn(JSON.stringify(value)));
  for (const name of Object.keys(tree.figures)) if (!used.has(name)) fault(['figures', name], 'no text names this figure');
}

/** Calls with each branch and its place in the file. */
function forEachBranch(tree: DecisionTree, call: (branch: Branch, field: FieldPath, isLast: boolean) => void): void {
  tree.questions.forEach((question, q) => {
    question.answers.forEach((answer, a) => {
      answer.next.forEach((branch, n) => {
        const field = ['questions', q, 'answers', a, 'next'];
        call(branch, answer.next.length === 1 ? field : [...field, n], n === answer.next.length - 1);
      });
    });
  });
}

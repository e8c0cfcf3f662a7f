import type { Bilingual, Source } from './version.ts';

/**
 * A few questions that lead to one of several outcomes, each with the reasons that led there. Nothing is scored and nothing
 * stored: the answers given so far are all there is.
 */
export type DecisionTree = {
  readonly treeId: string;
  /** Whole number from 1. */
  readonly version: number;
  readonly title: Bilingual;
  readonly lead: Bilingual;
  readonly licence: string;
  readonly sources: readonly Source[];
  /** ISO date on which people last compared the content with its sources. */
  readonly checkedOn: string;
  /** Limits and periods that texts name in braces; they stand here once. */
  readonly figures: Readonly<Record<string, number>>;
  /** The first one is asked first. */
  readonly questions: readonly DecisionQuestion[];
  readonly outcomes: readonly DecisionOutcome[];
};

export type DecisionQuestion = {
  readonly id: string;
  readonly question: Bilingual;
  readonly hint?: Bilingual;
  readonly answers: readonly DecisionAnswer[];
};

export type DecisionAnswer = {
  readonly id: string;
  readonly text: Bilingual;
  readonly hint?: Bilingual;
  /** What the answer contributes to the outcome, as a sentence. */
  readonly reason?: Bilingual;
  /** Something special that goes with the answer, whatever the outcome. */
  readonly note?: Bilingual;
  /** The first branch whose conditions all hold is taken; the last one has none. */
  readonly next: readonly Branch[];
};

export type Branch = {
  readonly when: readonly { readonly question: string; readonly is: readonly string[] }[];
  /** A question or an outcome. */
  readonly go: string;
};

/** What an outcome comes down to. */
export const outcomeKinds = ['especially_important', 'important', 'not_covered', 'have_checked'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

export type DecisionOutcome = {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  /** Where it says so, for instance „§ 28 Abs. 2 Nr. 3 BSIG“. */
  readonly legalBasis?: Bilingual;
  readonly steps: readonly Bilingual[];
  readonly deadlines: readonly { readonly what: Bilingual; readonly until: Bilingual; readonly legalBasis: Bilingual }[];
};

/** Question id -> answer id, as somebody sent it: possibly too much, possibly nonsense. */
export type GivenAnswers = Readonly<Record<string, string>>;

export type Step = { readonly question: DecisionQuestion; readonly answer: DecisionAnswer };

/** Where the answers lead. `steps` holds what was asked on the way and nothing else. */
export type Walk =
  | { readonly at: 'question'; readonly question: DecisionQuestion; /** There was an answer, but none of these. */ readonly misunderstood: boolean; readonly steps: readonly Step[] }
  | { readonly at: 'outcome'; readonly outcome: DecisionOutcome; readonly steps: readonly Step[] };

/** Follows the answers from the first question until one is missing or an outcome is reached. Answers beside the way count for nothing. */
export function walk(tree: DecisionTree, given: GivenAnswers): Walk {
  const steps: Step[] = [];
  for (let id = firstQuestionOf(tree).id; steps.length <= tree.questions.length; ) {
    const outcome = tree.outcomes.find((each) => each.id === id);
    if (outcome !== undefined) return { at: 'outcome', outcome, steps };
    const question = questionOf(tree, id);
    const said = Object.hasOwn(given, id) ? given[id] : undefined;
    const answer = question.answers.find((each) => each.id === said);
    if (answer === undefined) return { at: 'question', question, misunderstood: said !== undefined, steps };
    steps.push({ question, answer });
    id = branchTaken(answer, steps).go;
  }
  throw new Error(`${tree.treeId}: the questions lead round in a circle`);
}

/** The branch an answer takes after the steps so far. */
export function branchTaken(answer: DecisionAnswer, steps: readonly Step[]): Branch {
  const taken = answer.next.find((branch) => branch.when.every(({ question, is }) => steps.some((step) => step.question.id === question && is.includes(step.answer.id))));
  if (taken === undefined) throw new Error(`no branch is open after ${steps.map((step) => `${step.question.id}=${step.answer.id}`).join(' ')}`);
  return taken;
}

/** Longest way from here to an outcome, in questions; what somebody still has before them at most. */
export function questionsLeft(tree: DecisionTree, steps: readonly Step[]): number {
  const last = steps.at(-1);
  const id = last === undefined ? firstQuestionOf(tree).id : branchTaken(last.answer, steps).go;
  const question = tree.questions.find((each) => each.id === id);
  if (question === undefined) return 0;
  return 1 + Math.max(...question.answers.map((answer) => questionsLeft(tree, [...steps, { question, answer }])));
}

const placeholder = /\{([a-z0-9-]+)\}/g;

/** Names of the figures a text asks for. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map((found) => found[1] ?? '');
}

/** The text with its figures filled in. */
export function withFigures(text: string, figures: DecisionTree['figures'], write: (value: number) => string): string {
  return text.replace(placeholder, (whole, name: string) => {
    const value = figures[name];
    return value === undefined ? whole : write(value);
  });
}

function firstQuestionOf(tree: DecisionTree): DecisionQuestion {
  const [first] = tree.questions;
  if (first === undefined) throw new Error(`${tree.treeId} asks nothing`);
  return first;
}

function questionOf(tree: DecisionTree, id: string): DecisionQuestion {
  const question = tree.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`${tree.treeId} has neither question nor outcome „${id}“`);
  return question;
}

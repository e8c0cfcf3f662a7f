import { withFigures } from '#app/domain/checklist/decision-tree.ts';
import type { GivenAnswers, OutcomeKind, Step } from '#app/domain/checklist/decision-tree.ts';
import type { Bilingual, Source } from '#app/domain/checklist/version.ts';
import type { Locale } from '../../ports.ts';
import type { DecisionWalk } from './walk-decision-tree.server.ts';

/** Views of a decision tree as plain JSON: the question that is open, or the outcome with the reasons that led there. */

/** Names in the address beside the answers; ids of questions never hold an underscore. */
const asked = 'gefragt_war';
const before = 'zuvor_gesagt';

export type DecisionQuestionView = {
  readonly id: string;
  readonly question: string;
  readonly hint: string | null;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  readonly chosen: string | null;
  /** The form was sent without one of the answers. */
  readonly isMissing: boolean;
  readonly number: number;
  /** Questions on the longest way that is still open. */
  readonly total: number;
  /** What the form sends along: the answers so far, and what it asks. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly back: string | null;
};

export type OutcomeView = {
  readonly kind: OutcomeKind;
  readonly title: string;
  readonly summary: string;
  readonly legalBasis: string | null;
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  readonly steps: readonly string[];
  readonly deadlines: readonly { readonly what: string; readonly until: string; readonly legalBasis: string }[];
  readonly answers: readonly { readonly id: string; readonly question: string; readonly answer: string; readonly change: string }[];
  readonly back: string;
};

export type DecisionView = {
  readonly title: string;
  readonly lead: string;
  readonly checkedOn: string;
  readonly sources: readonly Source[];
  readonly at: string;
  readonly start: string;
  readonly question: DecisionQuestionView | null;
  readonly outcome: OutcomeView | null;
};

/** The view for the answers in an address. `path` is the page's address without them. */
export function decisionView({ tree, walk, questionsLeft, at }: DecisionWalk, query: URLSearchParams, path: string, locale: Locale): DecisionView {
  const write = (value: number) => value.toLocaleString(locale);
  const say = (text: Bilingual) => withFigures(text[locale], tree.figures, write);
  const { steps } = walk;
  const page = { title: say(tree.title), lead: say(tree.lead), checkedOn: tree.checkedOn, sources: tree.sources, at: at.toISOString(), start: path };
  if (walk.at === 'outcome') {
    const { outcome } = walk;
    const said = (texts: readonly (Bilingual | undefined)[]) => [...new Set(texts.flatMap((text) => (text === undefined ? [] : [say(text)])))];
    return {
      ...page,
      question: null,
      outcome: {
        kind: outcome.kind,
        title: say(outcome.title),
        summary: say(outcome.summary),
        legalBasis: outcome.legalBasis === undefined ? null : say(outcome.legalBasis),
        reasons: said(steps.map(({ answer }) => answer.reason)),
        notes: said(steps.map(({ answer }) => answer.note)),
        steps: outcome.steps.map(say),
        deadlines: outcome.deadlines.map(({ what, until, legalBasis }) => ({ what: say(what), until: say(until), legalBasis: say(legalBasis) })),
        answers: steps.map(({ question, answer }, index) => ({ id: question.id, question: say(question.question), answer: say(answer.text), change: backTo(path, steps, index) })),
        back: backTo(path, steps, steps.length - 1),
      },
    };
  }
  const { question } = walk;
  return {
    ...page,
    outcome: null,
    question: {
      id: question.id,
      question: say(question.question),
      hint: question.hint === undefined ? null : say(question.hint),
      options: question.answers.map(({ id, text, hint }) => ({ value: id, label: say(text), ...(hint === undefined ? {} : { hint: say(hint) }) })),
      chosen: query.get(before),
      isMissing: walk.misunderstood || query.get(asked) === question.id,
      number: steps.length + 1,
      total: steps.length + questionsLeft,
      hidden: [...steps.map((step) => ({ name: step.question.id, value: step.answer.id })), { name: asked, value: question.id }],
      back: steps.length === 0 ? null : backTo(path, steps, steps.length - 1),
    },
  };
}

/** The answers an address holds. A name given twice counts with its last value, as the form below it sends it. */
export function answersIn(query: URLSearchParams): GivenAnswers {
  return Object.fromEntries([...query].filter(([name]) => name !== asked && name !== before));
}

/** The question of that step again, with what was answered there chosen. */
function backTo(path: string, steps: readonly Step[], index: number): string {
  const query = new URLSearchParams(steps.slice(0, index).map(({ question, answer }) => [question.id, answer.id]));
  const again = steps[index];
  if (again !== undefined) query.set(before, again.answer.id);
  return `${path}?${query.toString()}`;
}

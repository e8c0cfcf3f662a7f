import type { FormState } from '#app/ui/form/form-state.ts';
import { questionNumber } from '#app/domain/checklist/navigation.ts';
import { shownContent } from '#app/domain/checklist/unfinished.ts';
import type { Locale } from '../../ports.ts';
import { requirementView } from './requirement-view.ts';
import type { RequirementView } from './requirement-view.ts';
import { valuesOf } from '../form.ts';
import type { AssessmentLinks } from '../links.ts';
import { offeredLine } from './offered-line.ts';
import type { OfferedLine } from './offered-line.ts';
import type { OpenTopic } from './open-topic.server.ts';
import type { SavedTopic } from './save-topic.server.ts';
import { outdatedMark, questionAnchor, questionField } from './question-field.ts';
import { fingerprintOf, insideTopic } from './topic-answers-form.ts';
import type { PostedQuestion } from './topic-answers-form.ts';

/** One question among those of its topic. */
export type TopicQuestion = Pick<RequirementView, 'question' | 'hint' | 'must' | 'options' | 'parts' | 'mayLeave' | 'bases' | 'help' | 'form' | 'revision' | 'stored' | 'unfinished' | 'conflict'> & {
  readonly id: string;
  readonly number: number;
  /** What its fields said when the page was sent; null while nothing is stored. */
  readonly seen: string | null;
  /** Came up through the answers just saved. */
  readonly isNew: boolean;
  /** Where this answer is saved while the page stays open. */
  readonly autosave: string;
};

/** A topic as plain JSON: all its questions on one page. */
export type TopicView = Pick<RequirementView, 'topics' | 'minutesLeft' | 'lastSaved' | 'total'> & {
  readonly id: string;
  readonly title: string;
  readonly index: number;
  readonly count: number;
  readonly questions: readonly TopicQuestion[];
  /** All questions' fields as one form, for the summary of errors. */
  readonly form: FormState;
  /** Answers of earlier runs that could be filled in; null without any. */
  readonly offered: {
    readonly count: number;
    readonly href: string;
    readonly taken: boolean;
    /** Those that can be confirmed as they stand. */
    readonly same: readonly OfferedLine[];
    /** Questions without an answer that have to be answered anew. */
    readonly others: number;
  } | null;
  /** What was to be confirmed has changed meanwhile. */
  readonly isOutdated: boolean;
  readonly added: number;
  readonly links: { readonly overview: string; readonly oneByOne: string };
};

type Options = {
  readonly takeOffered?: boolean;
  readonly isOutdated?: boolean;
  /** Ids of questions that came up through the answers just saved. */
  readonly added?: readonly string[];
  /** What was posted and could not be saved. */
  readonly refused?: readonly (PostedQuestion & { readonly isConflict: boolean })[];
};

export function topicView({ run, topic, questions, followUps }: OpenTopic, locale: Locale, links: AssessmentLinks, options: Options): TopicView {
  const { assessment } = run;
  const here = links.topic(assessment.id, topic.id);
  const refused = new Map(options.refused?.map((each) => [each.requirementId, each]));
  const offered = questions.filter((question) => question.offered !== null).length + followUps.length;
  const same = [...questions, ...followUps].flatMap((question) => offeredLine(question, locale) ?? []);
  const openOnes = questions.filter(({ record }) => record === null).length + followUps.length;
  const views = questions.map((question) => {
    const posted = refused.get(question.requirement.id);
    const view = requirementView(question, locale, links, { from: undefined, takeOffered: options.takeOffered, posted });
    // A refused answer stands on what its person saw, until somebody decides about a conflict.
    const stored = shownContent({ answer: question.record?.answer ?? null, unfinished: question.unfinished });
    const seen = stored ? fingerprintOf(valuesOf(stored), question.parts) : null;
    return { id: question.requirement.id, seen, view: posted && !posted.isConflict ? { ...view, revision: posted.seenRevision } : view };
  });
  const first = views[0]?.view;
  const asked = views.map(({ id, seen, view }): TopicQuestion => ({
    id,
    seen,
    number: questionNumber(run.standings, id)?.number ?? 1,
    isNew: options.added?.includes(id) ?? false,
    autosave: view.links.autosave,
    question: view.question,
    hint: view.hint,
    must: view.must,
    options: view.options,
    parts: view.parts.map((part) => ({ ...part, field: questionField(id, part.field) })),
    mayLeave: view.mayLeave,
    bases: view.bases,
    help: view.help,
    form: insideTopic(view.form, id),
    revision: view.revision,
    stored: view.stored,
    unfinished: view.unfinished,
    conflict: view.conflict,
  }));
  return {
    id: topic.id,
    title: topic.title[locale],
    index: first?.topic.index ?? 1,
    count: first?.topic.count ?? 1,
    total: first?.total ?? 0,
    questions: asked,
    form: { values: {}, errors: Object.assign({}, ...asked.map(({ form }) => form.errors)) as FormState['errors'] },
    offered: offered > 0 ? { count: offered, href: `${here}?vorschlag=1`, taken: options.takeOffered === true, same, others: openOnes - same.length } : null,
    isOutdated: options.isOutdated === true,
    added: asked.filter(({ isNew }) => isNew).length,
    topics: first?.topics ?? [],
    minutesLeft: first?.minutesLeft ?? 0,
    lastSaved: first?.lastSaved ?? null,
    links: { overview: links.assessment(assessment.id), oneByOne: `${links.requirement(assessment.id, firstOpen(questions))}?weise=frage` },
  };
}

function firstOpen(questions: OpenTopic['questions']): string {
  return (questions.find(({ record }) => record === null) ?? questions[0])?.requirement.id ?? '';
}

/** Where saving a topic leads: to what has changed, to questions that came up, to the next topic with something open, or to the close. */
export function afterTopic({ appeared, nextTopic, openQuestions }: SavedTopic, { assessmentId, topicId, isOutdated }: { assessmentId: string; topicId: string; isOutdated: boolean }, links: AssessmentLinks): string {
  if (isOutdated) return `${links.topic(assessmentId, topicId)}?${outdatedMark}=1`;
  if (appeared.length > 0) return `${links.topic(assessmentId, topicId)}?neu=${appeared.join('+')}#${questionAnchor(appeared[0] ?? '')}`;
  if (nextTopic !== null) return links.topic(assessmentId, nextTopic);
  return openQuestions > 0 ? links.assessmentOpen(assessmentId) : links.assessmentClose(assessmentId);
}

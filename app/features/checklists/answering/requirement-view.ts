import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { allowedPartValues, allowedValues, isUnconfirmedImport } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { neighbours, nextOpenQuestion, progressOf, questionNumber } from '#app/domain/checklist/navigation.ts';
import { shownContent } from '#app/domain/checklist/unfinished.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import { emptyForm } from '#app/ui/form/form-state.ts';
import type { FormState } from '#app/ui/form/form-state.ts';
import type { Locale } from '../../ports.ts';
import { originInWords } from '../exchange/origin-in-words.ts';
import { maximumLength, readAnswer, valuesOf } from '../form.ts';
import type { AnswerErrors, Origin } from '../form.ts';
import { nameWithRole } from '../name-with-role.ts';
import type { AssessmentLinks } from '../links.ts';
import type { OpenRequirement } from './open-requirement.server.ts';
import { answerInWords, offeredLine } from './offered-line.ts';
import type { OfferedLine } from './offered-line.ts';
import { partField } from './question-field.ts';
import { lastSaved, minutesLeft, topicOf, topicsView } from '../runs/run-view.ts';
import type { TopicProgress } from '../runs/run-view.ts';

type Option = { readonly value: string; readonly label: string; readonly hint: string | null };

/** One question as plain JSON, ready for the page. */
export type RequirementView = {
  readonly number: number;
  readonly total: number;
  /** Topics lit on the step line, and how many there are. */
  readonly topic: { readonly id: string; readonly title: string; readonly index: number; readonly count: number };
  readonly question: string;
  readonly hint: string | null;
  readonly must: string | null;
  /** Empty when the parts ask. */
  readonly options: readonly Option[];
  readonly parts: readonly { readonly field: string; readonly text: string; readonly options: readonly Option[] }[];
  readonly mayLeave: boolean;
  readonly bases: readonly Option[];
  readonly help: { readonly why: string; readonly howToFindOut: string; readonly proof: string | null };
  readonly form: FormState;
  readonly revision: number;
  /** Without an answer. */
  readonly isOpen: boolean;
  readonly from: Origin | null;
  /** What is kept without being an answer (yet); `missing` says in words what it lacks. */
  readonly unfinished: { readonly at: string; readonly by: string | null; readonly missing: string | null; /** Beside an answer that stands. */ readonly isAnswered: boolean } | null;
  readonly stored: { readonly at: string; readonly by: string | null; /** Whose word it is, when it came from outside. */ readonly source: string | null; /** When it was first given, where it was confirmed from an earlier run. */ readonly firstAt: string | null; /** What it says came out of a file; `confirmed`: somebody of the company has said it again. */ readonly fromFile: { readonly origin: string; readonly confirmed: boolean } | null } | null;
  /** An earlier answer; null once there is one here. */
  readonly offered: { readonly at: string; readonly answer: string; readonly sameWording: boolean; /** What one click confirms; null when it has to be looked at again. */ readonly line: OfferedLine | null; readonly href: string; readonly taken: boolean } | null;
  /** What was to be confirmed is not offered any more as it stood on the page. */
  readonly isOutdated: boolean;
  readonly conflict: Conflict | null;
  readonly topics: readonly TopicProgress[];
  readonly minutesLeft: number;
  readonly lastSaved: { readonly at: string; readonly by: string | null } | null;
  readonly links: {
    readonly back: string;
    readonly later: string;
    readonly leave: string;
    /** The same topic on one page. */
    readonly topic: string;
    /** Saves the answer while the page stays open. */
    readonly autosave: string;
    /** The next question without an answer; null when this is the only one, or none is. */
    readonly nextOpen: string | null;
  };
};

/** What a question says, for the glossary. */
export function textsOf({ question, hint, must, help, parts, options }: Pick<RequirementView, 'question' | 'hint' | 'must' | 'help' | 'parts' | 'options'>): (string | null)[] {
  return [question, hint, must, help.why, help.howToFindOut, help.proof, ...parts.map((part) => part.text), ...options.map((option) => option.hint)];
}

/** What somebody else has stored since the page was made. */
export type Conflict = {
  readonly by: string | null;
  readonly at: string;
  /** Null when something was typed that is no answer (yet). */
  readonly answer: string | null;
  readonly note: string | null;
  readonly parts: readonly string[];
};

type Options = {
  readonly from: Origin | undefined;
  /** Fill in the earlier run's answer. */
  readonly takeOffered?: boolean;
  readonly isOutdated?: boolean;
  /** What was posted and refused. */
  readonly posted?: { readonly values: FormState['values']; readonly errors: AnswerErrors; readonly isConflict: boolean };
};

export function requirementView(opened: OpenRequirement, locale: Locale, links: AssessmentLinks, options: Options): RequirementView {
  const { run, requirement, parts, record, unfinished, offered, names } = opened;
  const { assessment, standings } = run;
  const labels = labelsOf(locale);
  const t = textOf(locale, 'checklists');
  const place = questionNumber(standings, requirement.id) ?? { number: 1, of: 1 };
  const topicId = topicOf(run, requirement.id);
  const topicIds = progressOf(standings).topics.map((each) => each.topicId);
  const topic = run.version.topics.find((each) => each.id === topicId);
  const here = links.requirement(assessment.id, requirement.id);
  const { previous } = neighbours(standings, requirement.id);
  const nextOpen = nextOpenQuestion(standings, requirement.id);
  const isControl = requirement.kind === 'control';
  const own = isControl ? requirement.answerTexts : undefined;
  const hints: Partial<Record<string, string>> = { unknown: t('question.hintUnknown'), not_applicable: t('question.hintNotApplicable') };
  const option = (value: Answer['value']): Option => {
    const text = value === 'yes' || value === 'partly' || value === 'no' ? own?.[value]?.[locale] : undefined;
    return { value, label: labels.answers[value], hint: text ?? (isControl ? (hints[value] ?? null) : null) };
  };
  const partOption = (value: Answer['value']): Option => ({ value, label: labels.answers[value], hint: null });
  const takes = options.takeOffered === true && offered !== null;
  const shown = shownContent({ answer: record?.answer ?? (takes ? offered.answer : null), unfinished });

  return {
    number: place.number,
    total: place.of,
    topic: { id: topicId, title: topic?.title[locale] ?? '', index: topicIds.indexOf(topicId) + 1, count: topicIds.length },
    question: requirement.question[locale],
    hint: requirement.hint?.[locale] ?? null,
    must: isControl && requirement.must ? requirement.must.reason[locale] : null,
    options: parts.length > 0 ? [] : allowedValues(requirement).map(option),
    parts: isControl
      ? parts.map((part) => ({ field: partField(part.id), text: part.text[locale], options: allowedPartValues(requirement).map(partOption) }))
      : [],
    mayLeave: isControl && requirement.notApplicableAllowed,
    bases: isControl ? answerBases.map((value) => ({ value, label: labels.answerBases[value], hint: null })) : [],
    help: { why: requirement.why[locale], howToFindOut: requirement.howToFindOut[locale], proof: isControl ? requirement.proof[locale] : null },
    form: options.posted ? postedForm(opened, options.posted, locale) : emptyForm(valuesOf(shown)),
    revision: opened.revision,
    isOpen: record === null,
    from: options.from ?? null,
    unfinished: unfinished && { at: unfinished.at, by: names.get(unfinished.by) ?? null, missing: missingIn(opened, locale), isAnswered: record !== null },
    stored: record ? { at: record.answeredAt.toISOString(), by: names.get(record.answeredBy) ?? null, source: record.answer.source ? nameWithRole(record.answer.source) : null, firstAt: record.answer.firstAnsweredAt ?? null, fromFile: record.answer.imported ? { origin: originInWords(record.answer.imported, locale), confirmed: !isUnconfirmedImport(record.answer) } : null } : null,
    offered: offered
      ? { at: offered.answeredAt, answer: answerInWords(offered.answer, locale), sameWording: offered.sameWording, line: offeredLine(opened, locale), href: `${here}?vorschlag=1`, taken: takes }
      : null,
    isOutdated: options.isOutdated === true,
    conflict: options.posted?.isConflict ? conflictOf(opened, options.posted.values, locale) : null,
    topics: topicsView(run, locale, links),
    minutesLeft: minutesLeft(run),
    lastSaved: lastSaved(run, names),
    links: {
      back: backTo(options.from, assessment.id, links) ?? (previous ? links.requirement(assessment.id, previous.id) : links.assessment(assessment.id)),
      later: links.assessment(assessment.id),
      autosave: links.requirementAutosave(assessment.id, requirement.id),
      topic: `${links.topic(assessment.id, topicId)}?weise=thema`,
      nextOpen: nextOpen ? links.requirement(assessment.id, nextOpen.id) : null,
      leave: afterSaving(options.from, neighbours(standings, requirement.id).next?.id ?? null, assessment.id, links, 0),
    },
  };
}

/** Where saving leads: back to the list somebody came from, to the next question, to what is open, or to the close. */
export function afterSaving(from: Origin | undefined, next: string | null, assessmentId: string, links: AssessmentLinks, openQuestions: number): string {
  const origin = backTo(from, assessmentId, links);
  if (origin !== null) return origin;
  if (next !== null) return links.requirement(assessmentId, next);
  return openQuestions > 0 ? links.assessmentOpen(assessmentId) : links.assessmentClose(assessmentId);
}

function backTo(from: Origin | undefined, id: string, links: AssessmentLinks): string | null {
  if (from === 'open') return links.assessmentOpen(id);
  if (from === 'close') return links.assessmentClose(id);
  return from === 'overview' ? links.assessment(id) : null;
}

/** What was typed, with the errors in words. */
function postedForm({ parts }: OpenRequirement, posted: NonNullable<Options['posted']>, locale: Locale): FormState {
  return {
    values: posted.values,
    errors: Object.fromEntries(Object.entries(posted.errors).map(([field, key]) => [field, [errorWords(parts, field, key, locale)]])),
  };
}

/** An error at a field, in words. */
export function errorWords(parts: OpenRequirement['parts'], field: string, key: AnswerErrors[string], locale: Locale): string {
  const t = textOf(locale, 'checklists');
  if (key === 'errors.part') return t('errors.part', { part: parts.find((part) => partField(part.id) === field)?.text[locale] ?? '' });
  if (key === 'errors.tooLong') return t('errors.tooLong', { max: field === 'note' ? maximumLength.note : maximumLength.reason });
  return t(key);
}

/** What the kept words lack to be an answer; null when nothing does. */
function missingIn({ requirement, parts, record, unfinished }: OpenRequirement, locale: Locale): string | null {
  const { errors } = readAnswer(valuesOf(shownContent({ answer: record?.answer ?? null, unfinished })), requirement, parts.map((part) => part.id));
  return missingWords(parts, errors, locale)[0] ?? null;
}

/** What is missing, in words: the first thing is enough. */
export function missingWords(parts: OpenRequirement['parts'], errors: AnswerErrors, locale: Locale): string[] {
  return Object.entries(errors).slice(0, 1).map(([field, key]) => errorWords(parts, field, key, locale));
}

function conflictOf({ record, unfinished, names, parts }: OpenRequirement, typed: FormState['values'], locale: Locale): Conflict | null {
  const by = (id: string) => names.get(id) ?? null;
  // What was typed last is what this person has not seen.
  const said = unfinished ?? record?.answer ?? null;
  if (said === null) return null;
  const differing = parts.filter((part) => (said.parts?.[part.id] ?? '') !== (typed[partField(part.id)] ?? ''));
  return {
    ...(unfinished || record === null
      ? { by: unfinished && by(unfinished.by), at: unfinished?.at ?? '', answer: null }
      : { by: by(record.answeredBy), at: record.answeredAt.toISOString(), answer: labelsOf(locale).answers[record.answer.value] }),
    note: [said.reason, said.note].filter((text) => text).join(' – ') || null,
    parts: differing.map((part) => part.text[locale].replace(/\.$/, '')),
  };
}

import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { nextOpenQuestion, openQuestions, progressOf } from '#app/domain/checklist/navigation.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import { companyKinds, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { ChecklistScope, SizeClass } from '#app/domain/checklist/vocabulary.ts';
import type { Locale } from '../../ports.ts';
import type { OfferedChecklist } from '../catalogue/list-checklists.server.ts';
import { goOn, resultTabLinks } from '../links.ts';
import type { AssessmentLinks, ResultTabLinks } from '../links.ts';
import type { OpenAssessment } from './open-assessment.server.ts';
import { stampOf } from './open-run.server.ts';
import { scopeView } from './site-scope-view.ts';
import type { ScopeView } from './site-scope-view.ts';
import type { OpenRun } from './open-run.server.ts';

/** Views of runs as plain JSON: the list, the overview of one, what is open, the check before the close. */

export type TopicProgress = { readonly id: string; readonly title: string; readonly answered: number; readonly total: number; readonly href: string | null };

export type RunCard = {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly state: 'running' | 'closed';
  readonly answered: number;
  readonly total: number;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly percent: number | null;
};

export type OfferView = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly scope: ChecklistScope;
  readonly minutes: number;
  readonly questions: number;
  readonly topics: readonly string[];
  /** null: every size, every kind. */
  readonly sizes: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly checkedOn: string;
  readonly licence: string;
  readonly sources: readonly string[];
};

export type QuestionLine = { readonly id: string; readonly title: string; readonly href: string; readonly answer: string | null; readonly note: string | null };

export type RunView = {
  readonly id: string;
  readonly checklist: string;
  readonly state: 'running' | 'closed';
  readonly answered: number;
  readonly total: number;
  readonly minutesLeft: number;
  readonly startedAt: string;
  readonly startedBy: string | null;
  readonly lastSaved: { readonly at: string; readonly by: string | null } | null;
  /** The next open question; null when all are answered. */
  readonly resume: string | null;
  readonly topics: readonly TopicProgress[];
  readonly groups: readonly { readonly id: string; readonly title: string; readonly questions: readonly QuestionLine[] }[];
  readonly open: readonly QuestionLine[];
  readonly unknown: readonly QuestionLine[];
  readonly scope: ScopeView | null;
  /** What stands on the page; posted with the close. */
  readonly stamp: number;
  readonly links: { readonly all: string; readonly overview: string; readonly open: string; readonly close: string; readonly result: string; readonly exchange: string };
  readonly tabs: ResultTabLinks;
};

export function offerView({ version, questions }: OfferedChecklist, locale: Locale): OfferView {
  const labels = labelsOf(locale);
  return {
    id: version.checklistId,
    title: version.title[locale],
    summary: version.summary[locale],
    scope: version.scope,
    minutes: version.estimatedMinutes,
    questions,
    topics: version.topics.map((topic) => topic.title[locale]),
    sizes: version.suits.sizes.length === sizeClasses.length ? null : [sizeText(version.suits.sizes, locale)],
    kinds: version.suits.kinds.length === companyKinds.length ? null : version.suits.kinds.map((kind) => labels.companyKinds[kind]),
    checkedOn: version.checkedOn,
    licence: version.licence,
    sources: version.sources.map((source) => source.title),
  };
}

/** People in each size class, the last without end. */
const peopleOf: Readonly<Record<SizeClass, readonly [from: number, to: number]>> = { solo: [1, 1], micro: [2, 9], small: [10, 49], medium: [50, 249], large: [250, Infinity] };

/** Some size classes as one range of people. */
function sizeText(sizes: readonly SizeClass[], locale: Locale): string {
  const t = textOf(locale, 'checklists');
  const from = Math.min(...sizes.map((size) => peopleOf[size][0]));
  const to = Math.max(...sizes.map((size) => peopleOf[size][1]));
  if (to === Infinity) return t('browse.sizeFrom', { from });
  return from === 1 ? t('browse.sizeTo', { to }) : t('browse.sizeFromTo', { from, to });
}

export function runCard(run: OpenRun, locale: Locale, links: AssessmentLinks): RunCard {
  const { assessment, version, standings } = run;
  const { answered, total } = progressOf(standings);
  const isClosed = assessment.state === 'closed';
  return {
    id: assessment.id,
    title: version.title[locale],
    href: isClosed ? links.assessmentResult(assessment.id) : links.assessment(assessment.id),
    state: assessment.state,
    answered,
    total,
    updatedAt: assessment.updatedAt.toISOString(),
    closedAt: assessment.closedAt?.toISOString() ?? null,
    percent: isClosed ? resultOf(version, run.answers, run.facts).percent : null,
  };
}

/** `from` is added to the questions' addresses, so that saving leads back to that page. */
export function runView({ run, names, scope }: OpenAssessment, locale: Locale, links: AssessmentLinks, from: 'open' | 'close' | 'overview'): RunView {
  const { assessment, version, standings, records } = run;
  const { answered, total } = progressOf(standings);
  const next = nextOpenQuestion(standings, null);
  const open = new Set(openQuestions(standings).map((requirement) => requirement.id));
  const labels = labelsOf(locale);
  const line = (standing: (typeof standings)[number]): QuestionLine => {
    const record = records.get(standing.requirement.id);
    return {
      id: standing.requirement.id,
      title: standing.requirement.question[locale],
      href: `${links.requirement(assessment.id, standing.requirement.id)}?von=${from}`,
      answer: record ? labels.answers[record.answer.value] : null,
      note: [record?.answer.reason, record?.answer.note].filter((text) => text).join(' – ') || null,
    };
  };
  const asked = standings.filter((standing) => standing.notAsked === null);
  return {
    id: assessment.id,
    checklist: version.title[locale],
    state: assessment.state,
    answered,
    total,
    minutesLeft: minutesLeft(run),
    startedAt: assessment.startedAt.toISOString(),
    startedBy: names.get(assessment.startedBy) ?? null,
    lastSaved: lastSaved(run, names),
    resume: next ? goOn(links, assessment.id, { id: next.id, topicId: topicOf(run, next.id) }) : null,
    topics: topicsView(run, locale, links),
    groups: version.topics.flatMap((topic) => {
      const questions = asked.filter((standing) => standing.topicId === topic.id).map(line);
      return questions.length === 0 ? [] : [{ id: topic.id, title: topic.title[locale], questions }];
    }),
    open: asked.filter((standing) => open.has(standing.requirement.id)).map(line),
    unknown: asked.filter((standing) => standing.outcome === 'unknown').map(line),
    scope: scopeView(scope, locale, assessment.state === 'closed' ? null : `${links.assessmentSites(assessment.id)}${from === 'close' ? '?von=close' : ''}`),
    stamp: stampOf(run),
    links: {
      all: links.assessments,
      overview: links.assessment(assessment.id),
      open: links.assessmentOpen(assessment.id),
      close: links.assessmentClose(assessment.id),
      result: links.assessmentResult(assessment.id),
      exchange: links.assessmentExport(assessment.id),
    },
    tabs: resultTabLinks(assessment.id, links),
  };
}

/** Topics with their progress; each leads to its first open question, or to its first. */
export function topicsView(run: OpenRun, locale: Locale, links: AssessmentLinks): TopicProgress[] {
  const titles = new Map(run.version.topics.map((topic) => [topic.id, topic.title[locale]]));
  return progressOf(run.standings).topics.map(({ topicId, answered, total }) => {
    const asked = run.standings.filter((standing) => standing.topicId === topicId && standing.notAsked === null);
    const target = asked.find((standing) => standing.outcome === 'unanswered') ?? asked[0];
    return {
      id: topicId,
      title: titles.get(topicId) ?? topicId,
      answered,
      total,
      href: target && run.assessment.state === 'running' ? goOn(links, run.assessment.id, { id: target.requirement.id, topicId }) : null,
    };
  });
}

/** Id of the topic that a question of the run belongs to. */
export function topicOf({ standings }: OpenRun, requirementId: string): string {
  return standings.find((standing) => standing.requirement.id === requirementId)?.topicId ?? '';
}

/** Minutes that the open questions take, in proportion. */
export function minutesLeft(run: OpenRun): number {
  const { answered, total } = progressOf(run.standings);
  return total === 0 ? 0 : Math.ceil((run.version.estimatedMinutes * (total - answered)) / total);
}

/** The youngest stored answer: what „gespeichert“ on a page rests on. */
export function lastSaved(run: OpenRun, names: ReadonlyMap<string, string>): { at: string; by: string | null } | null {
  const youngest = [...run.records.values()].sort((a, b) => b.answeredAt.getTime() - a.answeredAt.getTime())[0];
  return youngest ? { at: youngest.answeredAt.toISOString(), by: names.get(youngest.answeredBy) ?? null } : null;
}

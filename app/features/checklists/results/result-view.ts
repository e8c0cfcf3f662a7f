import { formatOf } from '#app/content/formatter.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import { isUnconfirmedImport } from '#app/domain/checklist/answers.ts';
import { compareRuns, countChanges } from '#app/domain/checklist/comparison.ts';
import { firstMeasureCount } from '#app/domain/checklist/measures.ts';
import type { MeasureReason, PlannedMeasure } from '#app/domain/checklist/measures.ts';
import { isOpen } from '#app/domain/checklist/tally.ts';
import type { Band, ChecklistResult } from '#app/domain/checklist/result.ts';
import { monthsChosen } from '#app/domain/checklist/reminder.ts';
import type { ReminderMonths } from '#app/domain/checklist/reminder.ts';
import { outsideShares } from '#app/domain/checklist/statement.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { ChecklistVersion } from '#app/domain/checklist/version.ts';
import type { Locale } from '../../ports.ts';
import { resultTabLinks } from '../links.ts';
import type { AssessmentLinks, ResultTabLinks } from '../links.ts';
import { nameWithRole } from '../name-with-role.ts';
import type { OpenResult } from './open-result.server.ts';
import { scopeChangeView, scopeView } from '../runs/site-scope-view.ts';
import type { ScopeChangeView, ScopeView } from '../runs/site-scope-view.ts';

export type TopicScore = {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly points: number;
  readonly maximum: number;
  /** Null: nothing of it applies. */
  readonly percent: number | null;
  readonly band: Band | null;
  readonly before: number | null;
};

export type MeasureView = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly outcome: 'partly' | 'not_met' | 'unknown';
  readonly isMust: boolean;
  readonly meta: readonly string[];
  readonly reasons: readonly string[];
  readonly steps: readonly string[];
  readonly proof: string;
};

/** What a result says, whether a run is kept or not. */
export type JudgedView = {
  readonly checklist: string;
  readonly percent: number | null;
  readonly points: number;
  readonly maximum: number;
  readonly band: Band | null;
  /** In the order of the checklist. */
  readonly topics: readonly TopicScore[];
  readonly criticalTopics: number;
  readonly coverage: ChecklistResult['coverage'];
  readonly mustOpen: readonly { readonly id: string; readonly title: string; readonly reason: string; readonly outcome: 'partly' | 'not_met' | 'unknown' | 'unanswered' }[];
  readonly mustMet: number;
  readonly measures: readonly MeasureView[];
  readonly measureCount: number;
  readonly unknown: readonly { readonly id: string; readonly question: string; readonly howToFindOut: string }[];
};

/** Somebody outside whose answers members took over. */
export type OutsideView = { readonly name: string; readonly sentAt: readonly string[]; readonly topics: readonly string[]; readonly answers: number };

/** The result page of a run as plain JSON. */
export type ResultView = JudgedView & {
  readonly closedAt: string;
  readonly closedBy: string | null;
  readonly scope: ScopeView | null;
  /** Change in points of 100 since the run before. */
  readonly trend: { readonly difference: number; readonly since: string } | null;
  readonly previousClosedAt: string | null;
  /** Null: there is no run before, or it holds for the same sites. */
  readonly scopeChange: ScopeChangeView | null;
  /** How many requirements changed in which way since then; null without an earlier run. */
  readonly changes: ReturnType<typeof countChanges> | null;
  readonly links: { readonly all: string; readonly plan: string; readonly comparison: string; readonly pdf: string };
  readonly tabs: ResultTabLinks;
  /** Answers confirmed from an earlier run instead of given anew. */
  readonly confirmed: number;
  /** Answers that say what came out of a file, and how many of them somebody of the company has confirmed. */
  readonly fromFile: { readonly count: number; readonly confirmed: number };
  readonly confirmedBy: { readonly name: string; readonly position: string } | null;
  /** Whose word from outside stands in the result: name and role, when they sent it, on which topics. */
  readonly outside: readonly OutsideView[];
  readonly reminderMonths: `${ReminderMonths}` | 'never';
  readonly reminder: { readonly at: string; readonly given: string | null } | null;
};

export type Judged = Pick<OpenResult, 'result' | 'plan'> & { readonly version: ChecklistVersion; readonly previous: ChecklistResult | null };

export function judgedView({ version, result, plan, previous }: Judged, locale: Locale): JudgedView {
  const openMust = result.must.filter(isOpen);
  return {
    checklist: version.title[locale],
    percent: result.percent,
    points: result.points,
    maximum: result.maximum,
    band: result.band,
    topics: topicScores(result, previous, locale),
    criticalTopics: result.topics.filter((topic) => topic.band === 'critical').length,
    coverage: result.coverage,
    mustOpen: openMust.map(({ requirement, outcome, reason }) => ({
      id: requirement.id,
      title: requirement.title[locale],
      reason: reason[locale],
      outcome: outcome === 'partly' || outcome === 'unknown' || outcome === 'unanswered' ? outcome : 'not_met',
    })),
    mustMet: result.must.length - openMust.length,
    measures: plan.slice(0, firstMeasureCount).map((measure) => measureView(measure, version, locale)),
    measureCount: plan.length,
    unknown: result.standings
      .filter(({ notAsked, outcome }) => notAsked === null && (outcome === 'unknown' || outcome === 'unanswered'))
      .map(({ requirement }) => ({ id: requirement.id, question: requirement.question[locale], howToFindOut: requirement.howToFindOut[locale] })),
  };
}

export function resultView(opened: OpenResult, locale: Locale, links: AssessmentLinks & { readonly pdf: string }): ResultView {
  const { run, result, plan, previous, names } = opened;
  const { assessment, version } = run;
  const since = previous?.run.assessment.closedAt?.toISOString() ?? null;
  const before = previous?.result.percent ?? null;
  return {
    ...judgedView({ version, result, plan, previous: previous?.result ?? null }, locale),
    closedAt: (assessment.closedAt ?? assessment.updatedAt).toISOString(),
    scope: scopeView(opened.scope, locale, null),
    closedBy: assessment.closedBy ? (names.get(assessment.closedBy) ?? null) : null,
    trend: result.percent !== null && before !== null && since !== null ? { difference: result.percent - before, since } : null,
    previousClosedAt: since,
    scopeChange: scopeChangeView(previous?.scopeChange ?? null, locale),
    changes: previous ? countChanges(compareRuns(previous.run, run)) : null,
    links: { all: links.assessments, plan: links.assessmentPlan(assessment.id), comparison: links.assessmentComparison(assessment.id), pdf: links.pdf },
    tabs: resultTabLinks(assessment.id, links),
    confirmed: [...run.records.values()].filter(({ answer }) => answer.firstAnsweredAt !== undefined).length,
    fromFile: fromFileIn(run),
    confirmedBy: run.statement?.confirmedBy ?? null,
    outside: outsideView(run, locale),
    reminderMonths: assessment.remindAt && assessment.closedAt ? `${monthsChosen(assessment.closedAt, assessment.remindAt)}` : 'never',
    reminder: assessment.remindAt && { at: assessment.remindAt.toISOString(), given: assessment.remindedAt?.toISOString() ?? null },
  };
}

function fromFileIn({ records }: OpenResult['run']): ResultView['fromFile'] {
  const fromFile = [...records.values()].filter(({ answer }) => answer.imported !== undefined);
  return { count: fromFile.length, confirmed: fromFile.filter(({ answer }) => !isUnconfirmedImport(answer)).length };
}

export function outsideView({ version, standings, records }: OpenResult['run'], locale: Locale): OutsideView[] {
  const titles = new Map(version.topics.map((topic) => [topic.id, topic.title[locale]]));
  return outsideShares(standings, records).map(({ source, sentAt, topicIds, answers }) => ({
    name: nameWithRole(source),
    sentAt,
    topics: topicIds.flatMap((id) => titles.get(id) ?? []),
    answers,
  }));
}

/** Every measure of the plan. */
export function measuresView({ run, plan }: OpenResult, locale: Locale): MeasureView[] {
  return plan.map((measure) => measureView(measure, run.version, locale));
}

function topicScores(result: ChecklistResult, previous: ChecklistResult | null, locale: Locale): TopicScore[] {
  const before = new Map(previous?.topics.map((each) => [each.topic.id, each.percent]));
  return result.topics.map(({ topic, points, maximum, percent, band }) => ({
    id: topic.id,
    title: topic.title[locale],
    shortTitle: (topic.shortTitle ?? topic.title)[locale],
    points,
    maximum,
    percent,
    band,
    before: before.get(topic.id) ?? null,
  }));
}

function measureView(measure: PlannedMeasure, version: ChecklistVersion, locale: Locale): MeasureView {
  const { requirement, outcome, effortHours, reasons, afterwards } = measure;
  const t = textOf(locale, 'checklists');
  const labels = labelsOf(locale);
  return {
    id: requirement.id,
    title: requirement.title[locale],
    summary: requirement.recommendation.summary[locale],
    outcome,
    isMust: requirement.must !== null,
    meta: [
      t('measure.effort', { hours: effortText(effortHours, locale) }),
      requirement.costClass === 'none' ? t('measure.noCost') : t('measure.cost', { cost: labels.costClasses[requirement.costClass] }),
      t('measure.doneBy', { doer: labels.doers[requirement.usuallyDoneBy] }),
      t('measure.afterwards', { percent: afterwards.percent }),
    ],
    reasons: reasons.flatMap((reason) => reasonText(reason, version, locale) ?? []),
    steps: requirement.recommendation.steps.map((step) => step[locale]),
    proof: requirement.proof[locale],
  };
}

/** Hours of work as people say them; a day has eight. */
export function effortText(hours: number, locale: Locale): string {
  const t = textOf(locale, 'checklists');
  if (hours < 1) return t('measure.underOneHour');
  return hours < 8 ? t('measure.hours', { hours: Math.ceil(hours) }) : t('measure.days', { days: Math.round(hours / 8) });
}

/** Null for what the badge and the facts of the card say already. */
export function reasonText(reason: MeasureReason, version: ChecklistVersion, locale: Locale): string | null {
  const t = textOf(locale, 'checklists');
  const titles = (ids: readonly string[]): string =>
    formatOf(locale).list(ids.flatMap((id) => {
      const title = findRequirement(version, id)?.title[locale];
      return title ? [locale === 'de' ? `„${title}“` : `“${title}”`] : [];
    }));
  switch (reason.code) {
    case 'must':
    case 'gains_points':
    case 'little_effort':
    case 'no_cost':
      return null;
    case 'prepares':
      return t('measure.reasons.prepares', { titles: titles(reason.requirementIds) });
    case 'comes_after':
      return t('measure.reasons.comes_after', { titles: titles(reason.requirementIds) });
    default:
      return t(`measure.reasons.${reason.code}`);
  }
}

/** The texts of a result whose words the glossary may explain. */
export function textsOf(view: Pick<ResultView, 'measures' | 'unknown'>): string[] {
  return [...view.measures.flatMap((measure) => measure.steps), ...view.unknown.map((question) => question.howToFindOut)];
}

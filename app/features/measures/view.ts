import { formatOf } from '#app/content/formatter.ts';
import { labelsOf } from '#app/content/messages.ts';
import { textOf } from '#app/content/translator.ts';
import type { Gap } from '#app/domain/measures/gaps.ts';
import { dueStanding } from '#app/domain/measures/measure.ts';
import type { DueStanding, MeasureContent, MeasureState } from '#app/domain/measures/measure.ts';
import type { ScoredRequirement } from '#app/domain/checklist/version.ts';
import type { Locale } from '../ports.ts';
import type { Board } from './open-board.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';

/** Addresses the board leads to. */
export type MeasureLinks = { readonly measures: string; readonly measureGaps: string; readonly measureFeed: string; readonly assessments: string; measure(id: string): string; measureClose(id: string): string };

/** How a control is put right, in the words of the run the measure came from. */
export type HowTo = { readonly summary: string; readonly why: string; readonly steps: readonly string[]; readonly proof: string };

export type MeasureLine = {
  readonly id: string;
  readonly title: string;
  readonly state: MeasureState;
  /** Null for what nobody in particular has done. */
  readonly owner: string | null;
  readonly due: { readonly standing: DueStanding; readonly text: string };
  /** Said below the title: why it was put off, or that a newer check finds it met. */
  readonly remark: string | null;
  readonly howTo: HowTo;
  readonly href: string;
  readonly closeHref: string | null;
};

export type BoardView = {
  /** The one thing that is next, and how far the plan is; null while the plan is empty. */
  readonly lamp: { readonly eyebrow: string | null; readonly title: string; readonly lines: readonly string[]; readonly href: string; readonly go: string; readonly done: number; readonly total: number } | null;
  readonly groups: readonly { readonly id: 'todo' | 'deferred' | 'done'; readonly measures: readonly MeasureLine[] }[];
  /** Whose measures one can look at alone, beside one's own: colleagues by name, `outside` for everybody else. */
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly filtered: boolean;
  readonly shown: number;
  /** Control ids of the first six gaps, for one click. */
  readonly first: readonly string[];
  readonly waiting: number;
  readonly state: 'no_run' | 'no_gaps' | 'not_begun' | 'running';
};

const firstCount = 6;

export function boardView(board: Board, locale: Locale, links: MeasureLinks, isFiltered: boolean): BoardView {
  const { gaps, count } = board;
  const lines = board.measures.map((measure) => lineOf(measure, board, locale, links));
  const groups = [
    { id: 'todo' as const, measures: lines.filter((line) => line.state === 'open' || line.state === 'in_progress') },
    { id: 'deferred' as const, measures: lines.filter((line) => line.state === 'deferred') },
    { id: 'done' as const, measures: lines.filter((line) => line.state === 'done') },
  ];
  return {
    lamp: count === 0 ? null : lampOf(board, locale, links),
    groups: groups.filter((group) => group.measures.length > 0),
    owners: ownerChoices(board, locale),
    filtered: isFiltered,
    shown: lines.length,
    first: gaps.slice(0, firstCount).map((gap) => gap.controlId),
    waiting: gaps.length,
    state: count > 0 ? 'running' : gaps.length > 0 ? 'not_begun' : board.hasClosedRun ? 'no_gaps' : 'no_run',
  };
}

function ownerChoices({ owners }: Board, locale: Locale): BoardView['owners'] {
  const t = textOf(locale, 'measures');
  const people = owners.people.map(({ userId, name }) => ({ value: userId, label: name })).sort((a, b) => a.label.localeCompare(b.label, locale));
  return [...people, ...(owners.hasOutside ? [{ value: 'outside', label: t('one.ownerOutside') }] : [])];
}

function lampOf(board: Board, locale: Locale, links: MeasureLinks): BoardView['lamp'] {
  const t = textOf(locale, 'measures');
  const { next, progress, hoursSpent } = board;
  const hours = hoursSpent > 0 ? [t('board.hours', { hours: hoursSpent })] : [];
  const { done, total } = progress;
  if (next === null) {
    const title = total > 0 ? t('board.doneTitle') : t('board.pausedTitle');
    return { eyebrow: null, title, lines: [t('board.allDone'), ...hours], href: links.assessments, go: t('board.toCheck'), done, total };
  }
  const due = [
    ...(progress.overdue > 0 ? [t('board.overdue', { count: progress.overdue })] : []),
    ...(progress.soon > 0 ? [t('board.soon', { count: progress.soon })] : []),
  ];
  const line = lineOf(next, board, locale, links);
  return {
    eyebrow: t('board.nextEyebrow'),
    title: line.title,
    lines: [`${line.owner ?? ''}, ${line.due.text}.`, [...(due.length > 0 ? due : [t('board.calm')]), ...hours].join(' ')],
    href: line.href,
    go: t('board.nextGo'),
    done,
    total,
  };
}

function lineOf(measure: OpenMeasure, board: Board, locale: Locale, links: MeasureLinks): MeasureLine {
  const t = textOf(locale, 'measures');
  const format = formatOf(locale);
  const { row, content } = measure;
  const metOn = board.metSince.get(content.control.id);
  return {
    id: row.id,
    title: content.control.title[locale],
    state: row.state,
    owner: row.state === 'done' && row.ownerUserId === null && content.outsideOwner === '' ? null : ownerText(measure, board.names, locale),
    // What was put off has no day that counts.
    due: row.state === 'deferred' ? { standing: 'none', text: t('states.deferred') } : dueText(measure, board.today, locale),
    remark: row.state === 'deferred' ? t('board.deferredBecause', { reason: content.deferredBecause }) : metOn ? t('board.metSince', { date: format.date(metOn) }) : null,
    howTo: howToOf(content.control, locale),
    href: links.measure(row.id),
    closeHref: row.state === 'done' ? null : links.measureClose(row.id),
  };
}

export function ownerText({ row, content }: OpenMeasure, names: ReadonlyMap<string, string>, locale: Locale): string {
  const t = textOf(locale, 'measures');
  const name = row.ownerUserId === null ? content.outsideOwner : (names.get(row.ownerUserId) ?? t('board.ownerGone'));
  return name === '' ? t('board.ownerMissing') : t('board.ownedBy', { name });
}

export function dueText({ row }: Pick<OpenMeasure, 'row'>, today: string, locale: Locale): MeasureLine['due'] {
  const t = textOf(locale, 'measures');
  const format = formatOf(locale);
  const standing = dueStanding(row, today);
  if (row.state === 'done') return { standing, text: t('board.doneOn', { date: format.date(row.doneAt ?? row.updatedAt) }) };
  if (row.dueOn === null) return { standing, text: t('board.noDate') };
  return { standing, text: t(standing === 'overdue' ? 'board.overdueSince' : 'board.dueOn', { date: format.dayShort(row.dueOn) }) };
}

export function howToOf(control: ScoredRequirement, locale: Locale): HowTo {
  return {
    summary: control.recommendation.summary[locale],
    why: control.why[locale],
    steps: control.recommendation.steps.map((step) => step[locale]),
    proof: control.proof[locale],
  };
}

/** Effort, cost and doer of a control, as short facts. */
export function factsOf(control: ScoredRequirement, effortHours: number, locale: Locale): string[] {
  const t = textOf(locale, 'checklists');
  const labels = labelsOf(locale);
  const hours = effortHours < 1 ? t('measure.underOneHour') : effortHours < 8 ? t('measure.hours', { hours: Math.ceil(effortHours) }) : t('measure.days', { days: Math.round(effortHours / 8) });
  return [
    t('measure.effort', { hours }),
    control.costClass === 'none' ? t('measure.noCost') : t('measure.cost', { cost: labels.costClasses[control.costClass] }),
    t('measure.doneBy', { doer: labels.doers[control.usuallyDoneBy] }),
  ];
}

export type GapLine = { readonly controlId: string; readonly title: string; readonly isMust: boolean; readonly facts: readonly string[]; readonly from: string | null; readonly howTo: HowTo };

export function gapLines(gaps: readonly Gap[], locale: Locale): GapLine[] {
  const t = textOf(locale, 'measures');
  // Where only one run speaks there is nothing to tell apart.
  const isOneRun = new Set(gaps.map((gap) => gap.run.assessmentId)).size === 1;
  return gaps.map(({ controlId, measure, run, alsoIn }) => ({
    controlId,
    title: measure.requirement.title[locale],
    isMust: measure.requirement.must !== null,
    facts: factsOf(measure.requirement, measure.effortHours, locale),
    from: isOneRun && alsoIn.length === 0 ? null : t('gaps.from', { checklists: formatOf(locale).list([run.checklist, ...alsoIn].map((title) => title[locale])) }),
    howTo: howToOf(measure.requirement, locale),
  }));
}

/** First words of a request for advice; the person changes them before anything is sent. */
export function adviceWords({ control, outcome }: MeasureContent, locale: Locale): { title: string; description: string } {
  const t = textOf(locale, 'measures');
  const title = control.title[locale];
  const topic = control.capability === null ? [] : [t('advice.draftTopic', { topic: labelsOf(locale).helpTopics[control.capability] })];
  const description = [t('advice.draftWanted', { title }), t('advice.draftSummary', { summary: control.recommendation.summary[locale] }), t(`advice.draftState.${outcome}`), ...topic].join('\n');
  return { title: t('advice.draftTitle', { title }).slice(0, 120), description };
}

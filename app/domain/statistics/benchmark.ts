import type { SizeClass } from '../checklist/vocabulary.ts';

/**
 * What companies may learn about each other in numbers. Figures stand in cells: one topic of one checklist version for one group
 * of sizes. Each company is in one group only, and there is no figure over several groups.
 *
 * A cell publishes when a whole batch of companies has joined since the last time, and everything of them at once. Between
 * two publications nothing changes, whoever joins or leaves. So any sum or difference of published figures, over time and over
 * cells, contains at least the whole newest batch that takes part in it: no calculation leads to fewer companies than a
 * batch. Besides, contributions and averages are rounded.
 */
export type PublishingRules = {
  /** Fewest companies behind a figure. */
  readonly smallestGroup: number;
  /** Companies that join together. */
  readonly batch: number;
  /** Percent; what a company contributes is rounded to it. */
  readonly contributionStep: number;
  /** Percent; an average is rounded to it. */
  readonly publishedStep: number;
};

export const publishingRules: PublishingRules = { smallestGroup: 10, batch: 10, contributionStep: 10, publishedStep: 5 };

/** Groups of sizes, coarser than size classes: small groups fill up sooner and say less about one. */
export const sizeGroups = ['up_to_9', 'from_10_to_49', 'from_50'] as const;
export type SizeGroup = (typeof sizeGroups)[number];

const groupOfSize: Readonly<Record<SizeClass, SizeGroup>> = { solo: 'up_to_9', micro: 'up_to_9', small: 'from_10_to_49', medium: 'from_50', large: 'from_50' };

/** The group of a company, or null while its size is not known: then it takes no part. */
export function sizeGroupOf(sizeClass: SizeClass | null): SizeGroup | null {
  return sizeClass === null ? null : groupOfSize[sizeClass];
}

/** What one company contributes to one topic, in percent, rounded. */
export type Contribution = { readonly topicId: string; readonly percent: number };

/** Topics without a statement contribute nothing. */
export function contributionsOf(topics: readonly { readonly topic: { readonly id: string }; readonly percent: number | null }[], rules: PublishingRules): Contribution[] {
  return topics.flatMap(({ topic, percent }) => (percent === null ? [] : [{ topicId: topic.id, percent: toStep(percent, rules.contributionStep) }]));
}

/** One contribution in a cell. `isPublished`: a published figure contains it. */
export type Row = { readonly percent: number; readonly isPublished: boolean };

/** `companies`: how many contributed, unrounded; shown as „at least ten“. */
export type Figure = { readonly average: number; readonly companies: number };

/** The figure that a cell publishes now, from all its rows, or null while too few have joined since the last one. */
export function figureDue(rows: readonly Row[], rules: PublishingRules): Figure | null {
  const waiting = rows.filter((row) => !row.isPublished).length;
  if (waiting === 0 || waiting < rules.batch || rows.length < rules.smallestGroup) return null;
  const sum = rows.reduce((total, row) => total + row.percent, 0);
  return { average: toStep(sum / rows.length, rules.publishedStep), companies: rows.length };
}

/** Whether a published figure may still be shown: so many of its companies must not have left that it speaks of a few. */
export function mayStillShow(publishedRows: number, rules: PublishingRules): boolean {
  return publishedRows >= rules.smallestGroup;
}

function toStep(value: number, step: number): number {
  return step === 0 ? value : Math.round(value / step) * step;
}

import type { Standing } from './standing.ts';
import { scoreOf } from './result.ts';
import type { ScoredRequirement } from './version.ts';
import type { CompanyFacts } from './version.ts';

/** Why a measure stands where it stands; the page has a sentence for each code. */
export type MeasureReason =
  | { readonly code: 'must' }
  | { readonly code: 'gains_points'; readonly points: number }
  | { readonly code: 'find_out_first' }
  | { readonly code: 'half_done' }
  | { readonly code: 'little_effort'; readonly hours: number }
  | { readonly code: 'no_cost' }
  | { readonly code: 'prepares'; readonly requirementIds: readonly string[] }
  | { readonly code: 'comes_after'; readonly requirementIds: readonly string[] };

/** What to do about one requirement that is not met. */
export type PlannedMeasure = {
  readonly requirement: ScoredRequirement;
  readonly topicId: string;
  readonly outcome: 'partly' | 'not_met' | 'unknown';
  /** Points this step brings. */
  readonly gain: number;
  /** Hours, scaled from a firm of ten to the company's size class, in quarters. */
  readonly effortHours: number;
  /** Where the run stands once this step and all before it are done. */
  readonly afterwards: { readonly points: number; readonly maximum: number; readonly percent: number };
  readonly reasons: readonly MeasureReason[];
};

/** How many measures the first page shows. */
export const firstMeasureCount = 6;

const effortFactor = { solo: 0.5, micro: 0.75, small: 1, medium: 2, large: 4 } as const;
/** Upper limit in hours -> what the effort takes off a measure's rank; one point of gain is worth ten. */
const effortSteps = [
  [2, 0],
  [8, 4],
  [24, 8],
  [80, 12],
  [Infinity, 16],
] as const;
const costForSmall = { none: 0, low: 2, medium: 6, high: 12 } as const;
const costForBig = { none: 0, low: 1, medium: 3, high: 6 } as const;

/**
 * The whole plan, most worthwhile first: must items, then points gained less effort and cost (both seen from the company's
 * size), and whatever another measure rests on before that one. What is met or not yet answered has no measure.
 */
export function planOf(standings: readonly Standing[], facts: CompanyFacts): PlannedMeasure[] {
  const gaps = standings.flatMap((standing, order) => gapOf(standing, order, facts));
  const byId = new Map(gaps.map((gap) => [gap.requirement.id, gap]));
  const ranked = [...gaps].sort(compareGaps);

  const placed = new Set<string>();
  const ordered: Gap[] = [];
  const pulledBy = new Map<string, string[]>();
  function place(gap: Gap, waiting: ReadonlySet<string>): void {
    if (placed.has(gap.requirement.id)) return;
    for (const id of prerequisites(gap.requirement)) {
      const first = byId.get(id);
      if (first === undefined || waiting.has(id)) continue;
      pulledBy.set(id, [...(pulledBy.get(id) ?? []), gap.requirement.id]);
      place(first, new Set([...waiting, gap.requirement.id]));
    }
    if (placed.has(gap.requirement.id)) return;
    placed.add(gap.requirement.id);
    ordered.push(gap);
  }
  for (const gap of ranked) place(gap, new Set());

  const score = scoreOf(standings);
  let points = score.points;
  return ordered.map((gap) => {
    points += gap.gain;
    const percent = Math.floor((points * 100) / score.maximum);
    const before = prerequisites(gap.requirement).filter((id) => byId.has(id) && id !== gap.requirement.id);
    return {
      requirement: gap.requirement,
      topicId: gap.topicId,
      outcome: gap.outcome,
      gain: gap.gain,
      effortHours: gap.effortHours,
      afterwards: { points, maximum: score.maximum, percent },
      reasons: reasonsFor(gap, pulledBy.get(gap.requirement.id) ?? [], before),
    };
  });
}

/** The first six of the plan. */
export function firstMeasures(standings: readonly Standing[], facts: CompanyFacts): PlannedMeasure[] {
  return planOf(standings, facts).slice(0, firstMeasureCount);
}

type Gap = {
  readonly requirement: ScoredRequirement;
  readonly topicId: string;
  readonly outcome: 'partly' | 'not_met' | 'unknown';
  readonly gain: number;
  readonly effortHours: number;
  readonly rank: number;
  readonly order: number;
};

function gapOf(standing: Standing, order: number, facts: CompanyFacts): Gap[] {
  const { requirement, outcome, topicId } = standing;
  if (requirement.kind === 'status') return [];
  if (outcome !== 'partly' && outcome !== 'not_met' && outcome !== 'unknown') return [];
  const gain = standing.maximum - standing.points;
  const size = facts.sizeClass ?? 'small';
  const effortHours = toQuarterHours(requirement.effortHours * effortFactor[size]);
  const costs = size === 'medium' || size === 'large' ? costForBig : costForSmall;
  const effort = effortSteps.find(([limit]) => effortHours <= limit)?.[1] ?? 0;
  return [{ requirement, topicId, outcome, gain, effortHours, order, rank: gain * 10 - effort - costs[requirement.costClass] }];
}

function toQuarterHours(hours: number): number {
  return Math.max(1, Math.round(hours * 4)) / 4;
}

function compareGaps(a: Gap, b: Gap): number {
  const must = Number(b.requirement.must !== null) - Number(a.requirement.must !== null);
  return must || b.rank - a.rank || a.effortHours - b.effortHours || a.order - b.order;
}

function prerequisites(requirement: ScoredRequirement): string[] {
  const parent = requirement.followUpOf?.control;
  return parent === undefined ? [...requirement.dependsOn] : [parent, ...requirement.dependsOn.filter((id) => id !== parent)];
}

function reasonsFor(gap: Gap, prepares: readonly string[], comesAfter: readonly string[]): MeasureReason[] {
  const reasons: MeasureReason[] = [];
  if (gap.requirement.must !== null) reasons.push({ code: 'must' });
  if (gap.outcome === 'unknown') reasons.push({ code: 'find_out_first' });
  if (gap.outcome === 'partly') reasons.push({ code: 'half_done' });
  reasons.push({ code: 'gains_points', points: gap.gain });
  if (gap.effortHours <= 2) reasons.push({ code: 'little_effort', hours: gap.effortHours });
  if (gap.requirement.costClass === 'none') reasons.push({ code: 'no_cost' });
  if (prepares.length > 0) reasons.push({ code: 'prepares', requirementIds: [...new Set(prepares)] });
  if (comesAfter.length > 0) reasons.push({ code: 'comes_after', requirementIds: comesAfter });
  return reasons;
}

import type { PlannedMeasure } from '../checklist/measures.ts';
import type { Bilingual } from '../checklist/version.ts';
import type { MeasureState } from './measure.ts';

/** What one closed run says: the newest of its checklist. */
export type RunPlan = {
  readonly assessmentId: string;
  readonly checklist: Bilingual;
  /** ISO time of the close. */
  readonly closedAt: string;
  readonly plan: readonly PlannedMeasure[];
  /** Controls that this run finds met. */
  readonly met: ReadonlySet<string>;
};

/** A control that is open in one run or several: one gap, worded as in the newest of these runs. */
export type Gap = {
  readonly controlId: string;
  readonly measure: PlannedMeasure;
  readonly run: Pick<RunPlan, 'assessmentId' | 'checklist' | 'closedAt'>;
  /** Titles of the other checklists in which the same control is open. */
  readonly alsoIn: readonly Bilingual[];
};

/**
 * The gaps of all runs, each control once. A control that a newer run finds met is no gap any more. The runs take turns, so
 * that the most useful steps of each stand in front: first the first of every plan, then the second.
 */
export function gapsOf(runs: readonly RunPlan[]): Gap[] {
  const newestFirst = [...runs].sort((a, b) => (a.closedAt < b.closedAt ? 1 : -1));
  const gaps = new Map<string, Gap>();
  const longest = Math.max(0, ...newestFirst.map((run) => run.plan.length));
  for (let turn = 0; turn < longest; turn += 1) {
    for (const run of newestFirst) {
      const controlId = run.plan[turn]?.requirement.id;
      if (controlId === undefined || gaps.has(controlId)) continue;
      const gap = gapIn(newestFirst, controlId);
      if (gap !== null) gaps.set(controlId, gap);
    }
  }
  return [...gaps.values()];
}

function gapIn(newestFirst: readonly RunPlan[], controlId: string): Gap | null {
  const saying = newestFirst.filter((run) => run.met.has(controlId) || measureIn(run, controlId) !== undefined);
  const [newest] = saying;
  const measure = newest && measureIn(newest, controlId);
  if (!newest || !measure) return null;
  const others = saying.slice(1).filter((run) => measureIn(run, controlId) !== undefined);
  const { assessmentId, checklist, closedAt } = newest;
  return { controlId, measure, run: { assessmentId, checklist, closedAt }, alsoIn: others.map((run) => run.checklist) };
}

function measureIn(run: RunPlan, controlId: string): PlannedMeasure | undefined {
  return run.plan.find((measure) => measure.requirement.id === controlId);
}

/**
 * Whether a gap waits to be taken over: it has no measure yet, or its measure was finished before the run that still finds the
 * control open. Then it is done again.
 */
export function isWaiting(gap: Gap, measure: { readonly state: MeasureState; readonly doneAt: Date | null } | undefined): boolean {
  if (measure === undefined) return true;
  return measure.state === 'done' && measure.doneAt !== null && measure.doneAt.toISOString() < gap.run.closedAt;
}

/** Where a control that some run found open stands on the board. `settled`: it has no measure, and the newest run finds it open no more. */
export type BoardStanding = { readonly kind: 'waiting' | 'settled' } | { readonly kind: 'taken'; readonly measureId: string; readonly state: MeasureState };

/** `gap` is what the newest runs say about the control, `measure` what the board has of it. */
export function boardStanding(gap: Gap | undefined, measure: { readonly id: string; readonly state: MeasureState; readonly doneAt: Date | null } | undefined): BoardStanding {
  if (gap !== undefined && isWaiting(gap, measure)) return { kind: 'waiting' };
  return measure === undefined ? { kind: 'settled' } : { kind: 'taken', measureId: measure.id, state: measure.state };
}

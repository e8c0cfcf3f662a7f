import { dueStanding } from './measure.ts';
import type { MeasureFacts, MeasureState } from './measure.ts';

/** Which measures a person wants to see. `due`: overdue or due soon. */
export type BoardFilter = { readonly state: MeasureState | 'due' | null; readonly owner: OwnerFilter | null };
export type OwnerFilter = 'mine' | 'nobody' | 'outside' | { readonly userId: string };

export type BoardProgress = {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly soon: number;
};

const rank: Readonly<Record<MeasureState, number>> = { in_progress: 0, open: 0, deferred: 1, done: 2 };

/**
 * Work first, by due date (without one last), then what was put off, then what is done, the latest first. Equal ones stay
 * in the order in which they were taken over.
 */
export function sortForBoard<T extends MeasureFacts>(measures: readonly T[]): T[] {
  return [...measures].sort((a, b) => {
    const byState = rank[a.state] - rank[b.state];
    if (byState !== 0) return byState;
    if (a.state === 'done') return Number(b.doneAt) - Number(a.doneAt);
    return compareDue(a.dueOn, b.dueOn) || Number(a.createdAt) - Number(b.createdAt);
  });
}

function compareDue(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

/** Whether somebody takes care: a person of the company, or somebody outside. */
export type Owned = { readonly ownerUserId: string | null; readonly hasOutsideOwner: boolean };

export function matchesFilter(measure: MeasureFacts & Owned, filter: BoardFilter, viewer: { readonly userId: string; readonly today: string }): boolean {
  if (filter.owner === 'mine' && measure.ownerUserId !== viewer.userId) return false;
  if (filter.owner === 'outside' && !measure.hasOutsideOwner) return false;
  if (typeof filter.owner === 'object' && filter.owner !== null && measure.ownerUserId !== filter.owner.userId) return false;
  if (filter.owner === 'nobody' && (measure.ownerUserId !== null || measure.hasOutsideOwner)) return false;
  if (filter.state === null) return true;
  if (filter.state !== 'due') return measure.state === filter.state;
  const standing = dueStanding(measure, viewer.today);
  return standing === 'overdue' || standing === 'soon';
}

/** What was put off on purpose does not hold the progress back. */
export function progressOfBoard(measures: readonly MeasureFacts[], today: string): BoardProgress {
  const counted = measures.filter((measure) => measure.state !== 'deferred');
  const standings = counted.map((measure) => dueStanding(measure, today));
  return {
    total: counted.length,
    done: counted.filter((measure) => measure.state === 'done').length,
    overdue: standings.filter((standing) => standing === 'overdue').length,
    soon: standings.filter((standing) => standing === 'soon').length,
  };
}

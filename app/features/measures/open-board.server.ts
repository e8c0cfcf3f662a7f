import type { Actor } from '#app/domain/access/actor.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { matchesFilter, progressOfBoard, sortForBoard } from '#app/domain/measures/board.ts';
import type { BoardFilter, BoardProgress } from '#app/domain/measures/board.ts';
import { gapsOf, isWaiting } from '#app/domain/measures/gaps.ts';
import type { Gap } from '#app/domain/measures/gaps.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { openPlan, requireOwn } from './open-measures.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';

export type Board = {
  /** Local date of the region. */
  readonly today: string;
  /** Those that match the filter, in the order of the board. */
  readonly measures: readonly OpenMeasure[];
  /** What is to be done first, whatever the filter; null when nothing is. */
  readonly next: OpenMeasure | null;
  /** Of all measures, whatever the filter. */
  readonly progress: BoardProgress;
  readonly count: number;
  readonly hoursSpent: number;
  /** Gaps that nobody has taken over yet, most useful first. */
  readonly gaps: readonly Gap[];
  /** Control id -> when a newer run that finds it met was closed, although its measure is not done. */
  readonly metSince: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Who has a measure, whatever the filter; the person that looks is left out. */
  readonly owners: { readonly people: readonly { readonly userId: string; readonly name: string }[]; readonly hasOutside: boolean };
  readonly hasClosedRun: boolean;
};

/** The measures of the company and what waits to become one. */
export function openBoard(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, filter: BoardFilter): Promise<Result<Board>> {
    const member = requireOwn(deps, actor, 'measure.read');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const opened = await openPlan(deps.measures, organisationId, keys);
    if (!opened.ok) return opened;
    const runs = await deps.runs.plans(actor, keys);
    if (!runs.ok) return runs;
    const { measures } = opened.value;
    const today = localDate(deps.clock.now(), deps.zone);
    const byControl = new Map(measures.map(({ row, content }) => [content.control.id, row]));
    const sorted = sortForBoard(measures.map((measure) => ({ ...measure.row, hasOutsideOwner: measure.content.outsideOwner !== '', measure })));
    const next = sorted.find(({ state }) => state === 'open' || state === 'in_progress');
    const names = await deps.people.names(organisationId, measures.flatMap(({ row }) => row.ownerUserId ?? []));
    return ok({
      today,
      measures: sorted.filter((one) => matchesFilter(one, filter, { userId, today })).map(({ measure }) => measure),
      next: next?.measure ?? null,
      progress: progressOfBoard(measures.map(({ row }) => row), today),
      count: measures.length,
      hoursSpent: measures.reduce((sum, { content }) => sum + (content.hoursSpent ?? 0), 0),
      gaps: gapsOf(runs.value).filter((gap) => isWaiting(gap, byControl.get(gap.controlId))),
      metSince: metSince(measures, runs.value),
      names,
      owners: { people: [...names].filter(([id]) => id !== userId).map(([id, name]) => ({ userId: id, name })), hasOutside: sorted.some((one) => one.hasOutsideOwner) },
      hasClosedRun: runs.value.length > 0,
    });
  };
}

/** Runs closed after the one a measure came from may say that there is nothing left to do. */
function metSince(measures: readonly OpenMeasure[], runs: readonly { readonly assessmentId: string; readonly closedAt: string; readonly met: ReadonlySet<string> }[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { row, content } of measures) {
    if (row.state === 'done') continue;
    const run = runs.find((one) => one.closedAt > content.source.closedAt && one.met.has(content.control.id));
    if (run) found.set(content.control.id, run.closedAt);
  }
  return found;
}

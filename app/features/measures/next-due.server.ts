import type { Actor } from '#app/domain/access/actor.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { sortForBoard } from '#app/domain/measures/board.ts';
import { dueStanding } from '#app/domain/measures/measure.ts';
import type { DueStanding } from '#app/domain/measures/measure.ts';
import type { Bilingual } from '#app/domain/checklist/version.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { openPlan, requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';

/** A measure for the first page: what, until when. */
export type DueMeasure = { readonly id: string; readonly title: Bilingual; readonly dueOn: string | null; readonly due: DueStanding };

/** What is to be done next, by due date; what is done or put off is left out. */
export function nextDue(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<readonly DueMeasure[]>> {
    const member = requireOwn(deps, actor, 'measure.read');
    if (!member.ok) return member;
    const opened = await openPlan(deps.measures, member.value.organisationId, keys);
    if (!opened.ok) return opened;
    const today = localDate(deps.clock.now(), deps.zone);
    const work = opened.value.measures.filter(({ row }) => row.state === 'open' || row.state === 'in_progress');
    return ok(
      sortForBoard(work.map((measure) => ({ ...measure.row, title: measure.content.control.title }))).map((row) => ({
        id: row.id,
        title: row.title,
        dueOn: row.dueOn,
        due: dueStanding(row, today),
      })),
    );
  };
}

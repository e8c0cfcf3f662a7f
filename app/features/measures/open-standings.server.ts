import type { Actor } from '#app/domain/access/actor.ts';
import { boardStanding, gapsOf } from '#app/domain/measures/gaps.ts';
import type { BoardStanding, RunPlan } from '#app/domain/measures/gaps.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { openPlan, requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';

/** Where each of these controls stands on the board, for a page that offers to take them over; `known`: the run that page shows. */
export function openStandings(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, controlIds: readonly string[], known?: RunPlan): Promise<Result<ReadonlyMap<string, BoardStanding>>> {
    const member = requireOwn(deps, actor, 'measure.read');
    if (!member.ok) return member;
    const opened = await openPlan(deps.measures, member.value.organisationId, keys);
    if (!opened.ok) return opened;
    const runs = await deps.runs.plans(actor, keys, known);
    if (!runs.ok) return runs;
    const gaps = new Map(gapsOf(runs.value).map((gap) => [gap.controlId, gap]));
    const byControl = new Map(opened.value.measures.map(({ row, content }) => [content.control.id, row]));
    return ok(new Map(controlIds.map((id) => [id, boardStanding(gaps.get(id), byControl.get(id))])));
  };
}

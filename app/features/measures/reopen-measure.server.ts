import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { findMeasure, requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';
import { storeChange } from './store-change.server.ts';

/**
 * Takes a close back: the measure is open again and its confirmed answer is offered no more. What was written into a run
 * stays there.
 */
export function reopenMeasure(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, input: { readonly measureId: string; readonly seenRevision: number }): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    const found = await findMeasure(deps, member.value, keys, input.measureId);
    if (!found.ok) return found;
    const { row, content } = found.value;
    if (row.state !== 'done') return ok(null);
    return storeChange(deps, member.value, keys, found.value, {
      state: 'open',
      dueOn: row.dueOn,
      ownerUserId: row.ownerUserId,
      seenRevision: input.seenRevision,
      content: { ...content, closing: null },
    });
  };
}

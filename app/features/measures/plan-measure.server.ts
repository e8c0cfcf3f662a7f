import type { Actor } from '#app/domain/access/actor.ts';
import type { MeasureOwner, PlannedState } from '#app/domain/measures/measure.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { findMeasure, requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';
import { storeChange } from './store-change.server.ts';

export type MeasurePlan = {
  readonly state: PlannedState;
  readonly owner: MeasureOwner;
  /** Local date, `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly hoursSpent: number | null;
  readonly note: string;
  readonly deferredBecause: string;
};

export type PlanMeasureInput = { readonly measureId: string; readonly seenRevision: number; readonly plan: MeasurePlan };

/**
 * Who does it until when, how far it is, what is to be known. A finished measure that is planned again is open again: its
 * close is taken back, the control's answer stays as it was written. Refused with `invalid_input` for an owner who is no
 * member, `conflict_of_versions` when somebody has changed the measure meanwhile.
 */
export function planMeasure(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, { measureId, seenRevision, plan }: PlanMeasureInput): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    const found = await findMeasure(deps, member.value, keys, measureId);
    if (!found.ok) return found;
    const { row, content } = found.value;
    const ownerUserId = plan.owner.kind === 'member' ? plan.owner.userId : null;
    // Who has left may stay named until somebody else takes over.
    if (ownerUserId !== null && ownerUserId !== row.ownerUserId) {
      const members = await deps.people.members(member.value.organisationId);
      if (!members.some((one) => one.userId === ownerUserId)) return err('invalid_input', { fields: { owner: ['owner'] } });
    }
    return storeChange(deps, member.value, keys, found.value, {
      state: plan.state,
      dueOn: plan.dueOn,
      ownerUserId,
      seenRevision,
      content: {
        ...content,
        outsideOwner: plan.owner.kind === 'outside' ? plan.owner.name : '',
        note: plan.note,
        deferredBecause: plan.state === 'deferred' ? plan.deferredBecause : '',
        hoursSpent: plan.hoursSpent,
        closing: null,
      },
    });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { endOfBusinessDay } from '#app/domain/deadlines/business-hours.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { standingOn } from '#app/domain/vetting/validity.ts';
import { SUSPENSION_CONFIRMATION_WORKING_DAYS, step } from '#app/domain/vetting/vetting-machine.ts';
import type { VettingEventName } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps, VettingChange } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { applicantOf, requireOffice, reviewerOf, standingAmong } from './vetting-rights.ts';

/** What may be done about a suspension. `reason` is a code of `suspensionReasons`, for `suspend` only. */
export type SuspensionAct =
  | { readonly act: 'suspend'; readonly reason: string }
  | { readonly act: 'confirm_suspension' }
  | { readonly act: 'lift_suspension'; readonly hearingDocumented: boolean }
  | { readonly act: 'revoke'; readonly hearingDocumented: boolean; readonly graveCause: boolean };

const actionOf = { suspend: 'vetting.suspend', confirm_suspension: 'vetting.confirm_suspension', lift_suspension: 'vetting.confirm_suspension', revoke: 'vetting.revoke' } as const;

/**
 * Suspends an approval, at once and by one person; a second one confirms within three working days or it lapses by itself. Two
 * persons lift it or revoke the approval. The one who acts second is never the one who suspended, and nobody tied to the
 * provider acts at all.
 */
export function actOnSuspension(deps: ProviderDeps) {
  return async function (actor: Actor, providerId: string, input: SuspensionAct): Promise<Result<null>> {
    const member = requireOffice(deps, actor, actionOf[input.act]);
    if (!member.ok) return member;
    const vetting = standingAmong(await deps.vettings.ofProvider(providerId));
    if (vetting === null || vetting.validUntil === null) return err('not_found');
    const at = deps.clock.now();
    const name: VettingEventName = input.act;
    const { suspension } = vetting;
    const stepped = step(vetting.state, { name, by: 'office', ...(input.act === 'suspend' ? { reason: input.reason } : {}) }, {
      now: at,
      actor: await reviewerOf(deps, member.value.userId),
      applicant: applicantOf(vetting),
      firstPerson: suspension?.by ?? null,
      secondFactor: true,
      firstSecondFactor: suspension !== null,
      standing: standingOn(vetting.validUntil, at, deps.zone),
      hasConditions: vetting.conditions.length > 0,
      suspensionConfirmed: suspension !== null && suspension.confirmedBy !== null,
      ...(suspension === null ? {} : { suspensionConfirmBy: new Date(suspension.confirmBy) }),
      hearingDocumented: 'hearingDocumented' in input && input.hearingDocumented,
      graveCause: 'graveCause' in input && input.graveCause,
    });
    if (!stepped.ok) return stepped;
    const listeners = await listenersOf(deps, providerId);
    const change = changeFor(deps, input, { userId: member.value.userId, at, before: suspension });
    return deps.transact((tx) =>
      recordStep(tx, { vetting, step: stepped.value, change, actor: { kind: 'user', userId: member.value.userId }, at, listeners, isStanding: true }),
    );
  };
}

function changeFor(deps: ProviderDeps, input: SuspensionAct, by: { userId: string; at: Date; before: VettingChange['suspension'] }): VettingChange {
  switch (input.act) {
    case 'suspend': {
      const confirmBy = endOfBusinessDay(by.at, SUSPENSION_CONFIRMATION_WORKING_DAYS, deps.calendar(by.at));
      return { suspension: { by: by.userId, at: by.at.toISOString(), reason: input.reason, confirmBy: confirmBy.toISOString(), confirmedBy: null } };
    }
    case 'confirm_suspension':
      return by.before ? { suspension: { ...by.before, confirmedBy: by.userId } } : {};
    case 'lift_suspension':
    case 'revoke':
      return { suspension: null };
  }
}

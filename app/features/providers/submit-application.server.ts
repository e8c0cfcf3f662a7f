import type { Actor } from '#app/domain/access/actor.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { step } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps, Vetting } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { itemsNeeded } from './vetting-content.ts';
import { applicationAmong, requireOwn, standingAmong } from './vetting-rights.ts';

/** Hands the application in, or what was asked for. Refused with `wrong_state`, detail `mandatory_items_present`, while something is missing. */
export function submitApplication(deps: ProviderDeps) {
  return async function (actor: Actor): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'vetting.submit');
    if (!member.ok) return member;
    const all = await deps.vettings.ofProvider(member.value.organisationId);
    const vetting = applicationAmong(all);
    if (vetting === null) return err('not_found');
    const at = deps.clock.now();
    const name = vetting.state === 'more_needed' ? 'hand_in_more' : 'submit';
    if (name === 'hand_in_more' && vetting.items.some((item) => item.state === 'more_needed')) return err('wrong_state', { detail: 'mandatory_items_present' });
    const stepped = step(vetting.state, { name, by: 'provider' }, {
      now: at,
      mandatoryItemsPresent: isComplete(vetting),
      ...(vetting.dueAt === null ? {} : { moreNeededUntil: vetting.dueAt }),
    });
    if (!stepped.ok) return stepped;
    const listeners = await listenersOf(deps, vetting.providerId);
    return deps.transact((tx) =>
      recordStep(tx, {
        vetting,
        step: stepped.value,
        change: name === 'submit' ? { submittedAt: at } : { dueAt: null },
        actor: { kind: 'user', userId: member.value.userId },
        at,
        listeners,
        isStanding: standingAmong(all) === null,
      }),
    );
  };
}

/** Something is applied for, and every item this needs has been handed in. */
export function isComplete(vetting: Pick<Vetting, 'requested' | 'items'>): boolean {
  if (vetting.requested.length === 0) return false;
  const needed = itemsNeeded(vetting.requested, false);
  return vetting.items.every((item) => !needed.includes(item.code) || item.state === 'submitted' || item.state === 'accepted');
}

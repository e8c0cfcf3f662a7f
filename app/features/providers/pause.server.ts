import type { Actor } from '#app/domain/access/actor.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { standingOn } from '#app/domain/vetting/validity.ts';
import { step } from '#app/domain/vetting/vetting-machine.ts';
import type { ProviderDeps } from './ports.ts';
import { listenersOf, recordStep } from './record-step.ts';
import { requireOwn, standingAmong } from './vetting-rights.ts';

/** No new cases for now, or cases again. Refused with `wrong_state`, detail `no_open_offers`, while an offer waits for an answer. */
export function pauseProvider(deps: ProviderDeps) {
  return async function (actor: Actor, wanted: 'pause' | 'resume'): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'vetting.pause');
    if (!member.ok) return member;
    const providerId = member.value.organisationId;
    const vetting = standingAmong(await deps.vettings.ofProvider(providerId));
    if (vetting === null || vetting.validUntil === null) return err('wrong_state');
    const at = deps.clock.now();
    const stepped = step(vetting.state, { name: wanted, by: 'provider' }, {
      now: at,
      openOffers: await deps.providers.openOffers(providerId),
      standing: standingOn(vetting.validUntil, at, deps.zone),
      hasConditions: vetting.conditions.length > 0,
    });
    if (!stepped.ok) return stepped;
    const listeners = await listenersOf(deps, providerId);
    return deps.transact(async (tx) => {
      const actorInLog = { kind: 'user', userId: member.value.userId } as const;
      const stored = await recordStep(tx, { vetting, step: stepped.value, change: {}, actor: actorInLog, at, listeners, isStanding: true });
      if (!stored.ok) return stored;
      await tx.audit.append({
        event: wanted === 'pause' ? 'provider.paused' : 'provider.resumed',
        actor: actorInLog,
        at,
        organisationId: providerId,
        object: { kind: 'provider', id: providerId },
      });
      return stored;
    });
  };
}

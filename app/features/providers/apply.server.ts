import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { ProviderDeps } from './ports.ts';
import { emptyItem } from './vetting-content.ts';
import { applicationAmong, mayApplyAnew, requireOwn, standingAmong } from './vetting-rights.ts';

/**
 * Begins an application. A company becomes a provider with it (in draft: nobody asks it anything yet), its leads get the
 * provider's lead. A later application starts from what the last one said. Asked twice, there is one application.
 * Refused with `wrong_state` while the provider is suspended.
 */
export function applyAsProvider(deps: ProviderDeps) {
  return async function (actor: Actor): Promise<Result<{ vettingId: string }>> {
    const member = requireOwn(deps, actor, 'provider.apply');
    if (!member.ok) return member;
    const providerId = member.value.organisationId;
    const before = await deps.vettings.ofProvider(providerId);
    const running = applicationAmong(before);
    if (running !== null) return ok({ vettingId: running.id });
    if (!mayApplyAnew(before)) return err('wrong_state', { detail: before[0]?.state });

    const at = deps.clock.now();
    const id = deps.random.id();
    const last = before[0];
    await deps.transact(async (tx) => {
      const isNew = await tx.providers.ensure(providerId, at);
      if (isNew) await tx.providers.makeLeads(providerId, at);
      if (standingAmong(before) === null) await tx.providers.setStanding(providerId, 'draft', null);
      await tx.vettings.create({
        id,
        providerId,
        items: itemCodes.map((code) => {
          const content = last?.items.find((item) => item.code === code)?.content ?? emptyItem;
          return { code, state: 'missing', content: { ...content, note: '', question: '' } };
        }),
        requested: last?.requested ?? [],
        at,
      });
      await tx.audit.append({
        event: 'vetting.changed_state',
        actor: { kind: 'user', userId: member.value.userId },
        at,
        organisationId: providerId,
        object: { kind: 'vetting', id },
        reason: 'begin',
      });
    });
    return ok({ vettingId: id });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { ProviderDeps, Vetting } from './ports.ts';
import type { ItemContent, RequestedCapability } from './vetting-content.ts';
import { applicationAmong, requireOwn } from './vetting-rights.ts';

/** What a provider hands in for one item. */
export type ItemInput = { readonly code: ItemCode } & Pick<
  ItemContent,
  'text' | 'reference' | 'endsOn' | 'persons' | 'certifiedProviderUntil' | 'capabilities'
>;

/** Items that must name the end printed on the proof. */
const withPrintedEnd: readonly ItemCode[] = ['V2', 'V8'];

/**
 * Hands in one item. While more is needed only what the reviewer asked for may change; what was accepted stands.
 * Refused with `invalid_input` for a proof without its end date or one that is over, `wrong_state` while it is being reviewed.
 */
export function saveVettingItem(deps: ProviderDeps) {
  return async function (actor: Actor, input: ItemInput): Promise<Result<null>> {
    const opened = await openForEditing(deps, actor);
    if (!opened.ok) return opened;
    const { vetting, userId } = opened.value;
    const before = vetting.items.find((item) => item.code === input.code);
    if (before === undefined) return err('not_found');
    if (vetting.state === 'more_needed' && before.state !== 'more_needed' && before.state !== 'submitted') return err('wrong_state', { detail: before.state });
    const at = deps.clock.now();
    if (input.endsOn === null && withPrintedEnd.includes(input.code)) return err('invalid_input', { fields: { endsOn: ['endRequired'] } });
    if (input.endsOn !== null && input.endsOn < localDate(at, deps.zone)) return err('invalid_input', { fields: { endsOn: ['endOver'] } });
    if (input.code === 'V7' && input.persons.length === 0) return err('invalid_input', { fields: { persons: ['personRequired'] } });

    return deps.transact(async (tx) => {
      if (!(await tx.vettings.change(vetting, {}, at))) return err('conflict_of_versions');
      const { code, ...content } = input;
      await tx.vettings.saveItem(vetting.id, { code, state: 'submitted', validUntil: null, content: { ...before.content, ...content } });
      await tx.audit.append({
        event: 'vetting.changed_state',
        actor: { kind: 'user', userId },
        at,
        organisationId: vetting.providerId,
        object: { kind: 'vetting', id: vetting.id },
        reason: `item:${code}`,
      });
      return ok(null);
    });
  };
}

/** Says for which kinds of incident and up to which level the provider applies. */
export function saveRequested(deps: ProviderDeps) {
  return async function (actor: Actor, requested: readonly RequestedCapability[]): Promise<Result<null>> {
    const opened = await openForEditing(deps, actor);
    if (!opened.ok) return opened;
    const { vetting, userId } = opened.value;
    if (vetting.state !== 'draft') return err('wrong_state', { detail: vetting.state });
    if (requested.length === 0) return err('invalid_input', { fields: { requested: ['capabilityRequired'] } });
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if (!(await tx.vettings.change(vetting, {}, at))) return err('conflict_of_versions');
      await tx.vettings.setRequested(vetting.id, requested);
      await tx.audit.append({
        event: 'vetting.changed_state',
        actor: { kind: 'user', userId },
        at,
        organisationId: vetting.providerId,
        object: { kind: 'vetting', id: vetting.id },
        reason: 'requested',
      });
      return ok(null);
    });
  };
}

async function openForEditing(deps: ProviderDeps, actor: Actor): Promise<Result<{ vetting: Vetting; userId: string }>> {
  const member = requireOwn(deps, actor, 'vetting.edit_own');
  if (!member.ok) return member;
  const vetting = applicationAmong(await deps.vettings.ofProvider(member.value.organisationId));
  if (vetting === null) return err('not_found');
  if (vetting.state !== 'draft' && vetting.state !== 'more_needed') return err('wrong_state', { detail: vetting.state });
  return ok({ vetting, userId: member.value.userId });
}

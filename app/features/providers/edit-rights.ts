import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { ProviderDeps, Vetting, VettingItem } from './ports.ts';
import { applicationAmong, requireOwn } from './vetting-rights.ts';

/** States in which the provider may change its application. */
export const editableStates: readonly VettingState[] = ['draft', 'more_needed'];

export type OpenApplication = { readonly vetting: Vetting; readonly userId: string };

/** The provider's own application while it may be changed. Refused with `wrong_state` while it is being reviewed. */
export async function openForEditing(deps: ProviderDeps, actor: Actor): Promise<Result<OpenApplication>> {
  const member = requireOwn(deps, actor, 'vetting.edit_own');
  if (!member.ok) return member;
  const vetting = applicationAmong(await deps.vettings.ofProvider(member.value.organisationId));
  if (vetting === null) return err('not_found');
  if (!editableStates.includes(vetting.state)) return err('wrong_state', { detail: vetting.state });
  return ok({ vetting, userId: member.value.userId });
}

/** One proof of it. While more is needed only what the reviewer asked for may change; what was accepted stands. */
export function editableItem(vetting: Vetting, code: ItemCode): Result<VettingItem> {
  const item = vetting.items.find((one) => one.code === code);
  if (item === undefined) return err('not_found');
  if (vetting.state === 'more_needed' && item.state !== 'more_needed' && item.state !== 'submitted') return err('wrong_state', { detail: item.state });
  return ok(item);
}

import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { openForEditing } from './edit-rights.ts';
import type { ProviderDeps } from './ports.ts';
import type { RequestedCapability } from './vetting-content.ts';

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

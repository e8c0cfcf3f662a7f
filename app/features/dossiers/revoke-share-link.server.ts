import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToShare } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { DossierDeps } from './ports.ts';

/** Ends a link at once. Revoking what is revoked already is no fault. */
export function revokeShareLink(deps: DossierDeps) {
  return async function (actor: Actor, linkId: string): Promise<Result<null>> {
    if (actor.kind !== 'member') return err('not_signed_in');
    const link = await deps.reads.findLink(actor.organisationId, linkId);
    const right = requireRight(actor, 'share.revoke', link === null ? 'none' : relationToShare(actor, link), deps.clock.now());
    if (!right.ok) return right;
    const at = deps.clock.now();
    await deps.transact(async (tx) => {
      if (!(await tx.dossiers.revokeLink(actor.organisationId, linkId, at))) return;
      await tx.audit.append({
        event: 'share.revoked',
        actor: { kind: 'user', userId: actor.userId },
        at,
        organisationId: actor.organisationId,
        object: { kind: 'share', id: linkId },
        reason: 'by_hand',
      });
    });
    return ok(null);
  };
}

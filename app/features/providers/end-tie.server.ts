import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ProviderDeps } from './ports.ts';
import { requireOffice } from './vetting-rights.ts';

/** A person of the office says that a tie of its own is over. It counts for another year. */
export function endTie(deps: ProviderDeps) {
  return async function (actor: Actor, tieId: string): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'tie.declare');
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if (!(await tx.ties.end(tieId, userId, at))) return err('not_found');
      await tx.audit.append({ event: 'office.tie_ended', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'tie', id: tieId } });
      return ok(null);
    });
  };
}

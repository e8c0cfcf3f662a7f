import type { Actor } from '#app/domain/access/actor.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { requireCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { noteCase } from '../life/store-step.ts';

/** The uploader takes a file out while the case runs: its body is erased, name and hash stay in the list. */
export function removeExhibit(deps: CaseDeps) {
  return async function remove(actor: Actor, caseId: string, exhibitId: string): Promise<Result<null>> {
    const opened = await requireCase(deps, actor, caseId, 'exhibit.remove', 'company');
    if (!opened.ok) return opened;
    const row = await deps.reads.exhibit(caseId, exhibitId);
    if (row === null) return err('not_found');
    if (row.uploadedBy !== opened.value.actor.userId) return err('not_allowed');
    const at = deps.clock.now();
    const { actor: member } = opened.value;
    const removed = await transactOrRefuse(deps.transact, async (tx) => {
      const held = await tx.cases.lock(caseId, at);
      if (held === null || !isRunning(held.state)) return err('wrong_state', { detail: held?.state });
      if (!(await tx.cases.removeExhibit(caseId, exhibitId, at))) return err('not_found');
      const who = { kind: 'user', userId: member.userId } as const;
      await noteCase(tx.cases, { caseId, event: 'exhibit_removed', actor: who, organisationId: member.organisationId, at, data: { exhibitId } }, 'company');
      await tx.audit.append({ event: 'case.exhibit_removed', actor: who, at, organisationId: member.organisationId, object: { kind: 'exhibit', id: exhibitId } });
      return ok(null);
    });
    if (removed.ok) await deps.files.remove(row.storageName);
    return removed;
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { requireOwn } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** Takes evidence out while its run goes on: row, key and body are gone. What is not there (any more) is `not_found`. */
export function removeEvidence(deps: ChecklistDeps) {
  return async function (actor: Actor, { assessmentId, evidenceId }: { readonly assessmentId: string; readonly evidenceId: string }): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.answer', at);
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const assessment = await deps.assessments.find(organisationId, assessmentId);
    const row = assessment?.evidence.find((one) => one.id === evidenceId);
    if (row === undefined) return err('not_found');
    const removed = await transactOrRefuse(deps.transact, async (tx) => {
      const outcome = await tx.evidence.remove({ organisationId, assessmentId, evidenceId });
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      if (outcome === 'absent') return err('not_found');
      await tx.audit.append({ event: 'assessment.evidence_removed', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'evidence', id: evidenceId } });
      return ok(null);
    });
    if (removed.ok) await deps.files.remove(row.storageName);
    return removed;
  };
}

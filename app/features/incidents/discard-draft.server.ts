import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { caseSubject, requireOwnCase } from './case-rights.ts';
import type { IncidentDeps } from './ports.ts';

/** Throws a draft away: the sealed report and its keys are removed, nothing can be read any more. Sent reports are refused with `wrong_state`. */
export function discardDraft(deps: IncidentDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<null>> {
    const member = await requireOwnCase(deps, actor, caseId, 'incident.edit_draft');
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const found = await deps.reads.findCase(caseId, organisationId);
    if (found === null) return err('not_found');
    if (found.state === 'withdrawn' && found.reference === null) return ok(null);
    return transactOrRefuse(deps.transact, async (tx) => {
      const moved = await tx.advance({ caseId, fired: { name: 'withdraw', by: 'company' }, actor: { kind: 'user', userId }, organisationId, at: deps.clock.now() });
      if (!moved.ok) return moved;
      // The machine lets the company withdraw what it has sent too; that is another act, with its own page.
      if (moved.value.from !== 'draft') return err('wrong_state', { detail: moved.value.from });
      await tx.incidents.removeReport(caseId);
      await tx.keyGrants.remove(caseSubject(caseId, organisationId), { kind: 'user', userId });
      return ok(null);
    });
  };
}

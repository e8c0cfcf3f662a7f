import type { Actor } from '#app/domain/access/actor.ts';
import { step } from '#app/domain/case/case-machine.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
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
    if (found.state !== 'draft') return err('wrong_state', { detail: found.state });
    const moved = step('draft', { name: 'withdraw', by: 'company' }, {});
    if (!moved.ok) return moved;

    return deps.transact(async (tx) => {
      const at = deps.clock.now();
      const place = { caseId, organisationId, from: 'draft' as const, updatedAt: found.updatedAt };
      if (!(await tx.incidents.changeCase(place, { state: moved.value.state, closedAt: at }, at))) return err('conflict_of_versions');
      await tx.incidents.removeReport(caseId);
      await tx.keyGrants.remove(caseSubject(caseId, organisationId), { kind: 'user', userId });
      const { record } = moved.value;
      await tx.incidents.addEvent(caseId, { event: record.event, from: record.from, to: record.to, by: record.by, userId, organisationId, reason: null, data: {}, at });
      await tx.audit.append({ event: 'case.draft_discarded', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'case', id: caseId } });
      return ok(null);
    });
  };
}

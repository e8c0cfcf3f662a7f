import type { CaseDeps } from '../ports.ts';
import { noteCase } from '../life/store-step.ts';
import { subjectOf } from '../case-rights.server.ts';

/** Takes the key of a case from providers whose time of grace is over. Returns how many lost it; safe to run twice. */
export function endAccess(deps: CaseDeps) {
  return async function end(): Promise<number> {
    const at = deps.clock.now();
    let ended = 0;
    for (const due of await deps.reads.accessToEnd(at)) {
      ended += await deps.transact(async (tx) => {
        const held = await tx.cases.lock(due.caseId, null);
        const back = held?.assignments.some((one) => one.providerId === due.providerId && one.endedAt === null) ?? true;
        if (held === null || back) return 0;
        const subject = subjectOf({ id: due.caseId, organisationId: due.organisationId });
        const removed = await tx.keyGrants.remove(subject, { kind: 'organisation', organisationId: due.providerId });
        if (removed === 0) return 0;
        const system = { kind: 'system' } as const;
        await noteCase(tx.cases, { caseId: due.caseId, event: 'access_ended', actor: system, organisationId: due.providerId, at }, 'system');
        await tx.audit.append({ event: 'key.grant_ended', actor: system, at, organisationId: due.providerId, object: { kind: 'case', id: due.caseId } });
        return 1;
      });
    }
    return ended;
  };
}

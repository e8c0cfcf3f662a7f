import type { Actor } from '#app/domain/access/actor.ts';
import { casePartyOf } from '#app/domain/access/case-party.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { changeByOffice, officeChangeReasons, severityFromTriage } from '#app/domain/triage/severity-change.ts';
import { requireOffice } from './office-rights.ts';
import type { OfficeDeps } from './ports.ts';

export type SeverityChange = { readonly caseId: string; readonly severity: Severity; readonly reason: string };

/**
 * Raises or lowers a severity with a coded reason. Promised windows that run stay as they are: the next wave and the next promise
 * follow the new severity. Routing looks at the case at once. Refused with `wrong_state`, detail `unchanged`, when it is the same.
 */
export function changeSeverity(deps: OfficeDeps) {
  return async function (actor: Actor, input: SeverityChange): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'case.change_severity');
    if (!member.ok) return member;
    const party = casePartyOf(actor, ['office']);
    const reason = officeChangeReasons.find((one) => one === input.reason);
    if (reason === undefined) return err('invalid_input', { fields: { reason: ['choose'] } });
    const found = await deps.reads.findCase(input.caseId);
    if (found === null || party === null) return err('not_found');
    const changed = changeByOffice(severityFromTriage(found.severity), input.severity, reason);
    if (!changed.ok) return changed;
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      const moved = await tx.advance({
        caseId: input.caseId,
        fired: { name: 'change_severity', by: party, reason },
        context: { severity: found.severity, wantedSeverity: input.severity },
        actor: { kind: 'user', userId: member.value.userId },
        organisationId: member.value.organisationId,
        at,
        data: { from: found.severity, to: input.severity, setBy: 'office', proposed: found.severity },
        ...(found.state === 'matching' || found.state === 'escalated' ? { nextActionAt: at } : {}),
      });
      if (!moved.ok) return moved;
      await tx.office.setSeverity(input.caseId, input.severity);
      return ok(null);
    });
  };
}

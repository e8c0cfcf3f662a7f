import type { Actor } from '#app/domain/access/actor.ts';
import { casePartyOf } from '#app/domain/access/case-party.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { changeByOffice, officeChangeReasons } from '#app/domain/triage/severity-change.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { requireOffice } from './office-rights.ts';
import type { OfficeDeps } from './ports.ts';

export type SeverityChange = { readonly caseId: string; readonly severity: Severity; readonly reason: string };

/**
 * Raises or lowers a severity with a coded reason; what follows from that is the writer's. Promised windows that run stay as
 * they are. Refused with `wrong_state`, detail `unchanged`, when it is the same.
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
    const { userId, organisationId } = member.value;
    return transactOrRefuse(deps.transact, async (tx) => {
      const revised = await tx.revise({
        caseId: input.caseId,
        by: party,
        weigh: (inForce) => changeByOffice(inForce, input.severity, reason),
        outcome: 'severity_changed',
        actor: { kind: 'user', userId },
        organisationId,
        at: deps.clock.now(),
      });
      return revised.ok ? ok(null) : revised;
    });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { raiseByCompany } from '#app/domain/triage/severity-change.ts';
import type { CompanyRaiseReason } from '#app/domain/triage/severity-change.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { requireOwnCase } from './case-rights.ts';
import type { IncidentDeps } from './ports.ts';

export type RaiseSeverity = { readonly caseId: string; readonly severity: Severity; readonly reason: CompanyRaiseReason };

/**
 * The company says that its case is more urgent than the rules thought; what follows from that is the writer's.
 * Refused with `wrong_state`, detail `not_higher`, when it is no raise.
 */
export function raiseSeverity(deps: IncidentDeps) {
  return async function (actor: Actor, { caseId, severity, reason }: RaiseSeverity): Promise<Result<null>> {
    const member = await requireOwnCase(deps, actor, caseId, 'case.raise_severity');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    return transactOrRefuse(deps.transact, async (tx) => {
      const revised = await tx.revise({
        caseId,
        by: 'company',
        weigh: (inForce) => raiseByCompany(inForce, severity, reason),
        outcome: 'severity_raised',
        actor: { kind: 'user', userId },
        organisationId,
        at: deps.clock.now(),
      });
      return revised.ok ? ok(null) : revised;
    });
  };
}

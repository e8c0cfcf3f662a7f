import type { Actor } from '#app/domain/access/actor.ts';
import { step } from '#app/domain/case/case-machine.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { raiseByCompany } from '#app/domain/triage/severity-change.ts';
import type { CompanyRaiseReason } from '#app/domain/triage/severity-change.ts';
import { requireOwnCase } from './case-rights.ts';
import { deadlineRows, revisedDeadlines } from './deadline-rows.ts';
import { onwardMove } from './first-moves.ts';
import { applyMove } from './moves.ts';
import type { IncidentDeps } from './ports.ts';
import { severityInForce } from './severity-history.ts';

export type RaiseSeverity = { readonly caseId: string; readonly severity: Severity; readonly reason: CompanyRaiseReason };

/**
 * The company says that its case is more urgent than the rules thought. Legal periods that depend on it are computed anew,
 * a case that waited for the office and is now urgent goes to routing, and a case in routing is looked at again at once.
 * Refused with `wrong_state`, detail `not_higher`, when it is no raise.
 */
export function raiseSeverity(deps: IncidentDeps) {
  return async function (actor: Actor, input: RaiseSeverity): Promise<Result<null>> {
    const member = await requireOwnCase(deps, actor, input.caseId, 'case.raise_severity');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const found = await deps.reads.findCase(input.caseId, organisationId);
    if (found === null) return err('not_found');
    if (found.severity === null || found.reference === null) return err('wrong_state', { detail: found.state });
    const raised = raiseByCompany(severityInForce(found.severity, await deps.reads.events(input.caseId)), input.severity, input.reason);
    if (!raised.ok) return raised;
    const fired = { name: 'change_severity', by: 'company', reason: input.reason } as const;
    const changed = step(found.state, fired, { severity: found.severity, wantedSeverity: input.severity });
    if (!changed.ok) return changed;

    const facts = JSON.parse(found.facts) as ReportFacts;
    const onward = found.state === 'in_triage' ? onwardMove('in_triage', facts, input.severity) : null;
    const state = onward?.state ?? changed.value.state;
    const revision = revisedDeadlines(await deps.reads.deadlines(input.caseId), deadlineRows(facts, input.severity, deps.legalRules));
    const onDuty = await deps.office.onDuty(deps.clock.now());

    return deps.transact(async (tx) => {
      const at = deps.clock.now();
      const routed = state === 'ready' || state === 'matching' || state === 'escalated';
      const change = { state, severity: input.severity, ...(routed ? { nextActionAt: at } : {}) };
      if (!(await tx.incidents.changeCase({ caseId: input.caseId, organisationId, from: found.state, updatedAt: found.updatedAt }, change, at))) {
        return err('conflict_of_versions');
      }
      const data = { from: found.severity ?? '', to: input.severity, setBy: raised.value.setBy, proposed: raised.value.proposed };
      await applyMove(tx, { caseId: input.caseId, organisationId, userId }, changed.value, at, data);
      if (onward !== null) {
        await applyMove(tx, { caseId: input.caseId, organisationId, userId }, onward, at);
        await tx.incidents.endDutyTasks(input.caseId, 'decide_triage', 'severity_raised', at);
      }
      await tx.incidents.supersedeDeadlines(input.caseId, revision.replaced.map((row) => row.id), at);
      await tx.incidents.addDeadlines(input.caseId, revision.added, at);
      for (const officer of onDuty) {
        const known = { caseId: input.caseId, reference: found.reference ?? '', severity: input.severity, path: deps.links.officeCase(input.caseId) };
        await tx.outbox.enqueue({ kind: 'duty_informed', to: { userId: officer }, data: known, dedupeKey: `duty_informed:${input.caseId}:${input.severity}:${officer}` });
      }
      return ok(null);
    });
  };
}

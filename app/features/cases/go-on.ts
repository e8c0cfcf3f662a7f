import type { CaseState } from '#app/domain/case/statuses.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { isUrgent } from '#app/domain/triage/kinds.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { AdvanceCase } from '../case-moves.ts';

/** Whether a case in triage goes to routing without the office's look. */
export function routesByItself(severity: Severity | null, facts: ReportFacts): boolean {
  return severity !== null && isUrgent(severity) && facts.routingWanted;
}

type Onward = { readonly caseId: string; readonly at: Date; readonly facts: ReportFacts; readonly severity: Severity; readonly outcome: string; readonly quiet: boolean };

/** A case that waited in triage and is urgent goes to routing by itself. Returns its new state; null: it stays. */
export async function goOnToRouting(advance: AdvanceCase, { caseId, at, facts, severity, outcome, quiet }: Onward): Promise<CaseState | null> {
  if (!routesByItself(severity, facts)) return null;
  const context = { severity, routingConsent: true, insurerAnswered: true };
  const ready = await advance({ caseId, fired: { name: 'make_ready', by: 'system' }, context, actor: { kind: 'system' }, organisationId: null, at, outcome, quiet });
  return ready.ok ? ready.value.step.state : null;
}

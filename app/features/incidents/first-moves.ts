import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseFired } from '#app/domain/case/case-machine.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { isUrgent } from '#app/domain/triage/kinds.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';

/** An event of the moment in which a report is sent, with what its guards need. */
export type FirstMove = { readonly fired: CaseFired; readonly context: CaseContext };

/**
 * What the rules do with a report in the moment it is sent: reported, looked at, and then on to self-help where no routing is
 * wanted, or ready where it is wanted and urgent. A case that is not urgent waits for the office's look.
 */
export function firstMoves(facts: ReportFacts, severity: Severity): readonly FirstMove[] {
  const reported: FirstMove = { fired: { name: 'submit', by: 'company' }, context: { requiredFieldsComplete: true } };
  const looked: FirstMove = { fired: { name: 'begin_triage', by: 'system' }, context: { triaged: true } };
  if (!facts.routingWanted) return [reported, looked, { fired: { name: 'choose_self_help', by: 'company' }, context: {} }];
  if (!isUrgent(severity)) return [reported, looked];
  return [reported, looked, { fired: { name: 'make_ready', by: 'system' }, context: { routingConsent: true, insurerAnswered: true } }];
}

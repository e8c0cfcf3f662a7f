import { step } from '#app/domain/case/case-machine.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';

/**
 * What the rules do with a report in the moment it is sent: reported, looked at, and then on to self-help where no routing is
 * wanted, or ready where it is wanted and urgent. A case that is not urgent waits for the office's look.
 */
export function firstMoves(facts: ReportFacts, severity: Severity, complete: boolean): Result<readonly CaseStep[]> {
  const reported = step('draft', { name: 'submit', by: 'company' }, { requiredFieldsComplete: complete, severity });
  if (!reported.ok) return reported;
  const looked = step(reported.value.state, { name: 'begin_triage', by: 'system' }, { triaged: true, severity });
  if (!looked.ok) return looked;
  const moves = [reported.value, looked.value];
  const onward = onwardMove(looked.value.state, facts, severity);
  return ok(onward === null ? moves : [...moves, onward]);
}

/** Self-help or routing, from triage; null while a person of the office has to look first. */
export function onwardMove(state: CaseStep['state'], facts: ReportFacts, severity: Severity): CaseStep | null {
  if (!facts.routingWanted) {
    const alone = step(state, { name: 'choose_self_help', by: 'company' }, {});
    return alone.ok ? alone.value : null;
  }
  const ready = step(state, { name: 'make_ready', by: 'system' }, { severity, routingConsent: true, insurerAnswered: true });
  return ready.ok ? ready.value : null;
}

import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { isMoreSevere, worseSeverity } from './kinds.ts';
import type { Severity } from './kinds.ts';

/** Why a company raises the severity of its own case. */
export const companyRaiseReasons = ['operation_stopped_now', 'spreading', 'more_data_concerned', 'underestimated'] as const;
export type CompanyRaiseReason = (typeof companyRaiseReasons)[number];

/** Why the office changes a severity. Free text beside the code would have to be sealed and is not offered. */
export const officeChangeReasons = [
  'facts_corrected',
  'clarified_by_phone',
  'spreading',
  'already_contained',
  'question_misunderstood',
  'part_of_larger_incident',
] as const;
export type OfficeChangeReason = (typeof officeChangeReasons)[number];

/** The severity in force and who set it. `proposed` is what the rules say of the facts as they stand. */
export type SeverityInForce = {
  readonly severity: Severity;
  readonly setBy: 'triage' | 'company' | 'office';
  readonly reason: CompanyRaiseReason | OfficeChangeReason | null;
  readonly proposed: Severity;
};

export function severityFromTriage(proposed: Severity): SeverityInForce {
  return { severity: proposed, setBy: 'triage', reason: null, proposed };
}

/** What the timeline keeps of a change of severity, beside its reason. */
export type SeverityChangeData = { readonly setBy: SeverityInForce['setBy']; readonly proposed: Severity };

/** The severity in force with the one who set it, from the last change; null: nobody has touched what the rules said. */
export function severityInForce(severity: Severity, lastChange: Partial<SeverityChangeData> | null): SeverityInForce {
  if (lastChange === null) return severityFromTriage(severity);
  return { severity, setBy: lastChange.setBy ?? 'office', reason: null, proposed: lastChange.proposed ?? severity };
}

/** The company may only raise. Refused with `wrong_state`, detail `not_higher`, otherwise. */
export function raiseByCompany(
  current: SeverityInForce,
  wanted: Severity,
  reason: CompanyRaiseReason,
): Result<SeverityInForce> {
  if (!isMoreSevere(wanted, current.severity)) return err('wrong_state', { detail: 'not_higher' });
  return ok({ ...current, severity: wanted, setBy: 'company', reason });
}

/** The office may raise and lower, always with a coded reason. Refused with `wrong_state`, detail `unchanged`, when nothing changes. */
export function changeByOffice(
  current: SeverityInForce,
  wanted: Severity,
  reason: OfficeChangeReason,
): Result<SeverityInForce> {
  if (wanted === current.severity) return err('wrong_state', { detail: 'unchanged' });
  return ok({ ...current, severity: wanted, setBy: 'office', reason });
}

/**
 * Applies corrected facts. What a person decided stands, unless the facts have become worse than the rules thought before:
 * then the worse of both holds. A severity nobody touched follows the rules.
 */
export function withCorrectedFacts(current: SeverityInForce, proposed: Severity): SeverityInForce {
  if (current.setBy === 'triage') return severityFromTriage(proposed);
  if (!isMoreSevere(proposed, current.proposed)) return { ...current, proposed };
  const severity = worseSeverity(current.severity, proposed);
  return severity === current.severity ? { ...current, proposed } : severityFromTriage(proposed);
}

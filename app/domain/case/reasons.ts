import { companyRaiseReasons, officeChangeReasons } from '../triage/severity-change.ts';

/** Coded reasons for changes of state. Free text beside a code is sealed content and never passes through here. */

export const escalationReasons = ['none_eligible', 'ladder_time', 'all_refused'] as const;
export const relaxationReasons = ['area_widened', 'language_relaxed', 'response_class_relaxed', 'skill_relaxed', 'provider_added'] as const;
export const waitingForCompanyReasons = ['information_needed', 'access_needed', 'decision_needed'] as const;
export const waitingForThirdPartyReasons = ['insurer', 'police', 'vendor', 'it_provider', 'delivery'] as const;
export const skippedMilestoneReasons = ['not_applicable', 'done_together', 'set_too_early'] as const;
export const referralTargets = ['insurer', 'cyber_security_network', 'police', 'own_it', 'other_provider'] as const;
export const falseAlarmReasons = ['no_incident', 'exercise', 'misunderstood'] as const;
export const officeClosureReasons = ['company_unreachable', 'outcome_known', 'solved_by_phone', 'nobody_available'] as const;
export const reopeningReasons = ['problem_returned', 'work_incomplete', 'closed_by_mistake'] as const;

export const declineReasons = ['capacity', 'expertise', 'location', 'conflict', 'time', 'other'] as const;
export const revocationReasons = ['taken', 'case_ended', 'severity_changed', 'vetting_lapsed', 'wave_replaced', 'office_decision'] as const;

export const pauseReasons = [...waitingForCompanyReasons, ...waitingForThirdPartyReasons, 'agreed_with_company'] as const;
export const handoverReasons = ['capacity', 'expertise', 'unavailable', 'company_wish', 'conflict'] as const;
export const takeBackReasons = ['first_contact_missed', 'company_denies_contact', 'suspended', 'loss_of_trust', 'office_decision'] as const;
export const abortReasons = ['case_ended'] as const;

export const severityReasons = [...companyRaiseReasons, ...officeChangeReasons] as const;

/** True when the code stands in the list of that change. */
export function isReasonOf(list: readonly string[], reason: string | undefined): boolean {
  return reason !== undefined && list.includes(reason);
}

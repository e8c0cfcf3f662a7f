import { isMoreSevere, isUrgent } from '../triage/kinds.ts';
import type { Severity } from '../triage/kinds.ts';
import type { Guards } from '../state-machine.ts';
import type { AssignmentState } from './statuses.ts';
import {
  escalationReasons,
  falseAlarmReasons,
  isReasonOf,
  officeClosureReasons,
  referralTargets,
  relaxationReasons,
  reopeningReasons,
  severityReasons,
  skippedMilestoneReasons,
  waitingForCompanyReasons,
  waitingForThirdPartyReasons,
} from './reasons.ts';

/** What a step of a case may need to know. Give what the event needs; what is left out counts as not proven. */
export type CaseContext = {
  readonly now?: Date;
  readonly severity?: Severity;
  /** The severity asked for by `change_severity` and `propose_severity`. */
  readonly wantedSeverity?: Severity;
  readonly requiredFieldsComplete?: boolean;
  /** The rules have set kind and provisional severity. */
  readonly triaged?: boolean;
  readonly questionStored?: boolean;
  /** The company agrees to self-help or to being referred, where somebody else records it. */
  readonly companyConsents?: boolean;
  readonly routingConsent?: boolean;
  /** Answered, or "unknown" acknowledged after the warning. */
  readonly insurerAnswered?: boolean;
  readonly decisionStored?: boolean;
  readonly eligibleProviders?: number;
  /** The offer that is being confirmed holds the case's reservation. */
  readonly offerHoldsCase?: boolean;
  /** A provider assigned by hand has said yes. */
  readonly providerAccepted?: boolean;
  /** State of the leading assignment, null when there is none. */
  readonly leadingAssignment?: AssignmentState | null;
  readonly firstContactDueAt?: Date;
  readonly firstContactAt?: Date;
  /** When the duty officer was asked to decide on the missed first contact. */
  readonly dutyAskedAt?: Date;
  readonly resumeAt?: Date;
  readonly reportComplete?: boolean;
  readonly objectionStored?: boolean;
  /** Ten working days after the closure was proposed; for self-help the end of its follow-up. */
  readonly closesItselfAt?: Date;
  readonly remindersSent?: number;
  readonly closedAt?: Date;
  /** The former provider is still approved and neither paused nor suspended. */
  readonly formerProviderAvailable?: boolean;
  /** What was passed on, and to whom, is recorded. */
  readonly referralRecorded?: boolean;
  /** True also when no provider is assigned that could disagree. */
  readonly providerAgrees?: boolean;
  readonly survivingCaseLinked?: boolean;
  readonly retentionEndsAt?: Date;
  readonly onLegalHold?: boolean;
  readonly statisticsWritten?: boolean;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long a closed case may be reopened by the company, and a first contact be denied. */
export const REOPENING_DAYS = 30;
export const CONTACT_DENIAL_HOURS = 24;
/** How long the system waits for the duty officer in an S1 case before it takes the case back itself. */
export const DUTY_SILENCE_MINUTES = 10;
export const REMINDERS_BEFORE_CLOSURE = 2;

function reached(now: Date | undefined, time: Date | undefined): boolean {
  return now !== undefined && time !== undefined && now.getTime() >= time.getTime();
}

function withinTime(now: Date | undefined, since: Date | undefined, milliseconds: number): boolean {
  return now !== undefined && since !== undefined && now.getTime() - since.getTime() <= milliseconds;
}

export const caseGuards = {
  fields_complete: (c) => c.requiredFieldsComplete === true,
  triaged: (c) => c.triaged === true,
  urgent: (c) => c.severity !== undefined && isUrgent(c.severity),
  critical: (c) => c.severity === 'S1',
  question_stored: (c) => c.questionStored === true,
  company_consents: (c) => c.companyConsents === true,
  routing_consent: (c) => c.routingConsent === true,
  insurer_answered: (c) => c.insurerAnswered === true,
  decision_stored: (c) => c.decisionStored === true,
  somebody_eligible: (c) => (c.eligibleProviders ?? 0) > 0,
  severity_raised: (c) =>
    c.severity !== undefined && c.wantedSeverity !== undefined && isMoreSevere(c.wantedSeverity, c.severity),
  severity_differs: (c) =>
    c.severity !== undefined && c.wantedSeverity !== undefined && c.wantedSeverity !== c.severity,
  severity_reason: (_, fired) => isReasonOf(severityReasons, fired.reason),
  escalation_reason: (_, fired) => isReasonOf(escalationReasons, fired.reason),
  relaxation_reason: (_, fired) => isReasonOf(relaxationReasons, fired.reason),
  offer_holds_case: (c) => c.offerHoldsCase === true,
  provider_accepted: (c) => c.providerAccepted === true,
  no_other_leader: (c) => c.leadingAssignment === null || c.leadingAssignment === 'handover_requested',
  first_contact_missed: (c) => c.firstContactAt === undefined && reached(c.now, c.firstContactDueAt),
  duty_silent: (c) =>
    c.dutyAskedAt !== undefined && reached(c.now, new Date(c.dutyAskedAt.getTime() + DUTY_SILENCE_MINUTES * MINUTE)),
  contact_deniable: (c) => withinTime(c.now, c.firstContactAt, CONTACT_DENIAL_HOURS * 60 * MINUTE),
  waits_for_company: (_, fired) => isReasonOf(waitingForCompanyReasons, fired.reason),
  waits_for_third_party: (_, fired) => isReasonOf(waitingForThirdPartyReasons, fired.reason),
  resume_date_ahead: (c) => c.now !== undefined && c.resumeAt !== undefined && c.resumeAt.getTime() > c.now.getTime(),
  milestone_reason: (_, fired) => isReasonOf(skippedMilestoneReasons, fired.reason),
  assignment_over: (c) =>
    c.leadingAssignment === null ||
    c.leadingAssignment === 'handover_requested' ||
    c.leadingAssignment === 'taken_back',
  report_complete: (c) => c.reportComplete === true,
  objection_stored: (c) => c.objectionStored === true,
  closure_overdue: (c) => reached(c.now, c.closesItselfAt),
  reminded_twice: (c) => (c.remindersSent ?? 0) >= REMINDERS_BEFORE_CLOSURE,
  office_closure_reason: (_, fired) => isReasonOf(officeClosureReasons, fired.reason),
  recently_closed: (c) => withinTime(c.now, c.closedAt, REOPENING_DAYS * DAY),
  reopening_reason: (_, fired) => isReasonOf(reopeningReasons, fired.reason),
  former_provider_available: (c) => c.formerProviderAvailable === true,
  referral_recorded: (c) => c.referralRecorded === true,
  referral_target: (_, fired) => isReasonOf(referralTargets, fired.reason),
  provider_agrees: (c) => c.providerAgrees === true,
  false_alarm_reason: (_, fired) => isReasonOf(falseAlarmReasons, fired.reason),
  surviving_case_linked: (c) => c.survivingCaseLinked === true,
  retention_over: (c) => reached(c.now, c.retentionEndsAt),
  no_legal_hold: (c) => c.onLegalHold === false,
  statistics_written: (c) => c.statisticsWritten === true,
} satisfies Guards<string, CaseContext>;

export type CaseGuard = keyof typeof caseGuards;

import type { Result } from '../result.ts';
import { fire } from '../state-machine.ts';
import type { Fired, Guards, Rule, Step } from '../state-machine.ts';
import type { Severity } from '../triage/kinds.ts';
import { CONTACT_DENIAL_HOURS } from './case-guards.ts';
import type { CaseNotice, Party } from './parties.ts';
import { abortReasons, handoverReasons, isReasonOf, pauseReasons, takeBackReasons } from './reasons.ts';
import type { AssignmentState } from './statuses.ts';

export const assignmentEvents = [
  'log_first_contact',
  'deny_first_contact',
  'pause',
  'resume',
  'request_handover',
  'hand_over',
  'take_back',
  'submit_report',
  'confirm_report',
  'object_to_report',
  'abort',
] as const;
export type AssignmentEventName = (typeof assignmentEvents)[number];

/**
 * What belongs into the same transaction as the change of an assignment. A new key version comes at once in every case of
 * departure; the grace time concerns only what the provider could open before.
 */
export const assignmentEffects = [
  'find_successor',
  'rotate_case_key',
  'end_access_now',
  'end_access_after_grace',
  'return_case_to_matching',
] as const;
export type AssignmentEffect = (typeof assignmentEffects)[number];

/** Hours a provider that handed over or finished still sees what it could see before. */
export const ACCESS_GRACE_HOURS = 48;

/** The state in which an assignment begins: made when an offer is confirmed, or by the duty officer with the provider's yes. */
export const firstAssignmentState: AssignmentState = 'first_contact_due';
/** The state in which the former provider takes up a reopened case. */
export const renewedAssignmentState: AssignmentState = 'active';

/** What a step of an assignment may need to know. What is left out counts as not proven. */
export type AssignmentContext = {
  readonly now?: Date;
  readonly severity?: Severity;
  /** Time and channel of the first contact are given. */
  readonly contactLogged?: boolean;
  readonly firstContactAt?: Date;
  readonly firstContactDueAt?: Date;
  readonly resumeAt?: Date;
  readonly handoverNoteStored?: boolean;
  readonly successorConfirmed?: boolean;
  readonly reportComplete?: boolean;
  readonly objectionStored?: boolean;
  /** The case has ended, or ends in this transaction. */
  readonly caseEnds?: boolean;
};

export const assignmentGuards = {
  contact_logged: (c) => c.contactLogged === true,
  contact_deniable: (c) =>
    c.now !== undefined &&
    c.firstContactAt !== undefined &&
    c.now.getTime() - c.firstContactAt.getTime() <= CONTACT_DENIAL_HOURS * 3_600_000,
  not_critical: (c) => c.severity !== undefined && c.severity !== 'S1',
  pause_reason: (_, fired) => isReasonOf(pauseReasons, fired.reason),
  resume_date_ahead: (c) => c.now !== undefined && c.resumeAt !== undefined && c.resumeAt.getTime() > c.now.getTime(),
  handover_reason: (_, fired) => isReasonOf(handoverReasons, fired.reason),
  handover_note: (c) => c.handoverNoteStored === true,
  successor_confirmed: (c) => c.successorConfirmed === true,
  take_back_reason: (_, fired) => isReasonOf(takeBackReasons, fired.reason),
  first_contact_missed: (c) =>
    c.firstContactAt === undefined &&
    c.now !== undefined &&
    c.firstContactDueAt !== undefined &&
    c.now.getTime() >= c.firstContactDueAt.getTime(),
  report_complete: (c) => c.reportComplete === true,
  objection_stored: (c) => c.objectionStored === true,
  case_ends: (c) => c.caseEnds === true,
  abort_reason: (_, fired) => isReasonOf(abortReasons, fired.reason),
} satisfies Guards<string, AssignmentContext>;
export type AssignmentGuard = keyof typeof assignmentGuards;

export type AssignmentRule = Rule<
  AssignmentState,
  AssignmentEventName,
  Party,
  AssignmentGuard,
  CaseNotice<AssignmentGuard>,
  AssignmentEffect
>;
export type AssignmentStep = Step<
  AssignmentState,
  AssignmentEventName,
  Party,
  CaseNotice<AssignmentGuard>,
  AssignmentEffect
>;
export type AssignmentFired = Fired<AssignmentEventName, Party>;

const taken = ['rotate_case_key', 'end_access_now', 'return_case_to_matching'] as const;
const left = ['rotate_case_key', 'end_access_after_grace'] as const;
const active = ['first_contact_due', 'active', 'paused', 'handover_requested', 'report_submitted'] as const;
const takenBack = [
  { kind: 'assignment_taken_back', to: 'provider' },
  { kind: 'assignment_taken_back', to: 'provider_admin' },
] as const;

/** The life of an assignment (6.3 of the rule book). */
export const assignmentRules: readonly AssignmentRule[] = [
  { id: 'A1', event: 'log_first_contact', from: ['first_contact_due'], to: 'active', by: ['provider'], guards: ['contact_logged'],
    notices: [], effects: [] },
  { id: 'A1', event: 'deny_first_contact', from: ['active'], to: 'first_contact_due', by: ['company'], guards: ['contact_deniable'],
    notices: [{ kind: 'assignment_reminder', to: 'provider' }], effects: [] },
  { id: 'A2', event: 'pause', from: ['active'], to: 'paused', by: ['provider'], guards: ['not_critical', 'pause_reason', 'resume_date_ahead'],
    notices: [{ kind: 'case_state_changed', to: 'company' }], effects: [] },
  // A critical case rests only by the duty officer's word.
  { id: 'A2', event: 'pause', from: ['active'], to: 'paused', by: ['duty'], guards: ['pause_reason', 'resume_date_ahead'],
    notices: [{ kind: 'case_state_changed', to: 'company' }, { kind: 'case_state_changed', to: 'provider' }], effects: [] },
  { id: 'A2', event: 'resume', from: ['paused'], to: 'active', by: ['provider', 'duty'], guards: [],
    notices: [{ kind: 'case_state_changed', to: 'company' }], effects: [] },
  { id: 'A3', event: 'request_handover', from: ['first_contact_due', 'active'], to: 'handover_requested', by: ['provider', 'company', 'duty'],
    guards: ['handover_reason', 'handover_note'],
    notices: [{ kind: 'duty_task', to: 'duty' }, { kind: 'case_state_changed', to: 'company' }],
    effects: ['find_successor', 'return_case_to_matching'] },
  { id: 'A4', event: 'hand_over', from: ['handover_requested'], to: 'handed_over', by: ['duty', 'system'], guards: ['successor_confirmed'],
    notices: [{ kind: 'assignment_closed', to: 'provider' }], effects: left },
  { id: 'A5', event: 'take_back', from: active, to: 'taken_back', by: ['duty', 'office'], guards: ['take_back_reason'],
    notices: takenBack, effects: taken },
  // The company's loss of trust needs no justification.
  { id: 'A5', event: 'take_back', from: active, to: 'taken_back', by: ['company'], guards: [], notices: takenBack, effects: taken },
  { id: 'A5', event: 'take_back', from: ['first_contact_due'], to: 'taken_back', by: ['system'], guards: ['first_contact_missed'],
    notices: takenBack, effects: taken },
  { id: 'A6', event: 'submit_report', from: ['active'], to: 'report_submitted', by: ['provider'], guards: ['report_complete'],
    notices: [], effects: [] },
  { id: 'A6', event: 'confirm_report', from: ['report_submitted'], to: 'fulfilled', by: ['company', 'office', 'duty', 'system'], guards: ['case_ends'],
    notices: [{ kind: 'assignment_closed', to: 'provider' }], effects: left },
  { id: 'A7', event: 'object_to_report', from: ['report_submitted'], to: 'active', by: ['company'], guards: ['objection_stored'],
    notices: [{ kind: 'assignment_objection', to: 'provider' }], effects: [] },
  { id: 'A8', event: 'abort', from: active, to: 'aborted', by: ['system'], guards: ['case_ends', 'abort_reason'],
    notices: [{ kind: 'assignment_closed', to: 'provider' }], effects: left },
];

/** One step of an assignment. Refused with `wrong_state` (detail: the state, or the guard that failed) or `not_allowed`. */
export function step(
  state: AssignmentState,
  fired: AssignmentFired,
  context: AssignmentContext,
): Result<AssignmentStep> {
  return fire(assignmentRules, assignmentGuards, state, fired, context);
}

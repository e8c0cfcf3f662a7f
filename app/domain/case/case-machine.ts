import type { Result } from '../result.ts';
import { eventsFor, fire } from '../state-machine.ts';
import type { Fired, Rule, Step } from '../state-machine.ts';
import { caseGuards } from './case-guards.ts';
import type { CaseContext, CaseGuard } from './case-guards.ts';
import type { CaseNotice, Party } from './parties.ts';
import { runningCaseStates, workingCaseStates } from './statuses.ts';
import type { CaseState } from './statuses.ts';

export const caseEvents = [
  'submit',
  'begin_triage',
  'ask',
  'answer_query',
  'change_severity',
  'propose_severity',
  'choose_self_help',
  'request_help',
  'make_ready',
  'start_matching',
  'escalate',
  'resume_matching',
  'assign',
  'log_first_contact',
  'deny_first_contact',
  'miss_first_contact',
  'wait_for_company',
  'wait_for_third_party',
  'resume_work',
  'mark_contained',
  'mark_restored',
  'undo_milestone',
  'return_to_matching',
  'propose_closure',
  'close',
  'object',
  'reopen',
  'refer_out',
  'withdraw',
  'declare_false_alarm',
  'mark_duplicate',
  'anonymise',
] as const;
export type CaseEventName = (typeof caseEvents)[number];

/** What belongs into the same transaction as the change of state. `consequences.ts` says what it does to offers and assignments. */
export const caseEffects = [
  'open_deadlines',
  'recompute_windows',
  'schedule_follow_up',
  'start_routing',
  'start_wave',
  'create_duty_task',
  'revoke_open_offers',
  'hand_over_predecessor',
  'create_assignment',
  'renew_assignment',
  'log_first_contact',
  'deny_first_contact',
  'take_back_assignment',
  'submit_report',
  'object_to_report',
  'fulfil_assignment',
  'abort_assignments',
  'end_deadlines',
  'drop_pending_notices',
  'write_statistics',
  'remove_content',
] as const;
export type CaseEffect = (typeof caseEffects)[number];

export type CaseRule = Rule<CaseState, CaseEventName, Party, CaseGuard, CaseNotice<CaseGuard>, CaseEffect>;
export type CaseStep = Step<CaseState, CaseEventName, Party, CaseNotice<CaseGuard>, CaseEffect>;
export type CaseFired = Fired<CaseEventName, Party>;

/** What every end of a running case brings with it. */
const ending = [
  'revoke_open_offers',
  'abort_assignments',
  'end_deadlines',
  'drop_pending_notices',
  'write_statistics',
] as const satisfies readonly CaseEffect[];

const toCompany = (kind: 'case_state_changed' | 'case_routing' | 'case_closed') => ({ kind, to: 'company' }) as const;
const toOffice = { kind: 'office_case_changed', to: 'office' } as const;

/**
 * The life of a case, C1 to C24 of the rule book. The duty officer may do what the office may: an escalation at night
 * ends with one person.
 */
export const caseRules: readonly CaseRule[] = [
  { id: 'C1', event: 'submit', from: ['draft'], to: 'reported', by: ['company'], guards: ['fields_complete'],
    notices: [
      { kind: 'case_received', to: 'company' },
      { kind: 'office_case_reported', to: 'office' },
      { kind: 'duty_informed', to: 'duty', when: 'urgent' },
    ],
    effects: ['open_deadlines'] },
  { id: 'C2', event: 'begin_triage', from: ['reported'], to: 'in_triage', by: ['system'], guards: ['triaged'], notices: [],
    effects: ['create_duty_task'] },
  { id: 'C3', event: 'ask', from: ['in_triage'], to: 'query', by: ['office', 'duty'], guards: ['question_stored'],
    notices: [{ kind: 'case_query', to: 'company' }], effects: [] },
  { id: 'C3', event: 'answer_query', from: ['query'], to: 'in_triage', by: ['company'], guards: [], notices: [toOffice],
    effects: ['create_duty_task'] },

  { id: 'C4', event: 'change_severity', from: runningCaseStates, to: 'same', by: ['company'],
    guards: ['severity_raised', 'severity_reason'],
    notices: [{ kind: 'case_state_changed', to: 'provider' }, { kind: 'duty_informed', to: 'duty' }], effects: ['recompute_windows'] },
  { id: 'C4', event: 'change_severity', from: runningCaseStates, to: 'same', by: ['office', 'duty'],
    guards: ['severity_differs', 'severity_reason'],
    notices: [toCompany('case_state_changed'), { kind: 'case_state_changed', to: 'provider' }, { kind: 'duty_informed', to: 'duty' }],
    effects: ['recompute_windows'] },
  { id: 'C4', event: 'change_severity', from: runningCaseStates, to: 'same', by: ['system'], guards: ['severity_differs'],
    notices: [toCompany('case_state_changed'), { kind: 'case_state_changed', to: 'provider' }, { kind: 'duty_informed', to: 'duty' }],
    effects: ['recompute_windows'] },
  { id: 'C4', event: 'propose_severity', from: ['assigned', ...workingCaseStates], to: 'same', by: ['provider'],
    guards: ['severity_differs', 'severity_reason'], notices: [toOffice], effects: [] },

  { id: 'C5', event: 'choose_self_help', from: ['in_triage'], to: 'self_help', by: ['company'], guards: [],
    notices: [toCompany('case_state_changed')], effects: ['schedule_follow_up'] },
  { id: 'C5', event: 'choose_self_help', from: ['in_triage'], to: 'self_help', by: ['office', 'duty'], guards: ['company_consents'],
    notices: [toCompany('case_state_changed')], effects: ['schedule_follow_up'] },
  { id: 'C5', event: 'request_help', from: ['self_help'], to: 'in_triage', by: ['company'], guards: [], notices: [toOffice],
    effects: ['create_duty_task'] },

  { id: 'C6', event: 'make_ready', from: ['in_triage', 'query'], to: 'ready', by: ['system'],
    guards: ['urgent', 'routing_consent', 'insurer_answered'], notices: [toCompany('case_state_changed')], effects: ['start_routing'] },
  { id: 'C6', event: 'make_ready', from: ['in_triage'], to: 'ready', by: ['office', 'duty'],
    guards: ['routing_consent', 'insurer_answered'], notices: [toCompany('case_state_changed')], effects: ['start_routing'] },
  { id: 'C7', event: 'start_matching', from: ['ready'], to: 'matching', by: ['system'], guards: ['decision_stored', 'somebody_eligible'],
    notices: [toCompany('case_routing')], effects: ['start_wave'] },
  { id: 'C8', event: 'escalate', from: ['ready', 'matching'], to: 'escalated', by: ['system'], guards: ['escalation_reason'],
    notices: [{ kind: 'duty_task', to: 'duty' }, { kind: 'case_escalated', to: 'company' }], effects: ['create_duty_task'] },
  { id: 'C9', event: 'resume_matching', from: ['escalated'], to: 'matching', by: ['duty'], guards: ['relaxation_reason', 'decision_stored'],
    notices: [toCompany('case_routing')], effects: ['start_wave'] },
  { id: 'C10', event: 'assign', from: ['matching', 'escalated'], to: 'assigned', by: ['provider'],
    guards: ['offer_holds_case', 'no_other_leader'], notices: [{ kind: 'case_provider_found', to: 'company' }, toOffice],
    effects: ['revoke_open_offers', 'hand_over_predecessor', 'create_assignment'] },
  { id: 'C10', event: 'assign', from: ['matching', 'escalated'], to: 'assigned', by: ['duty'],
    guards: ['provider_accepted', 'no_other_leader'], notices: [{ kind: 'case_provider_found', to: 'company' }, toOffice],
    effects: ['revoke_open_offers', 'hand_over_predecessor', 'create_assignment'] },

  { id: 'C11', event: 'log_first_contact', from: ['assigned'], to: 'in_progress', by: ['provider'], guards: [],
    notices: [{ kind: 'case_first_contact', to: 'company' }, toOffice], effects: ['log_first_contact'] },
  { id: 'C11', event: 'deny_first_contact', from: ['in_progress'], to: 'assigned', by: ['company'], guards: ['contact_deniable'],
    notices: [{ kind: 'duty_task', to: 'duty' }, toOffice], effects: ['deny_first_contact', 'create_duty_task'] },
  { id: 'C12', event: 'miss_first_contact', from: ['assigned'], to: 'matching', by: ['duty'], guards: ['first_contact_missed'],
    notices: [toCompany('case_routing'), { kind: 'duty_informed', to: 'duty' }], effects: ['take_back_assignment', 'start_wave'] },
  { id: 'C12', event: 'miss_first_contact', from: ['assigned'], to: 'matching', by: ['system'],
    guards: ['critical', 'first_contact_missed', 'duty_silent'],
    notices: [toCompany('case_routing'), { kind: 'duty_informed', to: 'duty' }], effects: ['take_back_assignment', 'start_wave'] },

  { id: 'C13', event: 'wait_for_company', from: ['in_progress'], to: 'waiting_company', by: ['provider'],
    guards: ['waits_for_company', 'resume_date_ahead'], notices: [toCompany('case_state_changed')], effects: [] },
  { id: 'C13', event: 'wait_for_third_party', from: ['in_progress'], to: 'waiting_third_party', by: ['provider'],
    guards: ['waits_for_third_party', 'resume_date_ahead'], notices: [toCompany('case_state_changed')], effects: [] },
  { id: 'C13', event: 'resume_work', from: ['waiting_company', 'waiting_third_party'], to: 'in_progress', by: ['provider'], guards: [],
    notices: [toCompany('case_state_changed')], effects: [] },
  { id: 'C14', event: 'mark_contained', from: ['in_progress'], to: 'contained', by: ['provider'], guards: [],
    notices: [toCompany('case_state_changed'), toOffice], effects: [] },
  { id: 'C14', event: 'mark_restored', from: ['contained'], to: 'restored', by: ['provider'], guards: [],
    notices: [toCompany('case_state_changed'), toOffice], effects: [] },
  { id: 'C14', event: 'mark_restored', from: ['in_progress'], to: 'restored', by: ['provider'], guards: ['milestone_reason'],
    notices: [toCompany('case_state_changed'), toOffice], effects: [] },
  { id: 'C14', event: 'undo_milestone', from: ['contained'], to: 'in_progress', by: ['provider'], guards: ['milestone_reason'],
    notices: [toCompany('case_state_changed'), toOffice], effects: [] },
  { id: 'C14', event: 'undo_milestone', from: ['restored'], to: 'contained', by: ['provider'], guards: ['milestone_reason'],
    notices: [toCompany('case_state_changed'), toOffice], effects: [] },

  { id: 'C15', event: 'return_to_matching', from: ['assigned', ...workingCaseStates, 'closure_proposed'], to: 'matching',
    by: ['system', 'duty'], guards: ['assignment_over'],
    notices: [toCompany('case_routing'), { kind: 'duty_informed', to: 'duty' }], effects: ['start_wave'] },
  { id: 'C16', event: 'propose_closure', from: workingCaseStates, to: 'closure_proposed', by: ['provider'], guards: ['report_complete'],
    notices: [{ kind: 'case_closure_proposed', to: 'company' }], effects: ['submit_report'] },

  { id: 'C17', event: 'close', from: ['closure_proposed'], to: 'closed', by: ['company'], guards: [],
    notices: [toCompany('case_closed'), toOffice], effects: ['fulfil_assignment', ...ending] },
  { id: 'C17', event: 'close', from: ['closure_proposed'], to: 'closed', by: ['system'], guards: ['closure_overdue', 'reminded_twice'],
    notices: [toCompany('case_closed'), toOffice], effects: ['fulfil_assignment', ...ending] },
  { id: 'C17', event: 'close', from: ['closure_proposed'], to: 'closed', by: ['office', 'duty'], guards: ['office_closure_reason'],
    notices: [toCompany('case_closed'), toOffice], effects: ['fulfil_assignment', ...ending] },
  { id: 'C17', event: 'close', from: ['self_help'], to: 'closed', by: ['company'], guards: [],
    notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C17', event: 'close', from: ['self_help'], to: 'closed', by: ['system'], guards: ['closure_overdue', 'reminded_twice'],
    notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C17', event: 'close', from: ['self_help'], to: 'closed', by: ['office', 'duty'], guards: ['office_closure_reason'],
    notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C17', event: 'close', from: ['escalated'], to: 'closed', by: ['duty'], guards: ['office_closure_reason'],
    notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C18', event: 'object', from: ['closure_proposed'], to: 'in_progress', by: ['company'], guards: ['objection_stored'],
    notices: [toOffice], effects: ['object_to_report'] },
  // The former provider is asked first; where it cannot, or where none worked on the case, consent and routing are looked at anew.
  { id: 'C19', event: 'reopen', from: ['closed'], to: 'in_progress', by: ['company'],
    guards: ['recently_closed', 'reopening_reason', 'former_provider_available'],
    notices: [{ kind: 'case_state_changed', to: 'provider' }, toOffice], effects: ['renew_assignment', 'open_deadlines'] },
  { id: 'C19', event: 'reopen', from: ['closed'], to: 'in_triage', by: ['company'], guards: ['recently_closed', 'reopening_reason'],
    notices: [toOffice], effects: ['open_deadlines', 'create_duty_task'] },
  { id: 'C19', event: 'reopen', from: ['closed'], to: 'in_progress', by: ['office', 'duty'],
    guards: ['reopening_reason', 'former_provider_available'],
    notices: [toCompany('case_state_changed'), { kind: 'case_state_changed', to: 'provider' }, toOffice],
    effects: ['renew_assignment', 'open_deadlines'] },
  { id: 'C19', event: 'reopen', from: ['closed'], to: 'in_triage', by: ['office', 'duty'], guards: ['reopening_reason'],
    notices: [toCompany('case_state_changed'), toOffice], effects: ['open_deadlines', 'create_duty_task'] },

  { id: 'C20', event: 'refer_out', from: runningCaseStates, to: 'referred_out', by: ['company'],
    guards: ['referral_target', 'referral_recorded'], notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C20', event: 'refer_out', from: runningCaseStates, to: 'referred_out', by: ['office', 'duty'],
    guards: ['referral_target', 'referral_recorded', 'company_consents'], notices: [toCompany('case_closed')], effects: ending },
  { id: 'C21', event: 'withdraw', from: runningCaseStates, to: 'withdrawn', by: ['company'], guards: [],
    notices: [toCompany('case_closed'), toOffice], effects: ending },
  // A draft was seen by nobody else.
  { id: 'C21', event: 'withdraw', from: ['draft'], to: 'withdrawn', by: ['company'], guards: [], notices: [], effects: [] },
  { id: 'C22', event: 'declare_false_alarm', from: runningCaseStates, to: 'false_alarm', by: ['company'],
    guards: ['false_alarm_reason', 'provider_agrees'], notices: [toCompany('case_closed'), toOffice], effects: ending },
  { id: 'C22', event: 'declare_false_alarm', from: runningCaseStates, to: 'false_alarm', by: ['office', 'duty'],
    guards: ['false_alarm_reason'], notices: [toCompany('case_closed')], effects: ending },
  { id: 'C23', event: 'mark_duplicate', from: runningCaseStates, to: 'duplicate', by: ['office', 'duty'], guards: ['surviving_case_linked'],
    notices: [toCompany('case_closed')], effects: ending },
  { id: 'C24', event: 'anonymise', from: ['closed', 'referred_out', 'withdrawn', 'false_alarm', 'duplicate'], to: 'anonymised',
    by: ['system'], guards: ['retention_over', 'no_legal_hold', 'statistics_written'], notices: [], effects: ['remove_content'] },
];

/**
 * One step of a case. Refused with `wrong_state` (detail: the state, or the guard that failed) or `not_allowed`.
 * The caller stores state, record, notices and effects in one transaction.
 */
export function step(state: CaseState, fired: CaseFired, context: CaseContext): Result<CaseStep> {
  return fire(caseRules, caseGuards, state, fired, context);
}

/** The events a party may try in this state, before guards. */
export function caseEventsFor(state: CaseState, party: Party): readonly CaseEventName[] {
  return eventsFor(caseRules, state, party);
}

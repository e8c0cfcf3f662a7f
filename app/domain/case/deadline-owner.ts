import { leadingAssignmentOf } from './consequences.ts';
import type { CaseFile } from './consequences.ts';
import type { CaseState } from './statuses.ts';

/** What has to happen next in an open case. Dates come from `domain/deadlines` and the routing rules. */
export const nextSteps = [
  'finish_report',
  'begin_triage',
  'decide_triage',
  'answer_query',
  'tell_outcome_of_self_help',
  'start_matching',
  'advance_wave',
  'confirm_offer',
  'decide_escalation',
  'first_contact',
  'report_status',
  'resume_work',
  'give_what_is_missing',
  'find_successor',
  'decide_closure',
] as const;
export type NextStep = (typeof nextSteps)[number];

/** The one who must act next. `providerId` is set when it is a provider. */
export type DeadlineOwner =
  | { readonly owner: 'company' | 'office' | 'duty' | 'system'; readonly next: NextStep; readonly providerId: null }
  | { readonly owner: 'provider'; readonly next: NextStep; readonly providerId: string };

/**
 * The owner of the next deadline: exactly one for every case that is not over, null for every other (invariant 3).
 * Where a case needs a provider and has none, the duty officer owns it: no case waits for nobody.
 */
export function ownerOfNextDeadline(state: CaseState, file: CaseFile): DeadlineOwner | null {
  switch (state) {
    case 'draft':
      return others('company', 'finish_report');
    case 'reported':
      return others('system', 'begin_triage');
    case 'in_triage':
      return others('office', 'decide_triage');
    case 'query':
      return others('company', 'answer_query');
    case 'self_help':
      return others('company', 'tell_outcome_of_self_help');
    case 'ready':
      return others('system', 'start_matching');
    case 'matching':
      return confirming(file) ?? others('system', 'advance_wave');
    case 'escalated':
      return confirming(file) ?? others('duty', 'decide_escalation');
    case 'assigned':
      return leading(file, 'first_contact');
    case 'in_progress':
    case 'contained':
    case 'restored':
      return leading(file, 'report_status');
    case 'waiting_company':
      return others('company', 'give_what_is_missing');
    case 'waiting_third_party':
      return leading(file, 'resume_work');
    case 'closure_proposed':
      return others('company', 'decide_closure');
    case 'closed':
    case 'referred_out':
    case 'withdrawn':
    case 'false_alarm':
    case 'duplicate':
    case 'anonymised':
      return null;
  }
}

function others(owner: 'company' | 'office' | 'duty' | 'system', next: NextStep): DeadlineOwner {
  return { owner, next, providerId: null };
}

function confirming(file: CaseFile): DeadlineOwner | null {
  const holder = file.offers.find((offer) => offer.state === 'accepted');
  return holder === undefined ? null : { owner: 'provider', next: 'confirm_offer', providerId: holder.providerId };
}

function leading(file: CaseFile, next: NextStep): DeadlineOwner {
  const assignment = leadingAssignmentOf(file);
  if (assignment === null || assignment.state === 'handover_requested') return others('duty', 'find_successor');
  return {
    owner: 'provider',
    next: assignment.state === 'paused' ? 'resume_work' : next,
    providerId: assignment.providerId,
  };
}

/** States of cases, offers and assignments, and every question that is asked about them. Nothing else compares states by hand. */

export const caseStates = [
  'draft',
  'reported',
  'in_triage',
  'query',
  'self_help',
  'ready',
  'matching',
  'escalated',
  'assigned',
  'in_progress',
  'waiting_company',
  'waiting_third_party',
  'contained',
  'restored',
  'closure_proposed',
  'closed',
  'referred_out',
  'withdrawn',
  'false_alarm',
  'duplicate',
  'anonymised',
] as const;
export type CaseState = (typeof caseStates)[number];

export const offerStates = [
  'planned',
  'sent',
  'delivered',
  'seen',
  'accepted',
  'reserve',
  'confirmed',
  'conflict',
  'declined',
  'expired',
  'revoked',
  'undeliverable',
] as const;
export type OfferState = (typeof offerStates)[number];

export const assignmentStates = [
  'first_contact_due',
  'active',
  'paused',
  'handover_requested',
  'handed_over',
  'taken_back',
  'report_submitted',
  'fulfilled',
  'aborted',
] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** Exactly one assignment leads; specialists beside it support. */
export const assignmentRoles = ['leading', 'supporting'] as const;
export type AssignmentRole = (typeof assignmentRoles)[number];

export const terminalCaseStates = [
  'closed',
  'referred_out',
  'withdrawn',
  'false_alarm',
  'duplicate',
  'anonymised',
] as const satisfies readonly CaseState[];

/** A provider leads the case and has not handed in its report. */
export const workingCaseStates = [
  'in_progress',
  'waiting_company',
  'waiting_third_party',
  'contained',
  'restored',
] as const satisfies readonly CaseState[];

/** Reported and not over: what the office's board shows as running. */
export const runningCaseStates = [
  'reported',
  'in_triage',
  'query',
  'self_help',
  'ready',
  'matching',
  'escalated',
  'assigned',
  ...workingCaseStates,
  'closure_proposed',
] as const satisfies readonly CaseState[];

/** States in which an offer may be sent, accepted and confirmed. */
export const offeringCaseStates = ['matching', 'escalated'] as const satisfies readonly CaseState[];

/** Offers that still bind somebody. */
export const openOfferStates = [
  'planned',
  'sent',
  'delivered',
  'seen',
  'accepted',
  'reserve',
] as const satisfies readonly OfferState[];

/** Offers a provider may still answer; `expired` because a late acceptance counts until somebody is confirmed. */
export const answerableOfferStates = ['sent', 'delivered', 'seen', 'expired'] as const satisfies readonly OfferState[];

export const activeAssignmentStates = [
  'first_contact_due',
  'active',
  'paused',
  'handover_requested',
  'report_submitted',
] as const satisfies readonly AssignmentState[];

function within<T extends string>(list: readonly T[], state: string): state is T {
  return (list as readonly string[]).includes(state);
}

export function isCaseState(text: string): text is CaseState {
  return within(caseStates, text);
}

export function isOfferState(text: string): text is OfferState {
  return within(offerStates, text);
}

export function isAssignmentState(text: string): text is AssignmentState {
  return within(assignmentStates, text);
}

/** Over: no deadlines, no open offers. `closed` may be reopened for 30 days all the same. */
export function isTerminal(state: CaseState): boolean {
  return within(terminalCaseStates, state);
}

/** Not over; a draft is open too. */
export function isOpen(state: CaseState): boolean {
  return !isTerminal(state);
}

/** Reported and not over. */
export function isRunning(state: CaseState): boolean {
  return within(runningCaseStates, state);
}

/** Offers may be sent, accepted and confirmed now. */
export function acceptsOffers(state: CaseState): boolean {
  return within(offeringCaseStates, state);
}

/** A provider leads and works. */
export function isBeingWorkedOn(state: CaseState): boolean {
  return within(workingCaseStates, state);
}

/** A provider leads the case, from its confirmation to the end of the closing report. */
export function hasLeadingProvider(state: CaseState): boolean {
  return state === 'assigned' || isBeingWorkedOn(state) || state === 'closure_proposed';
}

/** Somebody still waits for this offer or is bound by it. */
export function isOpenOffer(state: OfferState): boolean {
  return within(openOfferStates, state);
}

/** The provider may accept or decline it. */
export function isAnswerable(state: OfferState): boolean {
  return within(answerableOfferStates, state);
}

/** The offer holds the case: at most one per case. */
export function holdsCase(state: OfferState): boolean {
  return state === 'accepted' || state === 'confirmed';
}

/** The assignment counts against "one leading assignment per case". */
export function isActiveAssignment(state: AssignmentState): boolean {
  return within(activeAssignmentStates, state);
}

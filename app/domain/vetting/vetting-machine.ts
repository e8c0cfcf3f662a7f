import type { NoticeKind } from '../notices/notice.ts';
import type { Result } from '../result.ts';
import { eventsFor, fire } from '../state-machine.ts';
import type { Fired, Guards, NoticeRule, Rule, Step } from '../state-machine.ts';
import { tieBetween } from './conflicts.ts';
import type { Applicant, Reviewer } from './conflicts.ts';
import type { ItemState } from './items.ts';
import { activeVettingStates, offerableVettingStates } from './statuses.ts';
import type { VettingState } from './statuses.ts';

export const vettingEvents = [
  'submit',
  'begin_review',
  'take_over',
  'ask_for_more',
  'hand_in_more',
  'close_stale',
  'finish_review',
  'approve',
  'approve_with_conditions',
  'reject',
  'disagree',
  'begin_expiring',
  'expire',
  'renew',
  'pause',
  'resume',
  'suspend',
  'confirm_suspension',
  'lapse_suspension',
  'lift_suspension',
  'revoke',
  'end',
] as const;
export type VettingEventName = (typeof vettingEvents)[number];

/** The provider's lead, a reviewer, a person of the office (emergency suspension), the daily run. */
export const vettingParties = ['provider', 'reviewer', 'office', 'system'] as const;
export type VettingParty = (typeof vettingParties)[number];

export const vettingEffects = [
  'start_review_limit',
  'store_approvals',
  'end_approvals',
  'revoke_open_offers',
  'review_running_cases',
  'hand_over_running_cases',
  'store_durable_copy',
  'tell_running_companies',
] as const;
export type VettingEffect = (typeof vettingEffects)[number];

/** Coded reasons; what is said beside them stands in the letter to the provider. */
export const suspensionReasons = ['breach_of_confidentiality', 'pressure_on_company', 'missed_duty', 'false_statement', 'own_incident', 'other'] as const;
export const endReasons = ['membership_ended', 'provider_wish', 'ceased_trading'] as const;
export const rejectionReasons = ['proof_insufficient', 'persons_insufficient', 'unreliable', 'capability_unproven'] as const;

/** Days a provider has to hand in what is missing before the application is closed. */
export const MORE_NEEDED_DAYS = 21;
/** Working days within which a second person must confirm a suspension. */
export const SUSPENSION_CONFIRMATION_WORKING_DAYS = 3;
/** Days between the announcement of a revocation and its effect, except for grave cause. */
export const REVOCATION_NOTICE_DAYS = 30;

/** What a step may need to know. What is left out counts as not proven. */
export type VettingContext = {
  readonly now?: Date;
  readonly applicant?: Applicant;
  /** Who fires the event, with everything that ties them. */
  readonly actor?: Reviewer;
  /** Person who reviewed the items. */
  readonly reviewerA?: string | null;
  /** The same with everything that ties them: it may have come up since. */
  readonly firstReviewer?: Reviewer;
  /** Person who suspended, or proposed to lift or revoke: the first of two. */
  readonly firstPerson?: string | null;
  /** The acting person signed in with the second factor. */
  readonly secondFactor?: boolean;
  /** The first of the two people had done so too. */
  readonly firstSecondFactor?: boolean;
  readonly mandatoryItemsPresent?: boolean;
  /** A reason stands at every item that is asked for. */
  readonly reasonPerItem?: boolean;
  /** State of every item and whether a note stands at it. */
  readonly items?: readonly { readonly state: ItemState; readonly noted: boolean }[];
  /** Each requested capability and level has been decided. */
  readonly capabilitiesDecided?: boolean;
  /** When more was asked for, plus 21 days. */
  readonly moreNeededUntil?: Date;
  readonly reasonStored?: boolean;
  /** What the daily run finds: `domain/vetting/validity.ts`. */
  readonly standing?: 'valid' | 'expiring' | 'expired';
  readonly hasConditions?: boolean;
  readonly newProofVerified?: boolean;
  readonly openOffers?: number;
  /** End of the third working day after the suspension. */
  readonly suspensionConfirmBy?: Date;
  readonly suspensionConfirmed?: boolean;
  readonly hearingDocumented?: boolean;
  readonly revocationNoticeOver?: boolean;
  readonly graveCause?: boolean;
};

function untied(c: VettingContext): boolean {
  return c.actor !== undefined && c.applicant !== undefined && tieBetween(c.actor, c.applicant) === null;
}

function firstUntied(c: VettingContext): boolean {
  return c.firstReviewer !== undefined && c.applicant !== undefined && tieBetween(c.firstReviewer, c.applicant) === null;
}

function another(person: string | null | undefined, c: VettingContext): boolean {
  return c.actor !== undefined && person !== undefined && person !== null && person !== c.actor.userId;
}

function inTime(c: VettingContext, until: Date | undefined): boolean {
  return c.now !== undefined && until !== undefined && c.now.getTime() < until.getTime();
}

function over(c: VettingContext, until: Date | undefined): boolean {
  return c.now !== undefined && until !== undefined && c.now.getTime() >= until.getTime();
}

const has = (list: readonly string[], reason: string | undefined): boolean => reason !== undefined && list.includes(reason);

export const vettingGuards = {
  mandatory_items_present: (c) => c.mandatoryItemsPresent === true,
  untied,
  reviewer_a_untied: firstUntied,
  is_reviewer_a: (c) => c.actor !== undefined && c.reviewerA === c.actor.userId,
  is_not_reviewer_a: (c) => another(c.reviewerA, c),
  second_factor: (c) => c.secondFactor === true,
  both_second_factors: (c) => c.secondFactor === true && c.firstSecondFactor === true,
  reason_per_item: (c) => c.reasonPerItem === true,
  within_21_days: (c) => inTime(c, c.moreNeededUntil),
  past_21_days: (c) => over(c, c.moreNeededUntil),
  every_item_decided: (c) =>
    c.items !== undefined &&
    c.items.length > 0 &&
    c.items.every((item) => (item.state === 'accepted' || item.state === 'refused') && item.noted),
  capabilities_decided: (c) => c.capabilitiesDecided === true,
  rejection_reason: (_, fired) => has(rejectionReasons, fired.reason),
  reason_stored: (c) => c.reasonStored === true,
  expiring: (c) => c.standing === 'expiring',
  past_end: (c) => c.standing === 'expired',
  still_valid: (c) => c.standing === 'valid' || c.standing === 'expiring',
  without_conditions: (c) => c.hasConditions === false,
  with_conditions: (c) => c.hasConditions === true,
  new_proof_verified: (c) => c.newProofVerified === true,
  no_open_offers: (c) => c.openOffers === 0,
  suspension_reason: (_, fired) => has(suspensionReasons, fired.reason),
  is_second_person: (c) => another(c.firstPerson, c),
  within_3_working_days: (c) => inTime(c, c.suspensionConfirmBy),
  past_3_working_days: (c) => over(c, c.suspensionConfirmBy),
  suspension_unconfirmed: (c) => c.suspensionConfirmed === false,
  hearing_documented: (c) => c.hearingDocumented === true,
  notice_over_or_grave: (c) => c.revocationNoticeOver === true || c.graveCause === true,
  end_reason: (_, fired) => has(endReasons, fired.reason),
} satisfies Guards<string, VettingContext>;
export type VettingGuard = keyof typeof vettingGuards;

export type VettingNotice = NoticeRule<
  NoticeKind,
  'provider' | 'office' | 'reviewer_a' | 'reviewer_b' | 'running_companies',
  VettingGuard
>;
export type VettingRule = Rule<VettingState, VettingEventName, VettingParty, VettingGuard, VettingNotice, VettingEffect>;
export type VettingStep = Step<VettingState, VettingEventName, VettingParty, VettingNotice, VettingEffect>;
export type VettingFired = Fired<VettingEventName, VettingParty>;

const decided = [{ kind: 'vetting_decided', to: 'provider' }] as const;
const officeTold = [{ kind: 'office_vetting_changed', to: 'office' }] as const;
const suspended = [
  { kind: 'vetting_suspended', to: 'provider' },
  { kind: 'office_vetting_changed', to: 'office' },
] as const;
const decision = ['is_not_reviewer_a', 'untied', 'reviewer_a_untied', 'both_second_factors'] as const;
const secondPerson = ['is_second_person', 'untied', 'both_second_factors', 'hearing_documented'] as const;
/** Where a provider stands again after a pause or a suspension follows from its dates and conditions. */
const standsAgain = [
  { to: 'approved', guards: ['still_valid', 'without_conditions'] },
  { to: 'approved_with_conditions', guards: ['still_valid', 'with_conditions'] },
  { to: 'expired', guards: ['past_end'] },
] as const;

/** The life of an approval (5.3 of the rule book). Two persons decide, and neither is tied to the applicant. */
export const vettingRules: readonly VettingRule[] = [
  { id: 'Z1', event: 'submit', from: ['draft'], to: 'submitted', by: ['provider'], guards: ['mandatory_items_present'],
    notices: [{ kind: 'office_vetting_submitted', to: 'office' }, { kind: 'vetting_received', to: 'provider' }], effects: [] },
  { id: 'Z2', event: 'begin_review', from: ['submitted'], to: 'in_review', by: ['reviewer'], guards: ['untied', 'second_factor'],
    notices: [{ kind: 'vetting_received', to: 'provider' }], effects: [] },
  // Whoever takes a review over judges anew: a tie may have come up, or the first person is away.
  { id: 'Z2', event: 'take_over', from: ['in_review', 'ready_for_decision'], to: 'in_review', by: ['reviewer'],
    guards: ['is_not_reviewer_a', 'untied', 'second_factor'], notices: [{ kind: 'office_vetting_changed', to: 'office' }], effects: [] },
  { id: 'Z3', event: 'ask_for_more', from: ['in_review'], to: 'more_needed', by: ['reviewer'], guards: ['is_reviewer_a', 'untied', 'reason_per_item'],
    notices: [{ kind: 'vetting_more_needed', to: 'provider' }], effects: ['start_review_limit'] },
  { id: 'Z3', event: 'hand_in_more', from: ['more_needed'], to: 'in_review', by: ['provider'], guards: ['within_21_days'],
    notices: [{ kind: 'office_vetting_changed', to: 'reviewer_a' }], effects: [] },
  { id: 'Z3', event: 'close_stale', from: ['more_needed'], to: 'ended', by: ['system'], guards: ['past_21_days'],
    notices: [...decided, ...officeTold], effects: [] },
  { id: 'Z4', event: 'finish_review', from: ['in_review'], to: 'ready_for_decision', by: ['reviewer'],
    guards: ['is_reviewer_a', 'untied', 'second_factor', 'every_item_decided'],
    notices: [{ kind: 'office_vetting_changed', to: 'reviewer_b' }], effects: [] },
  { id: 'Z5', event: 'approve', from: ['ready_for_decision'], to: 'approved', by: ['reviewer'], guards: [...decision, 'capabilities_decided'],
    notices: decided, effects: ['store_approvals'] },
  { id: 'Z5', event: 'approve_with_conditions', from: ['ready_for_decision'], to: 'approved_with_conditions', by: ['reviewer'],
    guards: [...decision, 'capabilities_decided', 'with_conditions'], notices: decided, effects: ['store_approvals'] },
  { id: 'Z5', event: 'reject', from: ['ready_for_decision'], to: 'rejected', by: ['reviewer'], guards: [...decision, 'rejection_reason'],
    notices: decided, effects: [] },
  { id: 'Z6', event: 'disagree', from: ['ready_for_decision'], to: 'in_review', by: ['reviewer'],
    guards: ['is_not_reviewer_a', 'untied', 'reason_stored'], notices: [{ kind: 'office_vetting_changed', to: 'reviewer_a' }], effects: [] },

  { id: 'Z7', event: 'begin_expiring', from: ['approved', 'approved_with_conditions'], to: 'expiring', by: ['system'], guards: ['expiring'],
    notices: [{ kind: 'vetting_expiring', to: 'provider' }, ...officeTold], effects: [] },
  { id: 'Z7', event: 'expire', from: [...offerableVettingStates, 'paused'], to: 'expired', by: ['system'], guards: ['past_end'],
    notices: [{ kind: 'vetting_expiring', to: 'provider' }, ...officeTold], effects: ['end_approvals', 'review_running_cases'] },
  { id: 'Z8', event: 'renew', from: ['expiring', 'expired'], to: 'approved', by: ['reviewer'],
    guards: [...decision, 'new_proof_verified', 'without_conditions'], notices: decided, effects: ['store_approvals'] },
  { id: 'Z8', event: 'renew', from: ['expiring', 'expired'], to: 'approved_with_conditions', by: ['reviewer'],
    guards: [...decision, 'new_proof_verified', 'with_conditions'], notices: decided, effects: ['store_approvals'] },
  { id: 'Z9', event: 'pause', from: offerableVettingStates, to: 'paused', by: ['provider'], guards: ['no_open_offers'], notices: officeTold, effects: [] },
  ...standsAgain.map(({ to, guards }): VettingRule => ({
    id: 'Z9', event: 'resume', from: ['paused'], to, by: ['provider'], guards, notices: officeTold, effects: [] })),

  { id: 'Z10', event: 'suspend', from: activeVettingStates, to: 'suspended', by: ['office'], guards: ['suspension_reason', 'untied', 'second_factor'],
    notices: [...suspended, { kind: 'case_state_changed', to: 'running_companies' }],
    effects: ['revoke_open_offers', 'store_durable_copy', 'tell_running_companies'] },
  { id: 'Z10', event: 'confirm_suspension', from: ['suspended'], to: 'same', by: ['office'],
    guards: ['suspension_unconfirmed', 'is_second_person', 'untied', 'second_factor', 'within_3_working_days'], notices: suspended, effects: [] },
  ...standsAgain.map(({ to, guards }): VettingRule => ({
    id: 'Z10', event: 'lapse_suspension', from: ['suspended'], to, by: ['system'], guards: ['suspension_unconfirmed', 'past_3_working_days', ...guards],
    notices: [...decided, ...officeTold], effects: [] })),
  ...standsAgain.map(({ to, guards }): VettingRule => ({
    id: 'Z11', event: 'lift_suspension', from: ['suspended'], to, by: ['office'], guards: [...secondPerson, ...guards], notices: decided, effects: [] })),
  { id: 'Z11', event: 'revoke', from: ['suspended'], to: 'revoked', by: ['office'], guards: [...secondPerson, 'notice_over_or_grave'],
    notices: [...decided, ...officeTold], effects: ['end_approvals', 'hand_over_running_cases'] },
  { id: 'Z12', event: 'end', from: ['draft', 'submitted', 'in_review', 'more_needed', 'ready_for_decision', ...activeVettingStates, 'suspended'],
    to: 'ended', by: ['provider', 'office'], guards: ['end_reason'], notices: [...decided, ...officeTold],
    effects: ['end_approvals', 'revoke_open_offers', 'hand_over_running_cases'] },
];

/** One step of an approval. Refused with `wrong_state` (detail: the state, or the guard that failed) or `not_allowed`. */
export function step(state: VettingState, fired: VettingFired, context: VettingContext): Result<VettingStep> {
  return fire(vettingRules, vettingGuards, state, fired, context);
}

/** The events a party may try in this state, before guards. */
export function vettingEventsFor(state: VettingState, party: VettingParty): readonly VettingEventName[] {
  return eventsFor(vettingRules, state, party);
}

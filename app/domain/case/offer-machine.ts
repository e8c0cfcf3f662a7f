import type { Result } from '../result.ts';
import { fire } from '../state-machine.ts';
import type { Fired, Guards, Rule, Step } from '../state-machine.ts';
import type { Severity } from '../triage/kinds.ts';
import type { CaseNotice, Party } from './parties.ts';
import { declineReasons, isReasonOf, revocationReasons } from './reasons.ts';
import { acceptsOffers } from './statuses.ts';
import type { CaseState, OfferState } from './statuses.ts';

export const offerEvents = [
  'send',
  'deliver',
  'see',
  'accept',
  'promote',
  'confirm',
  'report_conflict',
  'miss_confirmation',
  'decline',
  'expire',
  'revoke',
  'fail_delivery',
] as const;
export type OfferEventName = (typeof offerEvents)[number];

/** What belongs into the same transaction as the change of an offer. */
export const offerEffects = [
  'debit_fair_share',
  'reverse_fair_share',
  'reserve_case',
  'release_reservation',
  'promote_first_reserve',
  'assign_case',
  'offer_to_next',
  'flag_unreachable',
] as const;
export type OfferEffect = (typeof offerEffects)[number];

/** What a step of an offer may need to know. What is left out counts as not proven. */
export type OfferContext = {
  readonly caseState?: CaseState;
  readonly severity?: Severity;
  readonly now?: Date;
  readonly expiresAt?: Date;
  readonly confirmBy?: Date;
  /** Vetting, suspension, conflict, panel, reachability and the other hard filters hold at this moment. */
  readonly passesFilters?: boolean;
  /** Not suspended or revoked at this moment; an approval that ended since the acceptance does not matter. */
  readonly notSuspended?: boolean;
  /** Another offer of the case is `accepted` or `confirmed`. */
  readonly caseHeldByAnother?: boolean;
  /** The case's reservation names this offer. */
  readonly holdsCase?: boolean;
};

function reached(now: Date | undefined, time: Date | undefined): boolean {
  return now !== undefined && time !== undefined && now.getTime() >= time.getTime();
}

export const offerGuards = {
  case_accepts_offers: (c) => c.caseState !== undefined && acceptsOffers(c.caseState),
  passes_filters: (c) => c.passesFilters === true,
  not_suspended: (c) => c.notSuspended === true,
  case_free: (c) => c.caseHeldByAnother === false,
  case_held_by_another: (c) => c.caseHeldByAnother === true,
  holds_case: (c) => c.holdsCase === true,
  window_over: (c) => reached(c.now, c.expiresAt),
  confirmation_overdue: (c) => reached(c.now, c.confirmBy),
  critical: (c) => c.severity === 'S1',
  decline_reason: (_, fired) => isReasonOf(declineReasons, fired.reason),
  revocation_reason: (_, fired) => isReasonOf(revocationReasons, fired.reason),
  taken: (_, fired) => fired.reason === 'taken',
  not_taken: (_, fired) => fired.reason !== 'taken',
} satisfies Guards<string, OfferContext>;
export type OfferGuard = keyof typeof offerGuards;

export type OfferRule = Rule<OfferState, OfferEventName, Party, OfferGuard, CaseNotice<OfferGuard>, OfferEffect>;
export type OfferStep = Step<OfferState, OfferEventName, Party, CaseNotice<OfferGuard>, OfferEffect>;
export type OfferFired = Fired<OfferEventName, Party>;

const revoked = [
  { kind: 'offer_taken', to: 'provider', when: 'taken' },
  { kind: 'offer_revoked', to: 'provider', when: 'not_taken' },
] as const;

/**
 * The life of an offer (6.2 of the rule book). The first to accept holds the case, later ones wait as reserve, oldest
 * first. A late acceptance counts until somebody is confirmed. A confirmation after its time counts as long as the
 * worker has not released the case: whichever comes first wins.
 */
export const offerRules: readonly OfferRule[] = [
  { id: 'O1', event: 'send', from: ['planned'], to: 'sent', by: ['system'], guards: ['case_accepts_offers', 'passes_filters'],
    notices: [{ kind: 'offer_received', to: 'provider' }], effects: ['debit_fair_share'] },
  { id: 'O2', event: 'deliver', from: ['sent'], to: 'delivered', by: ['system'], guards: [], notices: [], effects: [] },
  { id: 'O2', event: 'see', from: ['sent', 'delivered'], to: 'seen', by: ['provider', 'system'], guards: [], notices: [], effects: [] },

  { id: 'O3', event: 'accept', from: ['sent', 'delivered', 'seen', 'expired'], to: 'accepted', by: ['provider'],
    guards: ['case_accepts_offers', 'passes_filters', 'case_free'], notices: [], effects: ['reserve_case'] },
  { id: 'O5', event: 'accept', from: ['sent', 'delivered', 'seen', 'expired'], to: 'reserve', by: ['provider'],
    guards: ['case_accepts_offers', 'passes_filters', 'case_held_by_another'],
    notices: [{ kind: 'offer_reserve', to: 'provider' }], effects: [] },
  { id: 'O6', event: 'promote', from: ['reserve'], to: 'accepted', by: ['system'],
    guards: ['case_accepts_offers', 'passes_filters', 'case_free'],
    notices: [{ kind: 'offer_confirm_now', to: 'provider' }], effects: ['reserve_case'] },

  { id: 'O4', event: 'confirm', from: ['accepted'], to: 'confirmed', by: ['provider'],
    guards: ['case_accepts_offers', 'holds_case', 'not_suspended'],
    notices: [{ kind: 'assignment_confirmed', to: 'provider' }], effects: ['assign_case'] },
  { id: 'O7', event: 'report_conflict', from: ['accepted'], to: 'conflict', by: ['provider'], guards: [], notices: [],
    effects: ['release_reservation', 'reverse_fair_share', 'promote_first_reserve', 'offer_to_next'] },
  { id: 'O7', event: 'miss_confirmation', from: ['accepted'], to: 'expired', by: ['system'], guards: ['confirmation_overdue'],
    notices: [{ kind: 'offer_expired', to: 'provider' }],
    effects: ['release_reservation', 'promote_first_reserve', 'offer_to_next'] },

  { id: 'O8', event: 'decline', from: ['sent', 'delivered', 'seen', 'reserve'], to: 'declined', by: ['provider'], guards: ['decline_reason'],
    notices: [], effects: ['offer_to_next'] },
  { id: 'O8', event: 'decline', from: ['accepted'], to: 'declined', by: ['provider'], guards: ['decline_reason'],
    notices: [], effects: ['release_reservation', 'promote_first_reserve', 'offer_to_next'] },
  { id: 'O9', event: 'expire', from: ['sent', 'delivered', 'seen'], to: 'expired', by: ['system'], guards: ['window_over'],
    notices: [{ kind: 'offer_expired', to: 'provider' }], effects: ['offer_to_next'] },
  // Nobody has heard of a planned offer: it goes without a word.
  { id: 'O10', event: 'revoke', from: ['planned'], to: 'revoked', by: ['system', 'office', 'duty'], guards: ['revocation_reason'],
    notices: [], effects: [] },
  { id: 'O10', event: 'revoke', from: ['sent', 'delivered', 'seen', 'reserve'], to: 'revoked', by: ['system', 'office', 'duty'],
    guards: ['revocation_reason'], notices: revoked, effects: [] },
  { id: 'O10', event: 'revoke', from: ['accepted'], to: 'revoked', by: ['system', 'office', 'duty'], guards: ['revocation_reason'],
    notices: revoked, effects: ['release_reservation', 'promote_first_reserve'] },
  { id: 'O11', event: 'fail_delivery', from: ['sent'], to: 'undeliverable', by: ['system'], guards: [],
    notices: [{ kind: 'duty_informed', to: 'duty', when: 'critical' }], effects: ['reverse_fair_share', 'flag_unreachable', 'offer_to_next'] },
];

/** One step of an offer. Refused with `wrong_state` (detail: the state, or the guard that failed) or `not_allowed`. */
export function step(state: OfferState, fired: OfferFired, context: OfferContext): Result<OfferStep> {
  return fire(offerRules, offerGuards, state, fired, context);
}

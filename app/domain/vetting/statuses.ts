export const vettingStates = [
  'draft',
  'submitted',
  'in_review',
  'more_needed',
  'ready_for_decision',
  'approved',
  'approved_with_conditions',
  'rejected',
  'expiring',
  'expired',
  'paused',
  'suspended',
  'revoked',
  'ended',
] as const;
export type VettingState = (typeof vettingStates)[number];

/** States in which a provider is offered cases, until 24:00 of its last day. */
export const offerableVettingStates = [
  'approved',
  'approved_with_conditions',
  'expiring',
] as const satisfies readonly VettingState[];

/** Approved at some time and not ended: what may be suspended. */
export const activeVettingStates = [...offerableVettingStates, 'expired', 'paused'] as const satisfies readonly VettingState[];

export const finalVettingStates = ['rejected', 'revoked', 'ended'] as const satisfies readonly VettingState[];

export function isVettingState(text: string): text is VettingState {
  return (vettingStates as readonly string[]).includes(text);
}

/** The state alone allows offers; the dates decide besides. */
export function allowsOffers(state: VettingState): boolean {
  return (offerableVettingStates as readonly string[]).includes(state);
}

const undecidedStates: readonly VettingState[] = ['draft', 'submitted', 'in_review', 'more_needed', 'ready_for_decision'];

/** The application has come to an end, good or bad. */
export function isDecided(state: VettingState): boolean {
  return !undecidedStates.includes(state);
}

/** Waiting for the association: shown in the office's list of applications. */
export function awaitsOffice(state: VettingState): boolean {
  return state === 'submitted' || state === 'in_review' || state === 'ready_for_decision';
}

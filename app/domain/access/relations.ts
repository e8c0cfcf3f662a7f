import { isActiveAssignment, isOpenOffer, isOpen, holdsCase } from '../case/statuses.ts';
import type { AssignmentState, CaseState, OfferState } from '../case/statuses.ts';
import type { Actor } from './actor.ts';

/** What the actor is to the object. Found from stored facts by the functions below, never from what a request says. */
export const relations = [
  /** Nothing: the object answers as if it did not exist. */
  'none',
  /** No object, or one that is open to everybody. */
  'public',
  /** The person's own account. */
  'self',
  'own_organisation',
  /** One of the case's recipients on the company's side, a guest with its code among them. */
  'case_recipient',
  /** Asked, not accepted: knows the anonymised brief. */
  'offered_provider',
  /** Accepted, not confirmed: knows name and town. */
  'accepted_provider',
  /** Confirmed, not yet released: knows the call-back data. */
  'assigned_provider',
  /** Confirmed and released: holds the case key. */
  'released_provider',
  /** Led or supported the case before; within the grace time it sees what it could see. */
  'former_provider',
  /** The office, over everything of its region. */
  'office',
  /** A regional partner, over a company or figures of its district. */
  'district_partner',
  /** The one document that a share link opens. */
  'link_holder',
] as const;
export type Relation = (typeof relations)[number];

/** What decides about a case. `recipientUserIds` is set when persons were chosen, as in a case that colleagues must not see. */
export type CaseAccessFacts = {
  readonly caseId: string;
  readonly state: CaseState;
  readonly recipientOrganisationIds: readonly string[];
  readonly recipientUserIds: readonly string[];
  /** The person who writes the draft; a draft belongs to nobody else. */
  readonly draftBy: string | null;
  readonly offers: readonly { readonly providerId: string; readonly state: OfferState }[];
  readonly assignments: readonly {
    readonly providerId: string;
    readonly state: AssignmentState;
    /** A case key was sealed to the provider's organisation, and lifted. */
    readonly released: boolean;
    readonly accessEndsAt: Date | null;
  }[];
};

/** Everything the actor is to a case; `['none']` when nothing. A provider that reported itself is recipient too. */
export function relationsToCase(actor: Actor, facts: CaseAccessFacts, now: Date): readonly Relation[] {
  if (actor.kind === 'guest') return [actor.caseId === facts.caseId ? 'case_recipient' : 'none'];
  if (actor.kind !== 'member') return ['none'];
  const found = new Set<Relation>();
  const isRecipient =
    facts.recipientOrganisationIds.includes(actor.organisationId) || facts.recipientUserIds.includes(actor.userId);
  if (facts.state === 'draft') return facts.draftBy === actor.userId || isRecipient ? ['case_recipient'] : ['none'];
  if (isRecipient) found.add('case_recipient');
  if (actor.organisationType === 'office') found.add('office');

  for (const assignment of facts.assignments.filter((one) => one.providerId === actor.organisationId)) {
    if (isActiveAssignment(assignment.state)) found.add(assignment.released ? 'released_provider' : 'assigned_provider');
    else if (assignment.accessEndsAt !== null && now.getTime() < assignment.accessEndsAt.getTime()) found.add('former_provider');
  }
  if (isOpen(facts.state)) {
    for (const offer of facts.offers.filter((one) => one.providerId === actor.organisationId)) {
      if (offer.state === 'accepted') found.add('accepted_provider');
      else if (isAsked(offer.state)) found.add('offered_provider');
    }
  }
  return found.size > 0 ? [...found] : ['none'];
}

/** The relation to one offer: only the provider it was sent to, and the office, know that it exists. */
export function relationToOffer(actor: Actor, offer: { readonly providerId: string; readonly state: OfferState }): Relation {
  if (actor.kind !== 'member') return 'none';
  if (offer.providerId === actor.organisationId) {
    if (holdsCase(offer.state)) return 'accepted_provider';
    return offer.state === 'planned' ? 'none' : 'offered_provider';
  }
  return actor.organisationType === 'office' ? 'office' : 'none';
}

/** The relation to an organisation and what belongs to it: profile, members, assessments, documents, vetting. */
export function relationToOrganisation(actor: Actor, organisationId: string): Relation {
  if (actor.kind !== 'member') return 'none';
  if (actor.organisationId === organisationId) return 'own_organisation';
  return actor.organisationType === 'office' ? 'office' : 'none';
}

/** The relation to an account and its sessions. */
export function relationToAccount(actor: Actor, userId: string): Relation {
  return actor.kind === 'member' && actor.userId === userId ? 'self' : 'none';
}

/** The relation to the office's own things: board, rules, log, settings. */
export function relationToOffice(actor: Actor): Relation {
  return actor.kind === 'member' && actor.organisationType === 'office' ? 'office' : 'none';
}

/** The relation to the document behind a share link. */
export function relationToShare(actor: Actor, share: { readonly id: string; readonly organisationId: string }): Relation {
  if (actor.kind === 'reader') return actor.shareId === share.id ? 'link_holder' : 'none';
  return actor.kind === 'member' && actor.organisationId === share.organisationId ? 'own_organisation' : 'none';
}

/** Sent and not settled; an expired offer may still be accepted late. */
function isAsked(state: OfferState): boolean {
  return (isOpenOffer(state) && state !== 'planned' && state !== 'accepted') || state === 'expired';
}

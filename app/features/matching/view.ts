import { acceptsOffers, isActiveAssignment, isAnswerable } from '#app/domain/case/statuses.ts';
import type { AssignmentState, CaseState, OfferState } from '#app/domain/case/statuses.ts';
import type { Brief } from '#app/domain/routing/brief.ts';
import type { ProviderExplanation } from '#app/domain/routing/explain.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { CompanyName, OfferSummary, ProviderCase } from './ports.ts';

/** Plain JSON for pages; instants are ISO 8601. */

export type OfferCard = {
  readonly id: string;
  readonly reference: string;
  readonly state: OfferState;
  /** `late`: the window is over, but a yes still counts. */
  readonly group: 'open' | 'late' | 'past';
  readonly severity: Severity;
  readonly kind: IncidentKind;
  readonly district: Brief['district'];
  readonly sentAt: string;
  /** Until when to answer, or to confirm where it has accepted. */
  readonly until: string;
  readonly leftMs: number;
};

export type CaseCard = {
  readonly caseId: string;
  readonly reference: string;
  readonly company: string | null;
  readonly state: CaseState;
  readonly severity: Severity;
  readonly kind: IncidentKind;
  readonly assignmentState: AssignmentState;
  readonly firstContactDue: string | null;
  /** The provider may still open it. */
  readonly readable: boolean;
};

export type ProviderInbox = {
  readonly open: readonly OfferCard[];
  readonly late: readonly OfferCard[];
  readonly past: readonly OfferCard[];
  readonly cases: readonly CaseCard[];
};

/** What the provider can do with the offer now. */
export type OfferStage = 'answer' | 'answer_late' | 'reserve' | 'confirm' | 'leads' | 'taken' | 'declined' | 'conflict' | 'over';

export type OfferView = {
  readonly id: string;
  readonly caseId: string;
  readonly stage: OfferStage;
  readonly state: OfferState;
  readonly brief: Brief;
  readonly explanation: ProviderExplanation | null;
  readonly sentAt: string;
  readonly until: string;
  readonly leftMs: number;
  /** Length of the window, for the lights. */
  readonly periodMs: number;
  /** Name and town; only for the one that has accepted. */
  readonly company: CompanyName | null;
};

export function offerCard({ offer, caseState }: OfferSummary, now: Date): OfferCard {
  const until = dueOf(offer);
  return {
    id: offer.id,
    reference: offer.brief.reference,
    state: offer.state,
    group: groupOf(offer.state, caseState),
    severity: offer.brief.severity,
    kind: offer.brief.kind,
    district: offer.brief.district,
    sentAt: (offer.sentAt ?? now).toISOString(),
    until: until.toISOString(),
    leftMs: until.getTime() - now.getTime(),
  };
}

export function offerView({ offer, caseState }: OfferSummary, company: CompanyName | null, now: Date): OfferView {
  const until = dueOf(offer);
  const from = (offer.confirmBy === null ? offer.sentAt : offer.acceptedAt) ?? now;
  return {
    id: offer.id,
    caseId: offer.caseId,
    stage: stageOf(offer.state, caseState),
    state: offer.state,
    brief: offer.brief,
    explanation: offer.explanation,
    sentAt: (offer.sentAt ?? now).toISOString(),
    until: until.toISOString(),
    leftMs: until.getTime() - now.getTime(),
    periodMs: Math.max(1, until.getTime() - from.getTime()),
    company,
  };
}

export function caseCard(one: ProviderCase, company: CompanyName | null, now: Date): CaseCard {
  return {
    caseId: one.caseId,
    reference: one.reference,
    company: company?.name ?? null,
    state: one.state,
    severity: one.severity,
    kind: one.kind as IncidentKind,
    assignmentState: one.assignmentState,
    firstContactDue: one.firstContactDue?.toISOString() ?? null,
    readable: isActiveAssignment(one.assignmentState) || (one.accessEndsAt !== null && one.accessEndsAt.getTime() > now.getTime()),
  };
}

function dueOf(offer: OfferSummary['offer']): Date {
  return offer.confirmBy ?? offer.expiresAt ?? offer.sentAt ?? new Date(0);
}

function groupOf(state: OfferState, caseState: CaseState): OfferCard['group'] {
  if (!acceptsOffers(caseState)) return 'past';
  if (state === 'expired') return 'late';
  return isAnswerable(state) || state === 'accepted' || state === 'reserve' ? 'open' : 'past';
}

function stageOf(state: OfferState, caseState: CaseState): OfferStage {
  switch (state) {
    case 'confirmed':
      return 'leads';
    case 'declined':
      return 'declined';
    case 'conflict':
      return 'conflict';
    case 'revoked':
      return 'taken';
    default:
  }
  if (!acceptsOffers(caseState)) return 'taken';
  if (state === 'accepted') return 'confirm';
  if (state === 'reserve') return 'reserve';
  if (state === 'expired') return 'answer_late';
  return isAnswerable(state) ? 'answer' : 'over';
}

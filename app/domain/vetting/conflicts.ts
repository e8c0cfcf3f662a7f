import { addMonths } from './validity.ts';
import type { LocalDate } from './validity.ts';

/** Who may not judge an applicant (invariant 10). Board members are often providers themselves. */

/** What a person of the office declares about itself. */
export const tieKinds = ['own_firm', 'board_member', 'customer', 'competitor'] as const;
export type TieKind = (typeof tieKinds)[number];

/** The order tells which of several ties is named. */
export type Tie = TieKind;

/** A tie to one provider, or, where the own firm is none, the capabilities in which it competes. */
export type DeclaredTie = {
  readonly kind: TieKind;
  readonly organisationId: string | null;
  readonly capabilities: readonly string[];
  /** Last day of what tied the person; null: still so. */
  readonly endedOn: LocalDate | null;
};

/** Months for which a tie that has ended still counts: nobody judges the customer of yesterday. */
export const TIE_COUNTS_MONTHS = 12;

/** A reviewer with everything that ties them to somebody. Organisations by id. */
export type Reviewer = {
  readonly userId: string;
  /** Organisations the person works for. */
  readonly organisationIds: readonly string[];
  /** Ties that count today. */
  readonly declared: readonly DeclaredTie[];
  /** Capabilities in which the person's own organisations are approved or have applied, and those it has declared. */
  readonly ownCapabilities: readonly string[];
};

export type Applicant = {
  readonly organisationId: string;
  /** Capabilities applied for. */
  readonly capabilities: readonly string[];
};

/** True while a declared tie counts. */
export function tieCountsOn(tie: Pick<DeclaredTie, 'endedOn'>, today: LocalDate): boolean {
  return tie.endedOn === null || today <= addMonths(tie.endedOn, TIE_COUNTS_MONTHS);
}

/** Organisations whose competitors the person may not judge: where it works, what it owns, on whose board it sits. */
export function ownOrganisations(memberOf: readonly string[], declared: readonly DeclaredTie[]): readonly string[] {
  const owned = declared.filter((tie) => tie.kind === 'own_firm' || tie.kind === 'board_member').flatMap((tie) => tie.organisationId ?? []);
  return [...new Set([...memberOf, ...owned])];
}

/** What ties a reviewer to an applicant, or null. */
export function tieBetween(reviewer: Reviewer, applicant: Applicant): Tie | null {
  if (reviewer.organisationIds.includes(applicant.organisationId)) return 'own_firm';
  const named = tieKinds.find((kind) => reviewer.declared.some((tie) => tie.kind === kind && tie.organisationId === applicant.organisationId));
  if (named !== undefined) return named;
  return reviewer.ownCapabilities.some((capability) => applicant.capabilities.includes(capability)) ? 'competitor' : null;
}

/** Who may not judge an applicant (invariant 10). Board members are often providers themselves. */

/** A reviewer with everything that ties them to somebody. Organisations by id. */
export type Reviewer = {
  readonly userId: string;
  /** Organisations the person works for or owns. */
  readonly organisationIds: readonly string[];
  /** Customers, shareholdings and everything else the person has declared. */
  readonly declaredTies: readonly string[];
  /** Capabilities in which the person's own organisations are approved or have applied. */
  readonly ownCapabilities: readonly string[];
};

export type Applicant = {
  readonly organisationId: string;
  /** Capabilities applied for. */
  readonly capabilities: readonly string[];
};

export type Tie = 'own_firm' | 'declared' | 'competitor';

/** What ties a reviewer to an applicant, or null. */
export function tieBetween(reviewer: Reviewer, applicant: Applicant): Tie | null {
  if (reviewer.organisationIds.includes(applicant.organisationId)) return 'own_firm';
  if (reviewer.declaredTies.includes(applicant.organisationId)) return 'declared';
  if (reviewer.ownCapabilities.some((capability) => applicant.capabilities.includes(capability))) return 'competitor';
  return null;
}

import type { CapabilityLevel } from '../routing/capabilities.ts';
import type { IncidentKind } from '../triage/kinds.ts';
import { mandatoryItems } from './items.ts';
import type { ItemCode, ItemState } from './items.ts';
import { addMonths, REVETTING_MONTHS } from './validity.ts';
import type { LocalDate } from './validity.ts';

/** A decided item. `validUntil` null: the item was accepted without an end of its own. */
export type ItemEvidence = {
  readonly code: ItemCode;
  readonly state: ItemState;
  readonly validUntil: LocalDate | null;
};

/** Qualification of one person. `expert_equal`: GCFA, GCIH, OSCP or equal, as the reviewer judged it. */
export type Qualification = {
  readonly personId: string;
  readonly kind: 'first_responder' | 'practitioner' | 'expert' | 'expert_equal';
  /** Null: has no end date. */
  readonly validUntil: LocalDate | null;
};

/** What speaks for one capability (V6). */
export type CapabilityEvidence = {
  readonly capability: IncidentKind;
  /** Closed cases of this kind within 48 months, confirmed by referees. */
  readonly confirmedCases: number;
  /** End date of a certificate that covers the kind; null: none. */
  readonly certificateUntil: LocalDate | null;
};

export type Evidence = {
  readonly items: readonly ItemEvidence[];
  readonly persons: readonly Qualification[];
  /** End date of the BSI's certification as a provider for incident response; null: none. */
  readonly certifiedProviderUntil: LocalDate | null;
  readonly capabilities: readonly CapabilityEvidence[];
};

export type Shortfall =
  | { readonly kind: 'item'; readonly code: ItemCode; readonly state: ItemState }
  | { readonly kind: 'persons' }
  | { readonly kind: 'capability' };

/** Approved until the end of a day, or not, with everything that is lacking. */
export type ApprovedFor =
  | { readonly approved: true; readonly until: LocalDate }
  | { readonly approved: false; readonly lacking: readonly Shortfall[] };

/** Cases that prove a capability without a certificate. */
export const CASES_FOR_CAPABILITY = 3;

/** Later than every date: stands for "no end". */
const NO_END: LocalDate = '9999-12-31';

/**
 * For what evidence suffices: one capability at one level, for S1 and S2 besides when `urgent`. The approval ends with
 * the first mandatory proof, 24 months after the decision at the latest. `decidedOn` is the day of the decision.
 */
export function approvedFor(
  evidence: Evidence,
  capability: IncidentKind,
  level: CapabilityLevel,
  urgent: boolean,
  decidedOn: LocalDate,
): ApprovedFor {
  const lacking: Shortfall[] = [];
  let until = addMonths(decidedOn, REVETTING_MONTHS);
  const limit = (date: LocalDate | null): void => {
    if (date !== null && date < until) until = date;
  };

  for (const code of mandatoryItems(level, urgent)) {
    const item = evidence.items.find((one) => one.code === code);
    const holds = item?.state === 'accepted' && (item.validUntil === null || item.validUntil >= decidedOn);
    if (holds) limit(item.validUntil);
    else lacking.push({ kind: 'item', code, state: item?.state ?? 'missing' });
  }

  const personsEnd = personsSufficeUntil(evidence, level, decidedOn);
  if (personsEnd === null) lacking.push({ kind: 'persons' });
  else limit(personsEnd);

  const capabilityEnd = capabilityProvenUntil(evidence, capability, decidedOn);
  if (capabilityEnd === null) lacking.push({ kind: 'capability' });
  else limit(capabilityEnd);

  return lacking.length > 0 ? { approved: false, lacking } : { approved: true, until };
}

/** True when the persons valid on a day suffice for a level (V7). One person counts once, with the highest qualification. */
export function personsSuffice(evidence: Pick<Evidence, 'persons' | 'certifiedProviderUntil'>, level: CapabilityLevel, on: LocalDate): boolean {
  const rank = { first_responder: 1, practitioner: 2, expert_equal: 3, expert: 4 } as const;
  const best = new Map<string, number>();
  for (const one of evidence.persons) {
    if (one.validUntil !== null && one.validUntil < on) continue;
    best.set(one.personId, Math.max(best.get(one.personId) ?? 0, rank[one.kind]));
  }
  const atLeast = (wanted: number): number => [...best.values()].filter((value) => value >= wanted).length;
  switch (level) {
    case 1:
      return atLeast(1) >= 1;
    case 2:
      return atLeast(2) >= 1;
    case 3:
      return atLeast(3) >= 1;
    case 4: {
      const certified = evidence.certifiedProviderUntil !== null && evidence.certifiedProviderUntil >= on;
      // Two experts, or one expert and two practitioners beside; the team needs the expert's own certificate.
      return certified || atLeast(4) >= 2 || (atLeast(4) === 1 && atLeast(2) >= 3);
    }
  }
}

/** The last day on which the persons suffice without a renewal; null when they do not suffice on `from`. */
function personsSufficeUntil(evidence: Evidence, level: CapabilityLevel, from: LocalDate): LocalDate | null {
  if (!personsSuffice(evidence, level, from)) return null;
  const ends = [...evidence.persons.map((one) => one.validUntil), evidence.certifiedProviderUntil]
    .filter((date): date is LocalDate => date !== null && date >= from)
    .concat(NO_END)
    .sort();
  // Qualifications only fall away, so the last day that suffices is the greatest end date that still does.
  return ends.filter((date) => personsSuffice(evidence, level, date)).at(-1) ?? from;
}

function capabilityProvenUntil(evidence: Evidence, capability: IncidentKind, on: LocalDate): LocalDate | null {
  const proof = evidence.capabilities.find((one) => one.capability === capability);
  if (proof === undefined) return null;
  if (proof.confirmedCases >= CASES_FOR_CAPABILITY) return NO_END;
  return proof.certificateUntil !== null && proof.certificateUntil >= on ? proof.certificateUntil : null;
}

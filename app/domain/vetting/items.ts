import { capabilityLevels } from '../routing/capabilities.ts';
import type { CapabilityLevel } from '../routing/capabilities.ts';

/** What a provider proves before it is offered a case (5.1 of the rule book). Titles and help stand in the content. */

export const itemCodes = [
  'V1',
  'V2',
  'V3',
  'V4',
  'V5',
  'V6',
  'V7',
  'V8',
  'V9',
  'V10',
  'V11',
  'V12',
  'V13',
  'V14',
  'V15',
  'V16',
] as const;
export type ItemCode = (typeof itemCodes)[number];

/** Standing of one item in one application. */
export const itemStates = ['missing', 'submitted', 'accepted', 'refused', 'more_needed'] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * How long an accepted item holds: a number of months from its acceptance, the end date printed on it, or days since the
 * last successful test call.
 */
export type Validity =
  | { readonly kind: 'months'; readonly months: number }
  | { readonly kind: 'end_date' }
  | { readonly kind: 'test'; readonly days: number };

export type VettingItemRule = {
  readonly code: ItemCode;
  /** What it is, as a key of the content. */
  readonly subject: string;
  /** Levels that need it; none for an item that is optional or concerns the pool of urgent cases only. */
  readonly mandatoryFor: readonly CapabilityLevel[];
  /** Needed, at every level, before a provider is offered S1 and S2 cases. */
  readonly mandatoryForUrgent: boolean;
  readonly validity: Validity;
  /** A file must be handed in; elsewhere it may be. */
  readonly needsDocument: boolean;
};

const all: readonly CapabilityLevel[] = capabilityLevels;
const months = (count: number): Validity => ({ kind: 'months', months: count });
const endDate: Validity = { kind: 'end_date' };

/**
 * V1 to V16. Where an item holds parts of differing age, the shortest rules: V4 ends after twelve months with its
 * technical and organisational measures, although the agreement itself holds 24.
 */
export const vettingItems: readonly VettingItemRule[] = [
  { code: 'V1', subject: 'legal_entity', mandatoryFor: all, mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V2', subject: 'liability_insurance', mandatoryFor: all, mandatoryForUrgent: false, validity: endDate, needsDocument: true },
  { code: 'V3', subject: 'confidentiality_undertaking', mandatoryFor: all, mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V4', subject: 'data_processing_agreement', mandatoryFor: all, mandatoryForUrgent: false, validity: months(12), needsDocument: true },
  { code: 'V5', subject: 'conflict_declaration', mandatoryFor: all, mandatoryForUrgent: false, validity: months(6), needsDocument: false },
  { code: 'V6', subject: 'capabilities', mandatoryFor: all, mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V7', subject: 'persons', mandatoryFor: all, mandatoryForUrgent: false, validity: endDate, needsDocument: true },
  { code: 'V8', subject: 'own_security', mandatoryFor: all, mandatoryForUrgent: false, validity: endDate, needsDocument: true },
  { code: 'V9', subject: 'duty_promise', mandatoryFor: [], mandatoryForUrgent: true, validity: { kind: 'test', days: 90 }, needsDocument: false },
  { code: 'V10', subject: 'evidence_handling', mandatoryFor: [3, 4], mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V11', subject: 'sample_reports', mandatoryFor: [2, 3, 4], mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V12', subject: 'price_sheet', mandatoryFor: all, mandatoryForUrgent: false, validity: months(12), needsDocument: false },
  { code: 'V13', subject: 'reliability', mandatoryFor: all, mandatoryForUrgent: false, validity: months(12), needsDocument: false },
  { code: 'V14', subject: 'code_of_conduct', mandatoryFor: all, mandatoryForUrgent: false, validity: months(24), needsDocument: true },
  { code: 'V15', subject: 'insurer_panels', mandatoryFor: [], mandatoryForUrgent: false, validity: months(12), needsDocument: true },
  { code: 'V16', subject: 'languages_and_area', mandatoryFor: all, mandatoryForUrgent: false, validity: months(6), needsDocument: false },
];

/** Proofs that bear one end date of their own; where persons bear it (V7) each has its own. */
export const withPrintedEnd: readonly ItemCode[] = ['V2', 'V8'];

/** The items a level needs, in order; with `urgent` also those of the S1/S2 pool. */
export function mandatoryItems(level: CapabilityLevel, urgent: boolean): readonly ItemCode[] {
  return vettingItems
    .filter((item) => item.mandatoryFor.includes(level) || (urgent && item.mandatoryForUrgent))
    .map((item) => item.code);
}

export function itemRule(code: ItemCode): VettingItemRule {
  const rule = vettingItems.find((item) => item.code === code);
  if (rule === undefined) throw new Error(`unknown vetting item ${code}`);
  return rule;
}

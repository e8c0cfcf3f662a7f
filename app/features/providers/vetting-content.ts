import { capabilityLevels } from '#app/domain/routing/capabilities.ts';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { CapabilityEvidence, Evidence, Qualification } from '#app/domain/vetting/approved-for.ts';
import { mandatoryItems } from '#app/domain/vetting/items.ts';
import type { ItemCode, ItemState } from '#app/domain/vetting/items.ts';
import type { LocalDate } from '#app/domain/vetting/validity.ts';

/** What stands in an item: account data of the provider and the office, under the server's key. */
export type ItemContent = {
  /** What the provider says. */
  readonly text: string;
  /** Where the document is kept or was sent: name, date, number. */
  readonly reference: string;
  /** End date printed on the proof. */
  readonly endsOn: LocalDate | null;
  /** V7 only. */
  readonly persons: readonly (Qualification & { readonly name: string; readonly number: string })[];
  /** V7 only: certification of the firm by the BSI. */
  readonly certifiedProviderUntil: LocalDate | null;
  /** V6 only. */
  readonly capabilities: readonly CapabilityEvidence[];
  /** What the reviewer noted. */
  readonly note: string;
  /** What the reviewer asks for. */
  readonly question: string;
};

export const emptyItem: ItemContent = {
  text: '',
  reference: '',
  endsOn: null,
  persons: [],
  certifiedProviderUntil: null,
  capabilities: [],
  note: '',
  question: '',
};

export type RequestedCapability = { readonly capability: IncidentKind; readonly level: CapabilityLevel };

/** What a reviewer may attach to an approval; coded, so that routing and pages can name it. */
export const approvalConditions = ['under_supervision', 'report_after_each_case', 'renew_proof_soon', 'remote_only'] as const;
export type ApprovalCondition = (typeof approvalConditions)[number];

/** One proof in an application. */
export type ItemInReview = { readonly code: ItemCode; readonly state: ItemState; readonly validUntil: LocalDate | null; readonly content: ItemContent };

/** What the application proves, as `approvedFor` judges it. */
export function evidenceOf(items: readonly ItemInReview[]): Evidence {
  const contentOf = (code: ItemCode): ItemContent => items.find((item) => item.code === code)?.content ?? emptyItem;
  return {
    items: items.map(({ code, state, validUntil }) => ({ code, state, validUntil })),
    persons: contentOf('V7').persons.map(({ personId, kind, validUntil }) => ({ personId, kind, validUntil })),
    certifiedProviderUntil: contentOf('V7').certifiedProviderUntil,
    capabilities: contentOf('V6').capabilities,
  };
}

/** The items this application needs: those of its highest level, and with `urgent` those of the S1/S2 pool. */
export function itemsNeeded(requested: readonly RequestedCapability[], urgent: boolean): readonly ItemCode[] {
  const highest = capabilityLevels.filter((level) => requested.some((one) => one.level === level)).at(-1) ?? 1;
  return mandatoryItems(highest, urgent);
}

/** The items that must be decided: the needed ones, and whatever was handed in besides. */
export function itemsToDecide(items: readonly ItemInReview[], requested: readonly RequestedCapability[]): readonly ItemInReview[] {
  const needed = itemsNeeded(requested, false);
  return items.filter((item) => needed.includes(item.code) || item.state !== 'missing');
}

import type { VettingState } from '#app/domain/vetting/statuses.ts';
import { itemRule } from '#app/domain/vetting/items.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import { documentsFor } from './document-view.ts';
import type { DocumentView } from './document-view.ts';
import type { ApprovalRow } from './ports.ts';
import type { OwnVetting } from './read-own-vetting.server.ts';
import { isComplete } from './submit-application.server.ts';
import type { ApprovalCondition, ItemInReview, RequestedCapability } from './vetting-content.ts';

export type OwnItem = ItemInReview & { readonly needsDocument: boolean; readonly documents: readonly DocumentView[] };

export type OwnVettingView = {
  readonly providerId: string;
  readonly application: { readonly state: VettingState; readonly dueAt: string | null; readonly requested: readonly RequestedCapability[]; readonly items: readonly OwnItem[] } | null;
  /** The last application, when it was rejected or closed and no other runs. */
  readonly ended: { readonly state: VettingState; readonly on: string; readonly reason: string | null; readonly words: string } | null;
  readonly standing: { readonly state: VettingState; readonly validUntil: string | null; readonly conditions: readonly ApprovalCondition[] } | null;
  readonly approvals: readonly ApprovalRow[];
  readonly needed: readonly ItemCode[];
  readonly neededDone: number;
  readonly complete: boolean;
  readonly mayApply: boolean;
};

export function ownVettingView({ providerId, application, documents, standing, ended, approvals, needed, mayApply }: OwnVetting): OwnVettingView {
  const items = application?.items ?? [];
  return {
    providerId,
    application: application === null ? null : { state: application.state, dueAt: application.dueAt?.toISOString() ?? null, requested: application.requested, items: items.map(({ code, state, validUntil, content }) => ({ code, state, validUntil, content, needsDocument: itemRule(code).needsDocument, documents: documentsFor(documents, code).filter((one) => one.withdrawnAt === null) })) },
    ended: ended === null ? null : { state: ended.state, on: (ended.decidedAt ?? ended.updatedAt).toISOString(), reason: ended.verdict?.reason ?? null, words: ended.verdict?.words ?? '' },
    standing: standing === null ? null : { state: standing.state, validUntil: standing.validUntil, conditions: standing.conditions },
    approvals,
    needed,
    neededDone: items.filter((item) => needed.includes(item.code) && (item.state === 'submitted' || item.state === 'accepted')).length,
    complete: application !== null && isComplete(application),
    mayApply,
  };
}

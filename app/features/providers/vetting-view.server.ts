import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import type { ApprovalRow } from './ports.ts';
import type { OwnVetting } from './read-own-vetting.server.ts';
import { isComplete } from './submit-application.server.ts';
import type { ApprovalCondition, ItemInReview, RequestedCapability } from './vetting-content.ts';

export type OwnVettingView = {
  readonly application: { readonly state: VettingState; readonly dueAt: string | null; readonly requested: readonly RequestedCapability[]; readonly items: readonly ItemInReview[] } | null;
  readonly standing: { readonly state: VettingState; readonly validUntil: string | null; readonly conditions: readonly ApprovalCondition[] } | null;
  readonly approvals: readonly ApprovalRow[];
  readonly needed: readonly ItemCode[];
  readonly neededDone: number;
  readonly complete: boolean;
  readonly mayApply: boolean;
};

export function ownVettingView({ application, standing, approvals, needed, mayApply }: OwnVetting): OwnVettingView {
  const items = application?.items ?? [];
  return {
    application: application === null ? null : { state: application.state, dueAt: application.dueAt?.toISOString() ?? null, requested: application.requested, items: items.map(({ code, state, validUntil, content }) => ({ code, state, validUntil, content })) },
    standing: standing === null ? null : { state: standing.state, validUntil: standing.validUntil, conditions: standing.conditions },
    approvals,
    needed,
    neededDone: items.filter((item) => needed.includes(item.code) && (item.state === 'submitted' || item.state === 'accepted')).length,
    complete: application !== null && isComplete(application),
    mayApply,
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { itemsNeeded } from './vetting-content.ts';
import type { ApprovalRow, ProviderDeps, ProviderProfile, Vetting, VettingDocument } from './ports.ts';
import type { ItemCode } from '#app/domain/vetting/items.ts';
import { applicationAmong, mayApplyAnew, requireOwn, standingAmong } from './vetting-rights.ts';

export type OwnVetting = {
  readonly providerId: string;
  readonly profile: ProviderProfile | null;
  readonly application: Vetting | null;
  /** Of the application, withdrawn ones too. */
  readonly documents: readonly VettingDocument[];
  readonly standing: Vetting | null;
  /** The last application, when it was rejected or closed and no other runs. */
  readonly ended: Vetting | null;
  readonly approvals: readonly ApprovalRow[];
  readonly needed: readonly ItemCode[];
  readonly mayApply: boolean;
  readonly openOffers: number;
};

/** The provider's own application and approval, with everything the reviewers asked. Notes of the reviewers, and what they said to each other, stay with the office. */
export function readOwnVetting(deps: ProviderDeps) {
  return async function (actor: Actor): Promise<Result<OwnVetting>> {
    const member = requireOwn(deps, actor, 'vetting.read_own');
    if (!member.ok) return member;
    const providerId = member.value.organisationId;
    const [profile, all, approvals, openOffers] = await Promise.all([
      deps.providers.profile(providerId),
      deps.vettings.ofProvider(providerId),
      deps.vettings.approvals(providerId),
      deps.providers.openOffers(providerId),
    ]);
    const vettings = all.map(withoutNotes);
    const application = applicationAmong(vettings);
    const standing = standingAmong(vettings);
    return ok({
      providerId,
      profile,
      application,
      documents: application === null ? [] : await deps.documents.ofVetting(application.id),
      standing,
      ended: application === null && vettings[0] !== standing ? (vettings[0] ?? null) : null,
      approvals,
      needed: itemsNeeded(application?.requested ?? [], false),
      mayApply: mayApplyAnew(vettings),
      openOffers,
    });
  };
}

function withoutNotes(vetting: Vetting): Vetting {
  const verdict = vetting.verdict?.verdict === 'reject' ? vetting.verdict : null;
  return { ...vetting, verdict, items: vetting.items.map((item) => ({ ...item, content: { ...item.content, note: '' } })) };
}

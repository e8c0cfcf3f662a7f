import { isMemberRole } from '#app/domain/access/roles.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import type { AccountDeps, CompanyFacts, OrganisationProfile } from './ports.ts';
import { newToken } from './tokens.server.ts';

export type NewOrganisation = {
  readonly type: 'company' | 'office';
  readonly profile: OrganisationProfile;
  /** Null for the office. */
  readonly facts: CompanyFacts | null;
  /** The first person; its invitation makes it a confirmed member, and the founder of the organisation's key. */
  readonly first: { readonly name: string; readonly email: string; readonly role: MemberRole };
  readonly mailInvitation: boolean;
};

export const invitationDays = 7;

/** An organisation with a one-time invitation for its first person; for the command line and the demo. */
export function foundOrganisation(deps: AccountDeps) {
  return async function ({ type, profile, facts, first, mailInvitation }: NewOrganisation): Promise<{ organisationId: string; invitationToken: string; expiresAt: Date }> {
    if (!isMemberRole(first.role)) throw new RangeError('unknown role');
    const now = deps.clock.now();
    const organisationId = deps.random.id();
    const invitationId = deps.random.id();
    const link = newToken(deps.random);
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
    await deps.transact(async (tx) => {
      await tx.team.createOrganisation({ id: organisationId, type, profile, facts, at: now });
      await tx.team.addInvitation({
        id: invitationId, organisationId, role: first.role, name: first.name, email: first.email, invitedBy: 'system', createdAt: now, expiresAt,
        mailHash: deps.vault.mailHash(first.email), tokenHash: link.hash,
      });
      await tx.audit.append({ event: 'organisation.created', actor: { kind: 'system' }, at: now, organisationId, object: { kind: 'organisation', id: organisationId } });
      if (mailInvitation) {
        await tx.outbox.enqueue({
          kind: 'invitation', to: { address: first.email, locale: 'de' }, data: { until: expiresAt.toISOString() },
          secretPath: deps.links.invitation(link.token), dedupeKey: `invitation/${invitationId}`,
        });
      }
    });
    return { organisationId, invitationToken: link.token, expiresAt };
  };
}

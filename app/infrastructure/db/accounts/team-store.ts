import { isMemberRole } from '#app/domain/access/roles.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Invitation, Membership, OrganisationProfile, TeamStore } from '#app/features/accounts/ports.ts';
import { toBytes } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';
import { createOrganisationKeyStore } from './organisation-key-store.ts';

/** Organisations with their members, invitations and key halves. */
export function createTeamStore(db: Database | DatabaseTransaction, vault: AccountVault): TeamStore {
  return {
    async organisation(organisationId) {
      const row = await db.organisation.findFirst({ where: { id: organisationId, closedAt: null }, include: { provider: { select: { id: true } } } });
      if (!row) return null;
      const type = row.type === 'office' ? 'office' : row.provider ? 'provider' : 'company';
      return { id: row.id, type, profile: vault.open<OrganisationProfile>('Organisation', row.id, row.profileBox) };
    },
    async createOrganisation({ id, type, profile, facts, at }) {
      await db.organisation.create({
        data: { id, type, ...facts, profileBox: toBytes(vault.seal('Organisation', id, profile)), createdAt: at },
      });
    },
    async membershipsOf(userId) {
      const rows = await db.membership.findMany({ where: { userId, endedAt: null }, orderBy: { createdAt: 'asc' } });
      return rows.flatMap(membershipOf);
    },
    async members(organisationId) {
      const rows = await db.membership.findMany({ where: { organisationId, endedAt: null }, orderBy: { createdAt: 'asc' } });
      return rows.flatMap(membershipOf);
    },
    async join({ id, userId, organisationId, role, at, confirmedBy }) {
      const content = { confirmedAt: confirmedBy === null ? null : at, confirmedByUserId: confirmedBy, endedAt: null };
      await db.membership.upsert({
        where: { userId_organisationId_role: { userId, organisationId, role } },
        create: { id, userId, organisationId, role, createdAt: at, ...content },
        update: content,
      });
    },
    async confirm(userId, organisationId, byUserId, at) {
      const { count } = await db.membership.updateMany({
        where: { userId, organisationId, confirmedAt: null, endedAt: null },
        data: { confirmedAt: at, confirmedByUserId: byUserId },
      });
      return count > 0;
    },
    async leave(userId, organisationId, at) {
      const { count } = await db.membership.updateMany({ where: { userId, organisationId, endedAt: null }, data: { endedAt: at } });
      return count > 0;
    },
    async addRole({ id, userId, organisationId, role, at, confirmedBy }) {
      const content = { confirmedAt: at, confirmedByUserId: confirmedBy, endedAt: null };
      await db.membership.upsert({
        where: { userId_organisationId_role: { userId, organisationId, role } },
        create: { id, userId, organisationId, role, createdAt: at, ...content },
        update: content,
      });
    },
    async addInvitation({ id, organisationId, role, name, email, invitedBy, createdAt, expiresAt, mailHash, tokenHash }) {
      const box = toBytes(vault.seal('Invitation', id, { name, email }));
      await db.invitation.create({ data: { id, organisationId, role, emailHash: mailHash, box, tokenHash, invitedBy, createdAt, expiresAt } });
    },
    async openInvitations(organisationId, now) {
      const rows = await db.invitation.findMany({ where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: 'asc' } });
      return rows.flatMap(invitationOf);
    },
    async invitationByToken(tokenHash, now) {
      const row = await db.invitation.findFirst({ where: { tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } } });
      return row ? (invitationOf(row)[0] ?? null) : null;
    },
    async useInvitation(id, now) {
      // no tenant: whoever holds the token is not yet a member
      const { count } = await db.invitation.updateMany({ where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } }, data: { acceptedAt: now } });
      return count === 1;
    },
    async revokeInvitation(id, organisationId, at) {
      const { count } = await db.invitation.updateMany({ where: { id, organisationId, acceptedAt: null, revokedAt: null }, data: { revokedAt: at } });
      return count === 1;
    },
    ...createOrganisationKeyStore(db),
  };

  function invitationOf(row: InvitationRow): Invitation[] {
    if (!isMemberRole(row.role)) return [];
    const { name, email } = vault.open<{ name: string; email: string }>('Invitation', row.id, row.box);
    const { id, organisationId, role, invitedBy, createdAt, expiresAt } = row;
    return [{ id, organisationId, role, name, email, invitedBy, createdAt, expiresAt }];
  }
}

type InvitationRow = { id: string; organisationId: string; role: string; box: Uint8Array; invitedBy: string; createdAt: Date; expiresAt: Date };

/** A role that the rule book does not know gives no right. */
function membershipOf(row: { userId: string; organisationId: string; role: string; createdAt: Date; confirmedAt: Date | null }): Membership[] {
  const { userId, organisationId, role, createdAt, confirmedAt } = row;
  return isMemberRole(role) ? [{ userId, organisationId, role, createdAt, confirmedAt }] : [];
}

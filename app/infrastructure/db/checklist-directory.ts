import { isMemberRole } from '#app/domain/access/roles.ts';
import type { ChecklistDirectory, MemberDirectory } from '#app/features/checklists/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Names for results and documents, out of the account data of the organisation's own members. */
export function createChecklistDirectory(db: Database, vault: AccountVault): ChecklistDirectory {
  return {
    async peopleOf(organisationId, userIds) {
      // People who have left stay named: what they answered stands under their name.
      const memberships = await db.membership.findMany({
        where: { organisationId, userId: { in: [...userIds] } },
        select: { role: true, user: { select: { id: true, profileBox: true } } },
        orderBy: { createdAt: 'desc' },
      });
      return new Map(
        memberships.map(({ role, user }) => [user.id, { name: vault.open<{ name: string }>('User', user.id, user.profileBox).name, role: isMemberRole(role) ? role : null }]),
      );
    },
    async membersOf(organisationId) {
      const memberships = await db.membership.findMany({
        where: { organisationId, confirmedAt: { not: null }, endedAt: null, user: { state: 'active' } },
        select: { user: { select: { id: true, profileBox: true } } },
        distinct: ['userId'],
        orderBy: { createdAt: 'asc' },
      });
      return memberships.map(({ user }) => ({ userId: user.id, name: vault.open<{ name: string }>('User', user.id, user.profileBox).name }));
    },
    async companyOf(organisationId) {
      const row = await db.organisation.findFirst({ where: { id: organisationId }, select: { profileBox: true } });
      if (row === null) return { name: '', sites: [] };
      const { name, town } = vault.open<{ name: string; town?: string }>('Organisation', organisationId, row.profileBox);
      return { name, sites: town ? [town] : [] };
    },
  };
}

/** Members to whom mails go, inside the given transaction. */
export function createMemberDirectory(tx: DatabaseTransaction): MemberDirectory {
  return {
    async membersOf(organisationId) {
      const rows = await tx.membership.findMany({
        where: { organisationId, confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null } },
        select: { userId: true },
        orderBy: { createdAt: 'asc' },
      });
      return rows.map((row) => row.userId);
    },
  };
}

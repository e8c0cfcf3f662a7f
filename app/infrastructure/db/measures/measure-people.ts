import type { MeasurePeople } from '#app/features/measures/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from '../connect.ts';

/** Names for the board, out of the account data of the organisation's own members. */
export function createMeasurePeople(db: Database, vault: AccountVault): MeasurePeople {
  const select = { user: { select: { id: true, profileBox: true } } } as const;
  const nameOf = (user: { readonly id: string; readonly profileBox: Uint8Array }) => vault.open<{ name: string }>('User', user.id, user.profileBox).name;
  return {
    async members(organisationId) {
      const rows = await db.membership.findMany({ where: { organisationId, confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null } }, select, orderBy: { createdAt: 'asc' } });
      return [...new Map(rows.map(({ user }) => [user.id, { userId: user.id, name: nameOf(user) }])).values()];
    },
    async names(organisationId, userIds) {
      const rows = await db.membership.findMany({ where: { organisationId, userId: { in: [...userIds] } }, select });
      return new Map(rows.map(({ user }) => [user.id, nameOf(user)]));
    },
  };
}

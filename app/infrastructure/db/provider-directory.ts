import { sizeClasses } from '#app/domain/triage/kinds.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { ProviderDirectory } from '#app/features/providers/ports.ts';
import type { Database } from './connect.ts';

type OrganisationBox = { readonly name: string; readonly town?: string };

/** Names out of the account data, and where people of the office work besides. */
export function createProviderDirectory(db: Database, vault: AccountVault): ProviderDirectory {
  const nameIn = (row: { id: string; profileBox: Uint8Array }) => vault.open<OrganisationBox>('Organisation', row.id, row.profileBox);
  return {
    async organisation(organisationId) {
      const row = await db.organisation.findFirst({ where: { id: organisationId } });
      if (row === null) return null;
      const { name, town } = nameIn(row);
      return { name, town: town ?? '', district: row.district, sizeClass: sizeClasses.find((one) => one === row.sizeClass) ?? null, isMember: row.isMember };
    },
    async personNames(userIds) {
      const rows = await db.user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, profileBox: true } });
      return new Map(rows.map((row) => [row.id, vault.open<{ name: string }>('User', row.id, row.profileBox).name]));
    },
    async companyByName(name) {
      const wanted = name.trim().toLocaleLowerCase('de');
      const rows = await db.organisation.findMany({ where: { type: 'company', closedAt: null }, select: { id: true, profileBox: true } });
      return rows.find((row) => nameIn(row).name.toLocaleLowerCase('de') === wanted)?.id ?? null;
    },
    async organisationNames(ids) {
      const rows = await db.organisation.findMany({ where: { id: { in: [...ids] } }, select: { id: true, profileBox: true } });
      return new Map(rows.map((row) => [row.id, nameIn(row).name]));
    },
    async leads(organisationId) {
      const rows = await db.membership.findMany({
        where: { organisationId, role: { in: ['provider.admin', 'company.admin'] }, confirmedAt: { not: null }, endedAt: null },
        select: { userId: true },
        distinct: ['userId'],
      });
      return rows.map((row) => row.userId);
    },
    async reviewers() {
      const rows = await db.membership.findMany({
        where: { role: 'office.reviewer', confirmedAt: { not: null }, endedAt: null, organisation: { is: { type: 'office' } } },
        select: { userId: true },
        distinct: ['userId'],
      });
      return rows.map((row) => row.userId);
    },
    async employersOf(userId) {
      const rows = await db.membership.findMany({
        where: { userId, endedAt: null, organisation: { is: { type: 'company' } } },
        select: { organisationId: true },
        distinct: ['organisationId'],
      });
      return rows.map((row) => row.organisationId);
    },
    async capabilitiesOf(organisationIds) {
      const providerId = { in: [...organisationIds] };
      const [approvals, requested] = await Promise.all([
        db.approval.findMany({ where: { providerId, endedAt: null }, select: { capability: true } }),
        db.requestedApproval.findMany({ where: { vetting: { is: { providerId } } }, select: { capability: true } }),
      ]);
      return [...new Set([...approvals, ...requested].map((one) => one.capability))];
    },
  };
}

import { fingerprint } from '#app/domain/sealed-box/fingerprint.ts';
import type { CaseDirectory } from '#app/features/cases/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

type Profile = { readonly name: string; readonly town?: string; readonly telephone?: string };

/** Names out of the account data, and what a company must know of a provider. */
export function createCaseDirectory(db: Database | DatabaseTransaction, vault: AccountVault): CaseDirectory {
  return {
    async organisations(ids) {
      const rows = await db.organisation.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, profileBox: true } });
      return new Map(
        rows.map((row) => {
          const { name, town, telephone } = vault.open<Profile>('Organisation', row.id, row.profileBox);
          return [row.id, { name, town: town ?? '', telephone: telephone ?? null }];
        }),
      );
    },
    async people(ids) {
      const rows = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, profileBox: true } });
      return new Map(rows.map((row) => [row.id, vault.open<{ name: string }>('User', row.id, row.profileBox).name]));
    },
    async vetting(providerId) {
      // no tenant: a provider is known by its own id
      const provider = await db.provider.findFirst({ where: { id: providerId }, select: { vettingState: true, approvedUntil: true } });
      if (provider === null) return null;
      const decided = await db.vetting.findFirst({
        where: { providerId, decidedAt: { not: null }, state: { in: ['approved', 'approved_with_conditions', 'expiring'] } },
        orderBy: { decidedAt: 'desc' },
        select: { decidedAt: true },
      });
      return { approvedSince: decided?.decidedAt ?? null, approvedUntil: provider.approvedUntil, state: provider.vettingState };
    },
    async fingerprint(organisationId) {
      const key = await db.organisationKey.findFirst({ where: { organisationId }, orderBy: { generation: 'desc' }, select: { publicKey: true } });
      return key === null ? null : fingerprint(key.publicKey);
    },
  };
}

import { nis2Scopes, sizeClasses } from '#app/domain/triage/kinds.ts';
import type { ProviderNames, ReportCompanies } from '#app/features/incidents/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from '../connect.ts';

/** Profile of the reporting company, as far as triage asks. */
export function createReportCompanies(db: Database): ReportCompanies {
  return {
    async find(organisationId) {
      const row = await db.organisation.findFirst({
        where: { id: organisationId },
        select: { district: true, sectorSection: true, sizeClass: true, nis2Scope: true },
      });
      if (row === null) return null;
      return {
        organisationId,
        district: row.district,
        sectorSection: row.sectorSection,
        sizeClass: sizeClasses.find((one) => one === row.sizeClass) ?? null,
        nis2Scope: nis2Scopes.find((one) => one === row.nis2Scope) ?? 'unknown',
      };
    },
  };
}

const offeredStates = ['approved', 'approved_with_conditions', 'expiring'];

/** Names of the providers that show themselves and are approved, in alphabetical order. */
export function createProviderNames(db: Database, vault: AccountVault): ProviderNames {
  return {
    async list() {
      const rows = await db.provider.findMany({
        where: { published: true, vettingState: { in: offeredStates } },
        select: { id: true, organisation: { select: { profileBox: true } } },
      });
      return rows
        .map(({ id, organisation }) => ({ id, name: vault.open<{ name: string }>('Organisation', id, organisation.profileBox).name }))
        .sort((a, b) => a.name.localeCompare(b.name, 'de'));
    },
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { awaitsOffice } from '#app/domain/vetting/statuses.ts';
import type { ProviderDeps, ProviderListRow } from './ports.ts';
import { requireOffice } from './vetting-rights.ts';

export const officeProviderFilters = ['all', 'to_review', 'approved', 'ending', 'stopped'] as const;
export type OfficeProviderFilter = (typeof officeProviderFilters)[number];

const matches: Readonly<Record<OfficeProviderFilter, (row: ProviderListRow) => boolean>> = {
  all: () => true,
  to_review: (row) => (row.application !== null && awaitsOffice(row.application.state)) || row.suspensionOpen,
  approved: (row) => row.standing === 'approved' || row.standing === 'approved_with_conditions',
  ending: (row) => row.standing === 'expiring' || row.standing === 'expired',
  stopped: (row) => row.standing === 'paused' || row.standing === 'suspended' || row.standing === 'revoked' || row.standing === 'ended',
};

/** Providers for the office, by name, with where they stand and what waits for a decision. No documents. */
export function listProvidersForOffice(deps: ProviderDeps) {
  return async function (actor: Actor, query: { readonly text: string; readonly filter: OfficeProviderFilter }): Promise<Result<{ rows: readonly ProviderListRow[]; total: number; toReview: number }>> {
    const member = requireOffice(deps, actor, 'vetting.list');
    if (!member.ok) return member;
    const all = await deps.providers.list();
    const wanted = query.text.toLocaleLowerCase('de');
    const rows = all
      .filter(matches[query.filter])
      .filter((row) => wanted === '' || `${row.name} ${row.town}`.toLocaleLowerCase('de').includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'de'));
    return ok({ rows, total: all.length, toReview: all.filter(matches.to_review).length });
  };
}

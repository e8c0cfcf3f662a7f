import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { createSiteServices } from '#app/features/sites/services.server.ts';
import type { SiteServices } from '#app/features/sites/services.server.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createSiteReads, createSiteWrites } from '#app/infrastructure/db/site-store.ts';
import type { Base, Wired } from './base.ts';

/** Sites know from the checklists which running checks name them. */
export function wireSites(base: Base, { checklists }: { readonly checklists: Pick<ChecklistServices, 'runsNamingSite'> }): Wired<SiteServices> {
  const services = createSiteServices({
    clock: base.clock,
    random: base.random,
    sites: createSiteReads(base.db, base.vault),
    districtIds: suedwestsachsen.districts.map((district) => district.id),
    runsNaming: checklists.runsNamingSite,
    transact: base.transact((tx) => ({ sites: createSiteWrites(tx, base.vault), idempotency: createIdempotency(tx) })),
  });
  return { services, jobs: [] };
}

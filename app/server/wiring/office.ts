import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import type { DutyDecisions } from '#app/features/office/ports.ts';
import { createOfficeServices } from '#app/features/office/services.server.ts';
import type { OfficeServices } from '#app/features/office/services.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createCasePeople } from '#app/infrastructure/db/case-people.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createOfficeDirectory, createOfficeReads, createOfficeWrites } from '#app/infrastructure/db/office-store.ts';
import type { Base, Wired } from './base.ts';
import { caseMoves } from './case-moves.ts';

/** `duty`: what the office decides about routing; belongs to matching. No key ring is among the parts. */
export function wireOffice(base: Base, duty: DutyDecisions): Wired<OfficeServices> {
  const moves = caseMoves(base);
  const { company, provider } = pathsFor('de');
  const services = createOfficeServices({
    clock: base.clock,
    random: base.random,
    vault: base.vault,
    reads: createOfficeReads(base.db, base.vault),
    directory: createOfficeDirectory(base.db, base.vault),
    duty,
    links: { companyCase: company.case, providerCase: provider.case },
    zone: suedwestsachsen.zone,
    transact: base.transact((tx) => ({ office: createOfficeWrites(tx, base.vault), people: createCasePeople(tx), ...moves(tx), idempotency: createIdempotency(tx) })),
  });
  return { services, jobs: [] };
}

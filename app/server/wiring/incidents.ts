import path from 'node:path';
import { routingRulesV1 } from '#app/domain/routing/rules.ts';
import type { FirstAidCards } from '#app/domain/triage/first-aid-card.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { parseFirstAidFile } from '#app/features/incidents/first-aid-file.ts';
import type { ReleaseCandidates } from '#app/features/incidents/ports.ts';
import { createIncidentServices } from '#app/features/incidents/services.server.ts';
import type { IncidentServices } from '#app/features/incidents/services.server.ts';
import { loadFirstAidCards } from '#app/infrastructure/checklists/load-first-aid.ts';
import { createServiceClocks } from '#app/infrastructure/clock/service-clocks.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createProviderNames, createReportCompanies } from '#app/infrastructure/db/incidents/incident-directory.ts';
import { createIncidentReads } from '#app/infrastructure/db/incidents/incident-reads.ts';
import { createIncidentWrites } from '#app/infrastructure/db/incidents/incident-writes.ts';
import { createSiteReads } from '#app/infrastructure/db/site-store.ts';
import type { Base, Wired } from './base.ts';
import { caseMoves } from './case-moves.ts';

/** `candidates`: the providers that routing would allow; it belongs to matching. */
export function wireIncidents(base: Base, candidates: ReleaseCandidates): Wired<IncidentServices> {
  const region = suedwestsachsen;
  const moves = caseMoves(base);
  let cards: Promise<FirstAidCards> | undefined;
  const services = createIncidentServices({
    clock: base.clock,
    random: base.random,
    vault: base.vault,
    transact: base.transact((tx) => ({ incidents: createIncidentWrites(tx), keyGrants: base.keyGrants(tx), idempotency: createIdempotency(tx), ...moves(tx) })),
    reads: createIncidentReads(base.db),
    companies: createReportCompanies(base.db),
    sites: createSiteReads(base.db, base.vault),
    providers: createProviderNames(base.db, base.vault),
    candidates,
    firstAidCards() {
      cards ??= loadFirstAidCards(path.resolve('checklists/first-aid'), parseFirstAidFile, region.contacts.map((one) => one.id));
      return cards;
    },
    serviceClock: createServiceClocks(region.holidays, routingRulesV1),
    districtIds: region.districts.map((one) => one.id),
    zone: region.zone,
  });
  return { services, jobs: [] };
}

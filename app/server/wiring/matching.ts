import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { routingRulesV1 } from '#app/domain/routing/rules.ts';
import { createMatchingServices } from '#app/features/matching/services.server.ts';
import type { MatchingServices } from '#app/features/matching/services.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createServiceClocks } from '#app/infrastructure/clock/service-clocks.ts';
import { createCasePeople } from '#app/infrastructure/db/case-people.ts';
import { createMatchingReads } from '#app/infrastructure/db/matching/matching-reads.ts';
import { createMatchingWrites } from '#app/infrastructure/db/matching/matching-writes.ts';
import type { Base, Wired } from './base.ts';
import { caseMoves } from './case-moves.ts';

const advanceEveryMs = 5_000;

export function wireMatching(base: Base): Wired<MatchingServices> {
  const region = suedwestsachsen;
  const paths = pathsFor('de');
  const moves = caseMoves(base);
  const parts = { vault: base.vault, zone: region.zone, serviceClock: createServiceClocks(region.holidays, routingRulesV1) };
  const services = createMatchingServices({
    clock: base.clock,
    random: base.random,
    vault: base.vault,
    reads: createMatchingReads(base.db, parts),
    transact: base.transact((tx) => ({
      store: { ...createMatchingReads(tx, parts), ...createMatchingWrites(tx, base) },
      people: createCasePeople(tx),
      ...moves(tx),
    })),
    serviceClock: parts.serviceClock,
    region: { travel: region.travelMinutes, neighbours: region.neighbours },
    zone: region.zone,
    links: { providerOffer: paths.provider.offer, providerCase: paths.provider.case, officeCase: paths.office.case },
  });
  return {
    services,
    jobs: [
      { name: 'fail-deliveries', everyMs: advanceEveryMs, run: services.failDeliveries },
      { name: 'advance-routing', everyMs: advanceEveryMs, run: services.advanceRouting },
    ],
  };
}

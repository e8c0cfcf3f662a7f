import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import type { IncidentServices } from '#app/features/incidents/services.server.ts';
import { createMeasureServices } from '#app/features/measures/services.server.ts';
import type { MeasureServices } from '#app/features/measures/services.server.ts';
import { createAttemptLimits } from '#app/infrastructure/db/accounts/attempt-limits.ts';
import { createIncidentReads } from '#app/infrastructure/db/incidents/incident-reads.ts';
import { createFeedStore, createFeedWrites } from '#app/infrastructure/db/measures/feed-store.ts';
import { createMeasurePeople } from '#app/infrastructure/db/measures/measure-people.ts';
import { createMeasureStore, createMeasureWrites } from '#app/infrastructure/db/measures/measure-store.ts';
import type { Base, Wired } from './base.ts';

type Features = { readonly checklists: ChecklistServices; readonly incidents: IncidentServices };

/** The board takes gaps and answers from the checklists, and asks for advice through the cases. */
export function wireMeasures(base: Base, { checklists, incidents }: Features): Wired<MeasureServices> {
  const { db, vault, clock, random } = base;
  const cases = createIncidentReads(db);
  const services = createMeasureServices({
    clock,
    random,
    measures: createMeasureStore(db),
    feeds: createFeedStore(db),
    people: createMeasurePeople(db, vault),
    runs: { plans: checklists.plansOfRuns, running: checklists.runningQuestions, saveAnswer: (actor, keys, answer) => checklists.saveAnswer(actor, keys, { ...answer, keepsTyped: true }) },
    advice: {
      draft: (actor, keys, { idempotencyKey, locale, title, description }) => incidents.createDraft(actor, keys, { idempotencyKey, locale, advice: { title, description } }),
      find: (organisationId, caseId) => cases.findCase(caseId, organisationId),
    },
    limits: createAttemptLimits({ db, vault }),
    transact: base.transact((tx) => ({ measures: createMeasureWrites(tx), feeds: createFeedWrites(tx), keyGrants: base.keyGrants(tx) })),
    zone: suedwestsachsen.zone,
  });
  return { services, jobs: [] };
}

import path from 'node:path';
import { compileChecklists, requireSound } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import type { ChecklistLibrary } from '#app/features/checklists/ports.ts';
import { createChecklistServices } from '#app/features/checklists/services.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { planForDossier } from '#app/features/measures/plan-for-dossier.server.ts';
import { createMeasurePeople } from '#app/infrastructure/db/measures/measure-people.ts';
import { earlierAnswers } from '#app/features/measures/earlier-answers.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import { loadChecklists } from '#app/infrastructure/checklists/load-checklists.ts';
import { createAttemptLimits } from '#app/infrastructure/db/accounts/attempt-limits.ts';
import { createAssessmentStore, createAssessmentWrites } from '#app/infrastructure/db/assessment-store.ts';
import { createBenchmarkStore, createBenchmarkWrites } from '#app/infrastructure/db/benchmark-store.ts';
import { createChecklistDirectory, createMemberDirectory } from '#app/infrastructure/db/checklist-directory.ts';
import { createEvidenceWrites } from '#app/infrastructure/db/evidence-writes.ts';
import { createHandOverReads, createHandOverWrites } from '#app/infrastructure/db/hand-over-store.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { readCsv, writeCsv } from '#app/infrastructure/sheets/csv.ts';
import { readXlsx } from '#app/infrastructure/sheets/read-xlsx.ts';
import { writeXlsx } from '#app/infrastructure/sheets/write-xlsx.ts';
import { createKeyRows } from '#app/infrastructure/db/key-rows.ts';
import { createSiteReads } from '#app/infrastructure/db/site-store.ts';
import { createLinkWrites } from '#app/infrastructure/db/share-links.ts';
import { createSealedFiles } from '#app/infrastructure/files/sealed-files.ts';
import { createOrganisationSeal } from '#app/infrastructure/keys/organisation-seal.ts';
import { createMeasureStore } from '#app/infrastructure/db/measures/measure-store.ts';
import type { Base, Wired } from './base.ts';

/** Everything below `folder`; throws with file, line and field of every fault, so that nothing starts with a broken checklist. */
export function readChecklistLibrary(folder: string): ChecklistLibrary {
  return requireSound(loadChecklists(folder, compileChecklists));
}

/** `library`: what the data files say; tests hand in another one. */
export function wireChecklists(base: Base, library: ChecklistLibrary = shippedChecklists()): Wired<ChecklistServices> {
  const services = createChecklistServices({
    clock: base.clock,
    random: base.random,
    library,
    assessments: createAssessmentStore(base.db),
    sites: createSiteReads(base.db, base.vault),
    directory: createChecklistDirectory(base.db, base.vault),
    benchmark: createBenchmarkStore(base.db),
    sheets: { writeCsv, readCsv, writeXlsx, readXlsx },
    handOvers: createHandOverReads(base.db),
    attempts: createAttemptLimits(base),
    sealToOrganisation: createOrganisationSeal({ rows: createKeyRows(base.db), directory: base.directory, random: base.random }),
    paths: { handOver: pathsFor('de').company.handOver },
    files: createSealedFiles(path.join(base.config.filesDir, 'evidence'), base.fileCipher),
    alarm: (code, evidenceId) => base.log.error(code, { documentId: evidenceId }),
    answersOfMeasures: earlierAnswers({ measures: createMeasureStore(base.db) }),
    plannedMeasures: planForDossier({ measures: createMeasureStore(base.db), people: createMeasurePeople(base.db, base.vault) }),
    transact: base.transact((tx) => ({
      assessments: createAssessmentWrites(tx, base),
      sites: createSiteReads(tx, base.vault),
      evidence: createEvidenceWrites(tx),
      handOvers: createHandOverWrites(tx),
      links: createLinkWrites(tx),
      benchmark: createBenchmarkWrites(tx, base),
      people: createMemberDirectory(tx),
      keyGrants: base.keyGrants(tx),
      idempotency: createIdempotency(tx),
    })),
    resultPath: pathsFor('de').company.assessmentResult,
  });
  return {
    services,
    jobs: [
      { name: 'checklists.sweep_evidence', everyMs: 3_600_000, run: services.sweepEvidence },
      { name: 'checklists.remind', everyMs: 300_000, run: services.remindOfRuns },
      { name: 'checklists.remind_of_topics', everyMs: 300_000, run: services.remindOfHandOvers },
    ],
  };
}

let shipped: ChecklistLibrary | undefined;

/** What lies in the folder `checklists`, read once in a process: a published version never changes, a new one needs a new start. */
export function shippedChecklists(): ChecklistLibrary {
  shipped ??= readChecklistLibrary(path.resolve('checklists'));
  return shipped;
}

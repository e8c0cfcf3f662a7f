import path from 'node:path';
import { endOfLegalPeriod } from '#app/domain/deadlines/legal.ts';
import { germanLegalRules } from '#app/content/law/deadlines.ts';
import { createCaseServices } from '#app/features/cases/services.server.ts';
import type { CaseServices } from '#app/features/cases/services.server.ts';
import { createCaseDirectory } from '#app/infrastructure/db/case-directory.ts';
import { createCasePeople } from '#app/infrastructure/db/case-people.ts';
import { createCaseReads } from '#app/infrastructure/db/case-store.ts';
import { createCaseTimers } from '#app/infrastructure/db/case-timers.ts';
import { createCaseWrites } from '#app/infrastructure/db/case-writes.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createSealedFiles } from '#app/infrastructure/files/sealed-files.ts';
import type { Base, Wired } from './base.ts';
import { caseLinks, caseMoves } from './case-moves.ts';

export function wireCases(base: Base): Wired<CaseServices> {
  const moves = caseMoves(base);
  const finalReport = germanLegalRules.duties.nis2_final;
  const services = createCaseServices({
    clock: base.clock,
    random: base.random,
    vault: base.vault,
    reads: createCaseReads(base.db),
    directory: createCaseDirectory(base.db, base.vault),
    links: caseLinks(),
    files: createSealedFiles(path.join(base.config.filesDir, 'exhibits'), base.fileCipher),
    transact: base.transact((tx) => ({
      cases: createCaseWrites(tx, base),
      timers: createCaseTimers(tx, base),
      people: createCasePeople(tx),
      keyGrants: base.keyGrants(tx),
      idempotency: createIdempotency(tx),
      ...moves(tx),
    })),
    finalReportDue: (sentAt) => ({
      dueAt: endOfLegalPeriod(sentAt, finalReport.period, germanLegalRules.zone),
      legalBasis: finalReport.legalBasis,
      recipient: finalReport.recipient,
    }),
    alarm: (code, caseId) => base.log.error(code, { caseId }),
  });
  return {
    services,
    jobs: [
      { name: 'cases.run_timers', everyMs: 15_000, run: services.runTimers },
      { name: 'cases.end_access', everyMs: 60_000, run: services.endAccess },
      { name: 'cases.sweep_exhibits', everyMs: 3_600_000, run: services.sweepExhibits },
    ],
  };
}

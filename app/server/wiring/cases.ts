import path from 'node:path';
import { endOfLegalPeriod } from '#app/domain/deadlines/legal.ts';
import { germanLegalRules } from '#app/content/law/deadlines.ts';
import { createAdvanceCase } from '#app/features/cases/advance-case.server.ts';
import type { CaseLinks } from '#app/features/cases/ports.ts';
import { createCaseServices } from '#app/features/cases/services.server.ts';
import type { CaseServices } from '#app/features/cases/services.server.ts';
import type { AdvanceCase } from '#app/features/case-moves.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createAuditTrail } from '#app/infrastructure/db/audit-trail.ts';
import { createCaseDirectory } from '#app/infrastructure/db/case-directory.ts';
import { createCaseReads, recipientsOfCase } from '#app/infrastructure/db/case-store.ts';
import { createCaseWrites } from '#app/infrastructure/db/case-writes.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createOutbox } from '#app/infrastructure/db/outbox.ts';
import type { DatabaseTransaction } from '#app/infrastructure/db/transact.ts';
import { createSealedFiles } from '#app/infrastructure/files/sealed-files.ts';
import type { Base, Wired } from './base.ts';

function caseLinks(): CaseLinks {
  const { company, provider, office } = pathsFor('de');
  return {
    company: company.case,
    companyRelease: company.caseRelease,
    companyMessages: company.caseMessages,
    companyClosure: company.caseClosure,
    companyDeadlines: company.caseDeadlines,
    provider: provider.case,
    providerMessages: provider.caseMessages,
    office: office.case,
  };
}

/** The writer of case states on a transaction, for every feature that fires events: `advance: caseAdvancer(base)(tx)` among its parts. */
export function caseAdvancer(base: Base): (tx: DatabaseTransaction) => AdvanceCase {
  const links = caseLinks();
  const mailHost = new URL(base.config.baseUrl).hostname;
  return (tx) =>
    createAdvanceCase({
      cases: createCaseWrites(tx, base),
      directory: createCaseDirectory(tx, base.vault),
      keyGrants: base.keyGrants(tx),
      audit: createAuditTrail(tx, base),
      outbox: createOutbox(tx, { vault: base.vault, random: base.random, clock: base.clock, mailHost }),
      random: base.random,
      links,
      recipientsOf: (caseId, organisationId) => recipientsOfCase(tx, caseId, organisationId),
    });
}

export function wireCases(base: Base): Wired<CaseServices> {
  const advance = caseAdvancer(base);
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
      directory: createCaseDirectory(tx, base.vault),
      keyGrants: base.keyGrants(tx),
      idempotency: createIdempotency(tx),
      advance: advance(tx),
      recipientsOf: (caseId: string, organisationId: string) => recipientsOfCase(tx, caseId, organisationId),
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
      { name: 'cases.end_access', everyMs: 60_000, run: services.endAccess },
      { name: 'cases.sweep_exhibits', everyMs: 3_600_000, run: services.sweepExhibits },
    ],
  };
}

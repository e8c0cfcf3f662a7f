import { createDossierServices } from '#app/features/dossiers/services.server.ts';
import type { DossierServices } from '#app/features/dossiers/services.server.ts';
import type { DossierSources } from '#app/features/dossiers/ports.ts';
import type { CaseServices } from '#app/features/cases/services.server.ts';
import { quickCheckForPrint } from '#app/features/checklists/quick-check/quick-check-for-print.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { ok } from '#app/domain/result.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { formatCode } from '#app/domain/sealed-box/codes.ts';
import { pathsFor } from '#app/http/paths.ts';
import { createAttemptLimits } from '#app/infrastructure/db/accounts/attempt-limits.ts';
import { auditOrigin, createCheckpoints } from '#app/infrastructure/db/checkpoints.ts';
import { createDossierReads, createDossierWrites } from '#app/infrastructure/db/dossier-store.ts';
import { createIdempotency } from '#app/infrastructure/db/idempotency.ts';
import { createIncidentReads } from '#app/infrastructure/db/incidents/incident-reads.ts';
import { loadPdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import type { PdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import { renderPdfBytes } from '#app/infrastructure/pdf/render-pdf.ts';
import type { Base, Wired } from './base.ts';
import { incidentContentOf } from './incident-content.ts';

type Features = { readonly checklists: Pick<ChecklistServices, 'resultForDossier' | 'quickCheck' | 'explainedTerms'>; readonly cases: Pick<CaseServices, 'caseForDossier'> };

const signEveryMs = 5 * 60_000;
const clearEveryMs = 60 * 60_000;
/** Sixty bits: nobody guesses the code of a number. */
const checkCodeCharacters = 12;

/** What a document says comes from checklists and cases. */
export function wireDossiers(base: Base, features: Features): Wired<DossierServices> {
  const { config, db, clock } = base;
  const checkpoints = createCheckpoints({ db, clock, auditSeed: config.secrets.audit, origin: auditOrigin(config.baseUrl) });
  let fonts: PdfFonts | undefined;
  const services = createDossierServices({
    clock,
    random: base.random,
    reads: createDossierReads(db, base.vault),
    transact: base.transact((tx) => ({ dossiers: createDossierWrites(tx), idempotency: createIdempotency(tx) })),
    sources: sourcesFrom(features),
    render: (document) => renderPdfBytes(document, (fonts ??= loadPdfFonts())),
    checkpoint: checkpoints.current,
    caseAccess: createIncidentReads(db).access,
    checkCode: (text) => checkCodeOf(base.vault.rateHash(`dossier-check/${text}`)),
    attempts: createAttemptLimits(base),
    issuer: suedwestsachsen.association.name,
    zone: suedwestsachsen.zone,
    checkAddress: (locale) => `${new URL(config.baseUrl).host}${pathsFor(locale).authenticity}`,
  });
  return {
    services,
    jobs: [
      { name: 'sign-audit-checkpoint', everyMs: signEveryMs, run: checkpoints.sign },
      { name: 'clear-expired-links', everyMs: clearEveryMs, run: services.clearExpiredLinks },
    ],
  };
}

function sourcesFrom({ checklists, cases }: Features): DossierSources {
  return {
    checklistResult: (actor, keys, assessmentId, locale) => checklists.resultForDossier(actor, keys, { assessmentId, locale }),
    async incidentReport(actor, keys, caseId, locale) {
      const found = await cases.caseForDossier(actor, keys, caseId);
      return found.ok ? ok(incidentContentOf(found.value, locale)) : found;
    },
    quickCheck(code, locale) {
      const judged = checklists.quickCheck.judgeCode(code);
      return judged && quickCheckForPrint(judged, locale, (texts) => checklists.explainedTerms(locale, texts));
    },
  };
}

/** `XXXX-XXXX-XXXX` from a keyed hash. */
function checkCodeOf(hash: string): string {
  return formatCode(Buffer.from(hash, 'hex').subarray(0, 10)).slice(0, checkCodeCharacters + 2);
}

import path from 'node:path';
import { germanBusinessCalendar } from '#app/domain/deadlines/business-hours.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { createProviderServices } from '#app/features/providers/services.server.ts';
import type { ProviderServices } from '#app/features/providers/services.server.ts';
import { publicHolidays } from '#app/infrastructure/clock/saxon-holidays.ts';
import { createDocumentReads, createDocumentWrites } from '#app/infrastructure/db/document-store.ts';
import { createProviderDirectory } from '#app/infrastructure/db/provider-directory.ts';
import { createProviderReads, createProviderWrites } from '#app/infrastructure/db/provider-store.ts';
import { createTieReads, createTieWrites } from '#app/infrastructure/db/tie-store.ts';
import { createVettingReads, createVettingWrites } from '#app/infrastructure/db/vetting-store.ts';
import { createSealedFiles } from '#app/infrastructure/files/sealed-files.ts';
import type { Base, Wired } from './base.ts';

/** Often enough that nobody is shown as approved for long after midnight; routing itself reads the dates. */
const expiryEveryMs = 5 * 60_000;

export function wireProviders(base: Base): Wired<ProviderServices> {
  const region = suedwestsachsen;
  const parts = { vault: base.vault, random: base.random, zone: region.zone };
  const services = createProviderServices({
    clock: base.clock,
    random: base.random,
    providers: createProviderReads(base.db, parts),
    vettings: createVettingReads(base.db, parts),
    documents: createDocumentReads(base.db, parts),
    ties: createTieReads(base.db, region.zone),
    vault: base.vault,
    files: createSealedFiles(path.join(base.config.filesDir, 'vetting'), base.fileCipher),
    directory: createProviderDirectory(base.db, base.vault),
    districtIds: region.districts.map((district) => district.id),
    zone: region.zone,
    calendar: (at) => germanBusinessCalendar(publicHolidays(region.holidays, at.getUTCFullYear(), at.getUTCFullYear() + 1)),
    transact: base.transact((tx) => ({ providers: createProviderWrites(tx, parts), vettings: createVettingWrites(tx, parts), documents: createDocumentWrites(tx, parts), ties: createTieWrites(tx) })),
    alarm: (code, objectId) => base.log.error(code, { documentId: objectId }),
  });
  return {
    services,
    jobs: [
      { name: 'vetting-expiry', everyMs: expiryEveryMs, run: services.runVettingExpiry },
      { name: 'vetting-documents', everyMs: 3_600_000, run: services.sweepDocuments },
    ],
  };
}

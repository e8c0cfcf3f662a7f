import { createAuditServices } from '#app/features/audit/services.server.ts';
import type { AuditServices } from '#app/features/audit/services.server.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { createAuditReader } from '#app/infrastructure/db/audit-reader.ts';
import type { Base, Wired } from './base.ts';

export function wireAudit(base: Base): Wired<AuditServices> {
  return { services: createAuditServices({ clock: base.clock, audit: createAuditReader(base.db), zone: suedwestsachsen.zone }), jobs: [] };
}

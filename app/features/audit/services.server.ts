import type { AuditDeps } from './ports.ts';
import { readLog, readOwnLog, verifyLog } from './read-log.server.ts';

export function createAuditServices(deps: AuditDeps) {
  return { readLog: readLog(deps), readOwnLog: readOwnLog(deps), verifyLog: verifyLog(deps) };
}

export type AuditServices = ReturnType<typeof createAuditServices>;

import { PrismaClient } from './generated/client.ts';
import { createLockedSqliteAdapter } from './locked-sqlite-adapter.ts';

export type Database = PrismaClient;

/** What must hold before anything is written; a database that loses acknowledged reports is worse than none. */
const requiredPragmas = [
  { pragma: 'journal_mode', value: 'wal', why: 'other journal modes lose acknowledged writes with this adapter' },
  { pragma: 'synchronous', value: 2n, why: 'committed must mean on disk' },
  { pragma: 'foreign_keys', value: 1n, why: 'no row may point at nothing' },
] as const;

/** Opens the database file. Call `assertDatabaseSettings` before serving. */
export function connectDatabase(options: { file: string; busyTimeoutMs?: number }): Database {
  const adapter = createLockedSqliteAdapter({ file: options.file, busyTimeoutMs: options.busyTimeoutMs ?? 2_000 });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 15_000, timeout: 15_000 } });
}

/** Throws with a sentence for the operator when a setting or trigger is not as required. */
export async function assertDatabaseSettings(database: Database): Promise<void> {
  for (const { pragma, value, why } of requiredPragmas) {
    const rows = await database.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`);
    const actual = Object.values(rows[0] ?? {})[0];
    if (String(actual) !== String(value)) {
      throw new Error(`Database setting ${pragma} is ${String(actual)}, must be ${String(value)}: ${why}.`);
    }
  }
  const triggers = await database.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name IN ('audit_no_update', 'audit_no_delete')`,
  );
  if (triggers.length !== 2) {
    throw new Error('The audit log is not append-only: its triggers are missing. Run "npm run admin -- migrate".');
  }
}

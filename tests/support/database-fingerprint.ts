import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** Table -> hash of every row in it, read past the product. */
export type Fingerprint = Readonly<Record<string, string>>;

/**
 * What an observer from outside may leave behind by looking: when a session was last seen, that somebody read something, that
 * an offer was looked at, when a calendar was fetched, and how often an address has failed.
 */
const tracesOfReading: Readonly<Record<string, readonly string[] | 'all'>> = {
  Session: ['lastSeenAt'],
  Offer: ['seenAt', 'state'],
  MeasureFeed: ['lastFetchedAt'],
  AuditEntry: 'all',
  AuditDetail: 'all',
  AuditCheckpoint: 'all',
  RateBucket: 'all',
  _prisma_migrations: 'all',
};

/** That a provider opened something is noted for the company that may see it. */
const notesOfReading: Readonly<Record<string, string>> = { CaseEvent: `WHERE event NOT LIKE '%\\_opened' ESCAPE '\\'` };

/** Fingerprint of a database file without the traces of reading. */
export function fingerprintOf(databaseFile: string): Fingerprint {
  const database = new Database(databaseFile, { readonly: true });
  try {
    const tables = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all();
    return Object.fromEntries(tables.filter(({ name }) => tracesOfReading[name] !== 'all').map(({ name }) => [name, hashOf(database, name)]));
  } finally {
    database.close();
  }
}

/** The tables in which two fingerprints differ. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

function hashOf(database: Database.Database, table: string): string {
  const ignored = tracesOfReading[table] ?? [];
  const hash = createHash('sha256');
  for (const row of database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ${notesOfReading[table] ?? ''} ORDER BY rowid`).iterate()) {
    const kept = Object.entries(row).filter(([column]) => !ignored.includes(column));
    hash.update(JSON.stringify(kept.map(([column, value]) => [column, value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value])));
  }
  return hash.digest('hex');
}

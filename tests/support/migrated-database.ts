import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { applyMigrations } from '#prisma/migrate.ts';

const migrations = path.resolve('prisma/migrations');

/**
 * Brings a database file to the newest state of the schema. A new file is a copy of one that the product's own engine has migrated:
 * hundreds of tests start with an empty database, and the engine takes a while to compile. One that is there already is migrated in place.
 */
export async function migrateForTest(databaseFile: string): Promise<void> {
  if (existsSync(databaseFile)) {
    await applyMigrations(databaseFile);
    return;
  }
  mkdirSync(path.dirname(databaseFile), { recursive: true });
  copyFileSync(await template(), databaseFile);
}

/** Shared by all test processes. Its name holds what it was made from, and it appears whole: of two makers the last wins with the same content. */
async function template(): Promise<string> {
  const file = path.join(tmpdir(), `geleucht-migrated-${digest()}.sqlite`);
  if (existsSync(file)) return file;
  const making = path.join(mkdtempSync(path.join(tmpdir(), 'geleucht-migrating-')), 'template.sqlite');
  await applyMigrations(making);
  renameSync(making, file);
  return file;
}

function digest(): string {
  const hash = createHash('sha256').update(readFileSync(path.resolve('prisma/migrate.ts')));
  for (const name of readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(path.join(migrations, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

import { mkdirSync, readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { createLockedSqliteAdapter } from '#app/infrastructure/db/locked-sqlite-adapter.ts';

/**
 * Writes and applies migrations in Prisma's own format with Prisma's own engine, compiled to WebAssembly: the CLI
 * would download a native one. See docs/decisions/0003-migrations.md.
 */

const prismaFolder = path.dirname(fileURLToPath(import.meta.url));
const migrationsFolder = path.join(prismaFolder, 'migrations');
const schemaFile = path.join(prismaFolder, 'schema.prisma');
/** The schema text that the newest migration leads to; the next migration is the difference to it. */
const appliedSchemaFile = path.join(migrationsFolder, 'schema.applied.prisma');
const filters = { externalTables: [], externalEnums: [] };

/** Triggers are not part of Prisma's schema and a table redefinition drops them: they are put back after every migration. */
const auditTriggers = `
CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
`;

type SchemaEngine = import('@prisma/schema-engine-wasm').SchemaEngine;
type EngineBindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** Applies what is missing and returns the names of the migrations applied now. */
export async function applyMigrations(databaseFile: string): Promise<string[]> {
  mkdirSync(path.dirname(databaseFile), { recursive: true });
  const { engine, connections, close } = await createEngine(databaseFile);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrations(), filters });
    await connections[0]?.executeScript(auditTriggers);
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/**
 * Writes `prisma/migrations/<time>_<name>/migration.sql` with what the schema gained since the last migration.
 * Returns the folder's name, or null when nothing changed.
 */
export async function writeMigration(name: string, now: Date): Promise<string | null> {
  if (!/^[a-z0-9_]+$/.test(name)) throw new Error('Name the migration with lower-case letters, digits and underscores.');
  const schema = readFileSync(schemaFile, 'utf8');
  const { engine, close } = await createEngine(':memory:');
  try {
    const before = existsSync(appliedSchemaFile) ? readFileSync(appliedSchemaFile, 'utf8') : emptySchema(schema);
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatamodel', files: [{ path: 'before.prisma', content: before }] },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
      script: true,
      exitCode: null,
      filters,
    });
    const sql = stdout ?? '';
    if (sql.trim() === '' || sql.includes('This is an empty migration')) return null;
    const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = `${time}_${name}`;
    mkdirSync(path.join(migrationsFolder, folder), { recursive: true });
    writeFileSync(path.join(migrationsFolder, folder, 'migration.sql'), sql);
    writeFileSync(appliedSchemaFile, schema);
    return folder;
  } finally {
    await close();
  }
}

/** True when the schema text has changes that no migration holds. */
export function hasUnwrittenChanges(): boolean {
  return !existsSync(appliedSchemaFile) || readFileSync(appliedSchemaFile, 'utf8') !== readFileSync(schemaFile, 'utf8');
}

function emptySchema(schema: string): string {
  const start = schema.indexOf('generator client');
  const end = schema.indexOf('}', schema.indexOf('datasource db')) + 1;
  return schema.slice(start, end);
}

function readMigrations() {
  const names = existsSync(migrationsFolder)
    ? readdirSync(migrationsFolder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

type EngineHandle = {
  readonly engine: SchemaEngine;
  /** The connections that the engine opened; it locks the database until they are closed. */
  readonly connections: readonly SqlDriverAdapter[];
  close(): Promise<void>;
};

async function createEngine(databaseFile: string): Promise<EngineHandle> {
  bindingsOnce ??= loadBindings();
  const bindings = await bindingsOnce;
  const connections: SqlDriverAdapter[] = [];
  const factory = createLockedSqliteAdapter({ file: databaseFile, busyTimeoutMs: 10_000 });
  const remembering: SqlMigrationAwareDriverAdapterFactory = {
    ...factory,
    async connect() {
      const connection = await factory.connect();
      connections.push(connection);
      return connection;
    },
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', readFileSync(schemaFile, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(remembering) as never,
  );
  return {
    engine,
    connections,
    async close() {
      engine.free();
      for (const connection of connections) await connection.dispose();
    },
  };
}

/** The package keeps views of the module's memory in globals: a second instance in one process would read the first's. */
let bindingsOnce: Promise<EngineBindings> | undefined;

async function loadBindings(): Promise<EngineBindings> {
  const require = createRequire(import.meta.url);
  const bindings = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineBindings;
  const packageFolder = path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const module = await WebAssembly.compile(readFileSync(path.join(packageFolder, 'schema_engine_bg.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings as never });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: reportPanic } });
  return bindings;
}

function reportPanic(message: string): void {
  process.stderr.write(`The migration engine stopped: ${message}\n`);
}

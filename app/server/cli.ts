import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { applyMigrations } from '#prisma/migrate.ts';
import { ed25519Pair } from '#app/domain/sealed-box/curve-keys.ts';
import { exportAudit } from '#app/infrastructure/db/audit-export.ts';
import { auditOrigin, createCheckpoints } from '#app/infrastructure/db/checkpoints.ts';
import { assertDatabaseSettings } from '#app/infrastructure/db/connect.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { pathsFor } from '#app/http/paths.ts';
import { ConfigurationError, readConfig } from './config.ts';
import type { Config } from './config.ts';
import { createRuntime } from './services.ts';
import type { Runtime } from './services.ts';

/** `npm run admin -- <command>`: what an operator does on the machine itself. */
const usage = `Commands:
  migrate                            brings the database to the present form
  office <name> <mail> [<office>]    first account of the office: prints an invitation link, good for seven days, once
  audit-export <file>                writes the audit log as JSON lines, without personal details
  verify-audit [<file>]              checks the chain and the signed checkpoints (of an export, or of the database)
  checkpoint                         signs the present state of the audit log and prints the signed note
`;

export async function runCommand(config: Config, args: readonly string[], say: (line: string) => void): Promise<number> {
  const [command, ...rest] = args;
  if (command === 'migrate') {
    const applied = await applyMigrations(config.databaseFile);
    say(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
    return 0;
  }
  const commands: Readonly<Record<string, (runtime: Runtime) => Promise<number>>> = {
    office: (runtime) => inviteOffice(runtime, config, rest, say),
    'audit-export': (runtime) => writeExport(runtime, rest[0] ?? 'audit.jsonl', say),
    'verify-audit': (runtime) => verifyAudit(runtime, config, rest[0], say),
    checkpoint: (runtime) => signNow(runtime, config, say),
  };
  const run = command === undefined || !Object.hasOwn(commands, command) ? undefined : commands[command];
  if (!run) {
    say(usage);
    return 2;
  }
  const runtime = createRuntime(config, { log: createLog({ level: config.logLevel }) });
  try {
    await assertDatabaseSettings(runtime.database);
    return await run(runtime);
  } finally {
    await runtime.stop();
  }
}

async function inviteOffice(runtime: Runtime, config: Config, [name, email, office]: readonly string[], say: (line: string) => void): Promise<number> {
  if (!name || !email?.includes('@')) {
    say('Usage: office <name> <mail> [<name of the office>]');
    return 2;
  }
  const { invitationToken, expiresAt } = await runtime.services.accounts.foundOrganisation({
    type: 'office',
    profile: { name: office ?? 'Geschäftsstelle', town: '' },
    facts: null,
    first: { name, email, role: 'office.admin' },
    mailInvitation: false,
  });
  say(`Open this link once, until ${expiresAt.toISOString()}, to set password and second factor:`);
  say(`${config.baseUrl}${pathsFor('de').accounts.invitation(invitationToken)}`);
  return 0;
}

async function writeExport(runtime: Runtime, file: string, say: (line: string) => void): Promise<number> {
  await exportTo(runtime, file);
  say(`Written to ${file}.`);
  return 0;
}

async function verifyAudit(runtime: Runtime, config: Config, given: string | undefined, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-audit-'));
  try {
    const file = given ?? path.join(folder, 'audit.jsonl');
    if (given === undefined) await exportTo(runtime, file);
    const key = ed25519Pair(config.secrets.audit).publicKey.toString('base64url');
    const verifier = path.resolve('bin/verify-audit.mjs');
    const result = spawnSync(process.execPath, [verifier, file, '--key', key, '--origin', auditOrigin(config.baseUrl)], { encoding: 'utf8' });
    say(`${result.stdout}${result.stderr}`.trimEnd());
    return result.status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signNow(runtime: Runtime, config: Config, say: (line: string) => void): Promise<number> {
  const { database: db, clock } = runtime;
  await createCheckpoints({ db, clock, auditSeed: config.secrets.audit, origin: auditOrigin(config.baseUrl) }).sign();
  const newest = await db.auditCheckpoint.findFirst({ orderBy: { size: 'desc' } });
  say(newest?.signature.trimEnd() ?? 'The log is empty.');
  return 0;
}

async function exportTo(runtime: Runtime, file: string): Promise<void> {
  const lines = exportAudit(runtime.database);
  await pipeline(Readable.from(withLineEnds(lines)), createWriteStream(file, { mode: 0o600 }));
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** The entry of `npm run admin`; imported elsewhere, this file does nothing. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await runCommand(readConfig(), args, (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

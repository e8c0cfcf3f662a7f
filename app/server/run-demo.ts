import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { generate } from 'otplib';
import { demoDays, fillDemo } from '#prisma/seed/fill-demo.ts';
import type { DemoAccount } from '#prisma/seed/fill-demo.ts';
import { createMovedClock } from '#prisma/seed/moved-clock.ts';
import { applyMigrations } from '#prisma/migrate.ts';
import { connectDatabase } from '#app/infrastructure/db/connect.ts';
import { FaultyChecklistFiles } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { ConfigurationError, parseConfig, readDemoPlace } from './config.ts';
import type { Config } from './config.ts';
import { clearDemoData, prepareDemoInstallation, writeAccounts } from './demo-installation.ts';
import type { DemoInstallation } from './demo-installation.ts';
import { serve } from './main.ts';
import { createRuntime } from './services.ts';

/** Written last of all: without it a first fill was interrupted. */
const filledKey = 'demo.filled';
const dayMs = 24 * 3_600_000;
const shownAccounts = ['k.seidel@tischlerei-seidel.example', 'a.lorenz@maschinenbau-wuensche.example', 'r.meinel@silberader.example', 'h.uhlig@suedwestsachsen-digital.example'];

/** `npm run demo`: fills what is not filled, then serves it. */
export async function demo(args: readonly string[]): Promise<void> {
  const { folder, port } = readDemoPlace();
  if (args[0] === '--code') return tellCode(folder, args[1] ?? '');
  await assertFree(port);
  const installation = prepareDemoInstallation({ folder, port, fresh: args.includes('--fresh') });
  const config = parseConfig(installation.environment);
  if (!(await isFilled(config))) await fill(installation, config, args.includes('--small') ? 'small' : 'whole');
  const running = await serve(config);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
  introduce(installation, running.port);
}

/** True once a fill has come to its end. */
export async function isFilled(config: Config): Promise<boolean> {
  if (!existsSync(config.databaseFile)) return false;
  await applyMigrations(config.databaseFile);
  const database = connectDatabase({ file: config.databaseFile });
  try {
    return (await database.setting.findFirst({ where: { key: filledKey } })) !== null;
  } finally {
    await database.$disconnect();
  }
}

/** Fills an empty demo; what an interrupted fill has left behind goes first. */
export async function fill(installation: DemoInstallation, config: Config, size: 'whole' | 'small', say: (line: string) => void = sayOnStderr): Promise<DemoAccount[]> {
  clearDemoData(installation);
  await applyMigrations(config.databaseFile);
  const begun = Date.now();
  const end = new Date(begun);
  const clock = createMovedClock(new Date(begun - demoDays * dayMs));
  const runtime = createRuntime(config, { log: createLog({ level: 'warn', destination: process.stderr }), clock });
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  say('Filling the demo region. This happens once and takes a minute or two.');
  try {
    const { services, random } = runtime;
    const mailFolder = config.mail.kind === 'files' ? config.mail.folder : '';
    const accounts = await fillDemo({
      services,
      clock,
      random,
      end,
      size,
      mailFolder,
      runJobs: () => runtime.worker.runTurns(clock.now()),
      progress: ({ at, people, cases }) => say(`${at.toISOString().slice(0, 10)}: ${people} people, ${cases} cases (${seconds()} s)`),
    });
    writeAccounts(installation, accounts);
    await runtime.database.setting.create({ data: { key: filledKey, value: end.toISOString() } });
    say(`Filled in ${seconds()} s: ${accounts.length} accounts.`);
    return accounts;
  } finally {
    await runtime.stop();
  }
}

function introduce(installation: DemoInstallation, port: number): void {
  const accounts = readAccounts(installation.folder);
  const shown = shownAccounts.flatMap((email) => accounts.find((one) => one.email === email) ?? []);
  const lines = [
    '',
    `Geleucht, demo:  http://localhost:${port}`,
    '',
    'Sign in, for instance as:',
    ...shown.map((one) => `  ${one.role.padEnd(18)} ${one.email.padEnd(48)} ${one.password}`),
    '',
    'The six digits of the second factor: npm run demo -- --code <mail address>',
    `Every account: ${installation.accountsFile}`,
    `Mails: http://localhost:${port}/demo/postfach`,
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Stands in for the authenticator app of a demo person. */
async function tellCode(folder: string, email: string): Promise<void> {
  const account = readAccounts(folder).find((one) => one.email === email);
  if (account === undefined) throw new DemoFault(`No demo account has the address ${email}. See ${folder}/accounts.json.`);
  process.stdout.write(`${await generate({ secret: account.totpSecret })}\n`);
}

function readAccounts(folder: string): DemoAccount[] {
  const file = `${folder}/accounts.json`;
  if (!existsSync(file)) throw new DemoFault(`${file} is missing. Start over with: npm run demo -- --fresh`);
  return JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[];
}

/** Told before the fill, not after it. */
function assertFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new DemoFault(`Port ${port} is taken. Choose another one: PORT=3001 npm run demo`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

/** Something the person at the keyboard can mend; told in one sentence. */
class DemoFault extends Error {}

function sayOnStderr(line: string): void {
  process.stderr.write(`geleucht: ${line}\n`);
}

const mendable = [DemoFault, ConfigurationError, FaultyChecklistFiles];

/** The entry of the command: faults that can be mended are told in one sentence. */
export async function runDemo(args: readonly string[]): Promise<void> {
  try {
    await demo(args);
  } catch (error) {
    if (!mendable.some((kind) => error instanceof kind) || !(error instanceof Error)) throw error;
    sayOnStderr(error.message);
    process.exitCode = 1;
  }
}

#!/usr/bin/env node
/**
 * Prepares what is missing, then runs a command of package.json. Node's own modules only, so that it works on a
 * machine with nothing but Node, npm and Debian. A second call with nothing changed prepares nothing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const commands = { demo, test, 'test:long': testLong, start, admin, checklist, 'db:migration': dbMigration, bench };
/** Programs and the Debian packages that bring them. */
const testPrograms = { 'chromium-headless-shell': 'chromium-headless-shell', qpdf: 'qpdf', pdfinfo: 'poppler-utils' };
/** better-sqlite3 compiles itself where its download is unreachable. */
const buildPrograms = { python3: 'python3', make: 'make', 'g++': 'g++' };

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`Unknown command. Known: ${Object.keys(commands).join(', ')}.`);
requireNode();
process.exitCode = await command(args);

function demo(rest) {
  prepare({ build: true });
  return operate(['--import', 'tsx', 'app/server/demo.ts', ...rest]);
}

function start() {
  prepare({ build: true });
  return operate(['--import', 'tsx', 'app/server/start.ts']);
}

function admin(rest) {
  prepare({ build: false });
  return node(['--import', 'tsx', 'app/server/run-cli.ts', ...rest]);
}

function checklist(rest) {
  prepare({ build: false });
  return node(['--import', 'tsx', 'app/server/run-checklist.ts', ...rest]);
}

function dbMigration(rest) {
  prepare({ build: false });
  return node(['--import', 'tsx', 'app/server/write-migration.ts', ...rest]);
}

function bench(rest) {
  prepare({ build: true });
  return operate(['--import', 'tsx', 'tests/load/bench.ts', ...rest]);
}

async function test(rest) {
  prepare({ build: true });
  ensurePrograms(testPrograms, 'The tests need');
  if (rest.length > 0) return node(['node_modules/vitest/vitest.mjs', 'run', ...rest]);
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const [types, lint] = await Promise.all([
    nodeBeside(['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    nodeBeside(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']),
  ]);
  count(totals, 'types', types);
  count(totals, 'lint', lint);
  const projects = ['domain', 'architecture', 'integration', 'journeys'];
  runVitest(totals, projects);
  return conclude(totals);
}

function testLong() {
  prepare({ build: true });
  ensurePrograms(testPrograms, 'The tests need');
  const totals = { passed: 0, failed: 0, skipped: 0 };
  runVitest(totals, ['long']);
  return conclude(totals);
}

function runVitest(totals, projects) {
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-test-'));
  const report = path.join(folder, 'report.json');
  const selection = projects.flatMap((project) => ['--project', project]);
  const status = node(['node_modules/vitest/vitest.mjs', 'run', ...selection, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests;
    totals.skipped += result.numPendingTests + (result.numTodoTests ?? 0);
    // A file that could not even be loaded has no tests to count, an error outside a test neither.
    if (status !== 0 && result.numFailedTests === 0) totals.failed += Math.max(1, result.numFailedTestSuites);
    if (result.numTotalTests === 0) totals.failed += 1;
  } else {
    totals.failed += 1;
  }
  rmSync(folder, { recursive: true, force: true });
}

function count(totals, label, status) {
  if (status === 0) totals.passed += 1;
  else totals.failed += 1;
  say(`${label}: ${status === 0 ? 'fine' : 'not fine'}`);
}

function conclude(totals) {
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
  return totals.failed > 0 ? 1 : 0;
}

/** Installs, generates and builds, each only when its inputs have changed since the last time. */
function prepare({ build }) {
  once('node_modules/.geleucht-installed', ['package.json', 'package-lock.json'], 'Installing packages', () => {
    ensurePrograms(buildPrograms, 'Compiling the database needs', { needed: false });
    return run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  });
  once('app/infrastructure/db/generated/.made', ['prisma/schema.prisma', 'package-lock.json'], 'Making the database client', () =>
    // `prisma generate` needs no engine, but looks for a program of that name: any executable will do.
    run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }),
  );
  if (!build) return;
  once('build/.made', ['app', 'checklists', 'remix.config.js', 'vite.config.ts', 'package-lock.json'], 'Building the pages', () =>
    run(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn']),
  );
}

function once(stamp, inputs, sentence, work) {
  const digest = digestOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say(`${sentence} …`);
  const status = work();
  if (status !== 0) fail(`${sentence} did not succeed.`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function digestOf(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const file of inputs.flatMap(filesBelow).sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesBelow(entry) {
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [entry];
  if (entry.endsWith(path.join('db', 'generated'))) return [];
  return readdirSync(entry)
    .filter((child) => !/\.test\.tsx?$/.test(child))
    .flatMap((child) => filesBelow(path.join(entry, child)));
}

/** Installs what is missing where this user may; otherwise says in one sentence how. `needed: false`: goes on without. */
function ensurePrograms(programs, sentence, { needed = true } = {}) {
  const missing = Object.entries(programs).filter(([program]) => !isOnPath(program));
  if (missing.length === 0) return;
  const packages = missing.map(([, debianPackage]) => debianPackage);
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    const how = `${sentence} ${packages.join(', ')}: install with "sudo apt-get install ${packages.join(' ')}".`;
    return needed ? fail(how) : say(how);
  }
  say(`Installing ${packages.join(', ')} from Debian's packages …`);
  run('apt-get', ['update', '-qq']);
  const status = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
  if (status !== 0) fail(`Could not install ${packages.join(', ')}.`);
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits) fail(`Node ${process.versions.node} is not supported: use 24, 22.12 or later, or 20.19 or later.`);
}

function node(nodeArgs) {
  return run(process.execPath, nodeArgs);
}

/** What draws pages: React looks for its own mistakes unless it is told that this is operation, and is several times slower. */
function operate(nodeArgs) {
  return run(process.execPath, nodeArgs, { NODE_ENV: 'production' });
}

/** The same beside other work, for what uses one core only. */
function nodeBeside(nodeArgs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, nodeArgs, { stdio: 'inherit' });
    child.on('error', (error) => fail(`${process.execPath}: ${error.message}`));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function run(program, programArgs, environment = {}) {
  const result = spawnSync(program, programArgs, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (result.error) fail(`${program}: ${result.error.message}`);
  return result.status ?? 1;
}

function say(sentence) {
  process.stderr.write(`geleucht: ${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import type { AcceptanceOrder, AcceptanceReport } from './accept-everything.ts';
import { addOfferedCase, addOrganisation, addProvider } from './cases.ts';
import type { TestProvider } from './cases.ts';
import { createTestRuntime } from './runtime.ts';
import type { TestRuntime } from './runtime.ts';

const now = '2026-11-23T09:00:00Z';
export const acceptors = 6;

type Racer = { readonly ready: Promise<unknown>; begin(): void; readonly report: Promise<AcceptanceReport> };

/** A process with its runtime on the database; it stands at the line, says that it is ready, and waits to be let go. */
function racer(order: AcceptanceOrder): Racer {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/accept-everything.ts'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said: string[] = [];
  let faults = '';
  child.stderr.on('data', (chunk: Buffer) => (faults += chunk.toString('utf8')));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const report = ended.then((code) => {
    if (code !== 0) throw new Error(faults || `exit ${code}`);
    return JSON.parse(said.at(-1) ?? '') as AcceptanceReport;
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      resolve();
    });
  });
  child.stdin.write(`${JSON.stringify(order)}\n`);
  return { ready: Promise.race([ready, report]), begin: () => child.stdin.end('go\n'), report };
}

/** Lets all go at the same moment: whoever starts first would otherwise have taken everything before the other is there. */
async function race(orders: readonly AcceptanceOrder[]): Promise<AcceptanceReport[]> {
  const racers = orders.map(racer);
  await Promise.all(racers.map((one) => one.ready));
  for (const one of racers) one.begin();
  return Promise.all(racers.map((one) => one.report));
}

const total = (reports: readonly AcceptanceReport[], figure: 'accepted' | 'reserve' | 'confirmed' | 'conflicts') => reports.reduce((sum, one) => sum + one[figure], 0);

/** Everybody begins at another place of the list, and half of them go backwards, so that they meet again and again. */
function inOwnOrder(offerIds: readonly string[], at: number): string[] {
  const start = Math.floor((offerIds.length * at) / acceptors);
  const turned = [...offerIds.slice(start), ...offerIds.slice(0, start)];
  return at % 2 === 0 ? turned : turned.reverse();
}

/** What was promoted from reserve confirms afterwards, as its people are asked to by mail. */
async function confirmPromoted(runtime: TestRuntime, providers: readonly TestProvider[]): Promise<void> {
  const waiting = await runtime.database.offer.findMany({ where: { state: 'accepted' } });
  for (const offer of waiting) {
    const provider = providers.find((one) => one.id === offer.providerId);
    if (!provider) throw new Error('unknown provider');
    expect(await runtime.services.matching.confirmOffer(provider.actor, offer.id)).toMatchObject({ ok: true });
  }
}

/** Six providers in two processes accept the same cases at once, in different orders; each case has exactly one winner. */
export async function expectOneWinnerEach(cases: number): Promise<void> {
  await using runtime = await createTestRuntime({ now });
  const organisationId = await addOrganisation(runtime);
  const providers: TestProvider[] = [];
  for (let at = 0; at < acceptors; at += 1) providers.push(await addProvider(runtime));
  const offered: Awaited<ReturnType<typeof addOfferedCase>>[] = [];
  for (let at = 0; at < cases; at += 1) offered.push(await addOfferedCase(runtime, 'S2', organisationId, providers));

  const work = providers.map(({ actor }, at) => ({ actor, offerIds: inOwnOrder(offered.map((one) => one.offerIds[at] ?? ''), at) }));
  const order = { dataDir: runtime.config.dataDir, now, conflictEvery: 4 };
  const reports = await race([
    { ...order, work: work.slice(0, 3) },
    { ...order, work: work.slice(3) },
  ]);

  for (const report of reports) {
    expect(report.errors).toEqual([]);
    expect(Object.keys(report.refusals).filter((code) => code !== 'already_taken')).toEqual([]);
    expect(report.accepted + report.reserve + (report.refusals['already_taken'] ?? 0)).toBeGreaterThanOrEqual(cases * (acceptors / 2));
  }
  // How many each process wins is the scheduler's choice; that both kinds of end were met is not.
  expect(total(reports, 'confirmed')).toBeGreaterThan(0);
  expect(total(reports, 'conflicts')).toBeGreaterThan(0);
  expect(total(reports, 'reserve')).toBeGreaterThan(0);
  await confirmPromoted(runtime, providers);

  const winners = await runtime.database.assignment.groupBy({ by: ['caseId'], _count: { _all: true } });
  const conflicts = await runtime.database.offer.groupBy({ by: ['caseId'], where: { state: 'conflict' }, _count: { _all: true } });
  const allConflicted = conflicts.filter((one) => one._count._all === acceptors).length;
  expect(winners.every((one) => one._count._all === 1)).toBe(true);
  // A case whose first one had a conflict before anybody else asked is free again, and the next takes it.
  expect(winners.length + allConflicted + (await stillFree(runtime))).toBe(cases);
  expect(await stillFree(runtime)).toBeLessThan(cases / 10);
  expect(await runtime.database.offer.count({ where: { state: 'confirmed' } })).toBe(winners.length);
  expect(await runtime.database.offer.count({ where: { state: { in: ['accepted', 'reserve'] } } })).toBe(0);
  expect(await runtime.database.case.count({ where: { state: 'assigned', reservedOfferId: null } })).toBe(winners.length);
}

/** Cases whose last one to ask had the conflict: nobody holds them, and routing goes on. */
function stillFree(runtime: TestRuntime): Promise<number> {
  return runtime.database.case.count({ where: { state: 'matching', reservedOfferId: null } });
}

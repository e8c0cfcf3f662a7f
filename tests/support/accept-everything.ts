import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { Member } from '#app/domain/access/actor.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createRuntime } from '#app/server/services.ts';
import { createMovedClock } from './moved-clock.ts';
import { testConfig } from './test-config.ts';

/** What one process is to do: every actor takes its offers, all at once, each list in the order given. */
export type AcceptanceOrder = {
  readonly dataDir: string;
  readonly now: string;
  readonly work: readonly { readonly actor: Member; readonly offerIds: readonly string[] }[];
  /** Every n-th case that was won turns out to be a conflict. */
  readonly conflictEvery: number;
};

export type AcceptanceReport = {
  readonly accepted: number;
  readonly reserve: number;
  readonly confirmed: number;
  readonly conflicts: number;
  /** Refusals by code; `already_taken` is an answer, everything else a fault. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
};

/** Accepts and confirms in a runtime of its own on the given database file, from the moment `atTheLine` lets it. */
async function acceptEverything(order: AcceptanceOrder, atTheLine: () => Promise<unknown>): Promise<AcceptanceReport> {
  const config = testConfig({ GELEUCHT_DATA_DIR: order.dataDir });
  const log = createLog({ level: 'silent', destination: { write: () => undefined } });
  const runtime = createRuntime(config, { log, clock: createMovedClock(order.now) });
  const { matching } = runtime.services;
  const report = { accepted: 0, reserve: 0, confirmed: 0, conflicts: 0, refusals: {} as Record<string, number>, errors: [] as string[] };
  const note = (result: { ok: boolean; refusal?: { code: string } }) => {
    if (!result.ok && result.refusal) report.refusals[result.refusal.code] = (report.refusals[result.refusal.code] ?? 0) + 1;
    return result.ok;
  };

  async function finish(actor: Member, offerId: string): Promise<void> {
    report.accepted += 1;
    if (report.accepted % order.conflictEvery === 0) {
      if (note(await matching.reportConflict(actor, offerId))) report.conflicts += 1;
      return;
    }
    if (note(await matching.confirmOffer(actor, offerId))) report.confirmed += 1;
  }

  async function takeAll({ actor, offerIds }: AcceptanceOrder['work'][number]): Promise<void> {
    for (const offerId of offerIds) {
      try {
        const result = await matching.acceptOffer(actor, offerId);
        if (!note(result) || !result.ok) continue;
        if (result.value.outcome === 'reserve') report.reserve += 1;
        else await finish(actor, offerId);
      } catch (error) {
        report.errors.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    }
  }

  try {
    await atTheLine();
    await Promise.all(order.work.map(takeAll));
  } finally {
    await runtime.stop();
  }
  return report;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const order = JSON.parse((await lines.next()).value as string) as AcceptanceOrder;
  const report = await acceptEverything(order, () => {
    process.stdout.write('ready\n');
    return lines.next();
  });
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

import { caseTimerKinds } from '#app/domain/case/timers.ts';
import type { CaseTimerKind } from '#app/domain/case/timers.ts';
import type { CaseTimers, TimerRow } from '#app/features/cases/ports.ts';
import type { Random } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { CaseTimer } from './generated/client.ts';
import type { DatabaseTransaction } from './transact.ts';

/** The timers of cases inside the given transaction. */
export function createCaseTimers(tx: DatabaseTransaction, { random }: { readonly random: Random }): CaseTimers {
  return {
    async add(caseId, timers, at) {
      for (const timer of timers) await tx.caseTimer.create({ data: { id: random.id(), caseId, ...timer, createdAt: at } });
    },
    async open(caseId) {
      return (await tx.caseTimer.findMany({ where: { caseId, doneAt: null }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })).map(timerOf);
    },
    async claim(timerId, caseId, at) {
      const { count } = await tx.caseTimer.updateMany({ where: { id: timerId, caseId, doneAt: null, dueAt: { lte: at } }, data: { doneAt: at, outcome: 'fired' } });
      return count === 1;
    },
    async drop(caseId, ids, at) {
      if (ids.length > 0) await tx.caseTimer.updateMany({ where: { caseId, id: { in: [...ids] }, doneAt: null }, data: { doneAt: at, outcome: 'dropped' } });
    },
    async postpone(timerId, caseId, dueAt) {
      await tx.caseTimer.updateMany({ where: { id: timerId, caseId, doneAt: null }, data: { dueAt } });
    },
    countFired: (caseId, kind, setAt) => tx.caseTimer.count({ where: { caseId, kind, createdAt: setAt, outcome: 'fired' } }),
  };
}

/** What is due, the longest waiting first. */
export async function readDueTimers(db: Database | DatabaseTransaction, now: Date, limit: number): Promise<readonly TimerRow[]> {
  return (await db.caseTimer.findMany({ where: { doneAt: null, dueAt: { lte: now } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: limit })).map(timerOf);
}

function timerOf({ id, caseId, kind, dueAt, createdAt }: CaseTimer): TimerRow {
  return { id, caseId, kind: kindOf(kind), dueAt, createdAt };
}

function kindOf(text: string): CaseTimerKind {
  const found = caseTimerKinds.find((one) => one === text);
  if (found === undefined) throw new Error(`Unknown timer ${text}`);
  return found;
}

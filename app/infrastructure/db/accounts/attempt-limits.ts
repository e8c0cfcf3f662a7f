import type { AccountVault } from '#app/features/ports.ts';
import type { AttemptLimits, Limit } from '#app/features/accounts/ports.ts';
import type { Database } from '../connect.ts';
import { transactOn } from '../transact.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Longest of the growing delays. */
const longestDelaySeconds = 60;

type Parts = { readonly db: Database; readonly vault: AccountVault };

/** Counters in the database. An attempt is counted before it is tried, so that many at once gain nothing. */
export function createAttemptLimits({ db, vault }: Parts): AttemptLimits {
  return {
    take: (limits, now) =>
      transactOn(db, async (tx) => {
        const waits: number[] = [];
        const counted: { limit: Limit; failures: number }[] = [];
        for (const limit of limits) {
          const bucket = await bucketOf(tx, limit, now);
          if (bucket.blockedUntil && bucket.blockedUntil > now) waits.push(secondsUntil(bucket.blockedUntil, now));
          else counted.push({ limit, failures: bucket.failures });
        }
        if (waits.length > 0) return Math.max(...waits);
        for (const { limit, failures } of counted) await count(tx, limit, failures + 1, now);
        return null;
      }),
    async forget(limits) {
      await db.rateBucket.deleteMany({ where: { key: { in: limits.map((limit) => keyOf(limit.key)) } } });
    },
    async giveBack(limits) {
      for (const limit of limits) {
        const key = keyOf(limit.key);
        await db.rateBucket.updateMany({ where: { key, failures: { gt: 0 } }, data: { failures: { decrement: 1 } } });
        await db.rateBucket.updateMany({ where: { key, failures: { lt: limit.free } }, data: { blockedUntil: null } });
      }
    },
    async removeOld(before) {
      const { count: removed } = await db.rateBucket.deleteMany({ where: { windowStart: { lt: before }, OR: [{ blockedUntil: null }, { blockedUntil: { lt: before } }] } });
      return removed;
    },
  };

  /** The bucket, begun anew where its window has passed. */
  async function bucketOf(tx: DatabaseTransaction, limit: Limit, now: Date) {
    const key = keyOf(limit.key);
    const windowBegan = new Date(now.getTime() - limit.windowMinutes * 60_000);
    await tx.rateBucket.upsert({ where: { key }, create: { key, failures: 0, windowStart: now }, update: {} });
    await tx.rateBucket.updateMany({
      where: { key, windowStart: { lt: windowBegan }, OR: [{ blockedUntil: null }, { blockedUntil: { lte: now } }] },
      data: { failures: 0, windowStart: now, blockedUntil: null },
    });
    return tx.rateBucket.findFirstOrThrow({ where: { key } });
  }

  async function count(tx: DatabaseTransaction, limit: Limit, failures: number, now: Date): Promise<void> {
    await tx.rateBucket.update({ where: { key: keyOf(limit.key) }, data: { failures, blockedUntil: blockedUntil(limit, failures, now) } });
  }

  function keyOf(text: string): string {
    return vault.rateHash(text);
  }
}

/** The attempt that uses up the free ones begins the pause for the next. */
function blockedUntil(limit: Limit, failures: number, now: Date): Date | null {
  if (failures < limit.free) return null;
  if (limit.then !== 'growing_delay') return new Date(now.getTime() + ('delaySeconds' in limit.then ? limit.then.delaySeconds : limit.then.pauseMinutes * 60) * 1000);
  const seconds = Math.min(longestDelaySeconds, 2 ** (failures - limit.free));
  return new Date(now.getTime() + seconds * 1000);
}

function secondsUntil(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1000));
}

import { localDate } from '#app/domain/deadlines/local-time.ts';
import { tieKinds } from '#app/domain/vetting/conflicts.ts';
import type { TieReads, TieWrites } from '#app/features/providers/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/** What people of the office have declared to be tied by. `zone`: the region's, in which a tie ends. */
export function createTieReads(db: Database, zone: string): TieReads {
  return {
    async of(userId) {
      const rows = await db.declaredTie.findMany({ where: { userId }, orderBy: [{ declaredAt: 'desc' }, { id: 'asc' }] });
      return rows.flatMap(({ id, kind: text, organisationId, capabilities, declaredAt, endedAt }) => {
        const kind = tieKinds.find((one) => one === text);
        if (kind === undefined) return [];
        return [{ id, kind, organisationId, capabilities: JSON.parse(capabilities) as string[], declaredAt, endedOn: endedAt === null ? null : localDate(endedAt, zone) }];
      });
    },
  };
}

export function createTieWrites(tx: DatabaseTransaction): TieWrites {
  return {
    async declare({ at, capabilities, ...tie }) {
      await tx.declaredTie.create({ data: { ...tie, capabilities: JSON.stringify(capabilities), declaredAt: at } });
    },
    async end(tieId, userId, at) {
      const { count } = await tx.declaredTie.updateMany({ where: { id: tieId, userId, endedAt: null }, data: { endedAt: at } });
      return count === 1;
    },
  };
}

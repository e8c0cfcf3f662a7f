import type { FeedRow, FeedStore, FeedWrites } from '#app/features/measures/ports.ts';
import type { Database } from '../connect.ts';
import type { MeasureFeed } from '../generated/client.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Calendar addresses and the days behind them; nothing here can open content. */
export function createFeedStore(db: Database): FeedStore {
  return {
    async own(organisationId, userId) {
      const row = await db.measureFeed.findFirst({ where: { organisationId, userId, revokedAt: null }, orderBy: { createdAt: 'desc' } });
      return row && feedOf(row);
    },
    async byToken(tokenHash) {
      // no tenant: whoever holds the token brings no session
      const row = await db.measureFeed.findFirst({ where: { tokenHash, revokedAt: null } });
      if (row === null) return null;
      const present = await db.membership.count({
        where: { organisationId: row.organisationId, userId: row.userId, confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null }, organisation: { closedAt: null } },
      });
      return present > 0 ? feedOf(row) : null;
    },
    async dueDays({ organisationId, userId, scope }) {
      const rows = await db.measure.findMany({
        where: { organisationId, state: { in: ['open', 'in_progress'] }, dueOn: { not: null }, ...(scope === 'mine' ? { ownerUserId: userId } : {}) },
        select: { id: true, dueOn: true, updatedAt: true, revision: true },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      });
      return rows.flatMap(({ id, dueOn, updatedAt, revision }) => (dueOn === null ? [] : [{ id, dueOn, changedAt: updatedAt, revision }]));
    },
    async markFetched({ id, organisationId }, at) {
      await db.measureFeed.updateMany({ where: { id, organisationId }, data: { lastFetchedAt: at } });
    },
  };
}

export function createFeedWrites(tx: DatabaseTransaction): FeedWrites {
  return {
    async revokeOwn(organisationId, userId, at) {
      const { count } = await tx.measureFeed.updateMany({ where: { organisationId, userId, revokedAt: null }, data: { revokedAt: at } });
      return count;
    },
    async add(feed) {
      await tx.measureFeed.create({ data: feed });
    },
  };
}

function feedOf({ id, organisationId, userId, scope, createdAt, lastFetchedAt }: MeasureFeed): FeedRow {
  return { id, organisationId, userId, scope: scope === 'mine' ? 'mine' : 'all', createdAt, lastFetchedAt };
}

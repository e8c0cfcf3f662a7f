import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { OfficeReads } from '#app/features/office/ports.ts';
import type { Database } from './connect.ts';

/** The outbox as the office sees it: neither addresses nor references. */
export function createOutboxReader(db: Database): Pick<OfficeReads, 'outbox' | 'outboxCounts'> {
  return {
    async outboxCounts(since) {
      const [pending, sending, dead, sentToday, oldest] = await Promise.all([
        db.outboxMessage.count({ where: { state: 'pending' } }),
        db.outboxMessage.count({ where: { state: 'sending' } }),
        db.outboxMessage.count({ where: { state: 'dead' } }),
        db.outboxMessage.count({ where: { state: 'sent', sentAt: { gte: since } } }),
        db.outboxMessage.findFirst({ where: { state: 'pending' }, orderBy: { createdAt: 'asc' }, select: { createdAt: true } }),
      ]);
      return { pending, sending, dead, sentToday, oldestPendingAt: oldest?.createdAt ?? null };
    },
    async outbox(limit) {
      const rows = await db.outboxMessage.findMany({
        where: { state: { in: ['dead', 'sending', 'pending'] } },
        orderBy: [{ state: 'asc' }, { createdAt: 'asc' }],
        take: limit,
        select: { id: true, notice: true, state: true, attempts: true, lastError: true, createdAt: true, nextAt: true },
      });
      return rows.map(({ notice, lastError, ...row }) => ({ ...row, kind: notice as NoticeKind, errorCode: lastError }));
    },
  };
}

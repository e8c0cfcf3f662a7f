import { CHAIN_START, chainHash } from '#app/domain/sealed-box/audit-chain.ts';
import type { AuditReads, LogSelection } from '#app/features/audit/ports.ts';
import { chainedText } from './audit-trail.ts';
import type { Database } from './connect.ts';

const chunk = 1_000;

/** Reads the log without its personal details. */
export function createAuditReader(db: Database): AuditReads {
  const where = ({ events, organisationId, from, until }: LogSelection) => ({
    ...(events === null ? {} : { event: { in: [...events] } }),
    ...(organisationId === null ? {} : { organisationId }),
    ...(from === null && until === null ? {} : { at: { ...(from === null ? {} : { gte: from }), ...(until === null ? {} : { lt: until }) } }),
  });
  return {
    async entries(selection, place, limit) {
      const rows = await db.auditEntry.findMany({
        where: { ...where(selection), ...(place === null ? {} : { sequence: place.side === 'older' ? { lt: place.than } : { gt: place.than } }) },
        orderBy: { sequence: place?.side === 'newer' ? 'asc' : 'desc' },
        take: limit,
      });
      return place?.side === 'newer' ? rows.reverse() : rows;
    },
    count: (selection) => db.auditEntry.count({ where: where(selection) }),
    async newestCheckpoint() {
      const row = await db.auditCheckpoint.findFirst({ orderBy: { size: 'desc' } });
      return row === null ? null : { size: row.size, headHash: row.headHash, at: row.at, note: row.signature };
    },
    async firstBreak() {
      let previousHash = CHAIN_START.toString('hex');
      let last = 0;
      for (;;) {
        const rows = await db.auditEntry.findMany({ where: { sequence: { gt: last } }, orderBy: { sequence: 'asc' }, take: chunk });
        for (const row of rows) {
          const hash = chainHash(Buffer.from(previousHash, 'hex'), chainedText(row)).toString('hex');
          if (row.sequence !== last + 1 || row.previousHash !== previousHash || row.hash !== hash) return row.sequence;
          previousHash = hash;
          last = row.sequence;
        }
        if (rows.length < chunk) return null;
      }
    },
  };
}

import type { Database } from './connect.ts';
import { chainedFields } from './audit-trail.ts';

const pageSize = 1000;

/**
 * The audit log as JSON lines, oldest first: `{"entry": …, "hash": hex}`, then `{"checkpoint": signed note}`. Personal
 * details stay behind; the entries hold only their commitments. bin/verify-audit.mjs reads this form.
 */
export async function* exportAudit(db: Database): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await db.auditEntry.findMany({ where: { sequence: { gt: after } }, orderBy: { sequence: 'asc' }, take: pageSize });
    for (const row of rows) yield JSON.stringify({ entry: chainedFields(row), hash: row.hash });
    const last = rows.at(-1);
    if (!last) break;
    after = last.sequence;
  }
  for (const { signature } of await db.auditCheckpoint.findMany({ orderBy: { size: 'asc' } })) yield JSON.stringify({ checkpoint: signature });
}

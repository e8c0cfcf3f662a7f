import type { SealedRow, Subject } from '#app/features/ports.ts';
import { toBytes } from './bytes.ts';
import type { DatabaseTransaction } from './transact.ts';

/** The wrapped keys of a subject's files, wherever they are kept; inside one transaction. */
export type FileKeyWraps = ReturnType<typeof createFileKeyWraps>;

export type FileKeyWrap = { readonly row: SealedRow & { readonly table: 'Exhibit' | 'Evidence' }; readonly wrapped: Uint8Array };

export function createFileKeyWraps(tx: DatabaseTransaction) {
  return {
    /** Of files that are still there. */
    async olderThan({ kind, id }: Subject, version: number): Promise<FileKeyWrap[]> {
      const older = { fileKeyVersion: { lt: version } };
      const select = { id: true, wrappedFileKey: true } as const;
      const [table, rows] =
        kind === 'case'
          ? (['Exhibit', await tx.exhibit.findMany({ where: { caseId: id, removedAt: null, ...older }, select })] as const)
          : (['Evidence', await tx.evidence.findMany({ where: { assessmentId: id, ...older }, select })] as const);
      return rows.map((row) => ({ row: { table, column: 'wrappedFileKey', rowId: row.id }, wrapped: row.wrappedFileKey }));
    },
    /** Whether somebody can open older versions and not the newest: a provider in its time of grace. */
    async isNeededByFormerHolders({ kind, id }: Subject, newest: number): Promise<boolean> {
      const grants = await tx.subjectKeyGrant.findMany({
        where: { subjectKind: kind, subjectId: id, awaitingRelease: false },
        select: { version: true, recipientKind: true, recipientId: true },
      });
      const ofRecipient = ({ recipientKind, recipientId }: { recipientKind: string; recipientId: string }) => `${recipientKind}:${recipientId}`;
      const current = new Set(grants.filter((grant) => grant.version === newest).map(ofRecipient));
      return grants.some((grant) => !current.has(ofRecipient(grant)));
    },
    async replace({ table, rowId }: FileKeyWrap['row'], wrapped: Buffer, version: number): Promise<void> {
      // no tenant: the file was found by its locked subject
      const change = { where: { id: rowId }, data: { wrappedFileKey: toBytes(wrapped), fileKeyVersion: version } };
      await (table === 'Exhibit' ? tx.exhibit.updateMany(change) : tx.evidence.updateMany(change));
    },
  };
}

import type { SealedRow, Subject } from '#app/features/ports.ts';
import { toBytes } from './bytes.ts';
import type { DatabaseTransaction } from './transact.ts';

/** The wrapped keys of a subject's files, wherever they are kept; inside one transaction. */
export type FileKeyWraps = ReturnType<typeof createFileKeyWraps>;

export type FileKeyWrap = { readonly id: string; readonly row: SealedRow; readonly wrapped: Uint8Array };

export function createFileKeyWraps(tx: DatabaseTransaction) {
  return {
    /** Of files that are still there. */
    async olderThan({ kind, id: caseId }: Subject, version: number): Promise<FileKeyWrap[]> {
      if (kind !== 'case') return [];
      const rows = await tx.exhibit.findMany({ where: { caseId, removedAt: null, fileKeyVersion: { lt: version } }, select: { id: true, wrappedFileKey: true } });
      return rows.map(({ id, wrappedFileKey }) => ({ id, row: { table: 'Exhibit', column: 'wrappedFileKey', rowId: id }, wrapped: wrappedFileKey }));
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
    async replace(exhibitId: string, wrapped: Buffer, version: number): Promise<void> {
      // no tenant: the exhibit was found by its locked case
      await tx.exhibit.updateMany({ where: { id: exhibitId }, data: { wrappedFileKey: toBytes(wrapped), fileKeyVersion: version } });
    },
  };
}

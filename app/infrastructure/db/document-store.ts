import { fileTypes } from '#app/domain/files/file-types.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { DocumentReads, DocumentWrites, VettingDocument } from '#app/features/providers/ports.ts';
import { toBytes } from './bytes.ts';
import type { Database } from './connect.ts';
import type { VettingDocument as DocumentRow } from './generated/client.ts';
import type { DatabaseTransaction } from './transact.ts';

type Parts = { readonly vault: AccountVault };
type DocumentBox = Pick<VettingDocument, 'name' | 'type' | 'claimedType' | 'sha256'>;

/** Documents of applications: what is said of them is account data, their bodies lie in files. */
export function createDocumentReads(db: Database | DatabaseTransaction, { vault }: Parts): DocumentReads {
  return {
    ofVetting: (vettingId) => documentsOf(db, vault, vettingId),
    async stored(providerId, documentId) {
      const row = await db.vettingDocument.findFirst({ where: { id: documentId, providerId } });
      const document = row === null ? null : documentOf(row, vault);
      if (row === null || document === null || row.wrappedFileKey === null) return null;
      return { ...document, storageName: row.storageName, wrappedFileKey: row.wrappedFileKey };
    },
    async storageNames(names) {
      // no tenant: the sweep asks which bodies of all providers are still needed
      const rows = await db.vettingDocument.findMany({ where: { storageName: { in: [...names] }, erasedAt: null }, select: { storageName: true } });
      return new Set(rows.map((row) => row.storageName));
    },
  };
}

export function createDocumentWrites(tx: DatabaseTransaction, { vault }: Parts): DocumentWrites {
  return {
    ofVetting: (vettingId) => documentsOf(tx, vault, vettingId),
    async add({ id, name, type, claimedType, sha256, wrappedFileKey, ...columns }) {
      const box: DocumentBox = { name, type, claimedType, sha256 };
      await tx.vettingDocument.create({ data: { id, ...columns, wrappedFileKey: toBytes(wrappedFileKey), box: toBytes(vault.seal('VettingDocument', id, box)) } });
    },
    async withdraw(vettingId, documentIds, at) {
      const where = { vettingId, id: { in: [...documentIds] }, withdrawnAt: null };
      const rows = await tx.vettingDocument.findMany({ where, select: { id: true }, orderBy: { createdAt: 'asc' } });
      await tx.vettingDocument.updateMany({ where, data: { withdrawnAt: at } });
      return rows.map((row) => row.id);
    },
    async eraseWithdrawn(vettingId, at) {
      const where = { vettingId, withdrawnAt: { not: null }, erasedAt: null };
      const rows = await tx.vettingDocument.findMany({ where, select: { id: true }, orderBy: { createdAt: 'asc' } });
      await tx.vettingDocument.updateMany({ where, data: { wrappedFileKey: null, erasedAt: at } });
      return rows.map((row) => row.id);
    },
  };
}

async function documentsOf(db: Database | DatabaseTransaction, vault: AccountVault, vettingId: string): Promise<VettingDocument[]> {
  const rows = await db.vettingDocument.findMany({ where: { vettingId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return rows.flatMap((row) => documentOf(row, vault) ?? []);
}

/** Null for a row whose proof or type the rules do not know any more. */
function documentOf(row: DocumentRow, vault: AccountVault): VettingDocument | null {
  const { name, type, claimedType, sha256 } = vault.open<DocumentBox>('VettingDocument', row.id, row.box);
  const code = itemCodes.find((one) => one === row.code);
  if (code === undefined || !fileTypes.includes(type)) return null;
  const { id, vettingId, providerId, size, uploadedBy, createdAt, withdrawnAt, erasedAt } = row;
  return { id, vettingId, providerId, code, name, type, claimedType, sha256, size, uploadedBy, createdAt, withdrawnAt, erasedAt };
}

import type { EmergencySheet, OrganisationGrant, TeamStore } from '#app/features/accounts/ports.ts';
import { toBytes, toBytesOrNull } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';

type KeyParts = Pick<TeamStore, 'organisationKeys' | 'addOrganisationKey' | 'addGrant' | 'removeGrants' | 'sheetGrant' | 'activeSheet' | 'addSheet' | 'retireSheets'>;

/** Generations of an organisation's key, their sealed copies, and the printed emergency sheets. */
export function createOrganisationKeyStore(db: Database | DatabaseTransaction): KeyParts {
  return {
    async organisationKeys(organisationId) {
      const rows = await db.organisationKey.findMany({ where: { organisationId }, orderBy: { generation: 'desc' } });
      return rows.map((row) => ({
        id: row.id,
        generation: row.generation,
        publicKey: Buffer.from(row.publicKey),
        directorySignature: Buffer.from(row.directorySignature),
      }));
    },
    async addOrganisationKey(organisationId, key, at) {
      const { id, generation } = key;
      await db.organisationKey.create({
        data: {
          id,
          organisationId,
          generation,
          publicKey: toBytes(key.publicKey),
          directorySignature: toBytes(key.directorySignature),
          previousWrapped: toBytesOrNull(key.previousWrapped),
          createdAt: at,
        },
      });
      for (const grant of key.grants) await addGrant(id, grant, at);
    },
    addGrant,
    async removeGrants(organisationId, recipientKind, recipientId) {
      const { count } = await db.organisationKeyGrant.deleteMany({ where: { key: { organisationId }, recipientKind, recipientId } });
      return count;
    },
    async sheetGrant(organisationKeyId, sheetId) {
      const row = await db.organisationKeyGrant.findFirst({ where: { organisationKeyId, recipientKind: 'sheet', recipientId: sheetId } });
      return row && Buffer.from(row.sealedPrivateKey);
    },
    async activeSheet(organisationId) {
      const row = await db.emergencySheet.findFirst({ where: { organisationId, confirmedAt: { not: null }, retiredAt: null }, orderBy: { createdAt: 'desc' } });
      return row && sheetOf(row);
    },
    async addSheet({ id, organisationId, publicKey, directorySignature, createdAt }) {
      await db.emergencySheet.create({
        data: { id, organisationId, publicKey: toBytes(publicKey), directorySignature: toBytes(directorySignature), createdAt, confirmedAt: createdAt },
      });
    },
    async retireSheets(organisationId, at) {
      const live = await db.emergencySheet.findMany({ where: { organisationId, retiredAt: null }, select: { id: true } });
      await db.emergencySheet.updateMany({ where: { organisationId, retiredAt: null }, data: { retiredAt: at } });
      return live.map((row) => row.id);
    },
  };

  async function addGrant(organisationKeyId: string, grant: OrganisationGrant, at: Date): Promise<void> {
    const { recipientKind, recipientId } = grant;
    const content = { sealedPrivateKey: toBytes(grant.sealedPrivateKey), createdAt: at };
    await db.organisationKeyGrant.upsert({
      where: { organisationKeyId_recipientKind_recipientId: { organisationKeyId, recipientKind, recipientId } },
      create: { id: `${organisationKeyId}.${recipientId}`, organisationKeyId, recipientKind, recipientId, ...content },
      update: content,
    });
  }
}

function sheetOf(row: { id: string; publicKey: Uint8Array; directorySignature: Uint8Array; createdAt: Date }): EmergencySheet {
  return { id: row.id, publicKey: Buffer.from(row.publicKey), directorySignature: Buffer.from(row.directorySignature), createdAt: row.createdAt };
}

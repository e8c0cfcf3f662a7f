import { lookupHash, mailAddressHash, openAccountData, sealAccountData } from '#app/domain/sealed-box/server-box.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import { createFileKey } from '#app/domain/sealed-box/seal-file.ts';
import type { AccountVault, Random } from '#app/features/ports.ts';

type Keys = { readonly accountData: Buffer; readonly lookup: Buffer };

/** Account data as JSON under the server's key; every box is bound to its table and row. */
export function createAccountVault(keys: Keys, random: Random): AccountVault {
  return {
    seal(table, rowId, plain) {
      const bytes = Buffer.from(JSON.stringify(plain), 'utf8');
      return sealAccountData(keys.accountData, 1, rowOf(table, rowId, 'box'), bytes, random.bytes);
    },
    open<T>(table: string, rowId: string, box: Uint8Array) {
      return JSON.parse(openAccountData(keys.accountData, rowOf(table, rowId, 'box'), box).toString('utf8')) as T;
    },
    newFileKey(table, rowId) {
      const fileKey = createFileKey(random.bytes);
      return { fileKey, wrapped: sealAccountData(keys.accountData, 0, rowOf(table, rowId, 'fileKey'), fileKey, random.bytes) };
    },
    openFileKey: (table, rowId, wrapped) => openAccountData(keys.accountData, rowOf(table, rowId, 'fileKey'), wrapped),
    mailHash: (address) => mailAddressHash(keys.lookup, address).toString('hex'),
    rateHash: (text) => lookupHash(keys.lookup, 'rate-limit', text).toString('hex'),
    ownerMark: (of, id, owner) => lookupHash(keys.lookup, ownerUses[of], `${id}/${owner}`).toString('hex'),
  };
}

const ownerUses = { form: 'form-owner', browser: 'known-browser', place: 'seen-place' } as const;

function rowOf(table: string, rowId: string, column: 'box' | 'fileKey'): RowIdentity {
  return { table, column, rowId, organisationId: null, subjectId: null };
}

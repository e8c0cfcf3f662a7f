import { lookupHash, mailAddressHash, openAccountData, sealAccountData } from '#app/domain/sealed-box/server-box.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import type { AccountVault, Random } from '#app/features/ports.ts';

type Keys = { readonly accountData: Buffer; readonly lookup: Buffer };

/** Account data as JSON under the server's key; every box is bound to its table and row. */
export function createAccountVault(keys: Keys, random: Random): AccountVault {
  return {
    seal(table, rowId, plain) {
      const bytes = Buffer.from(JSON.stringify(plain), 'utf8');
      return sealAccountData(keys.accountData, 1, boxRow(table, rowId), bytes, random.bytes);
    },
    open<T>(table: string, rowId: string, box: Uint8Array) {
      return JSON.parse(openAccountData(keys.accountData, boxRow(table, rowId), box).toString('utf8')) as T;
    },
    mailHash: (address) => mailAddressHash(keys.lookup, address).toString('hex'),
    rateHash: (text) => lookupHash(keys.lookup, 'rate-limit', text).toString('hex'),
    formOwnerHash: (formId, userId) => lookupHash(keys.lookup, 'form-owner', `${formId}/${userId}`).toString('hex'),
  };
}

function boxRow(table: string, rowId: string): RowIdentity {
  return { table, column: 'box', rowId, organisationId: null, subjectId: null };
}

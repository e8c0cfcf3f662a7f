import { TAG_BYTES, aeadOpen } from './aead.ts';
import { encodeParts, withSecret, zero } from './bytes.ts';
import { SALT_BYTES, additionalData, expectEnvelope, keyIdOfSecret, messageKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { deriveKey, hmacSha256 } from './hkdf.ts';
import type { RandomSource } from './random-source.ts';
import { refuse } from './refused.ts';
import { sealSymmetric } from './seal-symmetric.ts';

/*
 * Account data (names, mail addresses, call-back numbers, vetting documents): encrypted at rest under a key of the
 * server, so that a stolen database shows none. The office works with it, hence this file opens account data and nothing
 * else: a sealed blob has another purpose and another key, and is refused here.
 */

/** The server's account-data key, 32 bytes or more, from the secret file. */
export type AccountDataKey = Uint8Array;

function boxKey(key: AccountDataKey): Buffer {
  if (key.length < 32) throw new RangeError('account-data key length');
  return deriveKey(key, 'account-data', ['box']);
}

/** Encrypts account data for one column of one row. `schemaVersion`: of the plaintext. */
export function sealAccountData(
  key: AccountDataKey,
  schemaVersion: number,
  row: RowIdentity,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'account_data', generation: 0, schemaVersion, row } as const;
  return withSecret(boxKey(key), (secret) => sealSymmetric(secret, place, plaintext, random));
}

/** Inverse of `sealAccountData`. Throws `SealedBoxRefused` for another key or row, and for every sealed blob. */
export function openAccountData(key: AccountDataKey, row: RowIdentity, blob: Uint8Array): Buffer {
  return withSecret(boxKey(key), (secret) => {
    const { headerBytes, payload } = expectEnvelope(blob, 'account_data', keyIdOfSecret(secret));
    if (payload.length < SALT_BYTES + TAG_BYTES) refuse();
    const message = messageKey(secret, payload.subarray(0, SALT_BYTES), headerBytes, row);
    try {
      return aeadOpen(message.key, message.nonce, additionalData(headerBytes, row), payload.subarray(SALT_BYTES));
    } finally {
      zero(message.key, message.nonce);
    }
  });
}

/** What a keyed hash is looked up for; hashes of one use say nothing about another. */
export type LookupUse = 'mail-address' | 'telephone' | 'rate-limit' | 'organisation-name' | 'claim-code' | 'form-owner' | 'known-browser' | 'seen-place';

/** Keyed hash (HMAC-SHA256, 32 bytes) under which account data is found without being readable. */
export function lookupHash(key: AccountDataKey, use: LookupUse, normalised: string): Buffer {
  if (key.length < 32) throw new RangeError('account-data key length');
  return withSecret(deriveKey(key, 'account-data', ['lookup', use]), (secret) =>
    hmacSha256(secret, encodeParts([normalised])),
  );
}

/** The form of a mail address that is compared: NFKC, without surrounding space, lower case. */
export function normaliseMailAddress(address: string): string {
  return address.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

/** Keyed hash of a mail address in its compared form. */
export function mailAddressHash(key: AccountDataKey, address: string): Buffer {
  return lookupHash(key, 'mail-address', normaliseMailAddress(address));
}

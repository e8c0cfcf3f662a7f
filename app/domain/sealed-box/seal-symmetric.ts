import { aeadSeal } from './aead.ts';
import { zero } from './bytes.ts';
import { SALT_BYTES, additionalData, encodeHeader, keyIdOfSecret, messageKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import type { Purpose } from './purposes.ts';
import type { RandomSource } from './random-source.ts';

/** Where a symmetric blob is to stand, and what its header says. */
export type SymmetricPlace<P extends Purpose> = {
  readonly purpose: P;
  /** Version of the key, 0 where keys of this purpose have none. */
  readonly generation: number;
  /** Version of the plaintext's schema, 0 where the plaintext is a key. */
  readonly schemaVersion: number;
  readonly row: RowIdentity;
};

/** Encrypts `plaintext` under a message key of its own, derived from `secret` (32 bytes) and a fresh salt. */
export function sealSymmetric<P extends Purpose>(
  secret: Uint8Array,
  place: SymmetricPlace<P>,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  const headerBytes = encodeHeader({
    purpose: place.purpose,
    generation: place.generation,
    schemaVersion: place.schemaVersion,
    keyId: keyIdOfSecret(secret),
  });
  const salt = random(SALT_BYTES);
  const { key, nonce } = messageKey(secret, salt, headerBytes, place.row);
  const sealed = aeadSeal(key, nonce, additionalData(headerBytes, place.row), plaintext);
  zero(key, nonce);
  return Buffer.concat([headerBytes, salt, sealed]);
}

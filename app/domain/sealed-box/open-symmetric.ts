import { TAG_BYTES, aeadOpen } from './aead.ts';
import { zero } from './bytes.ts';
import { SALT_BYTES, additionalData, expectEnvelope, keyIdOfSecret, messageKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import type { SymmetricPurpose } from './purposes.ts';
import { refuse } from './refused.ts';

/** Inverse of `sealSymmetric`. Throws `SealedBoxRefused` for another purpose, key, row, or any changed byte. */
export function openSymmetric(
  secret: Uint8Array,
  purpose: SymmetricPurpose,
  row: RowIdentity,
  blob: Uint8Array,
): Buffer {
  const { headerBytes, payload } = expectEnvelope(blob, purpose, keyIdOfSecret(secret));
  if (payload.length < SALT_BYTES + TAG_BYTES) refuse();
  const { key, nonce } = messageKey(secret, payload.subarray(0, SALT_BYTES), headerBytes, row);
  try {
    return aeadOpen(key, nonce, additionalData(headerBytes, row), payload.subarray(SALT_BYTES));
  } finally {
    zero(key, nonce);
  }
}

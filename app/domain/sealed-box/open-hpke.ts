import { TAG_BYTES, aeadOpen } from './aead.ts';
import { zero } from './bytes.ts';
import { x25519 } from './curve-keys.ts';
import type { KeyPair } from './curve-keys.ts';
import { ENCAPSULATED_BYTES, kemSharedSecret, singleShotKey } from './hpke.ts';
import type { HpkeAead } from './hpke.ts';
import { refuse } from './refused.ts';

/** Single-shot OpenBase of RFC 9180 6.1, inverse of `sealHpke`. Throws `SealedBoxRefused`. */
export function openHpke(
  aead: HpkeAead,
  recipient: KeyPair,
  info: Uint8Array,
  additional: Uint8Array,
  message: Uint8Array,
): Buffer {
  if (message.length < ENCAPSULATED_BYTES + TAG_BYTES) refuse();
  const encapsulated = message.subarray(0, ENCAPSULATED_BYTES);
  const agreed = x25519(recipient.privateKey, encapsulated);
  const shared = kemSharedSecret(agreed, encapsulated, recipient.publicKey);
  const { key, nonce } = singleShotKey(aead, shared, info);
  try {
    return aeadOpen(key, nonce, additional, message.subarray(ENCAPSULATED_BYTES));
  } finally {
    zero(agreed, shared, key);
  }
}

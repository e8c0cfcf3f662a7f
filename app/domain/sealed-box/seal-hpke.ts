import { aeadSeal } from './aead.ts';
import { zero } from './bytes.ts';
import { x25519 } from './curve-keys.ts';
import { deriveHpkePair, kemSharedSecret, singleShotKey } from './hpke.ts';
import type { HpkeAead } from './hpke.ts';
import type { RandomSource } from './random-source.ts';

/**
 * Single-shot SealBase of RFC 9180 6.1 to a raw public key. Returns the encapsulated key (32 bytes) followed by the
 * ciphertext with its tag. Features seal through `sealTo`, which takes verified keys only.
 */
export function sealHpke(
  aead: HpkeAead,
  recipientPublicKey: Uint8Array,
  info: Uint8Array,
  additional: Uint8Array,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  const seed = random(32);
  const ephemeral = deriveHpkePair(seed);
  const agreed = x25519(ephemeral.privateKey, recipientPublicKey);
  const shared = kemSharedSecret(agreed, ephemeral.publicKey, recipientPublicKey);
  const { key, nonce } = singleShotKey(aead, shared, info);
  const sealed = aeadSeal(key, nonce, additional, plaintext);
  zero(seed, ephemeral.privateKey, agreed, shared, key);
  return Buffer.concat([ephemeral.publicKey, sealed]);
}

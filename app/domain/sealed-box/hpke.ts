import { x25519Pair } from './curve-keys.ts';
import type { KeyPair } from './curve-keys.ts';
import { uint16, zero } from './bytes.ts';
import { hkdfExpand, hkdfExtract } from './hkdf.ts';

/*
 * HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256: what sealing and opening share.
 */

/** An AEAD of the registry in RFC 9180 7.3. */
export type HpkeAead = { readonly id: number; readonly keyBytes: number };

export const aes256Gcm: HpkeAead = { id: 0x0002, keyBytes: 32 };
/** Only for RFC 9180 A.1; no blob of the product uses it. */
export const aes128GcmOfPublishedVectors: HpkeAead = { id: 0x0001, keyBytes: 16 };

/** Length of the encapsulated key at the start of a sealed message. */
export const ENCAPSULATED_BYTES = 32;

const NONCE_BYTES = 12;
const EMPTY = Buffer.alloc(0);
const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), uint16(0x0020)]);

function hpkeSuite(aead: HpkeAead): Buffer {
  return Buffer.concat([Buffer.from('HPKE'), uint16(0x0020), uint16(0x0001), uint16(aead.id)]);
}

function labeledExtract(suite: Buffer, salt: Uint8Array, label: string, inputKey: Uint8Array): Buffer {
  const labeled = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), inputKey]);
  try {
    return hkdfExtract(salt, labeled);
  } finally {
    zero(labeled);
  }
}

function labeledExpand(suite: Buffer, secret: Uint8Array, label: string, info: Uint8Array, length: number): Buffer {
  return hkdfExpand(
    secret,
    Buffer.concat([uint16(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]),
    length,
  );
}

/** DeriveKeyPair of RFC 9180 7.1.3: the X25519 pair of 32 or more bytes of input key material. */
export function deriveHpkePair(inputKeyMaterial: Uint8Array): KeyPair {
  const secret = labeledExtract(KEM_SUITE, EMPTY, 'dkp_prk', inputKeyMaterial);
  const privateKey = labeledExpand(KEM_SUITE, secret, 'sk', EMPTY, 32);
  try {
    return x25519Pair(privateKey);
  } finally {
    zero(secret, privateKey);
  }
}

/** ExtractAndExpand of RFC 9180 4.1 over the result of the key agreement. */
export function kemSharedSecret(agreed: Uint8Array, encapsulated: Uint8Array, recipient: Uint8Array): Buffer {
  const secret = labeledExtract(KEM_SUITE, EMPTY, 'eae_prk', agreed);
  const shared = labeledExpand(KEM_SUITE, secret, 'shared_secret', Buffer.concat([encapsulated, recipient]), 32);
  zero(secret);
  return shared;
}

/** Key and nonce of the single message of a single-shot seal, mode_base (RFC 9180 5.1). */
export function singleShotKey(aead: HpkeAead, shared: Uint8Array, info: Uint8Array): { key: Buffer; nonce: Buffer } {
  const suite = hpkeSuite(aead);
  const context = Buffer.concat([
    Buffer.from([0x00]),
    labeledExtract(suite, EMPTY, 'psk_id_hash', EMPTY),
    labeledExtract(suite, EMPTY, 'info_hash', info),
  ]);
  const secret = labeledExtract(suite, shared, 'secret', EMPTY);
  const key = labeledExpand(suite, secret, 'key', context, aead.keyBytes);
  const nonce = labeledExpand(suite, secret, 'base_nonce', context, NONCE_BYTES);
  zero(secret);
  return { key, nonce };
}

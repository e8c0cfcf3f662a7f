import { createCipheriv, createDecipheriv } from 'node:crypto';
import { refuse } from './refused.ts';

/** Bytes that an authentication tag adds to a plaintext. */
export const TAG_BYTES = 16;
export const NONCE_BYTES = 12;
export const KEY_BYTES = 32;

/** AES-GCM by key length: 32 bytes everywhere; 16 bytes only to check published test vectors. */
function cipherFor(key: Uint8Array): 'aes-256-gcm' | 'aes-128-gcm' {
  if (key.length === KEY_BYTES) return 'aes-256-gcm';
  if (key.length === 16) return 'aes-128-gcm';
  throw new RangeError('key length');
}

/** AES-GCM: ciphertext followed by the 16-byte tag. The caller answers for never using a key and nonce twice. */
export function aeadSeal(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, plaintext: Uint8Array): Buffer {
  const cipher = createCipheriv(cipherFor(key), key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additional);
  return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Inverse of `aeadSeal`; throws `SealedBoxRefused` when anything differs. Nothing unauthenticated is returned. */
export function aeadOpen(key: Uint8Array, nonce: Uint8Array, additional: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < TAG_BYTES) refuse();
  const decipher = createDecipheriv(cipherFor(key), key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plaintext = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    refuse();
  }
  return plaintext;
}

import { createHmac } from 'node:crypto';
import { encodeParts, zero } from './bytes.ts';
import type { Part } from './bytes.ts';

const HASH_BYTES = 32;

/** HMAC-SHA256, 32 bytes. */
export function hmacSha256(key: Uint8Array, ...data: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const piece of data) mac.update(piece);
  return mac.digest();
}

/** HKDF-Extract with SHA-256 (RFC 5869 2.2), 32 bytes. */
export function hkdfExtract(salt: Uint8Array, inputKey: Uint8Array): Buffer {
  return hmacSha256(salt, inputKey);
}

/** HKDF-Expand with SHA-256 (RFC 5869 2.3), `length` bytes, at most 255 * 32. */
export function hkdfExpand(pseudoRandomKey: Uint8Array, info: Uint8Array, length: number): Buffer {
  const blocks = Math.ceil(length / HASH_BYTES);
  if (blocks > 255) throw new RangeError('HKDF output too long');
  const output = Buffer.alloc(blocks * HASH_BYTES);
  let previous: Buffer = Buffer.alloc(0);
  for (let block = 1; block <= blocks; block += 1) {
    const current = hmacSha256(pseudoRandomKey, previous, info, Buffer.from([block]));
    zero(previous);
    current.copy(output, (block - 1) * HASH_BYTES);
    previous = current;
  }
  zero(previous);
  return output.subarray(0, length);
}

/**
 * Derives `length` bytes for one named use. The label keeps uses apart, the context binds the result to its
 * circumstances; both are encoded so that no two pairs collide.
 */
export function deriveBytes(
  secret: Uint8Array,
  salt: Uint8Array,
  label: string,
  context: readonly Part[],
  length: number,
): Buffer {
  const pseudoRandomKey = hkdfExtract(salt, secret);
  const bytes = hkdfExpand(pseudoRandomKey, encodeParts([`geleucht/${label}/1`, ...context]), length);
  zero(pseudoRandomKey);
  return bytes;
}

/** Derives a 32-byte key for one named use, without salt: for secrets that are themselves uniformly random. */
export function deriveKey(secret: Uint8Array, label: string, context: readonly Part[]): Buffer {
  return deriveBytes(secret, Buffer.alloc(0), label, context, 32);
}

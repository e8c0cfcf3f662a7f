import { timingSafeEqual } from 'node:crypto';

/** Overwrites secrets that are no longer needed. Strings cannot be wiped, so secrets are kept in buffers only. */
export function zero(...buffers: readonly (Uint8Array | undefined)[]): void {
  for (const buffer of buffers) buffer?.fill(0);
}

/** Runs `act` with a secret and wipes the secret afterwards, whatever happened. For synchronous acts only. */
export function withSecret<T>(secret: Buffer, act: (secret: Buffer) => T): T {
  try {
    return act(secret);
  } finally {
    zero(secret);
  }
}

/** Equality without a hint in the duration of where two values of the same length differ. */
export function equalInConstantTime(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Big-endian, `value` in 0..65535. */
export function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** Big-endian, `value` in 0..2^32-1. */
export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/**
 * UTF-8 bytes of `text`. Throws a TypeError for text with half a surrogate pair: its encoding would equal that of other
 * texts, and what is signed or bound must be unmistakable.
 */
export function utf8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) throw new TypeError('text is not well-formed Unicode');
  return bytes;
}

/** A part of an encoding: bytes, text (as UTF-8), or null for "there is none", which differs from an empty text. */
export type Part = Uint8Array | string | null;

/**
 * Joins parts into bytes so that two different lists never give the same bytes: the number of parts, then for each part
 * its presence (one byte), its length (four bytes) and its content.
 */
export function encodeParts(parts: readonly Part[]): Buffer {
  const pieces: Uint8Array[] = [uint16(parts.length)];
  for (const part of parts) {
    if (part === null) {
      pieces.push(Buffer.from([0]));
      continue;
    }
    const bytes = typeof part === 'string' ? utf8(part) : part;
    pieces.push(Buffer.from([1]), uint32(bytes.length), bytes);
  }
  return Buffer.concat(pieces);
}

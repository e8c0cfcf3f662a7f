import { NONCE_BYTES, TAG_BYTES } from './aead.ts';
import { zero } from './bytes.ts';
import { HEADER_BYTES, SALT_BYTES, additionalData, messageKey } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';

/*
 * A sealed file: header (24), salt (32), then chunks. Each chunk but the last holds 64 KiB of plaintext, the last
 * 0 to 64 KiB, empty only when the file is; each is followed by its tag. The nonce of a chunk is seven derived bytes,
 * the chunk's number (4) and 1 for the last chunk, else 0: chunks cannot be cut off, added, swapped or repeated. This is
 * the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015), as in age.
 */

export const CHUNK_BYTES = 64 * 1024;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
/** Header and salt. */
export const FILE_PREFIX_BYTES = HEADER_BYTES + SALT_BYTES;
const NONCE_PREFIX_BYTES = 7;
const MAXIMUM_CHUNKS = 2 ** 32;

/** Size of the sealed form of `plainBytes` bytes, for `Content-Length` and quotas. */
export function sealedFileSize(plainBytes: number): number {
  return FILE_PREFIX_BYTES + plainBytes + Math.max(1, Math.ceil(plainBytes / CHUNK_BYTES)) * TAG_BYTES;
}

/** The key of one file's chunks, with what binds them to their place. */
export type ChunkKey = { readonly key: Buffer; readonly noncePrefix: Buffer; readonly additional: Buffer };

export function chunkKey(fileKey: Uint8Array, salt: Uint8Array, headerBytes: Uint8Array, row: RowIdentity): ChunkKey {
  const { key, nonce } = messageKey(fileKey, salt, headerBytes, row);
  return {
    key,
    noncePrefix: nonce.subarray(0, NONCE_PREFIX_BYTES),
    additional: additionalData(headerBytes, row),
  };
}

/** Nonce of the chunk with number `counter` (from 0). */
export function chunkNonce(chunk: ChunkKey, counter: number, isLast: boolean): Buffer {
  if (counter >= MAXIMUM_CHUNKS) throw new RangeError('file too long');
  const nonce = Buffer.alloc(NONCE_BYTES);
  chunk.noncePrefix.copy(nonce);
  nonce.writeUInt32BE(counter, NONCE_PREFIX_BYTES);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}

export function zeroChunkKey(chunk: ChunkKey): void {
  zero(chunk.key, chunk.noncePrefix);
}

/** A piece of a stream cut to size, and whether the stream ends with it. */
export type Piece = { readonly bytes: Buffer; readonly isLast: boolean };

/**
 * Cuts a stream into pieces of exactly `size` bytes; the last one has 1 to `size` bytes, or none when the stream is
 * empty. Holds at most one piece and one incoming buffer.
 */
export async function* cut(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Piece, void, undefined> {
  let held = Buffer.alloc(size);
  let filled = 0;
  for await (const incoming of source) {
    let at = 0;
    while (at < incoming.length) {
      if (filled === size) {
        yield { bytes: held, isLast: false };
        held = Buffer.alloc(size);
        filled = 0;
      }
      const taken = Math.min(size - filled, incoming.length - at);
      held.set(incoming.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { bytes: held.subarray(0, filled), isLast: true };
}

import { TAG_BYTES, aeadOpen } from './aead.ts';
import { HEADER_BYTES, expectEnvelope, keyIdOfSecret, readHeader } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { FILE_PREFIX_BYTES, SEALED_CHUNK_BYTES, chunkKey, chunkNonce, cut, zeroChunkKey } from './file-format.ts';
import { SECRET_BYTES } from './keys.ts';
import type { SubjectKey } from './keys.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';

/** A file's key from its wrap. Throws `SealedBoxRefused`. */
export function openFileKey(subject: SubjectKey, row: RowIdentity, blob: Uint8Array): Buffer {
  if (readHeader(blob).generation !== subject.version) refuse();
  const fileKey = openSymmetric(subject.key, 'file_key', row, blob);
  return fileKey.length === SECRET_BYTES ? fileKey : refuse();
}

/** Splits the prefix off a stream; what follows it goes on. */
async function takePrefix(
  source: AsyncIterator<Uint8Array>,
): Promise<{ prefix: Buffer; rest: AsyncIterable<Uint8Array> }> {
  let held = Buffer.alloc(0);
  while (held.length < FILE_PREFIX_BYTES) {
    const next = await source.next();
    if (next.done === true) refuse();
    held = Buffer.concat([held, next.value]);
  }
  async function* rest(): AsyncGenerator<Uint8Array, void, undefined> {
    if (held.length > FILE_PREFIX_BYTES) yield held.subarray(FILE_PREFIX_BYTES);
    for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
  }
  return { prefix: held.subarray(0, FILE_PREFIX_BYTES), rest: rest() };
}

/**
 * Decrypts a file while it streams. Every chunk that comes out is authentic, but only the end of the stream tells that
 * the file is whole: a `SealedBoxRefused` thrown midway (cut off, extended, swapped, changed) makes all before it void, and
 * the response has to be broken off.
 */
export async function* openFile(
  fileKey: Uint8Array,
  row: RowIdentity,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  const source = sealed[Symbol.asyncIterator]();
  try {
    const { prefix, rest } = await takePrefix(source);
    expectEnvelope(prefix, 'file_body', keyIdOfSecret(fileKey));
    const headerBytes = prefix.subarray(0, HEADER_BYTES);
    const chunk = chunkKey(fileKey, prefix.subarray(HEADER_BYTES), headerBytes, row);
    try {
      let counter = 0;
      for await (const { bytes, isLast } of cut(rest, SEALED_CHUNK_BYTES)) {
        if (bytes.length === TAG_BYTES && counter > 0) refuse();
        yield aeadOpen(chunk.key, chunkNonce(chunk, counter, isLast), chunk.additional, bytes);
        counter += 1;
      }
    } finally {
      zeroChunkKey(chunk);
    }
  } finally {
    await source.return?.();
  }
}

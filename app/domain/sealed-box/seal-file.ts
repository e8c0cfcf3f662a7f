import { aeadSeal } from './aead.ts';
import { zero } from './bytes.ts';
import { SALT_BYTES, encodeHeader, keyIdOfSecret } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { CHUNK_BYTES, chunkKey, chunkNonce, cut, zeroChunkKey } from './file-format.ts';
import { SECRET_BYTES } from './keys.ts';
import type { SubjectKey } from './keys.ts';
import type { RandomSource } from './random-source.ts';
import { sealSymmetric } from './seal-symmetric.ts';

/** Draws the key of one upload. */
export function createFileKey(random: RandomSource): Buffer {
  return random(SECRET_BYTES);
}

/** Wraps a file's key under a case or assessment key. At a new version only this wrap is made anew, not the file. */
export function sealFileKey(subject: SubjectKey, fileKey: Uint8Array, row: RowIdentity, random: RandomSource): Buffer {
  const place = { purpose: 'file_key', generation: subject.version, schemaVersion: 0, row } as const;
  return sealSymmetric(subject.key, place, fileKey, random);
}

/**
 * Encrypts a file while it streams in, with one chunk in memory. `row` must not change when the file is re-wrapped, so
 * it names the file itself. The caller wipes `fileKey` after the stream has ended.
 */
export async function* sealFile(
  fileKey: Uint8Array,
  row: RowIdentity,
  plaintext: AsyncIterable<Uint8Array>,
  random: RandomSource,
): AsyncGenerator<Buffer, void, undefined> {
  const headerBytes = encodeHeader({
    purpose: 'file_body',
    generation: 0,
    schemaVersion: 0,
    keyId: keyIdOfSecret(fileKey),
  });
  const salt = random(SALT_BYTES);
  const chunk = chunkKey(fileKey, salt, headerBytes, row);
  try {
    yield Buffer.concat([headerBytes, salt]);
    let counter = 0;
    for await (const { bytes, isLast } of cut(plaintext, CHUNK_BYTES)) {
      const sealed = aeadSeal(chunk.key, chunkNonce(chunk, counter, isLast), chunk.additional, bytes);
      zero(bytes);
      yield sealed;
      counter += 1;
    }
  } finally {
    zeroChunkKey(chunk);
  }
}

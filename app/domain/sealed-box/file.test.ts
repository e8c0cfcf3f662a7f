import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aeadSeal } from './aead.ts';
import { HEADER_BYTES } from './envelope.ts';
import {
  CHUNK_BYTES,
  FILE_PREFIX_BYTES,
  SEALED_CHUNK_BYTES,
  chunkKey,
  chunkNonce,
  sealedFileSize,
} from './file-format.ts';
import { openFile, openFileKey } from './open-file.ts';
import { SealedBoxRefused } from './refused.ts';
import { createFileKey, sealFile, sealFileKey } from './seal-file.ts';
import { aRow, fixedRandom, otherRows, withOneChangedBit } from './testing/factories.ts';

const fileKey = createFileKey(fixedRandom('file'));
const row = aRow({ table: 'Exhibit', column: 'body' });

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}

function seal(plaintext: Buffer, piece = 50_000): Promise<Buffer> {
  return collect(sealFile(fileKey, row, inPieces(plaintext, piece), randomBytes));
}

function open(sealed: Buffer, piece = 50_000): Promise<Buffer> {
  return collect(openFile(fileKey, row, inPieces(sealed, piece)));
}

describe('sealed files', () => {
  const borders = [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 3 * CHUNK_BYTES + 17];

  it.each(borders)('a file of %i bytes comes back and has the announced size', async (size) => {
    const plaintext = randomBytes(size);
    const sealed = await seal(plaintext);
    expect(sealed).toHaveLength(sealedFileSize(size));
    expect((await open(sealed)).equals(plaintext)).toBe(true);
  });

  it('it does not matter in which pieces a stream arrives', async () => {
    const sizes = fc.integer({ min: 0, max: 2 * CHUNK_BYTES + 5 });
    const pieces = fc.integer({ min: 500, max: 200_000 });
    await fc.assert(
      fc.asyncProperty(sizes, pieces, pieces, async (size, written, read) => {
        const plaintext = Buffer.alloc(size, 0xa5);
        expect((await open(await seal(plaintext, written), read)).equals(plaintext)).toBe(true);
      }),
      { numRuns: 25 },
    );
    const short = Buffer.from('kurz');
    expect(await open(await seal(short, 1), 1)).toEqual(short);
  });

  it('cut off at any border of a chunk, or anywhere, is refused', async () => {
    for (const size of [0, CHUNK_BYTES, 2 * CHUNK_BYTES, 2 * CHUNK_BYTES + 9]) {
      const sealed = await seal(randomBytes(size));
      const cuts = [0, 10, FILE_PREFIX_BYTES - 1, FILE_PREFIX_BYTES + 5, sealed.length - 16, sealed.length - 1];
      for (let at = FILE_PREFIX_BYTES; at < sealed.length; at += SEALED_CHUNK_BYTES) cuts.push(at);
      for (const at of cuts.filter((at) => at < sealed.length)) {
        await expect(open(sealed.subarray(0, at))).rejects.toThrow(SealedBoxRefused);
      }
    }
  });

  it('extended, swapped, repeated, or put together from two files is refused', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK_BYTES));
    const other = await seal(randomBytes(3 * CHUNK_BYTES));
    function chunk(of: Buffer, number: number): Buffer {
      const at = FILE_PREFIX_BYTES + number * SEALED_CHUNK_BYTES;
      return of.subarray(at, at + SEALED_CHUNK_BYTES);
    }
    const prefix = sealed.subarray(0, FILE_PREFIX_BYTES);
    const [a, b, c] = [chunk(sealed, 0), chunk(sealed, 1), chunk(sealed, 2)];
    const forgeries = [
      [sealed, Buffer.from([0])],
      [sealed, Buffer.alloc(16)],
      [sealed, c],
      [prefix, b, a, c],
      [prefix, a, a, b, c],
      [prefix, a, c],
      [prefix, a, chunk(other, 1), c],
      [other.subarray(0, FILE_PREFIX_BYTES), a, b, c],
    ];
    for (const forgery of forgeries) await expect(open(Buffer.concat(forgery))).rejects.toThrow(SealedBoxRefused);
  });

  it('an empty chunk behind a full one is refused, even from someone who holds the key', async () => {
    const sealed = await seal(Buffer.alloc(CHUNK_BYTES));
    const prefix = sealed.subarray(0, FILE_PREFIX_BYTES);
    const chunk = chunkKey(fileKey, prefix.subarray(HEADER_BYTES), prefix.subarray(0, HEADER_BYTES), row);
    const full = aeadSeal(chunk.key, chunkNonce(chunk, 0, false), chunk.additional, Buffer.alloc(CHUNK_BYTES));
    const empty = aeadSeal(chunk.key, chunkNonce(chunk, 1, true), chunk.additional, Buffer.alloc(0));
    await expect(open(Buffer.concat([prefix, full, empty]))).rejects.toThrow(SealedBoxRefused);
  });

  it('a changed byte is refused', async () => {
    const sealed = await seal(randomBytes(40));
    for (const changed of withOneChangedBit(sealed)) await expect(open(changed)).rejects.toThrow(SealedBoxRefused);
  });

  it('another row and another key are refused', async () => {
    const sealed = await seal(Buffer.from('Beweis'));
    for (const other of otherRows(row)) {
      await expect(collect(openFile(fileKey, other, inPieces(sealed, 99)))).rejects.toThrow(SealedBoxRefused);
    }
    await expect(collect(openFile(Buffer.alloc(32), row, inPieces(sealed, 99)))).rejects.toThrow(SealedBoxRefused);
  });

  it('what comes out before a broken chunk is authentic, and one chunk is read ahead at most', async () => {
    const plaintext = randomBytes(4 * CHUNK_BYTES);
    let drawn = 0;
    async function* counted(): AsyncGenerator<Buffer> {
      for (let at = 0; at < plaintext.length; at += CHUNK_BYTES) {
        drawn += 1;
        yield plaintext.subarray(at, at + CHUNK_BYTES);
      }
    }
    const stream = sealFile(fileKey, row, counted(), randomBytes);
    await stream.next();
    await stream.next();
    expect(drawn).toBeLessThanOrEqual(2);
    await stream.return();
  });

  it('leaving early closes the source', async () => {
    const sealed = await seal(randomBytes(3 * CHUNK_BYTES));
    let isClosed = false;
    async function* source(): AsyncGenerator<Buffer> {
      try {
        yield* inPieces(sealed, 10_000);
      } finally {
        isClosed = true;
      }
    }
    for await (const first of openFile(fileKey, row, source())) {
      expect(first).toHaveLength(CHUNK_BYTES);
      break;
    }
    expect(isClosed).toBe(true);
  });

  it('a file key is re-wrapped for a new version and the file stays as it is', async () => {
    const wrapRow = aRow({ table: 'Exhibit', column: 'fileKey' });
    const random = fixedRandom('wrap');
    const [old, next] = [1, 2].map((version) => ({ version, key: random(32) })) as [
      { version: number; key: Buffer },
      { version: number; key: Buffer },
    ];
    const sealed = await seal(Buffer.from('Beweis'));
    const opened = openFileKey(old, wrapRow, sealFileKey(old, fileKey, wrapRow, random));
    const again = sealFileKey(next, opened, wrapRow, random);
    expect(() => openFileKey(old, wrapRow, again)).toThrow(SealedBoxRefused);
    const body = openFile(openFileKey(next, wrapRow, again), row, inPieces(sealed, 7));
    expect((await collect(body)).toString()).toBe('Beweis');
  });
});

import { createHash } from 'node:crypto';
import { FILE_HEAD_BYTES, recogniseFile } from '#app/domain/files/file-types.ts';
import type { FileType } from '#app/domain/files/file-types.ts';
import { ok } from '#app/domain/result.ts';
import type { Err, Result } from '#app/domain/result.ts';
import type { FileSeal, SealedFiles } from './ports.ts';

/** A file on its way in, and what it may be. */
export type IncomingFile = {
  /** As `cleanFileName` left it. */
  readonly name: string;
  readonly taken: readonly FileType[];
  readonly limit: number;
  /** What a file of more bytes than `limit` is refused with. */
  readonly tooLong: Err;
  /** Read once. */
  readonly content: AsyncIterable<Uint8Array>;
};

/** `sha256`: over the original, taken while it came in; 64 hexadecimal digits. */
export type TakenFile = { readonly size: number; readonly sha256: string; readonly type: FileType };

/** Carries a refusal out of a stream. */
class IntakeStopped extends Error {
  readonly refusal: Err;
  constructor(refusal: Err) {
    super('intake stopped');
    this.refusal = refusal;
  }
}

/**
 * Takes a file in while it streams: type, size and hash over the original, encrypted on its way to disk. Nothing of it is ever
 * written in the clear, and of a refused file nothing is left. Wipes the key of the file.
 */
export async function takeFileIn(files: SealedFiles, storageName: string, seal: FileSeal, file: IncomingFile): Promise<Result<TakenFile>> {
  const intake = createIntake(file);
  try {
    await files.store(storageName, seal, intake.through(file.content));
  } catch (error) {
    if (error instanceof IntakeStopped) return error.refusal;
    throw error;
  } finally {
    seal.fileKey.fill(0);
  }
  return ok(intake.result());
}

/** Looks at the original as it passes: first bytes, size, hash. Holds back at most the first bytes. */
function createIntake({ name, taken, limit, tooLong }: IncomingFile) {
  const hash = createHash('sha256');
  let size = 0;
  let type: FileType | null = null;

  async function* through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    let head: Buffer | null = Buffer.alloc(0);
    for await (const chunk of content) {
      size += chunk.length;
      if (size > limit) throw new IntakeStopped(tooLong);
      hash.update(chunk);
      if (head === null) {
        yield chunk;
        continue;
      }
      head = Buffer.concat([head, chunk]);
      if (head.length < FILE_HEAD_BYTES) continue;
      recognise(head);
      yield head;
      head = null;
    }
    if (head === null) return;
    recognise(head);
    yield head;
  }

  function recognise(head: Uint8Array): void {
    const found = recogniseFile(name, head.subarray(0, FILE_HEAD_BYTES), taken);
    if (!found.ok) throw new IntakeStopped(found);
    type = found.value;
  }

  function result(): TakenFile {
    if (type === null) throw new Error('The stream has not ended');
    return { size, sha256: hash.digest('hex'), type };
  }

  return { through, result };
}

import { createHash } from 'node:crypto';

/** A file as it goes to a reader. */
export type FileDownload = { readonly name: string; readonly size: number; readonly content: AsyncIterable<Uint8Array> };

/**
 * Passes a file on one piece late, so that the last one goes out only when the hash of the whole is right. A body that is not the
 * one handed in calls `alarm` and breaks the stream off. Wipes the key of the file at the end.
 */
export async function* deliverChecked(plain: AsyncIterable<Uint8Array>, sha256: string, fileKey: Buffer, alarm: () => Promise<void>): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  let held: Uint8Array | null = null;
  try {
    for await (const piece of plain) {
      hash.update(piece);
      if (held !== null) yield held;
      held = piece;
    }
    if (hash.digest('hex') !== sha256) throw new Error('The file is not the one that was handed in');
  } catch (error) {
    await alarm();
    throw error;
  } finally {
    fileKey.fill(0);
  }
  if (held !== null) yield held;
}

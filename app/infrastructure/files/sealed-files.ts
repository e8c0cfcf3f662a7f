import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { openFile } from '#app/domain/sealed-box/open-file.ts';
import { sealFile } from '#app/domain/sealed-box/seal-file.ts';
import type { FileCipher, Random, SealedFiles } from '#app/features/ports.ts';

const unfinished = '.part';

/** Seals bodies in chunks of 64 KiB, bound to their place. */
export function createFileCipher(random: Random): FileCipher {
  return {
    seal: ({ fileKey, place }, plain) => sealFile(fileKey, place, plain, random.bytes),
    open: ({ fileKey, place }, sealed) => openFile(fileKey, place, sealed),
  };
}

/**
 * Sealed bodies of files below one folder. A file gets its name only when all of it is on disk, so that a name that
 * exists is whole, also after a power cut.
 */
export function createSealedFiles(folder: string, cipher: FileCipher): SealedFiles {
  const placeOf = (name: string) => {
    if (!/^[0-9a-z]{20,40}$/.test(name)) throw new Error('Not a storage name');
    return path.join(folder, name);
  };
  return {
    async store(storageName, seal, plain) {
      const place = placeOf(storageName);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = await open(place + unfinished, 'wx', 0o600);
      try {
        // Writes on from where the last piece ended.
        for await (const piece of cipher.seal(seal, plain)) await file.writeFile(piece);
        await file.sync();
        await file.close();
        await rename(place + unfinished, place);
        await syncFolder(folder);
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(place + unfinished, { force: true });
        throw error;
      }
    },
    async open(storageName, seal) {
      const place = placeOf(storageName);
      const found = await stat(place).catch(() => null);
      return found === null ? null : cipher.open(seal, createReadStream(place, { highWaterMark: 64 * 1024 }));
    },
    async remove(storageName) {
      await rm(placeOf(storageName), { force: true });
    },
    async olderThan(before) {
      const names = await readdir(folder).catch(() => []);
      const old: string[] = [];
      for (const name of names) {
        const found = await stat(path.join(folder, name)).catch(() => null);
        if (found === null || !found.isFile() || found.mtime >= before) continue;
        if (name.endsWith(unfinished)) await rm(path.join(folder, name), { force: true });
        else old.push(name);
      }
      return old;
    },
  };
}

/** A new name is durable only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import type { Clock, SealedFiles } from './ports.ts';

const hour = 3_600_000;

/** Removes bodies that no row names any more or ever did: what a power cut in the middle of an upload leaves. Returns how many. */
export async function sweepFiles(files: SealedFiles, clock: Clock, known: (storageNames: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number> {
  const names = await files.olderThan(new Date(clock.now().getTime() - hour));
  const named = await known(names);
  const lost = names.filter((name) => !named.has(name));
  for (const name of lost) await files.remove(name);
  return lost.length;
}

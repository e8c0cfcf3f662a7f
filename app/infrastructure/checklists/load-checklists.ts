import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChecklistFileText, ChecklistLibrary, CompileChecklists } from '#app/features/checklists/ports.ts';

const folders = ['controls', 'references', 'self-assessment'];

/**
 * Reads the data files below `root` (the folder `checklists/`) and hands them to the compiler. A missing folder counts as empty.
 * Faults of content are in the library's `faults`; a file that cannot be read throws.
 */
export async function loadChecklists(root: string, compile: CompileChecklists): Promise<ChecklistLibrary> {
  const perFolder = await Promise.all(folders.map((folder) => readFolder(root, folder)));
  return compile(perFolder.flat());
}

async function readFolder(root: string, folder: string): Promise<ChecklistFileText[]> {
  const names = await readdir(join(root, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const jsonNames = names.filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    jsonNames.map(async (name) => ({ path: `${folder}/${name}`, text: await readFile(join(root, folder, name), 'utf8') })),
  );
}

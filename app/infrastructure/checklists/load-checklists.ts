import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChecklistFileText, ChecklistLibrary, CompileChecklists } from '#app/features/checklists/ports.ts';

/** Which versions are out; written by `npm run checklist -- publish`. */
export const publishedFile = 'published.json';

/** What the words mean that not everybody knows. */
const glossaryFile = 'glossary.json';

const folders = ['controls', 'references', 'self-assessment', 'decision-trees'];

/**
 * Reads the data files below `root` (the folder `checklists/`) and hands them to the compiler. A missing folder counts as empty.
 * Faults of content are in the library's `faults`; a file that cannot be read throws. Runs once, when the program starts,
 * and nothing is served before it has ended: it reads at once and blocks.
 */
export function loadChecklists(root: string, compile: CompileChecklists): ChecklistLibrary {
  return compile([...[publishedFile, glossaryFile].flatMap((name) => readOne(root, name)), ...folders.flatMap((folder) => readFolder(root, folder))]);
}

/** A file directly below the root, where there is one. */
function readOne(root: string, name: string): ChecklistFileText[] {
  const file = join(root, name);
  return existsSync(file) ? [{ path: name, text: readFileSync(file, 'utf8') }] : [];
}

function readFolder(root: string, folder: string): ChecklistFileText[] {
  const jsonNames = namesIn(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return jsonNames.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

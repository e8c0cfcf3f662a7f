import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ChecklistFileText, ChecklistLibrary } from '#app/features/checklists/ports.ts';
import { loadChecklists } from './load-checklists.ts';

test('the data files of the four folders reach the compiler with their relative paths, and nothing else does', async () => {
  const root = await mkdtemp(join(tmpdir(), 'checklists-'));
  try {
    await mkdir(join(root, 'controls'));
    await mkdir(join(root, 'first-aid'));
    await writeFile(join(root, 'controls', 'backup.json'), '[]');
    await writeFile(join(root, 'controls', 'notes.md'), 'no data');
    await writeFile(join(root, 'first-aid', 'card.json'), '{}');
    let received: readonly ChecklistFileText[] = [];
    const empty: ChecklistLibrary = { checklists: [], decisionTrees: [], controls: [], standards: [], glossary: [], published: { controls: {}, checklists: {} }, faults: [] };
    const library = loadChecklists(root, (files) => {
      received = files;
      return empty;
    });
    expect(library).toBe(empty);
    expect(received).toEqual([{ path: 'controls/backup.json', text: '[]' }]);
  } finally {
    await rm(root, { recursive: true });
  }
});

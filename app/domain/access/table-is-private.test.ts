import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('is asked through may and requireRight only: no other file imports the table', () => {
  const root = join(import.meta.dirname, '../../..', 'app');
  const readers = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => /from '[^']*(access\/|\.\/)table\.ts'/.test(readFileSync(join(root, file), 'utf8')))
    .filter((file) => file.startsWith('domain/access') || readFileSync(join(root, file), 'utf8').includes('access/table.ts'));
  expect(readers.sort()).toEqual(['domain/access/access.test.ts', 'domain/access/may.ts']);
});

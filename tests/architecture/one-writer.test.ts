import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Files below a folder that write, by Prisma's name of the call. */
function writersOf(call: RegExp, folder = 'app'): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .filter((name) => call.test(readFileSync(path.join(folder, name), 'utf8')))
    .map((name) => path.join(folder, name));
}

test('the timeline of a case is written in one place, by one hand', () => {
  expect(writersOf(/caseEvent\.(create|createMany|update|updateMany|upsert)\(/)).toEqual(['app/infrastructure/db/case-writes.ts']);
  expect(writersOf(/\bcases\.addEvent\(/)).toEqual(['app/features/cases/life/store-step.ts']);
});

test('only the writer of cases steps their machine', () => {
  expect(writersOf(/domain\/case\/case-machine\.ts';/).filter((file) => /\bimport \{[^}]*\bstep\b/.test(importOf(file)))).toEqual(['app/features/cases/life/advance-case.server.ts']);
});

function importOf(file: string): string {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('domain/case/case-machine.ts')).join('\n');
}

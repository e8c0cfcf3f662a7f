import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { intakeFieldsMarkdown } from '#app/domain/triage/fields-table.ts';

test('docs/intake-fields.md is the table of the code', async () => {
  const written = await readFile(new URL('../../docs/intake-fields.md', import.meta.url), 'utf8');
  expect(written).toBe(intakeFieldsMarkdown());
});

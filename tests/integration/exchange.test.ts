import { expect, test } from 'vitest';
import type { KeyHolder } from '#tests/support/key-holders.ts';
import { createCompany, createTestBase } from '#tests/support/key-holders.ts';
import { shortAssessment } from '#tests/support/assessments.ts';
import { must } from '#tests/support/people.ts';
import { exchangeFormats } from '#app/features/checklists/exchange/form.ts';
import { runFileSchema, runFromJson } from '#app/features/checklists/exchange/run-json.ts';
import { runFromRows } from '#app/features/checklists/exchange/run-table.ts';
import { readCsv } from '#app/infrastructure/sheets/csv.ts';
import { readXlsx } from '#app/infrastructure/sheets/read-xlsx.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';

const note = '=HYPERLINK("http://example.invalid"; "Rechnung")';

async function exchangeScene() {
  const base = await createTestBase('2026-11-23T09:00:00Z');
  const services = wireChecklists(base).services;
  const { people } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann'] });
  const [holder] = people as [KeyHolder];
  const erika = { ...holder, actor: { ...holder.actor, steppedUpAt: base.clock.now() } };
  const id = await shortAssessment(services, erika, note);
  const file = async (format: (typeof exchangeFormats)[number], locale: 'de' | 'en' = 'de') =>
    must(await services.exportRun(erika.actor, erika.keys, { assessmentId: id, format, locale, schemaUrl: 'https://example.invalid/schemas/run.schema.json' }));
  return { base, services, erika, holder, id, file, [Symbol.asyncDispose]: () => base[Symbol.asyncDispose]() };
}

test('the three forms of a run say the same, in both languages', async () => {
  await using scene = await exchangeScene();
  for (const locale of ['de', 'en'] as const) {
    const json = await scene.file('json', locale);
    const read = runFromJson(json.bytes.toString('utf8'));
    if (typeof read === 'string') throw new Error(read);
    expect(runFileSchema.safeParse(JSON.parse(json.bytes.toString('utf8'))).success).toBe(true);
    expect(read.lines.length).toBeGreaterThan(5);
    expect(new Set(read.lines.map((line) => line.answeredBy))).toEqual(new Set(['Erika Mustermann']));

    const fromCsv = runFromRows(readCsv((await scene.file('csv', locale)).bytes) as string[][]);
    const fromXlsx = runFromRows((await readXlsx((await scene.file('xlsx', locale)).bytes)) as string[][]);
    const content = (file: typeof fromCsv) => (typeof file === 'string' ? file : { ...file, lines: file.lines.filter((line) => line.value !== '').map(({ line: _line, ...rest }) => rest) });
    expect(content(fromCsv)).toEqual(content(read));
    expect(content(fromXlsx)).toEqual(content(read));
  }
});

test('a table is made for Excel, and no cell of it is a formula', async () => {
  await using scene = await exchangeScene();
  const { bytes } = await scene.file('csv');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString('utf8');
  expect(text).toContain('Kennung;Teil;Thema;Frage;Antwort');
  expect(text).toContain(`"'${note.replaceAll('"', '""')}"`);
  expect(text).not.toMatch(/(^|[;"\n])[=+@-]/);
});

test('taking the answers out asks for the second factor again, and every file is on record', async () => {
  await using scene = await exchangeScene();
  const input = { assessmentId: scene.id, format: 'json', locale: 'de', schemaUrl: 'x' } as const;
  const stolen = await scene.services.exportRun(scene.holder.actor, scene.holder.keys, input);
  expect(stolen).toMatchObject({ ok: false, refusal: { code: 'step_up_required' } });
  await scene.file('xlsx');
  const entries = await scene.base.db.auditEntry.findMany({ where: { event: 'assessment.exported' }, select: { objectId: true, reason: true } });
  expect(entries).toEqual([{ objectId: scene.id, reason: 'xlsx' }]);

  const { people } = await createCompany(scene.base, { name: 'Andere', people: ['Max Mustermann'] });
  const [max] = people as [KeyHolder];
  const foreign = await scene.services.exportRun({ ...max.actor, steppedUpAt: scene.base.clock.now() }, max.keys, input);
  expect(foreign).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
});

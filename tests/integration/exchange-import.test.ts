import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { allowedPartValues, allowedValues, checkAnswer } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { normalAnswer } from '#app/domain/checklist/run-file.ts';
import type { RunFile } from '#app/domain/checklist/run-file.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import { findRequirement, requirementsOf } from '#app/domain/checklist/version.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import { previewImport } from '#app/domain/checklist/run-import.ts';
import { answerBases } from '#app/domain/checklist/vocabulary.ts';
import { exchangeFormats } from '#app/features/checklists/exchange/form.ts';
import { readRunFile } from '#app/features/checklists/exchange/read-file.server.ts';
import { runToJson } from '#app/features/checklists/exchange/run-json.ts';
import { runFileOf } from '#app/features/checklists/exchange/run-lines.ts';
import { runToRows } from '#app/features/checklists/exchange/run-table.ts';
import { requirementView } from '#app/features/checklists/answering/requirement-view.ts';
import { resultView } from '#app/features/checklists/results/result-view.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { OpenRun } from '#app/features/checklists/runs/open-run.server.ts';
import { pathsFor } from '#app/http/paths.ts';
import type { SheetFiles } from '#app/features/checklists/ports.ts';
import { readCsv, writeCsv } from '#app/infrastructure/sheets/csv.ts';
import { readXlsx } from '#app/infrastructure/sheets/read-xlsx.ts';
import { writeXlsx } from '#app/infrastructure/sheets/write-xlsx.ts';
import { readChecklistLibrary, wireChecklists } from '#app/server/wiring/checklists.ts';
import { shortAssessment } from '../support/assessments.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

const sheets: SheetFiles = { readCsv, writeCsv, readXlsx, writeXlsx };
const library = readChecklistLibrary('checklists');
const version = library.checklists.find((each) => each.version.checklistId === 'basis')?.version ?? library.checklists[0]!.version;
const limits = { reason: 500, note: 2000 };
const now = '2026-11-23T09:00:00.000Z';

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
const read = (bytes: Uint8Array | string) => readRunFile(sheets, streamOf(typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes));

/** Text as people write it, and as nobody should: formulas, quotes, separators, line breaks, signs of other planes. */
const writing = fc.oneof(fc.constantFrom('', 'constructor', '__proto__', '=1+1', "'=x", "'", '+49 375', '@alle', '-', 'a;b,"c"\nd\r\ne\tf', '😀 ß „so“', '  vorn und hinten '), fc.string({ unit: 'grapheme', maxLength: 40 }));

function answerTo(requirement: Requirement): fc.Arbitrary<Answer | null> {
  const extras = { note: writing, reason: fc.constant('Gibt es bei uns nicht.'), basis: fc.constantFrom(...answerBases) };
  const parts = requirement.kind === 'control' ? (requirement.parts ?? []) : [];
  const whole = fc.record({ value: fc.constantFrom(...allowedValues(requirement)), ...extras });
  const answer: fc.Arbitrary<Answer> =
    requirement.kind === 'control' && parts.length > 0
      ? fc.record({ value: fc.constant('yes' as const), parts: fc.record(Object.fromEntries(parts.map((part) => [part.id, fc.constantFrom(...allowedPartValues(requirement))]))), ...extras })
      : whole;
  return fc.option(answer.map((given) => normalAnswer(requirement.kind === 'status' ? { value: given.value, note: given.note ?? '' } : given)), { freq: 6 });
}

const someRun: fc.Arbitrary<OpenRun> = fc.tuple(...requirementsOf(version).map((requirement) => answerTo(requirement))).map((given) => {
  const facts = { sizeClass: 'small', kind: 'business', sector: 'C' } as const;
  const pairs = requirementsOf(version).flatMap((requirement, index) => {
    const answer = given[index];
    return answer && checkAnswer(requirement, answer).ok ? [[requirement.id, answer] as const] : [];
  });
  const answers = Object.fromEntries(pairs);
  const records = new Map(pairs.map(([id, answer]) => [id, { answer, revision: 1, answeredBy: 'erika', answeredAt: new Date('2026-05-03T09:30:00.000Z') }]));
  const assessment = { id: 'run', organisationId: 'o', state: 'running' as const } as OpenRun['assessment'];
  return { assessment, version, facts, answers, records, unfinished: new Map(), revisions: new Map(pairs.map(([id]) => [id, 1])), evidence: [], statement: null, standings: standingsOf(version, answers, facts) };
});

async function fileOf(run: OpenRun, format: (typeof exchangeFormats)[number], locale: 'de' | 'en'): Promise<Buffer> {
  const names = new Map([['erika', 'Erika Müller; „Meisterin“']]);
  if (format === 'json') return Buffer.from(runToJson(runFileOf(run, names, locale), { $schema: 'x', title: 't', version: version.version }));
  const rows = runToRows(run, names, locale);
  return format === 'csv' ? writeCsv(rows, locale === 'de' ? ';' : ',') : writeXlsx(rows, { name: 'A', widths: [], choices: [] });
}

test.each(exchangeFormats)('what goes out as %s comes back as the same answers, by the same person at the same time', async (format) => {
  await fc.assert(
    fc.asyncProperty(someRun, fc.constantFrom('de' as const, 'en' as const), async (run, locale) => {
      fc.pre(run.records.size > 0);
      const file = must(await read(await fileOf(run, format, locale)));
      const { lines, counts } = previewImport(file, { version, answers: {} }, limits, now);
      expect(lines.flatMap(({ faults }) => faults)).toEqual([]);
      expect(counts.new).toBe(run.records.size);
      const back = Object.fromEntries(lines.flatMap((line) => (line.answer ? [[line.requirementId, line.answer]] : [])));
      const imported = { answeredBy: 'Erika Müller; „Meisterin“', answeredAt: '2026-05-03T09:30:00.000Z' };
      const expected = Object.fromEntries(Object.entries(run.answers).map(([id, answer]) => [id, { ...normalAnswer(answer), imported }]));
      expect(back).toEqual(expected);
      expect(previewImport(file, { version, answers: run.answers }, limits, now).counts.same).toBe(run.records.size);
    }),
    { numRuns: format === 'xlsx' ? 8 : 25 },
  );
});

test('lines are named that cannot be taken, each with its reason, and nothing else is lost', () => {
  const controls = requirementsOf(version).filter((each) => each.kind === 'control');
  const plain = controls.filter((each) => !each.parts);
  const [a, b, c, d] = plain;
  const noLeave = plain.find((each) => !each.notApplicableAllowed);
  const leave = plain.find((each) => each.notApplicableAllowed);
  if (!a || !b || !c || !d || !noLeave || !leave) throw new Error('the checklist has changed');
  const line = (id: string, more: Partial<RunFile['lines'][number]>): RunFile['lines'][number] => {
    const requirement = findRequirement(version, id);
    return { line: 1, requirementId: id, controlVersion: requirement?.controlVersion ?? 1, question: requirement?.question.de ?? '', value: 'yes', parts: {}, basis: '', reason: '', note: '', answeredBy: '', answeredAt: '', stamp: '', ...more };
  };
  const judge = (one: RunFile['lines'][number]) => previewImport({ checklistId: 'basis', version: version.version, runId: null, lines: [one] }, { version, answers: {} }, limits, now).lines[0];
  const fault = (id: string, more: Partial<RunFile['lines'][number]>) => judge(line(id, more))?.faults[0];

  expect(fault('gibt-es-nicht', {})).toEqual({ fault: 'requirement_unknown', detail: 'gibt-es-nicht' });
  expect(fault('__proto__', {})).toEqual({ fault: 'requirement_unknown', detail: '__proto__' });
  expect(fault(a.id, { value: 'vielleicht' })).toEqual({ fault: 'value_not_offered', detail: 'vielleicht' });
  expect(fault(noLeave.id, { value: 'not_applicable', reason: 'so' })).toEqual({ fault: 'value_not_offered', detail: 'not_applicable' });
  expect(fault(leave.id, { value: 'not_applicable' })).toEqual({ fault: 'reason_missing', detail: '' });
  expect(fault(b.id, { basis: 'hörensagen' })).toEqual({ fault: 'basis_unknown', detail: 'hörensagen' });
  expect(fault(b.id, { note: 'x'.repeat(2001) })).toEqual({ fault: 'too_long', detail: '2000' });
  expect(fault(b.id, { answeredAt: '2027-01-01T00:00:00Z' })?.fault).toBe('time_unreadable');
  expect(fault(b.id, { answeredAt: 'gestern' })?.fault).toBe('time_unreadable');
  expect(fault(b.id, { parts: { x: 'yes' } })?.fault).toBe('part_unknown');
  expect(fault(c.id, { controlVersion: c.controlVersion + 1, question: 'Frühere Worte?' })).toEqual({ fault: 'question_changed', detail: String(c.controlVersion + 1) });
  expect(judge(line(c.id, { controlVersion: c.controlVersion + 1 }))?.outcome).toBe('new');
  expect(judge(line(d.id, { value: '' }))?.outcome).toBe('empty');

  const twice = previewImport({ checklistId: 'basis', version: 1, runId: null, lines: [line(a.id, {}), line(a.id, { value: 'no' })] }, { version, answers: {} }, limits, now);
  expect(twice.lines.map((each) => each.outcome)).toEqual(['new', 'refused']);
});

test('an answer that was changed offline stands without the name and date of the older one', async () => {
  const id = requirementsOf(version).find((each) => each.kind === 'control' && !each.parts)?.id ?? '';
  const answers = { [id]: { value: 'no' as const } };
  const records = new Map([[id, { answer: answers[id]!, revision: 1, answeredBy: 'erika', answeredAt: new Date('2026-05-03T09:30:00.000Z') }]]);
  const run = { assessment: { id: 'run' }, version, facts: { sizeClass: null, kind: null, sector: null }, answers, records, standings: standingsOf(version, answers, { sizeClass: null, kind: null, sector: null }) } as unknown as OpenRun;
  const edited = (await fileOf(run, 'csv', 'de')).toString('utf8').replace(';Nein;', ';Ja;');
  const [line] = previewImport(must(await read(edited)), { version, answers }, limits, now).lines.filter((each) => each.outcome !== 'empty');
  expect(line).toMatchObject({ outcome: 'changed', editedOffline: true, answer: { value: 'yes', imported: { answeredBy: null, answeredAt: null } }, before: { value: 'no' } });
});

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
function workbook(sheet: string): Buffer {
  const text = (content: string) => Buffer.from(content, 'utf8');
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': text('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
      'xl/workbook.xml': text('<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': text('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': text(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`),
    }),
  );
}

test('hostile and broken files are refused as a whole, quickly and by name', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
  const many = zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/media/${index}`, new Uint8Array(1)])));
  const heading = cell('A1', 'Kennung');
  const cases: [string, Uint8Array | string, string][] = [
    ['a bomb', bomb, 'too_much_content'],
    ['hundreds of parts', many, 'too_many_parts'],
    ['a cell at the end of the world', workbook(`<row r="1">${heading}</row><row r="1048576">${cell('XFD1048576', 'x')}</row>`), 'too_wide'],
    ['a row at no place', workbook(`<row r="1e9">${heading}</row>`), 'too_wide'],
    ['half an archive', workbook(`<row r="1">${heading}</row>`).subarray(0, 400), 'broken'],
    ['an archive of something else', zipSync({ 'a.txt': new Uint8Array(3) }), 'not_a_sheet'],
    ['bytes', Buffer.from([1, 2, 0, 3, 255]), 'not_a_sheet'],
    ['no headings', 'a;b;c\n1;2;3\n', 'no_headings'],
    ['headings without a checklist', 'Kennung;Frage;Antwort\na;b;Ja\n', 'no_checklist'],
    ['two checklists', 'Kennung;Frage;Antwort;Prüfung\na;b;Ja;x\nb;b;Ja;y\n', 'several_checklists'],
    ['other JSON', '{"a":1}', 'other_format'],
    ['JSON of tomorrow', '{"format":"geleucht-run","formatVersion":2,"checklist":{"id":"x","version":1},"answers":[]}', 'newer_format'],
    ['broken JSON', '{"format":', 'not_json'],
    ['deep JSON', `{"a":${'['.repeat(100_000)}`, 'not_json'],
    ['nothing', '', 'empty'],
  ];
  for (const [name, bytes, detail] of cases) {
    expect(await read(bytes), name).toMatchObject({ ok: false, refusal: { code: 'file_refused', detail } });
  }
  expect(await read(new Uint8Array(1024 * 1024 + 1))).toMatchObject({ ok: false, refusal: { code: 'file_too_large' } });
});

test('a formula that comes in is text or its last value, never calculated', async () => {
  const formula = `<c r="C2" t="str"><f>CONCATENATE("J","a")</f><v>Ja</v></c>`;
  const rows = `<row r="1">${cell('A1', 'Kennung')}${cell('B1', 'Frage')}${cell('C1', 'Antwort')}${cell('D1', 'Prüfung')}</row><row r="2">${cell('A2', 'x')}${cell('B2', '=1+1')}${formula}${cell('D2', 'basis')}</row>`;
  expect(must(await read(workbook(rows))).lines).toMatchObject([{ requirementId: 'x', question: '=1+1', value: 'yes' }]);
});

test('a table that Excel has saved in the code page of Windows, or as UTF-16, is read', async () => {
  const text = 'Kennung;Frage;Antwort;Begründung;Prüfung\r\nx;Wörter?;Weiß ich nicht;für später;basis\r\n';
  const latin = must(await read(Buffer.from(text, 'latin1')));
  const utf16 = must(await read(Buffer.from(`\uFEFF${text}`, 'utf16le')));
  expect(latin.lines[0]).toMatchObject({ value: 'unknown', reason: 'für später', question: 'Wörter?' });
  expect(utf16.lines).toEqual(latin.lines);
});

async function scene(base: TestBase) {
  const services = wireChecklists(base).services;
  const company = async (name: string, person: string) => {
    const { people } = await createCompany(base, { name, people: [person] });
    const [holder] = people as [KeyHolder];
    return { ...holder, actor: { ...holder.actor, steppedUpAt: base.clock.now() } };
  };
  return { services, erika: await company('A', 'Erika Mustermann'), max: await company('B', 'Max Mustermann') };
}

test('a run moves to another account with its dates; nothing is replaced without a word', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, max } = await scene(base);
  const id = await shortAssessment(services, erika, 'Kühlschrank-4711');
  const exported = must(await services.exportRun(erika.actor, erika.keys, { assessmentId: id, format: 'xlsx', locale: 'de', schemaUrl: 'x' }));
  const file = must(await services.readRunFile(streamOf(exported.bytes)));
  expect(file.runId).toBe(id);

  // The id of a foreign run in the file leads nowhere: a new run is proposed; asked for by name, it does not exist.
  const plan = must(await services.planImport(max.actor, max.keys, { file, targetId: undefined }));
  expect(plan).toMatchObject({ targetId: null, targets: [], stamp: 0 });
  expect(await services.planImport(max.actor, max.keys, { file, targetId: id })).toMatchObject({ ok: false, refusal: { code: 'not_found' } });

  base.clock.advance(60);
  const take = { file, targetId: null, seenStamp: 0, replace: false, idempotencyKey: 'one-form-key' };
  const taken = must(await services.takeImport(max.actor, max.keys, take));
  const again = must(await services.takeImport(max.actor, max.keys, take));
  expect(again.assessmentId).toBe(taken.assessmentId);
  const before = must(await services.openAssessment(erika.actor, erika.keys, id)).run;
  const { run } = must(await services.openAssessment(max.actor, max.keys, taken.assessmentId));
  const plain = ({ imported: _origin, ...answer }: Answer) => answer;
  expect(Object.fromEntries(Object.entries(run.answers).map(([key, answer]) => [key, plain(answer)]))).toEqual(Object.fromEntries(Object.entries(before.answers).map(([key, answer]) => [key, normalAnswer(answer)])));
  expect([...run.records.values()].every(({ answer }) => answer.imported?.answeredBy === 'Erika Mustermann' && answer.imported.answeredAt === '2026-11-23T09:00:00.000Z')).toBe(true);
  const events = await base.db.auditEntry.findMany({ where: { organisationId: max.actor.organisationId }, select: { event: true } });
  expect(events.map(({ event }) => event).sort()).toEqual(['assessment.imported', 'assessment.started']);
});

test('into a running run only new answers go, others only when asked, and never over what was answered meanwhile', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika } = await scene(base);
  const { assessmentId } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: 'start-key' }));
  const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
  const open = run.standings.filter(({ requirement, notAsked }) => notAsked === null && requirement.kind === 'control' && !requirement.parts).map(({ requirement }) => requirement);
  const [first, second, third] = open;
  if (!first || !second || !third) throw new Error('the checklist has changed');
  const answer = (requirementId: string, value: 'yes' | 'no', seenRevision = 0) => services.saveAnswer(erika.actor, erika.keys, { assessmentId, requirementId, seenRevision, answer: { value } });
  must(await answer(first.id, 'yes'));
  const line = (requirement: Requirement, value: string, at: number) => ({ line: at, requirementId: requirement.id, controlVersion: requirement.controlVersion, question: requirement.question.de, value, parts: {}, basis: '', reason: '', note: '', answeredBy: '', answeredAt: '', stamp: '' });
  const file: RunFile = { checklistId: 'basis', version: null, runId: assessmentId, lines: [line(first, 'no', 2), line(second, 'no', 3), line(third, 'nonsense', 4)] };

  const plan = must(await services.planImport(erika.actor, erika.keys, { file, targetId: undefined }));
  expect(plan).toMatchObject({ targetId: assessmentId, preview: { counts: { new: 1, changed: 1, refused: 1 } } });
  must(await answer(third.id, 'yes'));
  const take = { file, targetId: assessmentId, seenStamp: plan.stamp, replace: true, idempotencyKey: 'take-key-1' };
  expect(await services.takeImport(erika.actor, erika.keys, take)).toMatchObject({ ok: false, refusal: { code: 'conflict_of_versions' } });

  const fresh = must(await services.planImport(erika.actor, erika.keys, { file, targetId: assessmentId }));
  must(await services.takeImport(erika.actor, erika.keys, { ...take, seenStamp: fresh.stamp, replace: false, idempotencyKey: 'take-key-2' }));
  const kept = must(await services.openAssessment(erika.actor, erika.keys, assessmentId)).run;
  expect([kept.answers[first.id]?.value, kept.answers[second.id]?.value, kept.answers[third.id]?.value]).toEqual(['yes', 'no', 'yes']);

  const later = must(await services.planImport(erika.actor, erika.keys, { file, targetId: assessmentId }));
  must(await services.takeImport(erika.actor, erika.keys, { ...take, seenStamp: later.stamp, replace: true, idempotencyKey: 'take-key-3' }));
  expect(must(await services.openAssessment(erika.actor, erika.keys, assessmentId)).run.answers[first.id]).toMatchObject({ value: 'no', imported: { answeredAt: null } });
});

test('an answer out of a file becomes the answer of who confirms it; question, result, document and export tell its origin', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, max } = await scene(base);
  const id = await shortAssessment(services, erika, 'Kühlschrank-4711');
  const exported = must(await services.exportRun(erika.actor, erika.keys, { assessmentId: id, format: 'json', locale: 'de', schemaUrl: 'x' }));
  const file = must(await services.readRunFile(streamOf(exported.bytes)));
  base.clock.advance(24 * 60);
  const { assessmentId } = must(await services.takeImport(max.actor, max.keys, { file, targetId: null, seenStamp: 0, replace: false, idempotencyKey: 'one-form-key' }));
  const [said, left] = file.lines.map(({ requirementId }) => requirementId);
  if (said === undefined || left === undefined) throw new Error('the file holds answers');
  const record = async (requirementId: string) => {
    const found = must(await services.openAssessment(max.actor, max.keys, assessmentId)).run.records.get(requirementId);
    if (found === undefined) throw new Error('there is an answer');
    return found;
  };
  const links = pathsFor('de').company;
  const stored = async (requirementId: string) => requirementView(must(await services.openRequirement(max.actor, max.keys, { assessmentId, requirementId })), 'de', links, { from: undefined }).stored;

  base.clock.advance(24 * 60);
  const before = await record(said);
  const { imported: _origin, ...answer } = before.answer;
  const save = async () => must(await services.saveAnswer(max.actor, max.keys, { assessmentId, requirementId: said, seenRevision: before.revision, answer }));
  await save();
  base.clock.advance(60);
  // Saved once more, it stays as it was confirmed.
  await save();
  const confirmed = await record(said);
  expect(confirmed).toMatchObject({ answeredBy: max.actor.userId, answeredAt: new Date('2026-11-25T09:00:00Z'), answer: { imported: { answeredBy: 'Erika Mustermann', answeredAt: '2026-11-23T09:00:00.000Z', confirmed: true } } });
  const origin = 'beantwortet am 23.11.2026 von Erika Mustermann';
  expect(await stored(said)).toMatchObject({ by: 'Max Mustermann', at: '2026-11-25T09:00:00.000Z', fromFile: { origin, confirmed: true } });
  expect(await stored(left)).toMatchObject({ fromFile: { origin, confirmed: false } });

  const { run } = must(await services.openClose(max.actor, max.keys, assessmentId));
  must(await services.closeAssessment(max.actor, max.keys, { assessmentId, seenAnswers: stampOf(run), position: 'Inhaber' }));
  const result = resultView(must(await services.openResult(max.actor, max.keys, assessmentId)), 'de', { ...links, pdf: '' });
  expect(result.fromFile).toEqual({ count: file.lines.length, confirmed: 1 });
  const { answers } = must(await services.resultForDossier(max.actor, max.keys, { assessmentId, locale: 'de' }));
  const who = answers.map(({ answeredBy }) => answeredBy).filter((each) => each !== null);
  expect(who.filter((each) => each === `aus einer Datei (${origin}); bestätigt von Max Mustermann`)).toHaveLength(1);
  expect(who).toContain(`aus einer Datei (${origin}); übernommen von Max Mustermann`);
  const again = must(await services.readRunFile(streamOf(must(await services.exportRun({ ...max.actor, steppedUpAt: base.clock.now() }, max.keys, { assessmentId, format: 'json', locale: 'de', schemaUrl: 'x' })).bytes)));
  const lineOf = (requirementId: string) => again.lines.find((line) => line.requirementId === requirementId);
  expect(lineOf(said)).toMatchObject({ answeredBy: `Max Mustermann, bestätigt aus einer Datei (${origin})`, answeredAt: '2026-11-25T09:00:00.000Z' });
  expect(lineOf(left)).toMatchObject({ answeredBy: 'Erika Mustermann', answeredAt: '2026-11-23T09:00:00.000Z' });
});

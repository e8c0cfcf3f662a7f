import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { EVIDENCE_MAX_BYTES, EVIDENCE_PER_REQUIREMENT } from '#app/domain/checklist/evidence.ts';
import type { Refusal, Result } from '#app/domain/result.ts';
import type { EvidenceInput } from '#app/features/checklists/evidence/add-evidence.server.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import { wireChecklists } from '#app/server/wiring/checklists.ts';
import { evidenceInput, once } from '../support/evidence.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import type { KeyHolder, TestBase } from '../support/key-holders.ts';
import { must } from '../support/people.ts';

async function begin(base: TestBase) {
  const { services, jobs } = wireChecklists(base);
  const { people, organisationId } = await createCompany(base, { name: 'Tischlerei Muster', people: ['Erika Mustermann', 'Max Mustermann'] });
  const [erika, max] = people as [KeyHolder, KeyHolder];
  const { assessmentId, first } = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const place = { assessmentId, requirementId: first?.id ?? '' };
  const add = (changes: Partial<EvidenceInput> = {}, by = erika) => services.addEvidence(by.actor, by.keys, evidenceInput(place, changes));
  const listed = async (by = erika) => must(await services.openRequirement(by.actor, by.keys, place));
  const close = async () => {
    must(await services.saveAnswer(erika.actor, erika.keys, { ...place, seenRevision: 0, answer: { value: 'yes' } }));
    const { run } = must(await services.openAssessment(erika.actor, erika.keys, assessmentId));
    must(await services.closeAssessment(erika.actor, erika.keys, { assessmentId, seenAnswers: stampOf(run), position: 'Geschäftsführung' }));
  };
  return { services, jobs, erika, max, organisationId, place, add, listed, close };
}

function refusalOf(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('It should have been refused.');
  return result.refusal;
}

function bodiesOf(base: TestBase): string[] {
  const folder = path.join(base.config.filesDir, 'evidence');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

async function textOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

test('what one person hands in, a colleague reads unchanged, with hash, days and who brought it', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, max, place, add, listed } = await begin(base);
  const text = 'Zeile\n'.repeat(40_000);
  const { evidenceId, sha256 } = must(await add({ content: once(text), expiresOn: '2027-05-02', fileName: '..\\geheim/protokoll.txt' }));
  expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));

  const { run, names } = await listed(max);
  expect(run.evidence).toMatchObject([{ id: evidenceId, name: 'protokoll.txt', takenOn: '2026-05-03', expiresOn: '2027-05-02', sha256, by: erika.actor.userId, size: text.length, requirementId: place.requirementId }]);
  expect(names.get(erika.actor.userId)).toBe('Erika Mustermann');
  const file = must(await services.downloadEvidence(max.actor, max.keys, { assessmentId: place.assessmentId, evidenceId }));
  expect(await textOf(file.content)).toBe(text);
});

test('refused files leave nothing behind: a foreign kind, a false ending, an empty one, one too large, a day that has not come', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { add, listed } = await begin(base);
  expect(refusalOf(await add({ fileName: 'lauf.exe' }))).toMatchObject({ code: 'file_refused', detail: 'type_not_taken' });
  expect(refusalOf(await add({ fileName: 'bild.png' }))).toMatchObject({ code: 'file_refused', detail: 'type_differs' });
  expect(refusalOf(await add({ content: once('') }))).toMatchObject({ code: 'file_refused', detail: 'empty' });
  async function* endless() {
    for (let sent = 0; sent <= EVIDENCE_MAX_BYTES; sent += 1024 * 1024) yield Buffer.alloc(1024 * 1024, 0x41);
  }
  expect(refusalOf(await add({ content: endless() }))).toMatchObject({ code: 'file_too_large' });
  expect(refusalOf(await add({ takenOn: '2026-11-24' }))).toMatchObject({ code: 'invalid_input', fields: { takenOn: ['takenLater'] } });
  expect(refusalOf(await add({ expiresOn: '2026-05-02' }))).toMatchObject({ code: 'invalid_input', fields: { expiresOn: ['expiresEarlier'] } });
  expect(bodiesOf(base)).toEqual([]);
  expect((await listed()).run.evidence).toEqual([]);
});

test('a form posted twice stores one file, and a question holds only so many', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { add } = await begin(base);
  const key = 'the-same-form';
  const both = await Promise.all([add({ idempotencyKey: key }), add({ idempotencyKey: key })]);
  expect(new Set(both.map((one) => must(one).evidenceId)).size).toBe(1);
  expect(bodiesOf(base)).toHaveLength(1);
  for (let count = 1; count < EVIDENCE_PER_REQUIREMENT; count += 1) must(await add());
  expect(refusalOf(await add())).toMatchObject({ code: 'quota_exceeded', detail: 'question_full' });
});

test('removing takes row, key and body; in a closed run nothing is added or removed, and its files stay readable', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, max, place, add, listed, close } = await begin(base);
  const gone = must(await add());
  const kept = must(await add());
  must(await services.removeEvidence(max.actor, { assessmentId: place.assessmentId, evidenceId: gone.evidenceId }));
  expect(refusalOf(await services.removeEvidence(max.actor, { assessmentId: place.assessmentId, evidenceId: gone.evidenceId })).code).toBe('not_found');
  expect(bodiesOf(base)).toHaveLength(1);

  await close();
  expect(refusalOf(await add()).code).toBe('wrong_state');
  expect(refusalOf(await services.removeEvidence(erika.actor, { assessmentId: place.assessmentId, evidenceId: kept.evidenceId })).code).toBe('wrong_state');
  expect((await listed()).run.evidence).toMatchObject([{ id: kept.evidenceId, sha256: kept.sha256 }]);
  expect(await textOf(must(await services.downloadEvidence(erika.actor, erika.keys, { assessmentId: place.assessmentId, evidenceId: kept.evidenceId })).content)).toContain('Rücksicherung');

  const events = await base.db.auditEntry.findMany({ where: { objectKind: 'evidence' }, orderBy: { sequence: 'asc' }, select: { event: true, objectId: true } });
  expect(events).toEqual([
    { event: 'assessment.evidence_added', objectId: gone.evidenceId },
    { event: 'assessment.evidence_added', objectId: kept.evidenceId },
    { event: 'assessment.evidence_removed', objectId: gone.evidenceId },
  ]);
});

test('evidence of a closed run is offered in the next and goes on with one click: its own copy, same day, same hash', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, place, add, close } = await begin(base);
  const good = must(await add({ expiresOn: '2027-01-31' }));
  must(await add({ expiresOn: '2026-11-30', content: once('Läuft vor der nächsten Prüfung ab.') }));
  await close();

  base.clock.advance(60 * 24 * 10);
  const next = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() })).assessmentId;
  const here = { assessmentId: next, requirementId: place.requirementId };
  const opened = async () => must(await services.openRequirement(erika.actor, erika.keys, here));
  expect((await opened()).offeredEvidence.map((one) => one.id)).toEqual([good.evidenceId]);

  const taken = must(await services.continueEvidence(erika.actor, erika.keys, { ...here, evidenceId: good.evidenceId, idempotencyKey: 'go-on-1' }));
  expect(taken.sha256).toBe(good.sha256);
  const after = await opened();
  expect(after.offeredEvidence).toEqual([]);
  expect(after.run.evidence).toMatchObject([{ takenOn: '2026-05-03', expiresOn: '2027-01-31', description: 'Protokoll der Rücksicherung' }]);
  // The copy stands for itself: the earlier run's body may go, this one opens.
  expect(bodiesOf(base)).toHaveLength(3);
  must(await services.removeEvidence(erika.actor, { assessmentId: next, evidenceId: taken.evidenceId }));
  expect(await textOf(must(await services.downloadEvidence(erika.actor, erika.keys, { assessmentId: place.assessmentId, evidenceId: good.evidenceId })).content)).toContain('Rücksicherung');
});

test('the underwriter reads the day of the youngest evidence', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, place, add, close } = await begin(base);
  const run = must(await services.openAssessment(erika.actor, erika.keys, place.assessmentId)).run;
  const requirementId = run.standings.find((one) => one.notAsked === null && one.requirement.kind === 'control')?.requirement.id ?? '';
  must(await add({ requirementId, takenOn: '2025-12-01', description: '' }));
  must(await add({ requirementId, takenOn: '2026-05-03', expiresOn: '2027-05-02' }));
  await close();
  const { answers } = must(await services.resultForDossier(erika.actor, erika.keys, { assessmentId: place.assessmentId, locale: 'de' }));
  expect(answers.flatMap((answer) => answer.evidence)).toEqual([
    { title: 'Protokoll der Rücksicherung', on: '2026-05-03', until: '2027-05-02' },
    { title: 'protokoll.txt', on: '2025-12-01', until: null },
  ]);
});

test('another company gets nothing of it, by any way', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, place, add } = await begin(base);
  const { evidenceId } = must(await add());
  const [foreign] = (await createCompany(base, { name: 'Fremd GmbH', people: ['Paul Fremd'] })).people as [KeyHolder];
  const { actor, keys } = foreign;
  const own = must(await services.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const at = { assessmentId: place.assessmentId, evidenceId };
  const results = [
    await services.downloadEvidence(actor, keys, at),
    await services.removeEvidence(actor, at),
    await services.addEvidence(actor, keys, evidenceInput(place)),
    await services.continueEvidence(actor, keys, { assessmentId: own.assessmentId, requirementId: place.requirementId, evidenceId, idempotencyKey: 'foreign-1' }),
    // Its own run with the id of a foreign file.
    await services.downloadEvidence(actor, keys, { assessmentId: own.assessmentId, evidenceId }),
    await services.removeEvidence(actor, { assessmentId: own.assessmentId, evidenceId }),
  ];
  expect(results.map((one) => refusalOf(one).code)).toEqual(results.map(() => 'not_found'));
  expect(bodiesOf(base)).toHaveLength(1);
});

test('a body that was changed on disk breaks off and alarms; a row moved to another run does not open', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { services, erika, place, add } = await begin(base);
  const { evidenceId } = must(await add());
  const [body] = bodiesOf(base) as [string];
  const bytes = readFileSync(body);
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
  writeFileSync(body, bytes);
  const opened = must(await services.downloadEvidence(erika.actor, erika.keys, { assessmentId: place.assessmentId, evidenceId }));
  await expect(textOf(opened.content)).rejects.toThrow();

  const other = must(await services.startAssessment(erika.actor, erika.keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() })).assessmentId;
  await base.db.evidence.updateMany({ where: { id: evidenceId }, data: { assessmentId: other } });
  expect(refusalOf(await services.openAssessment(erika.actor, erika.keys, other)).code).toBe('sealed_box_refused');
});

test('the hourly sweep takes away what an upload cut short has left, and nothing that is named', async () => {
  await using base = await createTestBase('2026-11-23T09:00:00Z');
  const { jobs, add } = await begin(base);
  must(await add());
  const [named] = bodiesOf(base) as [string];
  const lost = path.join(path.dirname(named), 'a'.repeat(26));
  const long = new Date(base.clock.now().getTime() - 2 * 3_600_000);
  writeFileSync(lost, 'x');
  for (const file of [named, lost]) utimesSync(file, long, long);
  await jobs.find((job) => job.name === 'checklists.sweep_evidence')?.run();
  expect(bodiesOf(base)).toEqual([named]);
});

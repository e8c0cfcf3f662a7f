import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTS_PER_ITEM, VETTING_DOCUMENT_MAX_BYTES } from '#app/domain/vetting/documents.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { DocumentInput } from '#app/features/providers/add-document.server.ts';
import { refusalOf } from '../support/case-scenes.ts';
import { call } from '../support/outside/caller.ts';
import { formsIn } from '../support/outside/forms-in-page.ts';
import { foundAndSignIn, registerAndSignIn, stepUp } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { serveForTest } from '../support/serve.ts';
import { applyWithEverything, granting, handInDocument, must, pdfOf, proof, reviewEverything, vettingPeople } from '../support/vetting.ts';

const ransomware = [{ capability: 'ransomware', level: 2 }] as const;

async function begun(runtime: TestRuntime) {
  const people = await vettingPeople(runtime);
  must(await runtime.services.providers.applyAsProvider(people.lead.session.actor));
  must(await runtime.services.providers.saveRequested(people.lead.session.actor, ransomware));
  return people;
}

function upload(runtime: TestRuntime, lead: TestPerson, changes: Partial<DocumentInput> = {}) {
  return runtime.services.providers.addVettingDocument(lead.session.actor, { code: 'V2', fileName: 'Police.pdf', claimedType: 'application/pdf', content: pdfOf('Police'), ...changes });
}

function bodiesOf(runtime: TestRuntime): string[] {
  const folder = path.join(runtime.config.filesDir, 'vetting');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

async function readAll(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

async function* long(bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7\n');
  const piece = Buffer.alloc(64 * 1024, 0x20);
  for (let sent = 9; sent < bytes; sent += piece.length) yield piece.subarray(0, Math.min(piece.length, bytes - sent));
}

test('what a provider hands in comes back unchanged, and its hash is known', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 7)]);
  const { documentId } = must(await upload(runtime, lead, { content: (async function* () { yield content; })() }));
  const own = must(await runtime.services.providers.readOwnVetting(lead.session.actor));
  expect(own.documents).toMatchObject([{ id: documentId, code: 'V2', name: 'Police.pdf', type: 'pdf', size: content.length, sha256: createHash('sha256').update(content).digest('hex') }]);
  const opened = must(await runtime.services.providers.readVettingDocument(lead.session.actor, lead.organisationId, documentId));
  expect((await readAll(opened.content)).equals(content)).toBe(true);
});

test('only its own leads and reviewers without a tie read a document, and each reading is in the log', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { lead, reviewerA, reviewerB } = await begun(runtime);
  const documentId = await handInDocument(runtime, lead.session.actor, 'V2');
  const coordinator = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator', organisationName: 'Dritte Geschäftsstelle' });
  const stranger = await registerAndSignIn(runtime);
  const at = runtime.clock.now();
  await runtime.database.membership.create({ data: { id: runtime.random.id(), userId: reviewerB.userId, organisationId: lead.organisationId, role: 'provider.responder', createdAt: at, confirmedAt: at } });
  const read = (person: TestPerson) => providers.readVettingDocument(person.session.actor, lead.organisationId, documentId);

  expect(await providers.readVettingDocument({ kind: 'anonymous' }, lead.organisationId, documentId)).toMatchObject({ refusal: { code: 'not_signed_in' } });
  expect(refusalOf(await read(stranger))).toBe('not_found');
  expect(refusalOf(await read(coordinator))).toBe('not_allowed');
  expect(await read(reviewerB)).toMatchObject({ refusal: { code: 'not_allowed', detail: 'untied' } });
  expect(refusalOf(await providers.readVettingDocument(stranger.session.actor, stranger.organisationId, documentId))).toBe('not_found');
  expect(await runtime.database.auditEntry.count({ where: { event: 'vetting.document_read' } })).toBe(0);

  must(await read(lead));
  must(await read(reviewerA));
  const readings = await runtime.database.auditEntry.findMany({ where: { event: 'vetting.document_read' }, orderBy: { sequence: 'asc' } });
  expect(readings.map((one) => [one.actorId, one.organisationId, one.objectId, one.reason])).toEqual([
    [lead.userId, lead.organisationId, documentId, 'V2'],
    [reviewerA.userId, lead.organisationId, documentId, 'V2'],
  ]);
});

test('a reviewer with a tie and the rest of the office see no documents in the review', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA, reviewerB } = await vettingPeople(runtime);
  await applyWithEverything(runtime, lead.session.actor, ransomware);
  const at = runtime.clock.now();
  await runtime.database.membership.create({ data: { id: runtime.random.id(), userId: reviewerB.userId, organisationId: lead.organisationId, role: 'provider.responder', createdAt: at, confirmedAt: at } });
  const seen = async (person: TestPerson) => {
    const review = must(await runtime.services.providers.openReview(person.session.actor, lead.organisationId));
    return { documents: review.documents.length, text: review.application?.items.find((item) => item.code === 'V2')?.content.text };
  };
  expect(await seen(reviewerA)).toEqual({ documents: 16, text: 'Nachweis zu V2' });
  expect(await seen(reviewerB)).toEqual({ documents: 0, text: '' });
});

test('a proof that needs a document is not handed in without one, others are', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const { providers } = runtime.services;
  const { actor } = lead.session;
  expect(await providers.saveVettingItem(actor, proof('V2', ransomware, '2028-01-31'))).toMatchObject({ refusal: { code: 'invalid_input', fields: { file: ['fileRequired'] } } });
  must(await providers.saveVettingItem(actor, proof('V16', ransomware, '2028-01-31')));
  const documentId = await handInDocument(runtime, actor, 'V2');
  expect(await providers.saveVettingItem(actor, { ...proof('V2', ransomware, '2028-01-31'), withdraw: [documentId] })).toMatchObject({ refusal: { fields: { file: ['fileRequired'] } } });
  must(await providers.saveVettingItem(actor, proof('V2', ransomware, '2028-01-31')));
});

test('types that differ from their name, other types, empty and too long files are refused and leave nothing', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const refused: readonly (readonly [Partial<DocumentInput>, string, string | undefined])[] = [
    [{ fileName: 'a.png' }, 'file_refused', 'type_differs'],
    [{ fileName: 'a.zip' }, 'file_refused', 'type_not_taken'],
    [{ fileName: 'a.txt' }, 'file_refused', 'type_not_taken'],
    [{ fileName: '..' }, 'file_refused', 'no_name'],
    [{ content: (async function* () {})() }, 'file_refused', 'empty'],
    [{ content: long(VETTING_DOCUMENT_MAX_BYTES + 1) }, 'file_too_large', undefined],
  ];
  for (const [changes, code, detail] of refused) {
    const result = await upload(runtime, lead, changes);
    expect(result, code).toMatchObject({ ok: false, refusal: { code, ...(detail === undefined ? {} : { detail }) } });
  }
  expect(bodiesOf(runtime)).toEqual([]);
  expect(await runtime.database.vettingDocument.count()).toBe(0);
  must(await upload(runtime, lead, { content: long(VETTING_DOCUMENT_MAX_BYTES) }));
});

test('the same file twenty times at once is there once; a proof holds eight different ones', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const same = await Promise.all(Array.from({ length: 20 }, () => upload(runtime, lead)));
  expect(new Set(same.map((one) => must(one).documentId)).size).toBe(1);
  const different = await Promise.all(Array.from({ length: 9 }, (_, at) => upload(runtime, lead, { content: pdfOf(`Seite ${at}`) })));
  expect(different.filter((one) => one.ok)).toHaveLength(DOCUMENTS_PER_ITEM - 1);
  expect(different.filter((one) => !one.ok)).toMatchObject([{ refusal: { code: 'quota_exceeded', detail: 'item_full' } }, { refusal: { code: 'quota_exceeded', detail: 'item_full' } }]);
  expect(bodiesOf(runtime)).toHaveLength(DOCUMENTS_PER_ITEM);
});

test('a replaced document is kept for the reviewers until the decision, then its key and its body go', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { lead, reviewerA, reviewerB } = await begun(runtime);
  const { actor } = lead.session;
  for (const code of itemCodes) {
    await handInDocument(runtime, actor, code);
    must(await providers.saveVettingItem(actor, proof(code, ransomware, '2028-06-30')));
  }
  const old = must(await providers.readOwnVetting(actor)).documents.find((one) => one.code === 'V2')?.id ?? '';
  // Documents stand in the order of their moments; of one moment they have none.
  runtime.clock.advance(1);
  await handInDocument(runtime, actor, 'V2', 'neue Police', 'Police-neu.pdf');
  must(await providers.saveVettingItem(actor, { ...proof('V2', ransomware, '2028-06-30'), withdraw: [old] }));
  must(await providers.submitApplication(actor));

  const review = must(await providers.openReview(reviewerA.session.actor, lead.organisationId));
  expect(review.documents.filter((one) => one.code === 'V2').map((one) => [one.name, one.withdrawnAt !== null])).toEqual([['V2.pdf', true], ['Police-neu.pdf', false]]);
  const read = () => providers.readVettingDocument(reviewerA.session.actor, lead.organisationId, old);
  expect((await readAll(must(await read()).content)).toString()).toContain('Seite zu V2');

  await reviewEverything(runtime, reviewerA.session.actor, lead.organisationId);
  const b = await stepUp(runtime, reviewerB);
  must(await providers.decideApplication(b.session.actor, lead.organisationId, granting(ransomware)));
  expect(refusalOf(await read())).toBe('not_found');
  const row = await runtime.database.vettingDocument.findFirstOrThrow({ where: { id: old } });
  expect(row).toMatchObject({ wrappedFileKey: null, erasedAt: runtime.clock.now() });
  const longAgo = new Date(runtime.clock.now().getTime() - 2 * 3_600_000);
  for (const place of bodiesOf(runtime)) utimesSync(place, longAgo, longAgo);
  expect(await providers.sweepDocuments()).toBe(1);
  expect(bodiesOf(runtime).some((place) => place.endsWith(row.storageName))).toBe(false);
  const noted = await runtime.database.auditEntry.findMany({ where: { objectId: old }, orderBy: { sequence: 'asc' } });
  expect(noted.map((one) => one.event)).toEqual(['vetting.document_added', 'vetting.document_withdrawn', 'vetting.document_read', 'vetting.document_erased']);
});

test('a changed body breaks off, alarms the operators and is noted', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const { documentId } = must(await upload(runtime, lead, { content: long(200_000) }));
  const place = bodiesOf(runtime)[0] ?? '';
  const whole = readFileSync(place);
  whole[150_000] = (whole[150_000] ?? 0) ^ 1;
  writeFileSync(place, whole);
  const opened = must(await runtime.services.providers.readVettingDocument(lead.session.actor, lead.organisationId, documentId));
  await expect(readAll(opened.content)).rejects.toThrow();
  expect(runtime.logLines.filter((line) => line.includes('vetting_document.damaged'))).toHaveLength(1);
  expect(await runtime.database.auditEntry.count({ where: { event: 'vetting.document_read', reason: 'damaged' } })).toBe(1);
});

test('a body exchanged for that of another document does not open', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  const first = must(await upload(runtime, lead));
  must(await upload(runtime, lead, { content: pdfOf('eine andere Police') }));
  const rows = await runtime.database.vettingDocument.findMany();
  const placeOf = (own: boolean) => path.join(runtime.config.filesDir, 'vetting', rows.find((row) => (row.id === first.documentId) === own)?.storageName ?? '');
  writeFileSync(placeOf(true), readFileSync(placeOf(false)));
  const opened = must(await runtime.services.providers.readVettingDocument(lead.session.actor, lead.organisationId, first.documentId));
  await expect(readAll(opened.content)).rejects.toThrow();
});

test('a refused file costs nothing of what was typed, without a script too', async () => {
  await using server = await serveForTest();
  const { runtime } = server;
  const { lead } = await begun(runtime);
  const address = '/partner/zulassung';
  const page = await call(server.baseUrl, address, { cookie: lead.cookie });
  const form = formsIn(page.text, address).find((one) => one.fields.some(([name, value]) => name === 'code' && value === 'V2'));
  expect(form?.file).toBe('file');
  const post = (fileName: string, text: string, more: Readonly<Record<string, string>> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ formToken: form?.fields.find(([field]) => field === 'formToken')?.[1] ?? '', intent: 'item', code: 'V2', text, reference: 'Nr. 4711', endsOn: '2028-01-31', ...more })) body.append(name, value);
    body.append('file', new File(['%PDF-1.7 Seite'], fileName, { type: 'application/pdf' }));
    return call(server.baseUrl, address, { method: 'POST', cookie: lead.cookie, fields: body });
  };

  const refused = await post('Police.exe', 'Drei Millionen je Fall & Jahr');
  expect(refused.status).toBe(422);
  for (const kept of ['Drei Millionen je Fall &amp; Jahr', 'Nr. 4711', '2028-01-31', 'Bitte laden Sie ein PDF oder ein Bild hoch', 'href="#f-file"']) expect(refused.text).toContain(kept);
  expect(await runtime.database.vettingDocument.count()).toBe(0);

  // A field that is wrong costs the file nothing either: it stays.
  const badDate = await post('Police.pdf', 'Drei Millionen', { endsOn: '2020-01-31' });
  expect(badDate.status).toBe(422);
  expect(badDate.text).toContain('Police.pdf');
  const tooLong = await post('Police.pdf', 'x'.repeat(4001));
  expect(tooLong.status).toBe(422);
  expect((await post('Police.pdf', 'Drei Millionen')).status).toBe(303);
  expect(await runtime.database.vettingDocument.count()).toBe(1);
});

test('bodies that no row needs any more are swept, others stay', async () => {
  await using runtime = await createTestRuntime();
  const { lead } = await begun(runtime);
  must(await upload(runtime, lead));
  writeFileSync(path.join(runtime.config.filesDir, 'vetting', '0123456789abcdefghjkmnpqrs'), 'x');
  const old = new Date(runtime.clock.now().getTime() - 2 * 3_600_000);
  for (const place of bodiesOf(runtime)) utimesSync(place, old, old);
  expect(await runtime.services.providers.sweepDocuments()).toBe(1);
  expect(bodiesOf(runtime)).toHaveLength(1);
});

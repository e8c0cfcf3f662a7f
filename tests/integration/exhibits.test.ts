import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { EXHIBIT_MAX_BYTES } from '#app/domain/case/exhibit-types.ts';
import type { ExhibitInput } from '#app/features/cases/exhibits/add-exhibit.server.ts';
import { assignedCase, must, refusalOf } from '../support/case-scenes.ts';
import type { CaseScene } from '../support/case-scenes.ts';
import { stepUp } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A log file that never lies in memory as a whole. */
async function* longLog(bytes: number): AsyncGenerator<Uint8Array> {
  const line = Buffer.from('2026-11-23 08:15:01 Planted-Zeile-Kranich login failed for user\n'.repeat(1000));
  for (let sent = 0; sent < bytes; sent += line.length) yield line.subarray(0, Math.min(line.length, bytes - sent));
}

let counter = 0;
function upload(runtime: TestRuntime, scene: CaseScene, changes: Partial<ExhibitInput> = {}) {
  counter += 1;
  const { actor, keys } = scene.company.session;
  return runtime.services.cases.addExhibit(actor, keys, 'company', {
    caseId: scene.caseId,
    purpose: 'other',
    origin: 'Planted-Herkunft-Reiher',
    fileName: 'Planted-Name-Specht.txt',
    claimedType: 'text/plain',
    idempotencyKey: `file-${counter}`,
    content: once(Buffer.from('Planted-Inhalt-Dachs')),
    ...changes,
  });
}

function filesOf(runtime: TestRuntime): string[] {
  const folder = path.join(runtime.config.filesDir, 'exhibits');
  return existsSync(folder) ? readdirSync(folder).map((name) => path.join(folder, name)) : [];
}

async function readAll(content: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

const megabyte = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that something still holds: what the system has given to the process tells of its past as well. */
function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('twenty megabytes stream in and out with the same hash, in bounded memory', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const size = 20 * megabyte;
  const expected = createHash('sha256');
  for await (const part of longLog(size)) expected.update(part);
  const digest = expected.digest('hex');

  const before = memoryInUse();
  let peak = before;
  async function* watched() {
    let seen = 0;
    for await (const part of longLog(size)) {
      // Often enough to notice a file that piles up, seldom enough for the time it takes.
      if (Math.floor((seen + part.length) / megabyte) > Math.floor(seen / megabyte)) peak = Math.max(peak, memoryInUse());
      seen += part.length;
      yield part;
    }
  }
  const { exhibitId, sha256 } = must(await upload(runtime, scene, { purpose: 'log', fileName: 'firewall.log', content: watched() }));
  expect(sha256).toBe(digest);
  expect(peak - before).toBeLessThan(4 * megabyte);

  const { actor, keys } = scene.company.session;
  const download = must(await runtime.services.cases.downloadExhibit(actor, keys, scene.caseId, exhibitId));
  const out = createHash('sha256');
  let bytes = 0;
  for await (const part of download.content) {
    out.update(part);
    bytes += part.length;
  }
  expect([bytes, out.digest('hex')]).toEqual([size, digest]);
  const listed = must(await runtime.services.cases.listExhibits(actor, keys, 'company', scene.caseId));
  expect(listed.exhibits).toMatchObject([{ name: 'firewall.log', size, sha256: digest, by: 'Karin Seidel', type: 'text' }]);
});

test('nothing of a file, its name or its origin lies in the clear on disk', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  must(await upload(runtime, scene));
  const [file] = filesOf(runtime);
  expect(filesOf(runtime)).toHaveLength(1);
  expect(readFileSync(file ?? '').includes('Planted')).toBe(false);
  const folder = runtime.config.dataDir;
  const open = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isFile() && readFileSync(path.join(folder, name)).includes('Planted-'));
  expect(open).toEqual([]);
});

test('a changed, cut or lengthened body breaks off, alarms, and gives out no last piece', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const { actor, keys } = scene.company.session;
  const { exhibitId } = must(await upload(runtime, scene, { purpose: 'log', fileName: 'a.log', content: longLog(200_000) }));
  const place = filesOf(runtime)[0] ?? '';
  const whole = readFileSync(place);
  const flipped = Buffer.from(whole);
  flipped[150_000] = (flipped[150_000] ?? 0) ^ 1;
  for (const body of [flipped, whole.subarray(0, whole.length - 1), whole.subarray(0, 24 + 32 + 2 * 65_552), Buffer.concat([whole, Buffer.from([0])])]) {
    writeFileSync(place, body);
    const download = must(await runtime.services.cases.downloadExhibit(actor, keys, scene.caseId, exhibitId));
    await expect(readAll(download.content)).rejects.toThrow();
  }
  expect(runtime.logLines.filter((line) => line.includes('exhibit.damaged'))).toHaveLength(4);
  expect(await runtime.database.dutyTask.count({ where: { caseId: scene.caseId, kind: 'exhibit_damaged' } })).toBe(4);
  await runtime.database.case.update({ where: { id: scene.caseId }, data: { state: 'closed' } });
  writeFileSync(place, flipped);
  await expect(readAll(must(await runtime.services.cases.downloadExhibit(actor, keys, scene.caseId, exhibitId)).content)).rejects.toThrow();
  expect(runtime.logLines.filter((line) => line.includes('exhibit.damaged'))).toHaveLength(5);
  // Nobody decides in a case that is over.
  expect(await runtime.database.dutyTask.count({ where: { caseId: scene.caseId, kind: 'exhibit_damaged' } })).toBe(4);
  writeFileSync(place, whole);
  const download = must(await runtime.services.cases.downloadExhibit(actor, keys, scene.caseId, exhibitId));
  expect((await readAll(download.content)).length).toBe(200_000);
});

test('a body exchanged for that of another exhibit does not open', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const { actor, keys } = scene.company.session;
  const first = must(await upload(runtime, scene));
  must(await upload(runtime, scene, { content: once(Buffer.from('ein anderer Text')) }));
  const rows = await runtime.database.exhibit.findMany({ where: { caseId: scene.caseId }, orderBy: { createdAt: 'asc' } });
  const place = (id: string) => path.join(runtime.config.filesDir, 'exhibits', rows.find((one) => one.id === id)?.storageName ?? '');
  const other = rows.find((one) => one.id !== first.exhibitId)?.id ?? '';
  writeFileSync(place(first.exhibitId), readFileSync(place(other)));
  const download = must(await runtime.services.cases.downloadExhibit(actor, keys, scene.caseId, first.exhibitId));
  await expect(readAll(download.content)).rejects.toThrow();
});

test('lying types, pages, drawings, empty files and names without a name are refused and leave nothing', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const refused = [
    { fileName: 'a.pdf', content: once(Buffer.from('MZ\u0090')) },
    { fileName: 'a.svg', content: once(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">')) },
    { fileName: 'a.html', content: once(Buffer.from('<p>')) },
    { fileName: 'a.txt', content: once(Buffer.from('<!doctype html><script>')) },
    { fileName: 'a.txt', content: once(new Uint8Array()) },
    { fileName: 'a.txt.exe', content: once(Buffer.from('hallo')) },
    { fileName: '../..', content: once(Buffer.from('hallo')) },
    { fileName: 'a.zip', purpose: 'screenshot' as const, content: once(Buffer.from('PK\u0003\u0004')) },
  ];
  for (const changes of refused) expect(refusalOf(await upload(runtime, scene, changes)), changes.fileName).toBe('file_refused');
  expect(filesOf(runtime)).toEqual([]);
  expect(await runtime.database.exhibit.count()).toBe(0);
});

test('a file of exactly the limit is taken, one byte more is refused and leaves nothing', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  expect(refusalOf(await upload(runtime, scene, { purpose: 'log', fileName: 'a.log', content: longLog(EXHIBIT_MAX_BYTES + 1) }))).toBe('file_too_large');
  expect(filesOf(runtime)).toEqual([]);
  expect(refusalOf(await upload(runtime, scene, { purpose: 'log', fileName: 'a.log', content: longLog(EXHIBIT_MAX_BYTES) }))).toBe('ok');
}, 60_000);

test('names keep no folders, control characters or turned reading direction', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  must(await upload(runtime, scene, { fileName: '..\\..\\x\u202e\r\n"a;b.txt' }));
  const { actor, keys } = scene.company.session;
  const [listed] = must(await runtime.services.cases.listExhibits(actor, keys, 'company', scene.caseId)).exhibits;
  expect(listed?.name).toBe('x_a;b.txt');
});

test('the same form twenty times makes one exhibit and one file', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const results = await Promise.all(Array.from({ length: 20 }, () => upload(runtime, scene, { idempotencyKey: 'same' })));
  expect(new Set(results.map((one) => (one.ok ? one.value.exhibitId : one.refusal.code))).size).toBe(1);
  expect(filesOf(runtime)).toHaveLength(1);
});

test('a case takes twenty exhibits, also when they come at once', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  const results = await Promise.all(Array.from({ length: 23 }, () => upload(runtime, scene)));
  expect(results.filter((one) => one.ok)).toHaveLength(20);
  expect(results.filter((one) => !one.ok).map(refusalOf)).toEqual(['quota_exceeded', 'quota_exceeded', 'quota_exceeded']);
  expect(filesOf(runtime)).toHaveLength(20);
});

test('the provider opens an exhibit only after the release, and the company sees who opened it', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const { exhibitId } = must(await upload(runtime, scene));
  const theirs = provider.session;
  expect(refusalOf(await cases.downloadExhibit(theirs.actor, theirs.keys, caseId, exhibitId))).toBe('not_allowed');
  const { actor, keys } = (await stepUp(runtime, scene.company)).session;
  const shown = must(await cases.openRelease(actor, keys, caseId));
  must(await cases.releaseToProvider(actor, keys, { caseId, providerId: shown.provider.id, fingerprint: shown.provider.fingerprint, consent: true }));
  const download = must(await cases.downloadExhibit(theirs.actor, theirs.keys, caseId, exhibitId));
  expect((await readAll(download.content)).toString()).toBe('Planted-Inhalt-Dachs');
  const openings = must(await cases.readHistory(actor, keys, 'company', caseId)).openings;
  expect(openings?.map((one) => [one.event, one.by, one.about])).toEqual([['exhibit_opened', 'Robert Meinel', 'Planted-Name-Specht.txt']]);
});

test('the uploader takes a file out while the case runs; its body is erased, its name and hash stay', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { actor, keys } = scene.company.session;
  const { exhibitId } = must(await upload(runtime, scene));
  expect(refusalOf(await cases.removeExhibit(scene.provider.session.actor, scene.caseId, exhibitId))).toBe('not_found');
  must(await cases.removeExhibit(actor, scene.caseId, exhibitId));
  expect(filesOf(runtime)).toEqual([]);
  expect(refusalOf(await cases.downloadExhibit(actor, keys, scene.caseId, exhibitId))).toBe('not_found');
  expect(must(await cases.listExhibits(actor, keys, 'company', scene.caseId)).exhibits).toMatchObject([{ removedAt: runtime.clock.now().toISOString() }]);
});

test('bodies without a row are swept after an hour, others stay', async () => {
  await using runtime = await createTestRuntime();
  const scene = await assignedCase(runtime);
  must(await upload(runtime, scene));
  const folder = path.join(runtime.config.filesDir, 'exhibits');
  const old = new Date(runtime.clock.now().getTime() - 2 * 3_600_000);
  for (const name of ['0123456789abcdefghjkmnpqrs', 'halb0123456789abcdefghjkmn.part']) writeFileSync(path.join(folder, name), 'x');
  for (const place of filesOf(runtime)) utimesSync(place, old, old);
  expect(await runtime.services.cases.sweepExhibits()).toBe(1);
  expect(filesOf(runtime)).toHaveLength(1);
});

import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import { readChecklistLibrary } from '#app/server/wiring/checklists.ts';
import { filled, wander } from '#tests/support/outside/wanderer.ts';
import type { Landed, Wanderer } from '#tests/support/outside/wanderer.ts';
import { codeNow, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

const address = '/betrieb/pruefungen/einlesen';
const longestKept = 256 * 1024;

let server: TestServer;
let person: TestPerson;
let browser: Wanderer;

beforeAll(async () => {
  server = await serveForTest();
  person = await registerAndSignIn(server.runtime);
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.runtime.clock.advance(1);
  const gate = wander(server.baseUrl);
  const atCode = await gate.post('/anmelden', [['email', person.email], ['password', person.password]]);
  await gate.post('/anmelden/code', filled(formWith(atCode, 'code'), { code: await codeNow(server.runtime, person.totpSecret) }));
  browser = wander(server.baseUrl, gate.cookie());
});

const formWith = (page: Landed, name: string) => page.forms.find(({ fields }) => fields.some(([field]) => field === name));
const runs = () => server.runtime.database.assessment.count();

const words = 'die Sicherung läuft jede Nacht über das Büro und wird am Montag geprüft wenn Frau Öhler es für nötig hält'.split(' ');
/** So many characters of prose that repeats itself no more than people do. */
function prose(seed: number, length: number): string {
  let text = '';
  for (let turn = seed * 7919; text.length < length; turn = (turn * 48271 + 11) % 2147483647) text += `${words[turn % words.length]}${turn % 97} `;
  return text.slice(0, length).trim();
}

/** A run of the largest checklist, every note filled to its end. */
function longFile(noteLength = 2000): string {
  const mittelstand = readChecklistLibrary('checklists').checklists.find(({ version }) => version.checklistId === 'mittelstand')?.version;
  if (!mittelstand) throw new Error('the checklist is there');
  const answers = requirementsOf(mittelstand).flatMap((requirement, index) => (requirement.kind === 'status' ? [] : [{ requirement: requirement.id, question: requirement.question.de, value: 'no', note: prose(index + 1, noteLength), stamp: '' }]));
  return JSON.stringify({ format: 'geleucht-run', formatVersion: 1, checklist: { id: 'mittelstand', version: mittelstand.version }, answers });
}

/** Posts a file as the page does. */
async function choose(content: string): Promise<{ status: number; location: string | null; text: string }> {
  const page = await browser.look(address);
  const form = new FormData();
  form.set('formToken', formWith(page, 'file')?.fields.find(([name]) => name === 'formToken')?.[1] ?? '');
  form.set('file', new Blob([content]), 'stand.json');
  return send(form);
}

async function send(form: FormData): Promise<{ status: number; location: string | null; text: string }> {
  const response = await fetch(new URL(address, server.baseUrl), { method: 'POST', body: form, redirect: 'manual', headers: { Origin: server.baseUrl, 'Sec-Fetch-Site': 'same-origin', Cookie: `geleucht=${browser.cookie()}` } });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}

/** The fields of the preview, as the button that takes posts them. */
async function previewed(): Promise<readonly (readonly [string, string])[]> {
  const { status, text } = await choose(longFile());
  expect(status).toBe(200);
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')] as const);
  const once = fields.filter(([name], at) => name !== 'target' && fields.findIndex(([other]) => other === name) === at);
  return [...once, ['target', 'new'], ['intent', 'take']];
}

test('the longest run fits into what a locked session keeps', async () => {
  const fields = await previewed();
  expect(Buffer.byteLength(longFile())).toBeGreaterThan(150_000);
  expect(new URLSearchParams(fields.map(([name, value]) => [name, value])).toString().length).toBeLessThan(longestKept);
});

test('a take-over sent to a locked session waits sealed, and is done once after the unlock', async () => {
  const fields = await previewed();
  const before = await runs();
  server.runtime.clock.advance(31);
  const locked = await browser.post(address, fields);
  expect([locked.path, locked.query.get('formular'), await runs()]).toEqual(['/anmelden/entsperren', 'wartet', before]);
  const kept = await browser.post('/anmelden/entsperren', filled(formWith(locked, 'password'), { password: person.password }));
  expect(kept.path).toBe('/anmelden/formular');
  expect(kept.text).not.toContain('mittelstand');
  const sent = await browser.post('/anmelden/formular', formWith(kept, 'keptForm')?.fields ?? []);
  expect([sent.status, sent.path.startsWith('/betrieb/pruefungen/'), await runs()]).toEqual([200, true, before + 1]);
  await browser.post(address, fields);
  expect(await runs()).toBe(before + 1);
});

test('a take-over sent to an ended session goes along through the sign-in', async () => {
  const fields = await previewed();
  const before = await runs();
  await server.runtime.services.accounts.signOut(browser.cookie());
  const signIn = await browser.post(address, fields);
  expect([signIn.status, signIn.path]).toEqual([200, '/anmelden']);
  const atCode = await browser.post('/anmelden', filled(formWith(signIn, 'password'), { email: person.email, password: person.password }));
  server.runtime.clock.advance(1);
  const kept = await browser.post('/anmelden/code', filled(formWith(atCode, 'code'), { code: await codeNow(server.runtime, person.totpSecret) }));
  const form = kept.forms.find(({ action }) => action === address);
  const sent = await browser.post(address, form?.fields ?? []);
  expect([kept.path, sent.status, await runs()]).toEqual(['/anmelden/formular', 200, before + 1]);
});

test('a file chosen in a locked session is not kept: the page says so before the unlock and asks for it again', async () => {
  const page = await browser.look(address);
  const form = new FormData();
  form.set('formToken', formWith(page, 'file')?.fields.find(([name]) => name === 'formToken')?.[1] ?? '');
  form.set('file', new Blob([longFile()]), 'stand.json');
  server.runtime.clock.advance(31);
  const refused = await send(form);
  expect(refused.status).toBe(303);
  const locked = await browser.look(refused.location ?? '');
  expect(locked.path).toBe('/anmelden/entsperren');
  expect(locked.text).toContain('ist nicht angekommen');
  const again = await browser.post(`${locked.path}?${locked.query}`, filled(formWith(locked, 'password'), { password: person.password }));
  expect([again.status, again.path, again.query.get('formular')]).toEqual([200, address, 'fehlt']);
  expect(again.text).toContain('Wählen Sie die Datei noch einmal');
});

test('a file chosen after the session has ended is asked for again behind the sign-in', async () => {
  await server.runtime.services.accounts.signOut(browser.cookie());
  const form = new FormData();
  form.set('file', new Blob([longFile()]), 'stand.json');
  const refused = await send(form);
  const signIn = await browser.look(refused.location ?? '');
  expect([signIn.path, signIn.text.includes('ist nicht angekommen')]).toEqual(['/anmelden', true]);
  const atCode = await browser.post(`${signIn.path}?${signIn.query}`, filled(formWith(signIn, 'password'), { email: person.email, password: person.password }));
  server.runtime.clock.advance(1);
  const again = await browser.post(`${atCode.path}?${atCode.query}`, filled(formWith(atCode, 'code'), { code: await codeNow(server.runtime, person.totpSecret) }));
  expect([again.path, again.text.includes('Wählen Sie die Datei noch einmal')]).toEqual([address, true]);
});

test('a form that is too long to be kept is said to be lost, and the line goes on', async () => {
  const before = await runs();
  server.runtime.clock.advance(31);
  const long: readonly (readonly [string, string])[] = [['content', 'A'.repeat(3 * 1024 * 1024)], ['intent', 'take']];
  const locked = await browser.post(address, long);
  expect([locked.path, locked.text.includes('ist nicht angekommen'), await runs()]).toEqual(['/anmelden/entsperren', true, before]);
  const again = await browser.post(`${locked.path}?${locked.query}`, filled(formWith(locked, 'password'), { password: person.password }));
  expect(again.text).toContain('Wählen Sie die Datei noch einmal');
});

test('what a preview carries is judged as anew as a file, and never unpacks to more than a file may hold', async () => {
  const fields = await previewed();
  const before = await runs();
  const withContent = (content: string) => fields.map(([name, value]) => [name, name === 'content' ? content : value] as const);
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20)).toString('base64url');
  for (const content of ['', 'x', '{}', bomb, deflateRawSync('{"lines":[]}').toString('base64url')]) expect((await browser.post(address, withContent(content))).status).toBe(422);
  expect(await runs()).toBe(before);
});

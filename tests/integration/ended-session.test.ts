import { afterAll, beforeAll, expect, test } from 'vitest';
import { changedTables, fingerprintOf } from '#tests/support/database-fingerprint.ts';
import { filled, wander } from '#tests/support/outside/wanderer.ts';
import type { Landed, Wanderer } from '#tests/support/outside/wanderer.ts';
import { codeNow, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let person: TestPerson;
let messages: string;

beforeAll(async () => {
  server = await serveForTest();
  person = await registerAndSignIn(server.runtime);
  messages = `/betrieb/faelle/${(await sendReport(server.runtime, person.session)).caseId}/nachrichten`;
});
afterAll(() => server.stop());

const words = 'Der Server stöhnt, „alles“ steht.\r\nZweite Zeile & <b>fett</b>';

/** A browser in which somebody has typed a message, and whose session has ended meanwhile. */
async function typedAndEnded(who: TestPerson = person): Promise<{ browser: Wanderer; typed: readonly (readonly [string, string])[] }> {
  const again = await signInFresh(who);
  const browser = wander(server.baseUrl, again);
  const page = await browser.look(messages);
  const form = page.forms.find(({ fields }) => fields.some(([name]) => name === 'text'));
  await server.runtime.services.accounts.signOut(browser.cookie());
  return { browser, typed: filled(form, { text: words }) };
}

async function signInFresh(who: TestPerson): Promise<string> {
  server.runtime.clock.advance(1);
  const browser = wander(server.baseUrl);
  const code = await browser.post('/anmelden', [['email', who.email], ['password', who.password]]);
  await browser.post('/anmelden/code', [['formToken', hidden(code, 'formToken')], ['code', await codeNow(server.runtime, who.totpSecret)]]);
  return browser.cookie() ?? '';
}

function hidden(page: Landed, name: string): string {
  return page.forms.flatMap(({ fields }) => fields).find(([field]) => field === name)?.[1] ?? '';
}

const withPassword = (page: Landed) => page.forms.find(({ fields }) => fields.some(([name]) => name === 'password'));
const withCode = (page: Landed) => page.forms.find(({ fields }) => fields.some(([name]) => name === 'code'));

/** From the sign-in page to the page with the kept form. */
async function signInWith(browser: Wanderer, page: Landed, who: TestPerson): Promise<Landed> {
  const atCode = await browser.post('/anmelden', filled(withPassword(page), { email: who.email, password: who.password }));
  server.runtime.clock.advance(1);
  return browser.post('/anmelden/code', filled(withCode(atCode), { code: await codeNow(server.runtime, who.totpSecret) }));
}

test('what was typed comes back below the sign-in form, survives wrong tries, and is sent with one click', async () => {
  const { browser, typed } = await typedAndEnded();
  const before = fingerprintOf(server.runtime.config.databaseFile);
  const signIn = await browser.post(messages, typed);
  expect([signIn.status, signIn.path]).toEqual([200, '/anmelden']);
  expect(signIn.text).toContain('Ihre Eingaben sind noch da');
  expect(signIn.text).toContain('&lt;b&gt;fett&lt;/b&gt;');
  expect(changedTables(before, fingerprintOf(server.runtime.config.databaseFile))).toEqual([]);

  const wrong = await browser.post('/anmelden', filled(withPassword(signIn), { email: person.email, password: 'falsch' }));
  expect([wrong.status, wrong.text.includes('stöhnt'), wrong.text.includes(person.email)]).toEqual([422, true, true]);
  const atCode = await browser.post('/anmelden', filled(withPassword(wrong), { email: person.email, password: person.password }));
  expect([atCode.status, atCode.path]).toEqual([200, '/anmelden/code']);
  expect(atCode.text).toContain('stöhnt');
  expect(atCode.text).not.toContain(person.password);
  const wrongCode = await browser.post('/anmelden/code', filled(withCode(atCode), { code: '000000' }));
  expect([wrongCode.status, wrongCode.text.includes('stöhnt')]).toEqual([422, true]);
  server.runtime.clock.advance(1);
  const kept = await browser.post('/anmelden/code', filled(withCode(wrongCode), { code: await codeNow(server.runtime, person.totpSecret) }));
  expect([kept.status, kept.path]).toEqual([200, '/anmelden/formular']);
  expect(kept.text).not.toContain('jemand anderes');

  const count = () => server.runtime.database.caseRecord.count({ where: { kind: 'message' } });
  expect(await count()).toBe(0);
  const form = kept.forms.find(({ action }) => action === messages);
  const sent = await browser.post(messages, form?.fields ?? []);
  expect([sent.status, sent.path, await count()]).toEqual([200, messages, 1]);
  expect(sent.text).toContain('Der Server stöhnt, „alles“ steht.');
  await browser.post(messages, form?.fields ?? []);
  expect(await count()).toBe(1);
});

test('somebody else who signs in is warned, and nothing is sent', async () => {
  const other = await registerAndSignIn(server.runtime, { name: 'Tom Fremd', organisationName: 'Fremd GmbH' });
  const { browser, typed } = await typedAndEnded();
  const count = await server.runtime.database.caseRecord.count();
  const kept = await signInWith(browser, await browser.post(messages, typed), other);
  expect(kept.path).toBe('/anmelden/formular');
  expect(kept.text).toContain('jemand anderes');
  expect(kept.text).toContain('Als Tom Fremd abschicken');
  expect(await server.runtime.database.caseRecord.count()).toBe(count);
});

test('a form with an invented or missing token is nobody’s own', async () => {
  for (const formToken of ['', 'erfunden', `${'a'.repeat(26)}.${'0'.repeat(64)}`]) {
    const { browser, typed } = await typedAndEnded();
    const kept = await signInWith(browser, await browser.post(messages, [...typed.filter(([name]) => name !== 'formToken'), ['formToken', formToken]]), person);
    expect(kept.text, formToken).toContain('jemand anderes');
  }
});

test('a half finished sign-in takes the form along too', async () => {
  const { browser, typed } = await typedAndEnded();
  await browser.post('/anmelden', [['email', person.email], ['password', person.password]]);
  const atCode = await browser.post(messages, typed);
  expect([atCode.status, atCode.path, atCode.text.includes('stöhnt')]).toEqual([200, '/anmelden/code', true]);
});

test('markup in names, values and address is text, and the address stays inside the site', async () => {
  const evil = '"><script>alert(1)</script>';
  const { browser } = await typedAndEnded();
  const page = await browser.post('/betrieb/faelle/neu', [[evil, evil], ['text', `Hallo ${evil}`]]);
  expect(page.text).toContain('Hallo');
  expect(page.text).not.toContain('<script>alert');
  for (const path of ['//boese.example/x', 'https://boese.example', 'javascript:alert(1)', '/\\boese.example', 'boese', '', '/x\u0000y']) {
    const arriving = await browser.post(`/anmelden?mit=${encodeURIComponent(path)}`, [['text', 'ein Text']]);
    expect([path, arriving.status, arriving.text.includes('ein Text'), leadsAway(arriving.text)]).toEqual([path, 200, false, false]);
    const carrying = await browser.post('/anmelden', [['kept-path', path], ['kept.text', 'ein Text'], ['email', 'x'], ['password', '']]);
    expect([path, carrying.text.includes('ein Text'), leadsAway(carrying.text)]).toEqual([path, false, false]);
  }
  const { browser: signedIn, typed } = await typedAndEnded();
  const kept = await signInWith(signedIn, await signedIn.post(messages, typed), person);
  const forged = await signedIn.post('/anmelden/formular?mit=x', [['kept-path', '//boese.example'], ['kept.text', 'ein Text']]);
  expect(kept.text).not.toContain('boese.example');
  expect([forged.text.includes('boese.example'), forged.text.includes('<form method="post" action="/')]).toEqual([false, false]);
});

/** A link or form that leaves the site, or a field that carries the foreign address on. The other language's link repeats the question part, encoded. */
function leadsAway(html: string): boolean {
  return /(?:href|action|src)="(?!\/(?![/\\])|#|\?|tel:|mailto:)/.test(html) || /value="[^"]*boese/.test(html);
}

test('a page that leads away is noticed', () => {
  for (const html of ['<a href="//boese.example">', '<form action="https://boese.example">', '<a href="javascript:alert(1)">', '<a href="/\\boese.example">', '<input value="//boese.example/x">']) expect(leadsAway(html), html).toBe(true);
  expect(leadsAway('<a href="/en/anmelden?mit=%2F%2Fboese.example">')).toBe(false);
});

test('nothing is carried that another site has sent', async () => {
  for (const headers of [{ Origin: 'https://boese.example' }, { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' }, { 'Sec-Fetch-Site': 'same-site' }] as Record<string, string>[]) {
    const browser = wander(server.baseUrl);
    for (const address of [messages, `/anmelden?mit=${messages}`, `/anmelden/formular?mit=${messages}`]) expect([address, (await browser.post(address, [['text', 'ein Text']], headers)).status]).toEqual([address, 403]);
  }
  const silent = await wander(server.baseUrl).post(messages, [['text', 'ein Text']], {});
  expect([silent.path, silent.text.includes('ein Text')]).toEqual(['/anmelden', false]);
});

test('a form with a password in it is not repeated', async () => {
  const { browser } = await typedAndEnded();
  const page = await browser.post('/konto/passwort', [['current', 'mein altes passwort'], ['password', 'mein neues passwort'], ['passwordChoice', 'own']]);
  expect([page.path, page.query.get('weiter')]).toEqual(['/anmelden', '/konto/passwort?formular=fehlt']);
  expect(page.text).toContain('Ihr Formular ist nicht angekommen');
  expect(page.text).not.toContain('passwort</');
  expect(page.text).not.toContain('mein neues');
});

test('the longest form that a page takes is carried, a longer one is refused', async () => {
  const { browser } = await typedAndEnded();
  const text = 'wort '.repeat(51_000);
  const page = await browser.post('/betrieb/faelle/neu', [['text', text]]);
  expect([page.status, page.path]).toEqual([200, '/anmelden']);
  const wrong = await browser.post('/anmelden', filled(withPassword(page), { email: person.email, password: 'falsch' }));
  expect([wrong.status, hidden(wrong, 'kept.text').length]).toEqual([422, text.length]);
  expect((await browser.post('/anmelden', [['kept-path', '/betrieb'], ['kept.text', 'x'.repeat(330_000)]])).status).toBe(413);
});

test('the page with a kept form runs no script that sends it', async () => {
  const { browser, typed } = await typedAndEnded();
  const signIn = await browser.post(messages, typed);
  expect(signIn.text).not.toContain('<script');
  expect(signIn.text).not.toMatch(/http-equiv="refresh"/i);
});

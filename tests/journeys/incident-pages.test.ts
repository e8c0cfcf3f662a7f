import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { firstAidCardIds } from '#app/domain/triage/kinds.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { registerAndSignIn } from '#tests/support/people.ts';
import { fillDraft, ransomwareAnswers, sendReport } from '#tests/support/reports.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let browser: Browser;
/** Reads what is public: one person on a phone, page after page. */
let reader: Visitor;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
  reader = await openVisitor(browser, server, { viewport: { width: 390, height: 844 } });
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function signedIn(visitor: Visitor) {
  const person = await registerAndSignIn(server.runtime);
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  return person;
}

const emergencyPaths = ['/notfall', '/notfall/melden', ...firstAidCardIds.map((id) => `/notfall/${id}`), '/notfall/ddos'];

test.each(emergencyPaths.flatMap((path) => [path, `/en${path}`]))('%s needs neither script nor cookie and is accessible', async (path) => {
  const { page, context, surprises } = reader;
  await reader.visit(path);
  expect(await page.locator('script').count()).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(surprises).toEqual([]);
});

test('an emergency page may be kept without a cookie and never with one', async () => {
  const without = await fetch(`${server.baseUrl}/notfall/ransomware`);
  expect([without.headers.get('cache-control'), without.headers.get('vary')]).toEqual([expect.stringContaining('public'), expect.stringContaining('Cookie')]);
  const withCookie = await fetch(`${server.baseUrl}/notfall/ransomware`, { headers: { cookie: 'geleucht=x' } });
  expect(withCookie.headers.get('cache-control')).toBe('private, no-store');
});

test.each(firstAidCardIds.flatMap((id) => [`/notfall/${id}`, `/en/notfall/${id}`]))('%s fits one printed sheet', async (path) => {
  await reader.page.goto(path);
  const pdf = await reader.page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.each([{ javaScript: true }, { javaScript: false }])('a report from first aid to the page after sending, %o', async ({ javaScript }) => {
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width: 390, height: 844 } });
  await signedIn(visitor);
  const { page } = visitor;
  await visitor.visit('/notfall/ransomware');
  await page.getByRole('link', { name: 'Hilfe anfordern' }).click();
  await page.waitForURL('**/betrieb/faelle/neu?art=ransomware');
  await visitor.check();
  await page.getByRole('button', { name: 'Meldung beginnen' }).click();

  await page.waitForURL('**/melden/was');
  expect(await page.locator('input[name=kind]:checked').getAttribute('value')).toBe('ransomware');
  for (const [slug, names] of pages) {
    await page.waitForURL(`**/melden/${slug}`);
    await visitor.check();
    for (const name of names) await answer(visitor, name);
    await page.getByRole('button', { name: 'Weiter' }).click();
  }
  await page.waitForURL('**/melden/pruefen');
  await visitor.check();
  expect(await page.locator('main').innerText()).toContain('Planted-Titel-Zeppelin');
  await page.getByRole('button', { name: 'Meldung senden' }).click();
  await page.waitForURL('**/melden/gesendet');
  await visitor.check();
  const text = await page.locator('main').innerText();
  for (const part of ['Netz trennen', 'Kritisch', 'Datenschutz: Meldung an die Aufsicht', '10:20 Uhr']) expect(text).toContain(part);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('a page with faults comes back with everything typed and the faults named', async () => {
  const visitor = await openVisitor(browser, server, { javaScript: false });
  const person = await signedIn(visitor);
  const caseId = await fillDraft(server.runtime, person.session);
  const { page } = visitor;
  await page.goto(`/betrieb/faelle/${caseId}/melden/wann`);
  await page.fill('input[name=noticedAtDate]', '2026-12-19');
  await page.fill('input[name=noticedAtTime]', '');
  await page.getByRole('button', { name: 'Weiter' }).click();
  expect(await page.locator('#errors').innerText()).toContain('Bitte eine Uhrzeit angeben. Ungefähr genügt.');
  expect(await page.inputValue('input[name=noticedAtDate]')).toBe('2026-12-19');
  await visitor.close();
});

test('list, draft, discarding and every question are accessible in both languages and do not scroll sideways', async () => {
  const visitor = await openVisitor(browser, server, { viewport: { width: 390, height: 844 } });
  const person = await signedIn(visitor);
  await visitor.visit('/betrieb/faelle');
  const caseId = await fillDraft(server.runtime, person.session);
  const sent = await sendReport(server.runtime, person.session);
  const questions = ['was', ...pages.map(([slug]) => slug).filter((slug) => slug !== 'was'), 'pruefen', 'verwerfen'].map((slug) => `/betrieb/faelle/${caseId}/melden/${slug}`);
  for (const path of ['/betrieb/faelle', '/betrieb/faelle/neu', ...questions, `/betrieb/faelle/${sent.caseId}/melden/gesendet`]) {
    for (const address of [path, `/en${path}`]) {
      await visitor.visit(address);
      expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), address).toBe(0);
    }
  }
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

/** Address -> controls that are filled in there. */
const pages: readonly (readonly [string, readonly string[]])[] = [
  ['was', []],
  ['wann', ['noticedAtDate', 'noticedAtTime', 'ongoing']],
  ['ausmass', ['operation', 'servers', 'backups']],
  ['daten', ['personalData']],
  ['worte', ['title', 'description']],
  ['rueckruf', ['callbackName', 'callbackPhone']],
  ['versicherung', ['insurer']],
  ['freigabe', ['routingWanted']],
];

async function answer({ page }: Visitor, name: string): Promise<void> {
  const value = ransomwareAnswers[name];
  if (typeof value !== 'string') throw new Error(`No answer for ${name}`);
  const control = page.locator(`[name=${name}]`).first();
  const kind = (await control.getAttribute('type')) ?? (await control.evaluate((node) => node.tagName.toLowerCase()));
  if (kind === 'radio') await page.locator(`input[name=${name}][value=${value}]`).check();
  else if (kind === 'select') await control.selectOption(value);
  else await control.fill(value);
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-28T09:00:00Z' }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A machine builder of 60 people. */
const machineBuilder = ['company', 'no', 'none', 'none', 'manufacturing', 'no', 'alone', 'medium'];

async function answer(visitor: Visitor, value: string): Promise<void> {
  await visitor.page.locator(`input[type=radio][value="${value}"]`).check();
  await visitor.page.locator('main form button').click();
  await visitor.check();
}

async function heading({ page }: Visitor): Promise<string> {
  return (await page.locator('h1').innerText()).trim();
}

describe.each([true, false])('whether the BSI act covers somebody, with script: %s', (javaScript) => {
  test('eight questions lead a machine builder to an outcome with reasons, deadlines and a way back', async () => {
    const visitor = await openVisitor(browser, server, { javaScript, viewport: { width: 390, height: 844 } });
    await visitor.visit('/pruefen');
    await visitor.page.getByRole('link', { name: 'Betroffenheit prüfen' }).click();
    for (const value of machineBuilder) await answer(visitor, value);
    expect(await heading(visitor)).toBe('Nach Ihren Angaben sind Sie eine wichtige Einrichtung');
    const said = await visitor.page.locator('main').innerText();
    expect(said).toContain('Sie beschäftigen mindestens 50 Menschen.');
    expect(said).toContain('Ihre Tätigkeit gehört zum Bereich verarbeitendes Gewerbe (Anlage 2 des Gesetzes).');
    expect(said).toContain('spätestens 24 Stunden, nachdem Sie davon wissen');
    expect(said).toContain('28. November 2026');
    await visitor.page.getByRole('link', { name: /^Ändern.*Wie viele Menschen/ }).click();
    expect(await heading(visitor)).toBe('Wie viele Menschen beschäftigen Sie?');
    expect(await visitor.page.locator('input[value="medium"]').isChecked()).toBe(true);
    await answer(visitor, 'few');
    await answer(visitor, 'low');
    expect(await heading(visitor)).toBe('Nach Ihren Angaben sind Sie nicht erfasst');
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  });

  test('a question sent without an answer says so at the question and keeps what was said before', async () => {
    const visitor = await openVisitor(browser, server, { javaScript });
    await visitor.visit('/pruefen/nis2?body=company');
    const sent = visitor.page.waitForResponse((response) => response.url().includes('gefragt_war'));
    await visitor.page.locator('main form button').click();
    expect((await sent).status()).toBe(422);
    expect(await visitor.page.title()).toMatch(/^Fehler: /);
    expect(await visitor.page.locator('[role=alert]').innerText()).toContain('Bitte eine Antwort wählen.');
    await visitor.check();
    await answer(visitor, 'no');
    expect(await heading(visitor)).toBe('Bieten Sie einen Dienst an, bei dem die Größe kaum eine Rolle spielt?');
    await visitor.close();
  });
});

test('the other language shows the same outcome', async () => {
  const visitor = await openVisitor(browser, server);
  await visitor.visit('/pruefen/nis2?body=company&critical-plant=yes');
  await visitor.page.getByRole('link', { name: 'English' }).first().click();
  expect(await heading(visitor)).toBe('From what you say, you are an especially important entity');
  await visitor.check();
  await visitor.close();
});

test('the keyboard alone is enough', async () => {
  const visitor = await openVisitor(browser, server);
  await visitor.visit('/pruefen/nis2');
  await visitor.page.locator('input[type=radio]').first().focus();
  await visitor.page.keyboard.press('ArrowDown');
  await visitor.page.keyboard.press('ArrowDown');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.waitForURL('**/pruefen/nis2?*');
  expect(await heading(visitor)).toBe('Nach Ihren Angaben kommt es auf das Landesrecht an');
  await visitor.close();
});

test.each([
  ['an answer that is none', 'body=nonsense'],
  ['an answer given twice', 'body=company&body=company'],
  ['names that every object has', '__proto__=x&constructor=y'],
  ['far too much', `body=company&${'x'.repeat(4000)}=1`],
  ['markup', 'body=%3Cscript%3E'],
])('an address nobody made by clicking does no harm: %s', async (_name, query) => {
  const response = await fetch(`${server.baseUrl}/pruefen/nis2?${query}`);
  expect([200, 422]).toContain(response.status);
  expect(await response.text()).not.toContain('<script>');
});

test('neither a long question nor an outcome scrolls sideways on the smallest phone', async () => {
  const visitor = await openVisitor(browser, server, { viewport: { width: 320, height: 640 } });
  for (const query of ['body=company&critical-plant=no&size-free=none', 'body=company&critical-plant=yes', 'body=local-authority']) {
    await visitor.visit(`/pruefen/nis2?${query}`);
    const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow, query).toBe(0);
  }
  await visitor.close();
});

test('nothing of the answers is stored: no cookie is set', async () => {
  const response = await fetch(`${server.baseUrl}/pruefen/nis2?body=company&critical-plant=yes`);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('no-store');
});

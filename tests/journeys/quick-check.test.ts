import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { fingerprintOf } from '#tests/support/database-fingerprint.ts';
import { probePdf } from '#tests/support/pdf-probe.ts';
import { registerAndSignIn } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function answer(page: Page, value: string): Promise<void> {
  await page.getByLabel('Wie viele Menschen arbeiten bei Ihnen?').selectOption({ label: '2 bis 9 Personen' });
  await page.getByLabel('Was sind Sie?').selectOption({ label: 'Unternehmen' });
  for (const group of await page.getByRole('group').filter({ has: page.getByRole('radio') }).all()) await group.getByLabel(value, { exact: true }).check();
}

async function pdfOf(page: Page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'PDF' }).click()]);
  return probePdf(readFileSync(await download.path()));
}

test.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a quick check without account stores nothing and shows the result at once, %o', async ({ javaScript, width }) => {
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width, height: 844 } });
  const { page } = visitor;
  await visitor.visit('/pruefen');
  const before = fingerprintOf(server.runtime.config.databaseFile);
  await page.getByRole('link', { name: 'Ohne Konto beginnen' }).click();
  await page.getByLabel('Wie viele Menschen arbeiten bei Ihnen?').selectOption({ label: '2 bis 9 Personen' });
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Ergebnis zeigen' }).click();
  // What was forgotten is named, what was given is still there.
  expect(await page.getByRole('alert').innerText()).toContain('Wählen Sie aus der Liste.');
  expect(await page.getByRole('radio').first().isChecked()).toBe(true);
  expect(await page.getByLabel('Wie viele Menschen arbeiten bei Ihnen?').inputValue()).toBe('micro');
  await visitor.check();

  await answer(page, 'Nein');
  await page.getByRole('button', { name: 'Ergebnis zeigen' }).click();
  expect(await page.getByRole('heading', { name: 'Ergebnis mitnehmen' }).count()).toBe(1);
  expect(await page.locator('script').count()).toBe(0);
  await visitor.check();
  expect(fingerprintOf(server.runtime.config.databaseFile)).toEqual(before);

  const pdf = await pdfOf(page);
  expect(pdf.info).toMatch(/Tagged:\s+yes/);
  expect(pdf.text).toContain('Schnellprüfung');
  expect(pdf.text).toContain('nicht gespeichert');
  expect(pdf.fonts.every((line) => / yes /.test(line))).toBe(true);

  await page.getByRole('button', { name: 'Antworten ändern' }).click();
  // Nor did the document leave anything.
  expect(fingerprintOf(server.runtime.config.databaseFile)).toEqual(before);
  expect(await page.getByLabel('Nein', { exact: true }).first().isChecked()).toBe(true);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('the answers come along into an account, once, and can be discarded, %o', async ({ javaScript, width }) => {
  const person = await registerAndSignIn(server.runtime);
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width, height: 844 } });
  const { page, context } = visitor;
  await page.goto('/pruefen/schnell');
  await answer(page, 'Ja');
  await page.getByRole('button', { name: 'Ergebnis zeigen' }).click();
  await page.getByRole('button', { name: 'In ein Konto übernehmen' }).click();
  expect(new URL(page.url()).pathname).toBe('/registrieren');

  await context.addCookies([{ name: 'geleucht', value: person.cookie, url: server.baseUrl }]);
  await visitor.visit('/betrieb/pruefungen');
  await page.getByText('Sie haben eine Schnellprüfung', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Antworten übernehmen' }).click();
  await page.getByText('16 von 16').first().waitFor();
  await page.goto('/betrieb/pruefungen');
  expect(await page.getByRole('button', { name: 'Antworten übernehmen' }).count()).toBe(0);
  expect(await page.getByText('Schnellprüfung in fünf Minuten').count()).toBeGreaterThan(0);

  await context.addCookies([{ name: 'geleucht-schnell', value: '1.20261128.micro.business.nonsense', url: server.baseUrl }]);
  await page.goto('/betrieb/pruefungen');
  await page.getByText('passt nicht mehr', { exact: false }).waitFor();
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { readXlsx } from '#app/infrastructure/sheets/read-xlsx.ts';
import { writeXlsx } from '#app/infrastructure/sheets/write-xlsx.ts';
import { closedAssessment } from '#tests/support/assessments.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { registerAndSignIn, stepUp } from '#tests/support/people.ts';
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

const picture = async (page: Page, name: string) => {
  const folder = process.env['GELEUCHT_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

test.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('answers go out as a workbook, are edited offline, and come back with the faults named, %o', async ({ javaScript, width }) => {
  const owner = await registerAndSignIn(server.runtime);
  const id = await closedAssessment(server.runtime, owner.session, 'Im Büro nachgesehen.');
  const person = await stepUp(server.runtime, owner);
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width, height: 844 } });
  const { page, context } = visitor;
  await context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);

  await visitor.visit(`/betrieb/pruefungen/${id}`);
  await page.getByRole('link', { name: 'Antworten mitnehmen oder einlesen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Antworten mitnehmen' }).waitFor();
  await visitor.check();
  await picture(page, `export-${width}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Datei laden' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^basis-\d{4}-\d{2}-\d{2}\.xlsx$/);

  const rows = ((await readXlsx(readFileSync(await download.path()))) as string[][]).map((row) => [...row]);
  const answer = rows[0]?.indexOf('Antwort') ?? -1;
  const part = rows[0]?.indexOf('Teil') ?? -1;
  const reason = rows[0]?.indexOf('Begründung') ?? -1;
  const plain = rows.slice(1).filter((row, at, all) => row[part] === '' && all[at + 1]?.[part] === '');
  const [first, second, third] = plain.filter((row) => row[answer] === 'Ja');
  if (!first || !second || !third) throw new Error('the checklist has changed');
  first[answer] = 'Vielleicht';
  second[answer] = 'Nein';
  third[0] = 'gibt-es-nicht';
  const left = plain.find((row) => row[answer] === 'Trifft nicht zu');
  if (left) left[reason] = '';
  const edited = await writeXlsx(rows, { name: 'Antworten', widths: [], choices: [] });

  await page.getByRole('link', { name: 'Ausgefüllte Datei einlesen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Antworten einlesen' }).waitFor();
  await visitor.check();
  await page.getByRole('button', { name: 'Datei ansehen' }).click();
  await page.getByText('Bitte eine Datei wählen.').first().waitFor();
  await page.getByLabel('Datei', { exact: true }).setInputFiles({ name: 'falsch.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n\0') });
  await page.getByRole('button', { name: 'Datei ansehen' }).click();
  await page.getByText('keine Tabelle, die wir lesen können', { exact: false }).first().waitFor();
  await visitor.check();

  await page.getByLabel('Datei', { exact: true }).setInputFiles({ name: 'antworten.xlsx', mimeType: 'application/octet-stream', buffer: edited });
  await page.getByRole('button', { name: 'Datei ansehen' }).click();
  await page.getByRole('heading', { name: 'Zeilen gehen nicht' }).waitFor();
  await visitor.check();
  await picture(page, `import-${width}`);
  expect(await page.getByText('„Vielleicht“ ist hier keine mögliche Antwort.').count()).toBe(1);
  expect(await page.getByText('Die Frage „gibt-es-nicht“ gibt es in dieser Prüfung nicht.').count()).toBe(1);
  if (left) expect(await page.getByText('„Trifft nicht zu“ braucht eine Begründung.').count()).toBe(1);
  await page.getByText('Zeile für Zeile ansehen').click();
  expect(await page.getByText('in der Datei geändert, ohne Namen und Datum übernommen').count()).toBeGreaterThan(0);
  expect(await page.getByText('von Karin Seidel').count()).toBeGreaterThan(10);

  await page.getByRole('button', { name: 'Antworten übernehmen' }).click();
  await page.getByRole('link', { name: 'Weiter mit der nächsten offenen Frage' }).waitFor();
  const created = new URL(page.url()).pathname;
  expect(created).not.toBe(`/betrieb/pruefungen/${id}`);

  // The same file once more, into the run that now is under way: everything is there, nothing is replaced without a word.
  await page.goto('/betrieb/pruefungen/einlesen');
  await page.getByLabel('Datei', { exact: true }).setInputFiles({ name: 'antworten.xlsx', mimeType: 'application/octet-stream', buffer: edited });
  await page.getByRole('button', { name: 'Datei ansehen' }).click();
  await page.getByLabel(/In die Prüfung vom/).check();
  await page.getByRole('button', { name: 'Vorschau für dieses Ziel' }).click();
  await page.getByText('Nichts zu übernehmen').waitFor();
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('taking answers out without a fresh second factor leads to the question for it', async () => {
  const owner = await registerAndSignIn(server.runtime);
  const id = await closedAssessment(server.runtime, owner.session);
  server.runtime.clock.advance(10);
  const visitor = await openVisitor(browser, server);
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: owner.cookie, url: server.baseUrl }]);
  await visitor.page.goto(`/betrieb/pruefungen/${id}/mitnehmen`);
  expect(new URL(visitor.page.url()).pathname).toBe('/anmelden/bestaetigen');
  await visitor.close();
});

test('a company reads what is shared, agrees, and withdraws again', async () => {
  const owner = await registerAndSignIn(server.runtime);
  const id = await closedAssessment(server.runtime, owner.session);
  const visitor = await openVisitor(browser, server, { javaScript: false, viewport: { width: 390, height: 844 } });
  const { page } = visitor;
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: owner.cookie, url: server.baseUrl }]);
  await page.goto(`/betrieb/pruefungen/${id}/ergebnis`);
  await page.getByText('Noch sind es zu wenige.', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'Was wird geteilt?' }).click();
  await page.getByRole('heading', { level: 1, name: 'Vergleich mit anderen Betrieben' }).waitFor();
  await picture(page, 'comparison-390');
  await page.goBack();
  await page.getByRole('button', { name: 'Einverstanden, beitragen' }).click();
  await page.getByText('Ihr Betrieb trägt seit', { exact: false }).waitFor();
  await picture(page, 'result-390');
  await page.getByRole('button', { name: 'Einwilligung widerrufen' }).click();
  await page.getByText('Ihr Betrieb trägt nicht bei.', { exact: false }).waitFor();
  expect(await server.runtime.database.benchmarkRow.count()).toBe(0);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('the schema of the JSON form is published for everybody', async () => {
  const answer = await fetch(`${server.baseUrl}/schemas/run.schema.json`);
  expect(answer.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
  expect(await answer.json()).toMatchObject({ $id: expect.stringMatching(/\/schemas\/run\.schema\.json$/) as string, properties: { format: { const: 'geleucht-run' } } });
  for (const name of ['controls', 'self-assessment', 'decision-trees', 'references']) expect((await fetch(`${server.baseUrl}/schemas/${name}.schema.json`)).status).toBe(200);
  expect((await fetch(`${server.baseUrl}/schemas/constructor`)).status).toBe(404);
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { withColleague } from '#tests/support/confirmed-colleague.ts';
import { mailsTo } from '#tests/support/journey/come-in.ts';
import { download, expectNoSidewaysScroll, follow, mainText, press, pressAndRead } from '#tests/support/journey/traveller.ts';
import { must, registerAndSignIn, resume, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

/** Longer than a phone is wide, and without a place to break. */
const company = 'Tischlerei Zwirnschneckendrechselwerkstattgemeinschaftsbetrieb';
let server: TestServer;
let browser: Browser;
let owner: TestPerson;
let colleague: TestPerson;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
  const people = await withColleague(server.runtime, await registerAndSignIn(server.runtime, { organisationName: company, name: 'Sabine Rothe', email: 'rothe@zwirnschnecke.example' }), { name: 'Jonas Pohl', email: 'pohl@zwirnschnecke.example' });
  owner = people.lead;
  colleague = people.colleague;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function at(person: TestPerson, options: Parameters<typeof openVisitor>[2] = {}): Promise<Visitor> {
  const visitor = await openVisitor(browser, server, options);
  visitor.page.setDefaultTimeout(60_000);
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  return visitor;
}

async function newRun(): Promise<{ assessmentId: string; requirementId: string }> {
  const { checklists } = server.runtime.services;
  const { actor, keys } = await resume(server.runtime, owner.cookie);
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: checklists.newFormKey() }));
  const { run } = must(await checklists.openAssessment(actor, keys, assessmentId));
  const requirementId = run.standings.find((one) => one.notAsked === null && one.requirement.kind === 'control')?.requirement.id ?? '';
  return { assessmentId, requirementId };
}

async function upload(page: Page, name: string): Promise<void> {
  await page.getByText('Nachweis hinzufügen').click();
  await page.getByLabel('Stand vom').fill('2026-05-03');
  await page.getByLabel('Gültig bis').fill('2026-12-01');
  await page.getByLabel('Was zeigt die Datei?').fill('Protokoll der Rücksicherung');
  await page.getByLabel('Datei', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('Ein Ordner und die Auftragssoftware.') });
  await page.getByRole('button', { name: 'Nachweis hochladen' }).click();
}

test.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a question gets its evidence, which comes back unchanged, is called for renewal and can be taken out, %o', async ({ javaScript, width }) => {
  const { assessmentId, requirementId } = await newRun();
  const visitor = await at(owner, { javaScript, viewport: { width, height: 844 } });
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/frage/${requirementId}`);
  await page.getByText('Nachweis hinzufügen').click();
  await page.getByRole('button', { name: 'Nachweis hochladen' }).click();
  // What is missing is named, at its field.
  await page.getByText('Bitte eine Datei wählen.').first().waitFor();
  expect(await page.getByText('Bitte ein Datum angeben').count()).toBeGreaterThan(0);
  await visitor.check();
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/frage/${requirementId}`);
  await upload(page, 'protokoll.txt');
  await page.getByText('Der Nachweis ist gespeichert.').waitFor();
  await visitor.check();
  await expectNoSidewaysScroll(visitor);
  expect(await mainText(visitor)).toContain('Läuft bald ab');
  const file = await download(visitor, 'link', 'protokoll.txt');
  expect([file.name, file.bytes.toString('utf8')]).toEqual(['protokoll.txt', 'Ein Ordner und die Auftragssoftware.']);

  await visitor.visit(`/betrieb/pruefungen/${assessmentId}`);
  expect(await mainText(visitor)).toContain('Ein Nachweis läuft in den nächsten 30 Tagen ab.');
  await expectNoSidewaysScroll(visitor);
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/frage/${requirementId}/nachweise`);
  await follow(visitor, /^Entfernen/, '**/nachweise/**');
  await press(visitor, 'Nachweis entfernen', /entfernt=1/);
  expect(await mainText(visitor)).toContain('Noch keine Datei.');
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('a topic goes to a colleague, who finds it on the first page and gives it back with a word', async () => {
  const { assessmentId } = await newRun();
  const visitor = await at(owner);
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}`);
  await page.getByText('Thema weitergeben', { exact: true }).click();
  await page.getByRole('region', { name: 'Wer beantwortet was' }).getByRole('link').first().click();
  await page.waitForURL('**/weitergeben/**');
  await visitor.check();
  const handOverPath = new URL(page.url()).pathname;
  const topic = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Thema weitergeben: ', '');
  await page.getByLabel('Wer soll antworten?').selectOption({ label: 'Jonas Pohl' });
  await page.getByLabel('Nachricht').fill('Du hast den Server eingerichtet.');
  await page.getByLabel('Bis wann?').fill('2026-12-04');
  await press(visitor, 'Thema weitergeben', /hand-overs/);
  expect(await mainText(visitor)).toContain('Jonas Pohl');
  const [mail] = (await mailsTo(server, 'pohl@zwirnschnecke.example')).filter(({ subject }) => subject.includes('Bitte aus Ihrem Betrieb'));
  expect(mail).toBeDefined();
  expect(mail?.text).not.toContain(topic);
  expect(mail?.text).not.toContain('Server');

  const other = await at(colleague, { javaScript: false, viewport: { width: 390, height: 844 } });
  await other.visit('/betrieb');
  await follow(other, topic, '**/weitergaben/**');
  await expectNoSidewaysScroll(other);
  expect(await mainText(other)).toContain('Du hast den Server eingerichtet.');
  await other.page.getByLabel('Möchten Sie etwas dazu sagen?').fill('Das weiß nur Robert.');
  await press(other, 'Zurückgeben', /hand-overs/);
  // A link to the outside is made by the lead: nobody else is sent to a refusal.
  await other.visit(handOverPath);
  expect(await mainText(other)).toContain('Den Link legt die Leitung des Betriebs an.');
  expect(await other.page.getByRole('link', { name: 'Link vorbereiten' }).count()).toBe(0);
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}`);
  expect(await mainText(visitor)).toContain('Zurückgegeben');
  await follow(visitor, topic, '**/weitergaben/**');
  expect(await mainText(visitor)).toContain('Das weiß nur Robert.');
  expect([...visitor.surprises, ...other.surprises]).toEqual([]);
  await visitor.close();
  await other.close();
});

test('the IT provider answers on a phone without script and without account; the company compares and takes over', async () => {
  const { assessmentId } = await newRun();
  owner = await stepUp(server.runtime, owner);
  const visitor = await at(owner);
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}`);
  await page.getByText('Thema weitergeben', { exact: true }).click();
  await page.getByRole('region', { name: 'Wer beantwortet was' }).getByRole('link').nth(1).click();
  await page.waitForURL('**/weitergeben/**');
  await follow(visitor, 'Link vorbereiten', /extern=1/);
  await page.getByLabel('Name', { exact: true }).fill('Robert Meinel');
  await page.getByLabel('Firma').fill('Silberader IT');
  await page.getByLabel('Nachricht').fill('Bitte bis Freitag.');
  await pressAndRead(visitor, 'Link erstellen', 'Der Link ist bereit');
  const link = new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname;
  const code = (await page.locator('.secret__groups').innerText()).trim().split(/\s+/).join('-');

  const robert = await openVisitor(browser, server, { javaScript: false, viewport: { width: 390, height: 844 } });
  robert.page.setDefaultTimeout(60_000);
  await robert.visit(link);
  expect(await mainText(robert)).not.toContain('Zwirnschnecke');
  await robert.page.getByLabel(/code/i).fill(code === '0000-0000' ? '1111-1111' : '0000-0000');
  await robert.page.getByRole('main').getByRole('button').click();
  await robert.page.getByRole('alert').waitFor();
  await robert.page.getByLabel(/code/i).fill(code);
  await robert.page.getByRole('main').getByRole('button').click();
  await robert.page.getByText('Bitte bis Freitag.').waitFor();
  await expectNoSidewaysScroll(robert);
  expect(await mainText(robert)).toContain(`${company} bittet Sie um Auskunft`);
  const groups = () => robert.page.getByRole('radiogroup').filter({ has: robert.page.getByLabel('Teilweise') });
  await groups().first().getByLabel('Nein', { exact: false }).first().check();
  await robert.page.getByRole('button', { name: 'Zwischenspeichern' }).click();
  await robert.page.getByText(/^Zwischengespeichert am/).waitFor();

  // Another day, from the beginning: link and code bring back what was kept.
  await robert.visit(link);
  await robert.page.getByLabel(/code/i).fill(code);
  await robert.page.getByRole('main').getByRole('button').click();
  await robert.page.getByText('Bitte bis Freitag.').waitFor();
  expect(await groups().first().getByRole('radio', { checked: true }).count()).toBe(1);
  await robert.page.getByLabel('Ihr Name').fill('');
  await robert.page.getByRole('button', { name: 'Antworten senden' }).click();
  await robert.page.getByText('Bitte einen Namen angeben.').first().waitFor();
  expect(await groups().first().getByRole('radio', { checked: true }).count()).toBe(1);
  await robert.page.getByLabel('Ihr Name').fill('Robert Meinel');
  await robert.page.getByRole('button', { name: 'Antworten senden' }).click();
  await robert.page.getByText('Ihre Antworten sind gesendet').waitFor();
  expect((await mailsTo(server, 'rothe@zwirnschnecke.example')).some(({ subject }) => subject === 'Antworten von außen warten auf Sie')).toBe(true);

  await visitor.visit(`/betrieb/pruefungen/${assessmentId}`);
  expect(await mainText(visitor)).toContain('Antworten warten');
  await page.getByRole('region', { name: 'Wer beantwortet was' }).getByRole('link').first().click();
  await page.waitForURL('**/weitergaben/**');
  await visitor.check();
  expect(await mainText(visitor)).toContain('Antworten von Robert Meinel, Silberader IT');
  await page.getByRole('button', { name: 'Alle übernehmen' }).click();
  await page.waitForURL(/uebernommen=1/);
  expect(await mainText(visitor)).toContain('Die Antworten sind übernommen.');
  await visitor.check();
  await press(visitor, 'Durchsicht beenden', /hand-overs/);
  expect(await mainText(visitor)).toContain('Durchgesehen');
  const gone = await robert.page.goto(link);
  expect(gone?.status()).toBe(410);
  expect([...visitor.surprises, ...robert.surprises]).toEqual([]);
  await visitor.close();
  await robert.close();
});

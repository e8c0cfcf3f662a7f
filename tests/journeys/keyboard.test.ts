import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { answeredAssessment, closeAsItStands, shortAssessment } from '#tests/support/assessments.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { withColleague } from '#tests/support/confirmed-colleague.ts';
import { atKeyboard } from '#tests/support/journey/keyboard.ts';
import type { Keyboard } from '#tests/support/journey/keyboard.ts';
import { must, registerAndSignIn, resume, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

/** Each way through the checklists with nothing but keys: no click, no fill. */

const { checklists, labels, common, results, measures } = getMessages('de');
let server: TestServer;
let browser: Browser;
let owner: TestPerson;
let colleague: TestPerson;
/** A closed run, with one before it. */
let closedRun: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
  const lead = await registerAndSignIn(server.runtime, { organisationName: 'Tischlerei Zwirnschnecke', name: 'Sabine Rothe', email: 'rothe@zwirnschnecke.example' });
  const people = await withColleague(server.runtime, lead, { name: 'Jonas Pohl', email: 'pohl@zwirnschnecke.example' });
  owner = await stepUp(server.runtime, people.lead);
  colleague = people.colleague;
  await shortAssessment(server.runtime.services.checklists, owner.session, '');
  closedRun = await answeredAssessment(server.runtime, owner.session, { checklistId: 'basis', atMost: 10 });
  await closeAsItStands(server.runtime, owner.session, closedRun);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function as(person: TestPerson | null, { javaScript = true } = {}): Promise<Keyboard> {
  const visitor = await openVisitor(browser, server, { javaScript });
  if (person) await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  return atKeyboard(visitor, { javaScript });
}

async function leave(...keyboards: Keyboard[]): Promise<void> {
  for (const { visitor } of keyboards) {
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  }
}

async function newRun(checklistId = 'basis'): Promise<string> {
  const { checklists: services } = server.runtime.services;
  const { actor, keys } = await resume(server.runtime, owner.cookie);
  return must(await services.startAssessment(actor, keys, { checklistId, idempotencyKey: services.newFormKey() })).assessmentId;
}

async function stored(assessmentId: string, requirementId: string) {
  const { actor, keys } = await resume(server.runtime, owner.cookie);
  return must(await server.runtime.services.checklists.openRequirement(actor, keys, { assessmentId, requirementId })).record;
}

test.each([true, false])('choose, answer with parts, note and basis, what is open, close, result; with script: %s', async (javaScript) => {
  const keyboard = await as(owner, { javaScript });
  const { visitor, reach, enter, choose, space, type } = keyboard;
  const { page } = visitor;
  const main = page.getByRole('main');
  const { choose: texts } = checklists;
  await visitor.visit('/betrieb/pruefungen');
  await choose(page.getByRole('radio', { name: texts.concerns.ransomware }));
  await enter(page.getByRole('button', { name: texts.submit }), /pruefungen\?/);
  // From what is wrong a key leads to its field.
  await enter(page.getByRole('alert').getByRole('link').first(), /#/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('zeit');
  await choose(page.getByRole('radio', { name: texts.paces.in_stages }));
  await enter(page.getByRole('button', { name: texts.submit }), /zeit=in_stages/);
  const start = page.getByRole('region', { name: /Verschlüsselung durch Erpresser/ }).first().getByRole('button', { name: checklists.browse.start });
  await enter(start, /\/frage\//);
  const address = new URL(page.url()).pathname.replace(/\/frage\/.*/, '');

  let [withParts, withNote] = [false, false];
  while (!withParts || !withNote) {
    const here = page.url();
    const segments = await main.locator('.segment').all();
    for (const segment of segments) await choose(segment.getByRole('radio').first());
    if (segments.length > 0) withParts = true;
    else {
      if (!withNote) {
        // Without an answer: the error has the focus, the note is kept.
        await space(main.locator('summary').filter({ hasText: checklists.question.note }));
        await type(page.getByLabel(checklists.question.noteLabel), 'Steht im Ordner.');
        await enter(page.getByRole('button', { name: common.action.next, exact: true }), { words: checklists.errors.value });
        expect(await page.getByLabel(checklists.question.noteLabel).inputValue()).toBe('Steht im Ordner.');
      }
      await choose(main.getByRole('radio').nth(1));
      withNote = true;
    }
    if ((await page.getByLabel(checklists.question.basis).count()) > 0) await choose(page.getByLabel(checklists.question.basis), labels.answerBases.checked);
    await enter(page.getByRole('button', { name: common.action.next, exact: true }), new RegExp(`^(?!${escaped(here)}$).*\\/frage\\/`));
  }
  await enter(main.getByRole('link', { name: checklists.question.overview }), new RegExp(`${address}$`));
  await enter(main.getByRole('link', { name: checklists.run.showOpen }), /\/offen$/);
  await enter(main.getByRole('link', { name: checklists.run.toClose }), /\/abschliessen$/);
  await enter(page.getByRole('button', { name: checklists.close.submit }), { words: getMessages('de').results.close.errors.confirm });
  await type(page.getByLabel(results.close.position), 'Geschäftsführung');
  await space(page.getByRole('checkbox', { name: results.close.confirm }));
  await enter(page.getByRole('button', { name: checklists.close.submit }), /\/ergebnis$/);
  await reach(main.getByRole('link', { name: results.nav.plan }).first());
  await leave(keyboard);
});

test('without script a refused page begins at what is wrong too', async () => {
  const keyboard = await as(null, { javaScript: false });
  const { page } = keyboard.visitor;
  await page.goto('/pruefen/nis2?body=company&gefragt_war=critical-plant');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  await keyboard.enter(page.getByRole('alert').getByRole('link').first(), /#/);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await leave(keyboard);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('a whole topic; evidence; a focus set before the page wakes up stays', async () => {
  const id = await newRun();
  const keyboard = await as(owner);
  const { visitor, enter, choose, space, type, reach } = keyboard;
  const { page } = visitor;
  await page.goto(`/betrieb/pruefungen/${id}/thema/people`, { waitUntil: 'commit' });
  await page.getByRole('main').waitFor();
  await page.keyboard.press('Tab');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  const first = page.locator('#frage-starter-briefing');
  const second = page.locator('#frage-report-without-blame');
  await choose(first.getByLabel(labels.answers.yes, { exact: true }));
  await space(second.locator('summary').last());
  await type(second.getByLabel(checklists.question.noteLabel), 'Herr Kaiser');
  await enter(page.getByRole('button', { name: checklists.topic.save }).filter({ visible: true }), { words: checklists.errors.value });
  await enter(page.getByRole('alert').getByRole('link').first(), /#/);
  expect(await second.evaluate((question) => question.contains(document.activeElement))).toBe(true);
  await choose(second.getByLabel(labels.answers.no, { exact: true }));
  await enter(page.getByRole('button', { name: checklists.topic.save }).filter({ visible: true }), /\/thema\/(?!people)/);
  expect((await stored(id, 'report-without-blame'))?.answer).toMatchObject({ value: 'no', note: 'Herr Kaiser' });

  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  await space(page.locator('summary').filter({ hasText: 'Nachweis hinzufügen' }));
  await reach(page.getByLabel('Datei', { exact: true }));
  await page.getByLabel('Datei', { exact: true }).setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Ein Ordner.') });
  await type(page.getByLabel('Was zeigt die Datei?'), 'Einweisung');
  await reach(page.getByLabel('Stand vom'));
  await page.keyboard.type('03052026');
  await enter(page.getByRole('button', { name: 'Nachweis hochladen' }), { words: 'Der Nachweis ist gespeichert.' });
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  await enter(page.getByRole('link', { name: checklists.run.nextOpen }), /\/frage\/(?!starter-briefing)/);
  await leave(keyboard);
});

test('two people at one question: the second sees both and decides', async () => {
  const id = await newRun();
  const [hers, his] = [await as(owner), await as(colleague)];
  const address = `/betrieb/pruefungen/${id}/frage/starter-briefing`;
  for (const { visitor } of [hers, his]) await visitor.visit(address);
  await his.choose(his.visitor.page.locator('main input[type=radio][value=no]'));
  await his.visitor.page.getByRole('main').getByRole('status').getByText(/^Gespeichert um/).waitFor();
  const { page } = hers.visitor;
  await hers.choose(page.locator('main input[type=radio][value=partly]'));
  await hers.enter(page.getByRole('button', { name: common.action.next, exact: true }), { words: checklists.conflict.title });
  await hers.enter(page.getByRole('button', { name: checklists.conflict.overwrite }), /\/frage\/(?!starter-briefing)/);
  expect((await stored(id, 'starter-briefing'))?.answer.value).toBe('partly');
  await leave(hers, his);
});

test.each([true, false])('a topic goes to a colleague, another by a link to an outsider, whose answers are taken over; with script: %s', async (javaScript) => {
  const id = await newRun();
  const keyboard = await as(owner, { javaScript });
  const { visitor, enter, choose, space, type } = keyboard;
  const { page } = visitor;
  const links = page.getByRole('region', { name: 'Wer beantwortet was' }).getByRole('link');
  await visitor.visit(`/betrieb/pruefungen/${id}`);
  await space(page.locator('summary').filter({ hasText: 'Thema weitergeben' }));
  await enter(links.first(), /\/weitergeben\//);
  await choose(page.getByLabel('Wer soll antworten?'), 'Jonas Pohl');
  await type(page.getByLabel('Nachricht'), 'Du hast den Server eingerichtet.');
  await enter(page.getByRole('button', { name: 'Thema weitergeben' }), /\/pruefungen\/[0-9a-z]{26}$/);
  await space(page.locator('summary').filter({ hasText: 'Thema weitergeben' }));
  await enter(page.getByRole('link', { name: /./ }).and(page.locator('a[href*="/weitergeben/"]')).nth(1), /\/weitergeben\//);
  await enter(page.getByRole('link', { name: 'Link vorbereiten' }), /extern=1/);
  await type(page.getByLabel('Name', { exact: true }), 'Robert Meinel');
  await enter(page.getByRole('button', { name: 'Link erstellen' }), { words: 'Der Link ist bereit' });
  const link = new URL(await page.getByLabel('Link', { exact: true }).inputValue()).pathname;
  const code = (await page.locator('.secret__groups').innerText()).trim().split(/\s+/).join('-');

  const robert = await as(null, { javaScript });
  const outside = robert.visitor.page;
  await robert.visitor.visit(link);
  await robert.type(outside.getByLabel(/code/i), code);
  await robert.enter(outside.getByRole('main').getByRole('button').first(), { words: 'Tischlerei Zwirnschnecke bittet Sie um Auskunft' });
  await robert.choose(outside.getByRole('radiogroup').filter({ has: outside.getByLabel('Teilweise') }).first().getByLabel('Nein', { exact: false }).first());
  await robert.enter(outside.getByRole('button', { name: 'Antworten senden' }), { words: 'Ihre Antworten sind gesendet' });

  await visitor.visit(`/betrieb/pruefungen/${id}`);
  await enter(page.getByRole('region', { name: 'Wer beantwortet was' }).locator('li, tr').filter({ hasText: 'Antworten warten' }).locator('a').first(), /\/weitergaben\//);
  await enter(page.getByRole('button', { name: 'Alle übernehmen' }), /uebernommen=1/);
  await enter(page.getByRole('button', { name: 'Durchsicht beenden' }), /\/pruefungen\/[0-9a-z]{26}$/);
  const { visitor: other, enter: go, type: write } = await as(colleague, { javaScript });
  await other.visit('/betrieb');
  await go(other.page.locator('main a[href*="/weitergaben/"]').first(), /\/weitergaben\//);
  await write(other.page.getByLabel('Möchten Sie etwas dazu sagen?'), 'Das weiß nur Robert.');
  await go(other.page.getByRole('button', { name: 'Zurückgeben' }), /\/pruefungen\/[0-9a-z]{26}$/);
  await leave(keyboard, robert);
  await other.close();
});

test('the plan of a result: calculated with, a measure taken over; the board: a measure is changed, a calendar address made and ended', async () => {
  const keyboard = await as(owner);
  const { visitor, enter, choose, space, type } = keyboard;
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${closedRun}/plan`);
  await space(page.getByRole('checkbox').first());
  await enter(page.getByRole('button', { name: results.plan.calculate }).first(), /schritt=/);
  await visitor.visit(`/betrieb/pruefungen/${closedRun}/ergebnis`);
  await enter(page.getByRole('button', { name: /^In den Maßnahmenplan übernehmen/ }).first(), /uebernommen=1/);
  await visitor.visit('/betrieb/massnahmen');
  await enter(page.locator('section[aria-labelledby="todo"] > ul > li a').first(), /\/massnahmen\/[0-9a-z]{26}$/);
  await choose(page.getByRole('radio', { name: 'In Arbeit' }).first());
  await type(page.getByLabel(measures.one.hours), 'viel');
  await type(page.getByLabel(measures.one.note), 'Kabel liegt bereit.');
  await enter(page.getByRole('button', { name: measures.one.save }), { words: measures.errors.hours });
  await enter(page.getByRole('alert').getByRole('link').first(), /#/);
  await type(page.getByLabel(measures.one.hours), '1,5');
  await enter(page.getByRole('button', { name: measures.one.save }), /gespeichert=plan/);
  await visitor.visit('/betrieb/massnahmen/kalender');
  await enter(page.getByRole('button', { name: measures.feed.make }), { words: measures.feed.readyTitle });
  await visitor.visit('/betrieb/massnahmen/kalender');
  await enter(page.getByRole('button', { name: measures.feed.revoke }), /beendet=1/);
  await leave(keyboard);
});

test('the comparison, the consent to contribute, answers taken out and read in', async () => {
  const keyboard = await as(owner);
  const { visitor, enter, reach } = keyboard;
  const { page } = visitor;
  const main = page.getByRole('main');
  await visitor.visit(`/betrieb/pruefungen/${closedRun}/ergebnis`);
  await enter(main.getByRole('button', { name: 'Einverstanden, beitragen' }), { words: 'Ihr Betrieb trägt seit' });
  await enter(main.getByRole('button', { name: 'Einwilligung widerrufen' }), { words: 'Ihr Betrieb trägt nicht bei.' });
  await enter(main.getByRole('link', { name: results.nav.comparison }).first(), /\/vergleich/);
  await reach(main.getByRole('link', { name: results.nav.views }).first());
  await visitor.visit(`/betrieb/pruefungen/${closedRun}/mitnehmen`);
  await reach(page.getByRole('button', { name: 'Datei laden' }));
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  await enter(page.getByRole('link', { name: 'Ausgefüllte Datei einlesen' }), /\/einlesen/);
  await enter(page.getByRole('button', { name: 'Datei ansehen' }), { words: 'Bitte eine Datei wählen.' });
  await reach(page.getByLabel('Datei', { exact: true }));
  await page.getByLabel('Datei', { exact: true }).setInputFiles(await file.path());
  await enter(page.getByRole('button', { name: 'Datei ansehen' }), { words: 'Zeile für Zeile ansehen' });
  await enter(page.getByRole('button', { name: 'Antworten übernehmen' }), /\/pruefungen\/[0-9a-z]{26}/);
  await leave(keyboard);
});

test('the quick check without account, taken into one; whether the BSI act covers somebody', async () => {
  const keyboard = await as(null);
  const { visitor, enter, choose } = keyboard;
  const { page } = visitor;
  await visitor.visit('/pruefen');
  await enter(page.getByRole('link', { name: 'Ohne Konto beginnen' }), /\/schnell/);
  await choose(page.getByLabel('Wie viele Menschen arbeiten bei Ihnen?'), '2 bis 9 Personen');
  await enter(page.getByRole('button', { name: 'Ergebnis zeigen' }), { words: 'Wählen Sie aus der Liste.' });
  await choose(page.getByLabel('Was sind Sie?'), 'Unternehmen');
  for (const group of await page.locator('main fieldset').filter({ has: page.getByRole('radio') }).all()) await choose(group.getByLabel('Nein', { exact: true }));
  await enter(page.getByRole('button', { name: 'Ergebnis zeigen' }), { words: 'Ergebnis mitnehmen' });
  await enter(page.getByRole('button', { name: 'In ein Konto übernehmen' }), /\/registrieren/);
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: owner.cookie, url: server.baseUrl }]);
  await visitor.visit('/betrieb/pruefungen', 'with a quick check brought along');
  await enter(page.getByRole('button', { name: 'Antworten übernehmen' }), { words: '16 von 16' });

  await visitor.visit('/pruefen/nis2');
  for (const value of ['company', 'no', 'none', 'none', 'manufacturing', 'no', 'alone', 'medium']) {
    const before = page.url();
    await choose(page.locator(`input[type=radio][value="${value}"]`));
    await enter(page.locator('main form button').first(), new RegExp(`^(?!${escaped(before)}$)`));
  }
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Nach Ihren Angaben sind Sie eine wichtige Einrichtung');
  await enter(page.getByRole('link', { name: /^Ändern.*Wie viele Menschen/ }), /nis2\?/);
  expect(await page.locator('input[value="medium"]').isChecked()).toBe(true);
  await leave(keyboard);
});

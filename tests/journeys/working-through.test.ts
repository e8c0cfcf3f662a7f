import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { expectNoSidewaysScroll, follow, mainText, press, pressAndRead } from '#tests/support/journey/traveller.ts';
import { acceptAndSignIn, must, registerAndSignIn, resume, signInAgain, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

const { checklists, labels, common } = getMessages('de');
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const withScript = { javaScript: true, width: 1280 };
const onPhoneWithout = { javaScript: false, width: 390 };

async function openFor(person: TestPerson, { javaScript, width } = withScript): Promise<Visitor> {
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width, height: 844 } });
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  return visitor;
}

/** A run of the basic checklist of this person's company; returns its id. */
async function startedRun(person: TestPerson): Promise<string> {
  const { actor, keys } = await resume(server.runtime, person.cookie);
  const { checklists: services } = server.runtime.services;
  return must(await services.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() })).assessmentId;
}

async function storedAnswer(person: TestPerson, assessmentId: string, requirementId: string) {
  const { actor, keys } = await resume(server.runtime, person.cookie);
  return must(await server.runtime.services.checklists.openRequirement(actor, keys, { assessmentId, requirementId })).record;
}

/** The note that is kept without an answer. */
async function keptNote(person: TestPerson, assessmentId: string, requirementId: string) {
  const { actor, keys } = await resume(server.runtime, person.cookie);
  const { unfinished } = must(await server.runtime.services.checklists.openRequirement(actor, keys, { assessmentId, requirementId }));
  return unfinished && (unfinished.note ?? '');
}

const question = (page: Page, id: string) => page.locator(`#frage-${id}`);

test.each([withScript, onPhoneWithout])('three questions lead to a checklist, and say why, %o', async (look) => {
  const person = await registerAndSignIn(server.runtime);
  const visitor = await openFor(person, look);
  const { page } = visitor;
  await visitor.visit('/betrieb/pruefungen');
  const { choose } = checklists;
  // What is known of the company stands there already.
  expect(await page.getByLabel(checklists.quick.size).inputValue()).toBe('micro');
  await page.getByRole('radio', { name: choose.concerns.ransomware }).check();
  await press(visitor, choose.submit, '**/betrieb/pruefungen?*');
  expect(await page.getByRole('alert').innerText()).toContain(choose.errors.pick);
  // A screen reader hears it first, and goes on hearing it once the page has woken up.
  expect(await page.title()).toMatch(/^Fehler: /);
  expect(await page.getByRole('radio', { name: choose.concerns.ransomware }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: choose.paces.in_stages }).check();
  await press(visitor, choose.submit, '**/betrieb/pruefungen?*zeit=in_stages*');
  expect(await mainText(visitor)).toContain(choose.reasons.concern.ransomware);
  await expectNoSidewaysScroll(visitor);
  const lamp = page.getByRole('region', { name: /Verschlüsselung durch Erpresser/ }).first();
  await lamp.getByRole('button', { name: checklists.browse.start }).click();
  await page.waitForURL('**/frage/**');
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test.each([withScript, onPhoneWithout])('a topic at once: what comes up is shown, an error stands at its field, the way is remembered, %o', async (look) => {
  const person = await registerAndSignIn(server.runtime);
  const id = await startedRun(person);
  const visitor = await openFor(person, look);
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/backup-made`);
  await follow(visitor, checklists.run.wholeTopic, '**/thema/backup*');
  expect(await page.getByRole('radiogroup').or(page.locator('.segment')).count()).toBe(1);
  await question(page, 'backup-made').getByLabel(labels.answers.yes, { exact: true }).check();
  await press(visitor, checklists.topic.save, '**/thema/backup?neu=*');
  expect(await mainText(visitor)).toContain(checklists.topic.new);

  await question(page, 'backup-restore-tested').getByLabel(labels.answers.no, { exact: true }).check();
  const procedure = question(page, 'backup-protected');
  await procedure.getByText(checklists.topic.more).click();
  await procedure.getByLabel(checklists.question.noteLabel).fill('Steht im Tresor.');
  await pressAndRead(visitor, checklists.topic.save, checklists.errors.value);
  // The faultless answer is saved; what was typed at the other still stands there.
  expect((await storedAnswer(person, id, 'backup-restore-tested'))?.answer.value).toBe('no');
  expect(await procedure.getByLabel(checklists.question.noteLabel).inputValue()).toBe('Steht im Tresor.');
  await procedure.getByLabel(labels.answers.unknown, { exact: true }).check();
  await press(visitor, checklists.topic.save, /\/thema\/(?!backup)/);
  expect((await storedAnswer(person, id, 'backup-protected'))?.answer).toMatchObject({ value: 'unknown', note: 'Steht im Tresor.' });

  // The overview goes on in this way, until one changes it.
  await visitor.visit(`/betrieb/pruefungen/${id}`);
  await follow(visitor, checklists.run.resume, '**/thema/**');
  await follow(visitor, checklists.topic.oneByOne, '**/frage/**');
  await visitor.visit(`/betrieb/pruefungen/${id}`);
  await follow(visitor, checklists.run.resume, '**/frage/**');
  await expectNoSidewaysScroll(visitor);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('what is answered is saved without a button, and the line says only what is so', async () => {
  const person = await registerAndSignIn(server.runtime);
  const id = await startedRun(person);
  const visitor = await openFor(person);
  const { page, context } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/management-responsible`);
  const line = page.getByRole('main').getByRole('status');
  await page.getByRole('radio', { name: labels.answers.partly }).check();
  await line.getByText(/^Gespeichert um \d{1,2}:\d{2} Uhr\.$/).waitFor();
  expect(await storedAnswer(person, id, 'management-responsible')).toMatchObject({ answer: { value: 'partly' }, revision: 1 });

  await page.getByText(checklists.question.note, { exact: true }).click();
  const note = page.getByLabel(checklists.question.noteLabel);
  await note.pressSequentially('Chefin fragen');
  await line.getByText(checklists.autosave.saving).waitFor();
  await line.getByText(/^Gespeichert um/).waitFor();
  await page.reload();
  expect(await note.inputValue()).toBe('Chefin fragen');
  expect(await page.getByRole('radio', { name: labels.answers.partly }).isChecked()).toBe(true);

  // Without a connection nothing is called saved; with it, the answer follows by itself.
  await context.setOffline(true);
  await page.locator('input[type=radio][value=no]').check();
  await line.getByText(checklists.autosave.offline).waitFor();
  expect((await storedAnswer(person, id, 'management-responsible'))?.answer.value).toBe('partly');
  await context.setOffline(false);
  await line.getByText(/^Gespeichert um/).waitFor();
  expect((await storedAnswer(person, id, 'management-responsible'))?.answer).toMatchObject({ value: 'no', note: 'Chefin fragen' });

  // „Weiter“ right after a change: one answer, no quarrel with oneself.
  await page.getByRole('radio', { name: labels.answers.unknown }).check();
  await press(visitor, common.action.next, (/\/frage\/(?!management-responsible)/));
  expect((await storedAnswer(person, id, 'management-responsible'))?.answer.value).toBe('unknown');

  // The session ends: nothing is called saved, and the button takes the answer along to the sign-in.
  const here = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  server.runtime.clock.advance(13 * 60);
  await page.getByRole('radio').first().check();
  await line.getByText(checklists.autosave.session).waitFor();
  await press(visitor, common.action.next, '**/anmelden?mit=*');
  expect(await server.runtime.database.answer.count({ where: { assessmentId: id, requirementId: here } })).toBe(0);
  expect(visitor.surprises.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
  await visitor.close();
});

/** A colleague whom the lead has confirmed, so that both hold the company's key. */
async function colleagueOf(lead: TestPerson): Promise<TestPerson> {
  const { runtime } = server;
  const client = { address: '10.201.0.7', userAgent: 'Mozilla/5.0 (test)' };
  const inviting = await stepUp(runtime, lead);
  const { invitationToken } = must(await runtime.services.accounts.inviteColleague(inviting.session.actor, { name: 'Kurt Beispiel', email: `kurt.${lead.userId}@tischlerei.example`, role: 'company.member' }, client));
  const colleague = await acceptAndSignIn(runtime, invitationToken, { name: 'Kurt Beispiel', email: `kurt.${lead.userId}@tischlerei.example` });
  const { session: confirming } = await stepUp(runtime, inviting);
  const fingerprint = (await runtime.services.accounts.ownFingerprint(colleague.userId)) ?? '';
  must(await runtime.services.accounts.confirmMember(confirming.actor, confirming.keys, { userId: colleague.userId, fingerprint }));
  return signInAgain(runtime, colleague);
}

test.each([withScript, { javaScript: true, width: 390 }])('what is typed before an answer is chosen is kept, shown on both pages, and goes into the answer, %o', async (look) => {
  const person = await registerAndSignIn(server.runtime);
  const id = await startedRun(person);
  const visitor = await openFor(person, look);
  const { page } = visitor;
  const line = page.getByRole('main').getByRole('status');
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  await page.getByText(checklists.question.note, { exact: true }).click();
  const note = page.getByLabel(checklists.question.noteLabel);
  await note.pressSequentially('Im Ordner');
  await line.getByText(/^Ihre Angaben sind seit .* aufgehoben; die Frage ist noch offen\. Bitte eine Antwort wählen\.$/).waitFor();
  expect(await storedAnswer(person, id, 'starter-briefing')).toBe(null);
  // Closed in the middle of a word: that arrives as well.
  await note.pressSequentially(' der Chefin');
  await page.goto('about:blank');
  await expect.poll(() => keptNote(person, id, 'starter-briefing')).toBe('Im Ordner der Chefin');
  await visitor.visit(`/betrieb/pruefungen/${id}/thema/people`, 'with words kept');
  await question(page, 'starter-briefing').getByText(/^Diese Angaben von .* sind seit .* aufgehoben; die Frage ist noch offen/).waitFor();
  expect(await question(page, 'starter-briefing').getByLabel(checklists.question.noteLabel).inputValue()).toBe('Im Ordner der Chefin');
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`, 'with words kept');
  expect(await note.inputValue()).toBe('Im Ordner der Chefin');
  await expectNoSidewaysScroll(visitor);
  await page.getByRole('radio', { name: labels.answers.partly }).check();
  await line.getByText(/^Gespeichert um/).waitFor();
  expect((await storedAnswer(person, id, 'starter-briefing'))?.answer).toMatchObject({ value: 'partly', note: 'Im Ordner der Chefin' });
  expect(await keptNote(person, id, 'starter-briefing')).toBe(null);
  await press(visitor, common.action.next, /\/frage\/(?!starter-briefing)/);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('without script a note without an answer comes back with a kind word at the field, and is kept', async () => {
  const person = await registerAndSignIn(server.runtime);
  const id = await startedRun(person);
  const visitor = await openFor(person, onPhoneWithout);
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  await page.getByText(checklists.question.note, { exact: true }).click();
  const note = page.getByLabel(checklists.question.noteLabel);
  await note.fill('Im Ordner');
  await pressAndRead(visitor, common.action.next, checklists.errors.value);
  expect(await mainText(visitor)).toContain('aufgehoben; die Frage ist noch offen');
  expect(await note.inputValue()).toBe('Im Ordner');
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  expect(await note.inputValue()).toBe('Im Ordner');

  // In a topic the same; what is left as it was kept holds nobody up.
  await visitor.visit(`/betrieb/pruefungen/${id}/thema/people`);
  await question(page, 'report-without-blame').getByText(checklists.topic.more).click();
  await question(page, 'report-without-blame').getByLabel(checklists.question.noteLabel).fill('Herr Kaiser');
  await pressAndRead(visitor, checklists.topic.save, checklists.errors.value);
  expect(await page.locator('.field__error').count()).toBe(1);
  expect(await keptNote(person, id, 'report-without-blame')).toBe('Herr Kaiser');
  await press(visitor, checklists.topic.save, /\/thema\/(?!people)/);
  await visitor.visit(`/betrieb/pruefungen/${id}/thema/people`);
  await question(page, 'report-without-blame').getByText(checklists.topic.moreWithNote).click();
  await question(page, 'report-without-blame').getByLabel(checklists.question.noteLabel).fill('');
  await press(visitor, checklists.topic.save, /\/thema\/(?!people)/);
  expect(await keptNote(person, id, 'report-without-blame')).toBe(null);
  expect(await keptNote(person, id, 'starter-briefing')).toBe('Im Ordner');
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('two people: words without an answer are not overwritten unseen either', async () => {
  const lead = await registerAndSignIn(server.runtime, { organisationName: 'Zimmerei Zweiwort' });
  const kurt = await colleagueOf(lead);
  const erika = await signInAgain(server.runtime, lead);
  const id = await startedRun(erika);
  const [hers, his] = [await openFor(erika), await openFor(kurt)];
  const plain = await openFor(erika, onPhoneWithout);
  for (const visitor of [hers, his]) await visitor.visit(`/betrieb/pruefungen/${id}/frage/starter-briefing`);
  await plain.visit(`/betrieb/pruefungen/${id}/thema/people`);
  await his.page.getByText(checklists.question.note, { exact: true }).click();
  await his.page.getByLabel(checklists.question.noteLabel).pressSequentially('Kurts Worte');
  await his.page.getByRole('status').getByText(/^Ihre Angaben sind seit/).waitFor();

  await hers.page.getByRole('radio', { name: labels.answers.partly }).check();
  await hers.page.getByRole('status').getByText(/^Nicht gespeichert: Kurt Beispiel hat um .* auch etwas eingetragen/).waitFor();
  await pressAndRead(hers, common.action.next, checklists.conflict.titleTyped);
  await hers.check('words of two');
  expect(await mainText(hers)).toContain('Notiz dazu: Kurts Worte');
  await question(plain.page, 'starter-briefing').getByLabel(labels.answers.yes, { exact: true }).check();
  await pressAndRead(plain, checklists.topic.save, checklists.topic.restSaved);
  expect(await mainText(plain)).toContain('Notiz dazu: Kurts Worte');
  await question(plain.page, 'starter-briefing').getByRole('button', { name: checklists.conflict.leaveTyped }).click();
  await plain.page.waitForURL(/\/thema\/(?!people)/);
  expect(await keptNote(erika, id, 'starter-briefing')).toBe('Kurts Worte');
  await press(hers, checklists.conflict.overwrite, /\/frage\/(?!starter-briefing)/);
  expect((await storedAnswer(erika, id, 'starter-briefing'))?.answer.value).toBe('partly');
  for (const visitor of [hers, his, plain]) {
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  }
});

test('two people at one question and one topic: nobody overwrites the other unseen', async () => {
  const lead = await registerAndSignIn(server.runtime, { organisationName: 'Zimmerei Zweihand' });
  const kurt = await colleagueOf(lead);
  const erika = await signInAgain(server.runtime, lead);
  const id = await startedRun(erika);
  const [hers, his] = [await openFor(erika), await openFor(kurt)];
  const address = `/betrieb/pruefungen/${id}/frage/management-responsible`;
  await hers.visit(address);
  await his.visit(address);
  await his.page.locator('input[type=radio][value=no]').check();
  await his.page.getByRole('status').getByText(/^Gespeichert um/).waitFor();

  await hers.page.getByRole('radio', { name: labels.answers.partly }).check();
  await hers.page.getByRole('status').getByText(/Kurt Beispiel hat um .* geantwortet: Nein/).waitFor();
  expect((await storedAnswer(erika, id, 'management-responsible'))?.answer.value).toBe('no');
  await pressAndRead(hers, common.action.next, checklists.conflict.title);
  expect(await mainText(hers)).toContain('Kurt Beispiel');
  await press(hers, checklists.conflict.overwrite, /\/frage\/(?!management-responsible)/);
  expect(await storedAnswer(erika, id, 'management-responsible')).toMatchObject({ answer: { value: 'partly' }, revision: 2, answeredBy: erika.userId });

  // The same in a topic, by post alone: the rest of hers is saved, the one in question waits for her.
  const plain = await openFor(erika, onPhoneWithout);
  await plain.visit(`/betrieb/pruefungen/${id}/thema/people`);
  await his.visit(`/betrieb/pruefungen/${id}/thema/people`);
  await question(his.page, 'starter-briefing').getByLabel(labels.answers.no, { exact: true }).check();
  await question(his.page, 'starter-briefing').getByRole('status').getByText(/^Gespeichert um/).waitFor();
  await question(plain.page, 'starter-briefing').getByLabel(labels.answers.yes, { exact: true }).check();
  await question(plain.page, 'report-without-blame').getByLabel(labels.answers.yes, { exact: true }).check();
  await pressAndRead(plain, checklists.topic.save, checklists.topic.restSaved);
  expect((await storedAnswer(erika, id, 'report-without-blame'))?.answer.value).toBe('yes');
  expect((await storedAnswer(erika, id, 'starter-briefing'))?.answer.value).toBe('no');
  await expectNoSidewaysScroll(plain);
  await question(plain.page, 'starter-briefing').getByRole('button', { name: checklists.conflict.leave }).click();
  await plain.page.waitForURL(/\/thema\/(?!people)/);
  expect(await storedAnswer(erika, id, 'starter-briefing')).toMatchObject({ answer: { value: 'no' }, answeredBy: kurt.userId });
  for (const visitor of [hers, his, plain]) {
    expect(visitor.surprises).toEqual([]);
    await visitor.close();
  }
});

test('with the keyboard alone: digits and arrows choose, Enter goes on, the next question begins at its answers', async () => {
  const person = await registerAndSignIn(server.runtime);
  const id = await startedRun(person);
  const visitor = await openFor(person);
  const { page } = visitor;
  await visitor.visit(`/betrieb/pruefungen/${id}/frage/management-responsible`);
  // A single key does nothing while no answer has the focus.
  await page.keyboard.press('2');
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  for (let steps = 0; steps < 40 && (await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'radio'; steps += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('2');
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio').nth(2).isChecked()).toBe(true);
  expect(await page.getByText(/Mit der Tastatur: 1 bis/).isVisible()).toBe(true);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement?.closest('.choice') ?? document.body).outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/frage\/(?!management-responsible)/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  expect((await storedAnswer(person, id, 'management-responsible'))?.answer.value).toBe('no');
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { closedAssessment } from '#tests/support/assessments.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { expectNoSidewaysScroll, follow, mainText, press, pressAndRead } from '#tests/support/journey/traveller.ts';
import { must, registerAndSignIn, resume } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

const { measures } = getMessages('de');
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-11-23T09:00:00Z' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const ways = [
  { javaScript: true, viewport: { width: 1280, height: 900 } },
  { javaScript: false, viewport: { width: 390, height: 844 } },
];

test.each(ways)('gaps become a plan, a measure is finished with its answer, a calendar shows the day, a provider is asked: %o', async ({ javaScript, viewport }) => {
  const person = await registerAndSignIn(server.runtime, { email: `board.${javaScript}@seidel.example` });
  await closedAssessment(server.runtime, person.session);
  const session = await resume(server.runtime, person.cookie);
  const { checklists } = server.runtime.services;
  const { assessmentId } = must(await checklists.startAssessment(session.actor, session.keys, { checklistId: 'basis', idempotencyKey: checklists.newFormKey() }));
  const visitor = await openVisitor(browser, server, { javaScript, viewport });
  const { page, context } = visitor;
  await context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);

  // Taking over: six with one click, one more by choice.
  await visitor.visit('/betrieb/massnahmen');
  await expectNoSidewaysScroll(visitor);
  await press(visitor, measures.board.firstGo, '**/betrieb/massnahmen?neu=6');
  expect(await page.getByRole('status').innerText()).toContain('6 Maßnahmen stehen neu im Plan');
  await follow(visitor, measures.board.choose, '**/betrieb/massnahmen/luecken');
  await expectNoSidewaysScroll(visitor);
  await pressAndRead(visitor, measures.gaps.submit, measures.gaps.chooseOne);
  await page.getByRole('checkbox').first().check();
  await press(visitor, measures.gaps.submit, '**/betrieb/massnahmen?neu=1');
  const lines = page.locator('section[aria-labelledby="todo"] > ul > li');
  expect(await lines.count()).toBe(7);
  const title = (await lines.first().getByRole('link').first().innerText()).trim();

  // Planning: what is wrong is said at its field and what was typed is still there.
  await follow(visitor, title, /\/betrieb\/massnahmen\/[0-9a-z]{26}$/);
  const address = new URL(page.url()).pathname;
  await page.getByText('Zurückgestellt', { exact: true }).click();
  await page.getByLabel(measures.one.owner).selectOption({ label: measures.one.ownerOutside });
  await page.getByLabel(measures.one.hours).fill('viel');
  await page.getByLabel(measures.one.note).fill('Kabel liegt bereit.');
  await pressAndRead(visitor, measures.one.save, measures.errors.hours);
  expect(await page.title()).toMatch(/^Fehler: /);
  const alert = await page.getByRole('alert').first().innerText();
  for (const text of [measures.errors.outside, measures.errors.deferredBecause, measures.errors.hours]) expect(alert).toContain(text);
  expect(await page.getByLabel(measures.one.note).inputValue()).toBe('Kabel liegt bereit.');
  await page.getByText('In Arbeit', { exact: true }).last().click();
  await page.getByLabel(measures.one.outside).fill('Systemhaus Göltzschtal');
  await page.getByLabel(measures.one.dueOn).fill('2026-12-01');
  await page.getByLabel(measures.one.hours).fill('1,5');
  await press(visitor, measures.one.save, `**${address}?gespeichert=plan`);
  expect(await mainText(visitor)).toContain('bis Di., 1.12.');
  await expectNoSidewaysScroll(visitor);

  // The board finds it again by its state.
  await visitor.visit('/betrieb/massnahmen?stand=in_progress');
  expect(await mainText(visitor)).toContain('Zuständig: Systemhaus Göltzschtal');
  expect(await lines.count()).toBe(1);

  // The calendar: shown once, fetched without a cookie, nothing of the content in it, dead after it was ended.
  await visitor.visit('/betrieb/massnahmen/kalender');
  await pressAndRead(visitor, measures.feed.make, measures.feed.readyTitle);
  await expectNoSidewaysScroll(visitor);
  const feed = await page.getByLabel(measures.feed.address, { exact: true }).inputValue();
  const fetched = await fetch(feed);
  const calendar = await fetched.text();
  expect([fetched.status, fetched.headers.get('content-type'), fetched.headers.get('set-cookie')]).toEqual([200, 'text/calendar; charset=utf-8', null]);
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261201');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  for (const secret of [title, 'Göltzschtal', 'Kabel']) expect(calendar).not.toContain(secret);
  await visitor.visit('/betrieb/massnahmen/kalender');
  expect(await mainText(visitor)).not.toContain(feed);
  await press(visitor, measures.feed.revoke, '**/betrieb/massnahmen/kalender?beendet=1');
  expect((await fetch(feed)).status).toBe(404);

  // Asking a provider: the words stand ready to be changed, nothing is sent yet, and the measure shows it.
  await visitor.visit(address);
  await press(visitor, measures.advice.ask, /\/betrieb\/faelle\/[0-9a-z]{26}\/melden\/worte$/);
  expect(await page.locator('textarea[name=description]').inputValue()).toContain(title);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Wobei wünschen Sie Rat?');
  await visitor.visit(address);
  expect(await mainText(visitor)).toContain(measures.advice.ownDraft);

  // Finishing: a source is needed, the answer goes into the running run, the measure is done.
  await follow(visitor, measures.one.close, `**${address}/erledigt`);
  await expectNoSidewaysScroll(visitor);
  await pressAndRead(visitor, measures.close.submit, measures.errors.value);
  await page.locator('input[name=value][value=yes]').check();
  await page.getByLabel(measures.close.basis).selectOption('checked');
  await press(visitor, measures.close.submit, `**${address}?gespeichert=erledigt`);
  expect(await mainText(visitor)).toContain('Die bestätigte Antwort: Ja, seit 23.11.2026.');
  const again = await resume(server.runtime, person.cookie);
  const { records } = must(await checklists.openAssessment(again.actor, again.keys, assessmentId)).run;
  expect([...records.values()].map(({ answer }) => answer.value)).toEqual(['yes']);

  await visitor.visit('/betrieb');
  expect(await page.locator('section[aria-labelledby="massnahmen"] li').count()).toBe(4);
  await visitor.visit(address);
  await press(visitor, measures.one.reopen, `**${address}?gespeichert=reopen`);
  await follow(visitor, measures.one.remove, `**${address}/entfernen`);
  await press(visitor, measures.remove.submit, '**/betrieb/massnahmen?entfernt=1');
  expect(await lines.count()).toBe(6);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test('the second of two people sees what was stored meanwhile and what they typed', async () => {
  const person = await registerAndSignIn(server.runtime, { email: 'conflict@seidel.example' });
  await closedAssessment(server.runtime, person.session);
  const { actor, keys } = await resume(server.runtime, person.cookie);
  const board = server.runtime.services.measures;
  const { gaps } = must(await board.openBoard(actor, keys, { state: null, owner: null }));
  must(await board.takeOver(actor, keys, gaps.slice(0, 1).map((gap) => gap.controlId)));
  const [measure] = must(await board.openBoard(actor, keys, { state: null, owner: null })).measures;
  const id = measure?.row.id ?? '';
  const visitor = await openVisitor(browser, server, { javaScript: false });
  const { page, context } = visitor;
  await context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  await visitor.visit(`/betrieb/massnahmen/${id}`);
  must(await board.planMeasure(actor, keys, { measureId: id, seenRevision: 1, plan: { state: 'in_progress', owner: { kind: 'outside', name: 'Systemhaus' }, dueOn: null, hoursSpent: null, note: '', deferredBecause: '' } }));
  await page.getByLabel(measures.one.note).fill('Meine Notiz');
  await pressAndRead(visitor, measures.one.save, measures.conflict.title);
  expect(await mainText(visitor)).toContain('Zuständig: Systemhaus');
  expect(await page.getByLabel(measures.one.note).inputValue()).toBe('Meine Notiz');
  await press(visitor, measures.one.save, `**/betrieb/massnahmen/${id}?gespeichert=plan`);
  expect(await page.getByLabel(measures.one.note).inputValue()).toBe('Meine Notiz');
  await visitor.close();
});

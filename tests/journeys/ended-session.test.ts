import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { expectNoSidewaysScroll, nextCode, press, pressAndRead } from '#tests/support/journey/traveller.ts';
import { registerAndSignIn } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

const { accounts, cases } = getMessages('de');
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

test.each([{ javaScript: true }, { javaScript: false }])('a message written past the end of the session is sent after signing in again, %o', async ({ javaScript }) => {
  const person = await registerAndSignIn(server.runtime);
  const { caseId } = await sendReport(server.runtime, person.session);
  const visitor = await openVisitor(browser, server, { javaScript, viewport: { width: 390, height: 844 } });
  const { page, context } = visitor;
  await context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  await visitor.visit(`/betrieb/faelle/${caseId}/nachrichten`);
  await page.getByLabel(cases.messages.field).fill('Wir haben die Leitung getrennt.\nBitte rufen Sie an.');
  // Half a day later.
  server.runtime.clock.advance(13 * 60);
  await press(visitor, cases.messages.send, '**/anmelden?mit=*');
  expect(await page.getByRole('main').innerText()).toContain(accounts.carried.title);
  await expectNoSidewaysScroll(visitor);

  await page.getByLabel(accounts.register.email).fill(person.email);
  await page.getByLabel(accounts.password.enter, { exact: true }).fill('nicht das passwort');
  await pressAndRead(visitor, accounts.signIn.submit, accounts.errors.credentials);
  await page.getByText(accounts.carried.words).click();
  expect(await page.getByText('Wir haben die Leitung getrennt.').isVisible()).toBe(true);
  await page.getByLabel(accounts.password.enter, { exact: true }).fill(person.password);
  await press(visitor, accounts.signIn.submit, '**/anmelden/code?mit=*');
  await page.getByLabel(accounts.code.label).fill('000000');
  await pressAndRead(visitor, accounts.code.submit, accounts.errors.codeWrong);
  await page.getByLabel(accounts.code.label).fill(await nextCode(server, person.totpSecret));
  await press(visitor, accounts.code.submit, '**/anmelden/formular?mit=*');
  await page.waitForTimeout(500);
  expect(await server.runtime.database.caseRecord.count({ where: { caseId, kind: 'message' } })).toBe(0);
  await expectNoSidewaysScroll(visitor);
  await press(visitor, accounts.unlock.keptSubmit, `**/betrieb/faelle/${caseId}/nachrichten*`);
  expect(await page.getByRole('main').innerText()).toContain('Wir haben die Leitung getrennt.\nBitte rufen Sie an.');
  expect(await server.runtime.database.caseRecord.count({ where: { caseId, kind: 'message' } })).toBe(1);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

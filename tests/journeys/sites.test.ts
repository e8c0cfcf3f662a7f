import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import { expectNoSidewaysScroll, follow, press, pressAndRead } from '#tests/support/journey/traveller.ts';
import { must, registerAndSignIn } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

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
  { locale: 'de', javaScript: true, viewport: { width: 1280, height: 900 } },
  { locale: 'en', javaScript: false, viewport: { width: 390, height: 844 } },
] as const;

test.each(ways)('a second site is entered, a check says that it holds for one of them, a report asks which is meant: %o', async ({ locale, javaScript, viewport }) => {
  const { sites, labels, triage } = getMessages(locale);
  const root = locale === 'en' ? '/en' : '';
  const person = await registerAndSignIn(server.runtime, { email: `sites.${locale}@seidel.example`, town: 'Werdau' });
  const { actor, keys } = person.session;
  const visitor = await openVisitor(browser, server, { javaScript, viewport });
  const { page, context } = visitor;
  await context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);

  // What is missing is said at its field, and what was typed is still there.
  await visitor.visit(`${root}/betrieb/team`);
  await follow(visitor, sites.team.link, `**${root}/betrieb/team/standorte`);
  await page.getByLabel(sites.name, { exact: true }).fill('Lager');
  await page.getByLabel(sites.town, { exact: true }).fill('Plauen');
  await pressAndRead(visitor, sites.add, sites.errors.district);
  expect(await page.getByLabel(sites.name, { exact: true }).inputValue()).toBe('Lager');
  await page.getByLabel(sites.district).selectOption({ label: labels.districts.vogtlandkreis });
  await press(visitor, sites.add, '**/standorte?stand=neu');
  expect(await page.getByRole('status').innerText()).toContain(sites.note.added);
  await picture(page, locale, 'sites');

  const { assessmentId } = must(await server.runtime.services.checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: `sites-${locale}` }));
  await visitor.visit(`${root}/betrieb/pruefungen/${assessmentId}`);
  await expectNoSidewaysScroll(visitor);
  await follow(visitor, sites.scope.choose, '**/standorte');
  await expectNoSidewaysScroll(visitor);
  const boxes = page.getByRole('checkbox');
  expect(await boxes.count()).toBe(2);
  for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
  await picture(page, locale, 'choose');
  await boxes.nth(0).uncheck();
  await boxes.nth(1).uncheck();
  await pressAndRead(visitor, sites.scope.begin, sites.scope.none);
  await page.getByRole('checkbox').nth(1).check();
  await press(visitor, sites.scope.begin, `**${root}/betrieb/pruefungen/${assessmentId}/frage/**`);
  await visitor.visit(`${root}/betrieb/pruefungen/${assessmentId}`);
  const overview = await page.locator('main').innerText();
  expect(overview).toContain(sites.scope.holdsFor.replace('{sites}', 'Lager (Plauen)'));
  expect(overview).toContain(sites.scope.notFor.replace('{sites}', `${sites.registered} (Werdau)`));
  await picture(page, locale, 'overview');

  // The running check stands on the page that asks before the site goes.
  const [, store] = must(await server.runtime.services.sites.listSites(actor)).sites;
  await visitor.visit(`${root}/betrieb/team/standorte/${store?.id}/entfernen`);
  expect(await page.locator('main').innerText()).toContain(sites.removeRunsText);
  await expectNoSidewaysScroll(visitor);
  await picture(page, locale, 'remove');

  const { caseId } = must(await server.runtime.services.incidents.createDraft(actor, keys, { idempotencyKey: `report-${locale}`, locale, kind: 'malware' }));
  await visitor.visit(`${root}/betrieb/faelle/${caseId}/melden/wann`);
  expect(await page.getByRole('radiogroup', { name: triage.fields.siteId }).getByRole('radio').count()).toBe(2);
  expect(await page.getByText(triage.fields.district, { exact: true }).count()).toBe(0);
  await expectNoSidewaysScroll(visitor);
  await picture(page, locale, 'report');
  await visitor.close();
});

/** For people to look at; only where a folder is named. */
async function picture(page: Page, locale: string, name: string): Promise<void> {
  const folder = process.env['GELEUCHT_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/sites-${locale}-${name}.png`, fullPage: true });
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatOf } from '#app/content/formatter.ts';
import { getMessages } from '#app/content/messages.ts';
import { sessionCookieName } from '#app/http/session-cookie.ts';
import { answeredAssessment, closeAsItStands, shortAssessment } from '#tests/support/assessments.ts';
import { launchBrowser, openVisitor } from '#tests/support/browser.ts';
import type { Visitor } from '#tests/support/browser.ts';
import { expectNoSidewaysScroll, follow, mainText, missing, press } from '#tests/support/journey/traveller.ts';
import { must, registerAndSignIn, signInAgain } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

const { results, checklists, measures } = getMessages('de');
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveForTest({ now: '2026-05-03T09:00:00Z' }), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const ways = [
  { javaScript: true, viewport: { width: 1280, height: 900 } },
  { javaScript: false, viewport: { width: 390, height: 844 } },
];

/** A company with two closed runs of the same checklist, half a day apart; the first knows little. */
async function twiceChecked(email: string): Promise<{ person: TestPerson; assessmentId: string }> {
  const before = await registerAndSignIn(server.runtime, { email });
  await shortAssessment(server.runtime.services.checklists, before.session, '');
  server.runtime.clock.advance(12 * 60);
  const person = await signInAgain(server.runtime, before);
  const assessmentId = await answeredAssessment(server.runtime, person.session, { checklistId: 'basis', atMost: 24 });
  await closeAsItStands(server.runtime, person.session, assessmentId);
  return { person, assessmentId };
}

async function enter(way: (typeof ways)[number], person: TestPerson): Promise<Visitor> {
  const visitor = await openVisitor(browser, server, way);
  await visitor.context.addCookies([{ name: sessionCookieName({ secureCookies: false }), value: person.cookie, url: server.baseUrl }]);
  return visitor;
}

test.each(ways)('a closed run is read, its measures go to the board, it is compared, calculated with, read by standards and printed: %o', async (way) => {
  const { person, assessmentId } = await twiceChecked(`results.${way.javaScript}@seidel.example`);
  const visitor = await enter(way, person);
  const { page } = visitor;
  const address = `/betrieb/pruefungen/${assessmentId}`;

  // The result: lights, figure and the same as a table, what must be, six measures.
  await visitor.visit(`${address}/ergebnis`);
  await expectNoSidewaysScroll(visitor);
  expect(missing([checklists.result.must, checklists.result.topics, checklists.result.coverage], await mainText(visitor))).toEqual([]);
  expect(await page.locator('.score__dial').count()).toBe(1);
  await page.getByText(checklists.result.table).click();
  const topics = await page.locator('#topic-values tbody tr').count();
  expect(topics).toBeGreaterThan(3);
  expect(await page.locator('section[aria-labelledby="topics"] li').count()).toBe(topics);
  expect(await page.locator('#radar-figure-title').count()).toBe(1);
  const cards = page.locator('section[aria-labelledby="measures"] .measure-card');
  expect(await cards.count()).toBe(6);

  // One measure, then the other five; what is on the board says so and leads there.
  const board = cards.getByRole('link', { name: /^Im Maßnahmenplan: Offen/ });
  await press(visitor, /^In den Maßnahmenplan übernehmen/, '**/ergebnis?uebernommen=1#measures');
  expect(await page.getByRole('status').first().innerText()).toContain('Eine Maßnahme steht neu im Maßnahmenplan.');
  expect(await board.count()).toBe(1);
  await expectNoSidewaysScroll(visitor);
  await press(visitor, 'Diese 5 Maßnahmen in den Maßnahmenplan übernehmen', '**/ergebnis?uebernommen=5#measures');
  expect(await board.count()).toBe(6);
  expect(await cards.getByRole('button').count()).toBe(0);
  await follow(visitor, results.takeOver.board, '**/betrieb/massnahmen');
  expect(await page.locator('section[aria-labelledby="todo"] > ul > li').count()).toBe(6);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(measures.board.title);

  // The plan: ticks are calculated with, and taking another measure over loses none.
  await visitor.visit(`${address}/plan`);
  expect(await page.getByRole('button', { name: results.plan.calculate }).count()).toBe(2);
  const ticks = page.getByRole('checkbox');
  await ticks.nth(0).check();
  await ticks.nth(2).check();
  await press(visitor, /^In den Maßnahmenplan übernehmen/, /\/plan\?schritt=.*&uebernommen=1$/);
  expect(await page.getByRole('status').first().innerText()).toContain('Eine Maßnahme steht neu im Maßnahmenplan.');
  expect([await ticks.nth(0).isChecked(), await ticks.nth(1).isChecked(), await ticks.nth(2).isChecked()]).toEqual([true, false, true]);
  await ticks.nth(1).check();
  await press(visitor, results.plan.calculate, /\/plan\?schritt=[^#]*#what-if$/);
  expect(missing(['Mit den 3 angekreuzten Maßnahmen', 'Punkte mehr als heute'], await page.locator('aside').innerText())).toEqual([]);
  await expectNoSidewaysScroll(visitor);

  await follow(visitor, results.nav.comparison, `**${address}/vergleich`);
  expect(missing(['gegenüber', results.comparison.frozen, results.comparison.groups.same.title, results.comparison.groups.not_comparable.title], await mainText(visitor))).toEqual([]);
  await expectNoSidewaysScroll(visitor);
  await follow(visitor, results.nav.views, `**${address}/normen/versicherung`);
  await follow(visitor, results.views.names.nis2, `**${address}/normen/nis2`);
  expect(missing([results.views.lead, results.views.states.met], await mainText(visitor))).toEqual([]);
  await expectNoSidewaysScroll(visitor);

  // On paper nothing is left of what only a screen can do, and the figures of the drawing are there.
  await visitor.visit(`${address}/ergebnis`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('button:not(.term__word)').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('main').getByRole('heading', { level: 2 }).filter({ visible: true }).last().innerText()).toBe(checklists.question.glossary);
  expect(await page.locator('.score__dial').isVisible()).toBe(true);
  expect(await page.locator('#topic-values').isVisible()).toBe(true);
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

test.each(ways)('what has not changed is confirmed a topic at a time, with the day of the first answer: %o', async (way) => {
  const before = await registerAndSignIn(server.runtime, { email: `again.${way.javaScript}@seidel.example` });
  const closed = await shortAssessment(server.runtime.services.checklists, before.session, 'Steht im Ordner.');
  const day = formatOf('de').date(server.runtime.clock.now());
  server.runtime.clock.advance(40 * 24 * 60);
  const person = await signInAgain(server.runtime, before);
  const { actor, keys } = person.session;
  const services = server.runtime.services.checklists;
  const { assessmentId } = must(await services.startAgain(actor, keys, { assessmentId: closed, idempotencyKey: services.newFormKey() }));
  const { run } = must(await services.openAssessment(actor, keys, assessmentId));
  const topicId = run.standings.find(({ notAsked }) => notAsked === null)?.topicId ?? '';
  const visitor = await enter(way, person);
  const { page } = visitor;
  // One question: what was answered is told with its basis, and one click confirms it and goes on.
  const second = run.standings.filter(({ notAsked }) => notAsked === null)[1]?.requirement.id ?? '';
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/frage/${second}`);
  await page.getByText(`Ihre Antwort vom ${day}: Nein · `).waitFor();
  await expectNoSidewaysScroll(visitor);
  await page.getByRole('button', { name: checklists.question.confirm }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(second));
  expect(must(await services.openRequirement(actor, keys, { assessmentId, requirementId: second })).record?.answer).toMatchObject({ value: 'no', note: 'Steht im Ordner.' });

  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/thema/${topicId}`);
  await expectNoSidewaysScroll(visitor);
  const offered = page.locator('#earlier-answers tbody tr');
  const count = await offered.count();
  expect(count).toBeGreaterThan(1);
  expect(missing(['Steht im Ordner.', day], await offered.first().innerText())).toEqual([]);
  // What is typed on the page goes before what was offered.
  const first = run.standings.find(({ notAsked }) => notAsked === null)?.requirement.id ?? '';
  await page.locator(`#frage-${first} input[type=radio][value=unknown]`).first().check();
  await page.getByRole('button', { name: /bestätigen$/ }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/thema/${topicId}`) || url.search.startsWith('?neu='));
  await visitor.visit(`/betrieb/pruefungen/${assessmentId}/thema/${topicId}`);
  expect((await mainText(visitor)).split(`Beantwortet am ${day}, bestätigt am`).length - 1).toBe(count);
  const { records } = must(await services.openAssessment(actor, keys, assessmentId)).run;
  expect(records.get(first)?.answer.value).toBe('unknown');
  expect(visitor.surprises).toEqual([]);
  await visitor.close();
});

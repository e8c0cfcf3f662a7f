import { afterAll, beforeAll, expect, test } from 'vitest';
import { addProvider } from '#tests/support/cases.ts';
import { assignedCase } from '#tests/support/case-scenes.ts';
import { call } from '#tests/support/outside/caller.ts';
import type { Answer } from '#tests/support/outside/caller.ts';
import { bodyOf, formsIn } from '#tests/support/outside/forms-in-page.ts';
import type { FormInPage } from '#tests/support/outside/forms-in-page.ts';
import { foundAndSignIn, goodPassword, registerAndSignIn, resume } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { fillDraft, sendReport } from '#tests/support/reports.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

let server: TestServer;
let company: TestPerson;

beforeAll(async () => {
  server = await serveForTest();
  company = await registerAndSignIn(server.runtime);
});
afterAll(() => server.stop());

/** The form of a page that leads to `action`, as the page holds it, with what somebody typed. */
async function formOf(address: string, cookie: string | null, wanted: { action?: string; button?: string; typed?: Readonly<Record<string, string>> } = {}): Promise<FormInPage> {
  const page = await call(server.baseUrl, address, { cookie });
  expect(page.status, address).toBe(200);
  const form = formsIn(page.text, address).find((one) => one.action === (wanted.action ?? address) && (wanted.button === undefined || one.fields.some(([, value]) => value === wanted.button)));
  if (!form) throw new Error(`No such form on ${address}.`);
  const typed = wanted.typed ?? {};
  return { ...form, fields: [...form.fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)] };
}

/** Twenty identical posts at once. */
function twenty(form: FormInPage, cookie: string | null): Promise<Answer[]> {
  return Promise.all(Array.from({ length: 20 }, () => call(server.baseUrl, form.action, { method: 'POST', cookie, fields: bodyOf(form) })));
}

/** Every one was answered as the first: sent on to the same place. */
function expectSentTo(answers: readonly Answer[], address: RegExp): void {
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const places = new Set(answers.map(({ location }) => location));
  expect(places.size).toBe(1);
  expect([...places][0]).toMatch(address);
}

test('a registration founds one organisation with one person', async () => {
  const { database } = server.runtime;
  const before = { organisations: await database.organisation.count(), users: await database.user.count() };
  const typed = { organisationName: 'Doppelt GmbH', town: 'Plauen', name: 'Eva Doppelt', email: 'eva@doppelt.example', passwordChoice: 'own', password: goodPassword };
  const answers = await twenty(await formOf('/registrieren', null, { typed }), null);
  expectSentTo(answers, /^\/registrieren\/postfach$/);
  expect({ organisations: await database.organisation.count(), users: await database.user.count() }).toEqual({ organisations: before.organisations + 1, users: before.users + 1 });
});

test('the start of a checklist makes one run', async () => {
  const form = await formOf('/betrieb/pruefungen', company.cookie);
  expectSentTo(await twenty(form, company.cookie), /^\/betrieb\/pruefungen\/\w+/);
  expect(await server.runtime.database.assessment.count({ where: { organisationId: company.organisationId } })).toBe(1);
});

test('a new report makes one draft, and sending it one case with one reference and one notice', async () => {
  const { database } = server.runtime;
  const organisationId = company.organisationId;
  expectSentTo(await twenty(await formOf('/betrieb/faelle/neu', company.cookie), company.cookie), /^\/betrieb\/faelle\/\w+\/melden\/was$/);
  expect(await database.case.count({ where: { organisationId } })).toBe(1);

  const caseId = await fillDraft(server.runtime, await resume(server.runtime, company.cookie));
  const waiting = await database.outboxMessage.count();
  expectSentTo(await twenty(await formOf(`/betrieb/faelle/${caseId}/melden/pruefen`, company.cookie), company.cookie), /\/melden\/gesendet$/);
  const sent = await database.case.findMany({ where: { organisationId, reference: { not: null } } });
  expect(sent.map((one) => one.id)).toEqual([caseId]);
  const events = await database.caseEvent.findMany({ where: { caseId } });
  expect(events.filter((one) => one.event === 'submit')).toHaveLength(1);
  const notices = (await database.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })).slice(waiting);
  expect(new Set(notices.map((one) => `${one.notice} ${one.userId}`)).size).toBe(notices.length);
});

test('an offer is accepted once', async () => {
  const { runtime } = server;
  const provider = await foundAndSignIn(runtime, { type: 'company', role: 'provider.admin', organisationName: 'Silberader IT-Sicherheit GmbH' });
  await addProvider(runtime, { organisationId: provider.organisationId });
  const { caseId } = await sendReport(runtime, (await registerAndSignIn(runtime)).session);
  await runtime.services.matching.advanceRouting();
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId, providerId: provider.organisationId } });
  const address = `/partner/anfragen/${offer.id}`;
  const answers = await twenty(await formOf(address, provider.cookie, { button: 'annehmen' }), provider.cookie);
  expectSentTo(answers, new RegExp(`^${address}$`));
  expect(await runtime.database.offer.findFirstOrThrow({ where: { id: offer.id } })).toMatchObject({ state: 'accepted' });
  const traces = (await runtime.database.auditEntry.findMany({ where: { objectId: { in: [offer.id, caseId] }, organisationId: provider.organisationId } })).map((one) => `${one.event} ${one.reason}`);
  expect(traces.length).toBeGreaterThan(0);
  expect(new Set(traces).size).toBe(traces.length);
});

test('a message is written once', async () => {
  const { runtime } = server;
  const { caseId, company: reporter } = await assignedCase(runtime);
  const address = `/betrieb/faelle/${caseId}/nachrichten`;
  const form = await formOf(address, reporter.cookie, { typed: { text: 'Alles ist aus.' } });
  const before = { records: await runtime.database.caseRecord.count({ where: { caseId } }), notices: await runtime.database.outboxMessage.count() };
  expectSentTo(await twenty(form, reporter.cookie), new RegExp(`^${address}`));
  const { actor, keys } = await resume(runtime, reporter.cookie);
  const listed = await runtime.services.cases.listMessages(actor, keys, 'company', caseId);
  expect(listed.ok && listed.value.messages.map((one) => one.text)).toEqual(['Alles ist aus.']);
  expect(await runtime.database.caseRecord.count({ where: { caseId } })).toBe(before.records + 1);
  expect(await runtime.database.outboxMessage.count()).toBeLessThanOrEqual(before.notices + 1);
});

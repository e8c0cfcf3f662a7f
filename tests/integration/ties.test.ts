import { expect, test } from 'vitest';
import type { TieInput } from '#app/features/providers/declare-tie.server.ts';
import { refusalOf } from '../support/case-scenes.ts';
import { call } from '../support/outside/caller.ts';
import { foundAndSignIn, resume, signInAgain, stepUp } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { serveForTest } from '../support/serve.ts';
import { applyWithEverything, approvedProvider, granting, must, reviewEverything, vettingPeople } from '../support/vetting.ts';

const ransomware = [{ capability: 'ransomware', level: 2 }] as const;

async function declare(runtime: TestRuntime, person: TestPerson, tie: Partial<TieInput>): Promise<void> {
  must(await runtime.services.providers.declareTie(person.session.actor, { kind: 'customer', providerId: null, capabilities: [], ...tie }));
}

async function submitted(runtime: TestRuntime) {
  const people = await vettingPeople(runtime);
  await applyWithEverything(runtime, people.lead.session.actor, ransomware);
  return { ...people, providerId: people.lead.organisationId };
}

test('whoever has declared a tie takes no review, sees no document and notes no test', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { reviewerA, providerId } = await submitted(runtime);
  for (const kind of ['own_firm', 'board_member', 'customer', 'competitor'] as const) {
    await declare(runtime, reviewerA, { kind, providerId });
    expect(await providers.beginReview(reviewerA.session.actor, providerId), kind).toMatchObject({ refusal: { code: 'wrong_state', detail: 'untied' } });
  }
  const review = must(await providers.openReview(reviewerA.session.actor, providerId));
  expect(review).toMatchObject({ tie: 'own_firm', seesDocuments: false, documents: [], standIns: ['Tom Richter'], mayTakeOver: false });
  expect(await providers.recordChannelTest(reviewerA.session.actor, providerId, { channels: 2, voice: true })).toMatchObject({ refusal: { detail: 'untied' } });
});

test('a tie that comes up during the review stops it, whatever is posted', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { reviewerA, providerId } = await submitted(runtime);
  must(await providers.beginReview(reviewerA.session.actor, providerId));
  await declare(runtime, reviewerA, { providerId });
  for (const intent of ['save', 'ask_for_more', 'finish_review'] as const) {
    expect(await providers.reviewItems(reviewerA.session.actor, providerId, [{ code: 'V1', verdict: 'accepted', note: 'gesehen', question: '' }], intent), intent).toMatchObject({ refusal: { detail: 'untied' } });
  }
});

test('a tie of the first reviewer that comes up later undoes the review: another judges anew, and a third decides', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { reviewerA, reviewerB, providerId } = await submitted(runtime);
  const third = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: 'Nachbarnetz', name: 'Ines Kluge' });
  await reviewEverything(runtime, reviewerA.session.actor, providerId);
  await declare(runtime, reviewerA, { kind: 'board_member', providerId });

  const b = await stepUp(runtime, reviewerB);
  expect(await providers.decideApplication(b.session.actor, providerId, granting(ransomware))).toMatchObject({ refusal: { detail: 'reviewer_a_untied' } });
  expect(must(await providers.openReview(third.session.actor, providerId))).toMatchObject({ reviewerATied: true, mayTakeOver: true });
  expect(await providers.takeOverReview(reviewerA.session.actor, providerId)).toMatchObject({ ok: false });
  must(await providers.takeOverReview(third.session.actor, providerId));
  const vetting = await runtime.database.vetting.findFirstOrThrow({ where: { providerId }, include: { items: true } });
  expect(vetting).toMatchObject({ state: 'in_review', reviewerA: third.userId });
  expect(new Set(vetting.items.map((item) => item.state))).toEqual(new Set(['submitted']));

  const decisions = vetting.items.map((item) => ({ code: item.code as 'V1', verdict: 'accepted', note: 'selbst geprüft', question: '' }) as const);
  must(await providers.reviewItems(third.session.actor, providerId, decisions, 'finish_review'));
  const again = await stepUp(runtime, await signInAgain(runtime, reviewerB));
  must(await providers.decideApplication(again.session.actor, providerId, granting(ransomware)));
});

test('nobody judges a competitor of the own firm, inside the network or outside', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const first = await vettingPeople(runtime);
  await approvedProvider(runtime, first, ransomware);
  const lead = await foundAndSignIn(runtime, { type: 'company', role: 'company.admin', organisationName: 'Muldenblick', name: 'Ute Falk' });
  await applyWithEverything(runtime, lead.session.actor, ransomware);

  const reviewers = await Promise.all(['own_firm', 'customer', 'competitor'].map((name) => foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: `Stelle ${name}`, name })));
  const [owner, customer, outside] = reviewers as [TestPerson, TestPerson, TestPerson];
  await declare(runtime, owner, { kind: 'own_firm', providerId: first.lead.organisationId });
  await declare(runtime, customer, { kind: 'customer', providerId: first.lead.organisationId });
  await declare(runtime, outside, { kind: 'own_firm', capabilities: ['ransomware'] });
  const begin = async (person: TestPerson) => refusalOf(await providers.beginReview(person.session.actor, lead.organisationId));
  expect(await begin(owner)).toBe('wrong_state');
  expect(await begin(outside)).toBe('wrong_state');
  expect(must(await providers.openReview(outside.session.actor, lead.organisationId)).tie).toBe('competitor');
  expect(await begin(customer)).toBe('ok');
});

test('a reviewer from outside whose firm does something else may decide', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { reviewerA, reviewerB, providerId } = await submitted(runtime);
  await declare(runtime, reviewerB, { kind: 'own_firm', capabilities: ['website_defaced'] });
  await reviewEverything(runtime, reviewerA.session.actor, providerId);
  const b = await stepUp(runtime, reviewerB);
  must(await providers.decideApplication(b.session.actor, providerId, granting(ransomware)));
});

test('an ended tie counts for another year', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { reviewerA, providerId } = await submitted(runtime);
  await declare(runtime, reviewerA, { providerId });
  await declare(runtime, reviewerA, { providerId });
  const { ties } = must(await providers.readTies(reviewerA.session.actor));
  expect(ties).toMatchObject([{ kind: 'customer', provider: 'Silberader IT-Sicherheit', countsUntil: null }]);
  must(await providers.endTie(reviewerA.session.actor, ties[0]?.id ?? ''));
  expect(must(await providers.readTies(reviewerA.session.actor)).ties).toMatchObject([{ countsUntil: '2027-11-23' }]);
  expect(await providers.beginReview(reviewerA.session.actor, providerId)).toMatchObject({ refusal: { detail: 'untied' } });
  runtime.clock.moveTo('2027-11-24T09:00:00Z');
  const later = await signInAgain(runtime, reviewerA);
  must(await providers.beginReview(later.session.actor, providerId));
});

test('a tie is the matter of the person who declared it, and needs something it speaks of', async () => {
  await using runtime = await createTestRuntime();
  const { providers } = runtime.services;
  const { lead, reviewerA, reviewerB, providerId } = await submitted(runtime);
  const tie = { kind: 'customer', providerId, capabilities: [] } as const;
  expect(refusalOf(await providers.declareTie((await resume(runtime, lead.cookie)).actor, tie))).toBe('not_found');
  expect(await providers.declareTie(reviewerA.session.actor, { ...tie, providerId: null })).toMatchObject({ refusal: { fields: { provider: ['tieNeedsProvider'] } } });
  expect(await providers.declareTie(reviewerA.session.actor, { ...tie, kind: null })).toMatchObject({ refusal: { fields: { kind: ['choose'] } } });
  expect(await providers.declareTie(reviewerA.session.actor, { ...tie, providerId: 'unbekannt' })).toMatchObject({ ok: false });
  must(await providers.declareTie(reviewerA.session.actor, tie));
  const { ties } = must(await providers.readTies(reviewerA.session.actor));
  expect(refusalOf(await providers.endTie(reviewerB.session.actor, ties[0]?.id ?? ''))).toBe('not_found');
  expect(must(await providers.readTies(reviewerB.session.actor)).ties).toEqual([]);
});

test('the page says kindly why somebody cannot take part, and who can', async () => {
  await using server = await serveForTest();
  const { runtime } = server;
  const { reviewerA, providerId } = await submitted(runtime);
  await declare(runtime, reviewerA, { providerId });
  const page = await call(server.baseUrl, `/buero/dienstleister/${providerId}`, { cookie: reviewerA.cookie });
  expect(page.text).toContain('Sie können hier nicht mitwirken');
  expect(page.text).toContain('Tom Richter');
  expect(page.text).not.toContain('Prüfung übernehmen');
  const { formToken } = (await resume(runtime, reviewerA.cookie));
  const posted = await call(server.baseUrl, `/buero/dienstleister/${providerId}`, { method: 'POST', cookie: reviewerA.cookie, fields: new URLSearchParams({ formToken, intent: 'begin' }) });
  expect([posted.status, posted.text.includes('Sie sind mit diesem Dienstleister verbunden')]).toEqual([409, true]);
});

import { expect, test } from 'vitest';
import { vettingFailures } from '#app/domain/routing/vetting-filter.ts';
import { routingRulesV1 } from '#app/domain/routing/rules.ts';
import { isVettingState } from '#app/domain/vetting/statuses.ts';
import { suedwestsachsen } from '#app/content/region/suedwestsachsen.ts';
import { createServiceClocks } from '#app/infrastructure/clock/service-clocks.ts';
import { readProviderPool } from '#app/infrastructure/db/matching/provider-pool.ts';
import { aCase, aProvider } from '../support/routing/factories.ts';
import type { ProfileInput } from '#app/features/providers/profile.server.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { resume, signInAgain, stepUp } from '../support/people.ts';
import { applyWithEverything, approvedProvider, granting, handInDocument, must, proof, reviewEverything, vettingPeople } from '../support/vetting.ts';

const ransomware = [{ capability: 'ransomware', level: 2 }] as const;

test('an approval takes two persons and ends with the first proof that ends', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware, '2027-03-31');

  const row = await runtime.database.provider.findFirstOrThrow({ where: { id: providerId } });
  expect(row.vettingState).toBe('approved');
  expect(row.approvedUntil?.toISOString().slice(0, 10)).toBe('2027-03-31');
  const approvals = await runtime.database.approval.findMany({ where: { providerId, endedAt: null } });
  expect(approvals.map(({ capability, level }) => ({ capability, level }))).toEqual(ransomware);

  const steps = await runtime.database.auditEntry.findMany({ where: { event: 'vetting.changed_state', organisationId: providerId }, orderBy: { sequence: 'asc' } });
  const byWhom = Object.fromEntries(steps.map((entry) => [entry.reason, entry.actorId]));
  expect(byWhom).toMatchObject({ begin_review: people.reviewerA.userId, finish_review: people.reviewerA.userId, approve: people.reviewerB.userId });
  const mails = await runtime.database.outboxMessage.findMany({ where: { notice: 'vetting_decided', userId: people.lead.userId } });
  expect(mails).toHaveLength(1);
});

test('the reviewer of the proofs cannot decide', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA } = await vettingPeople(runtime);
  await applyWithEverything(runtime, lead.session.actor, ransomware);
  await reviewEverything(runtime, reviewerA.session.actor, lead.organisationId);
  const again = await stepUp(runtime, reviewerA);
  const decided = await runtime.services.providers.decideApplication(again.session.actor, lead.organisationId, granting(ransomware));
  expect(decided).toMatchObject({ ok: false, refusal: { code: 'wrong_state', detail: 'is_not_reviewer_a' } });
});

test('deciding needs the second factor again', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA, reviewerB } = await vettingPeople(runtime);
  await applyWithEverything(runtime, lead.session.actor, ransomware);
  await reviewEverything(runtime, reviewerA.session.actor, lead.organisationId);
  runtime.clock.advance(6);
  const fresh = await resume(runtime, reviewerB.cookie);
  const decided = await runtime.services.providers.decideApplication(fresh.actor, lead.organisationId, granting(ransomware));
  expect(decided).toMatchObject({ ok: false, refusal: { code: 'step_up_required' } });
});

test('nobody tied to the applicant reviews or decides', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA, reviewerB } = await vettingPeople(runtime);
  await applyWithEverything(runtime, lead.session.actor, ransomware);
  await joinFirm(runtime, reviewerA.userId, lead.organisationId);
  const { providers } = runtime.services;
  expect(await providers.beginReview(reviewerA.session.actor, lead.organisationId)).toMatchObject({ ok: false, refusal: { detail: 'untied' } });

  await reviewEverything(runtime, reviewerB.session.actor, lead.organisationId);
  const tied = await stepUp(runtime, reviewerA);
  const decided = await providers.decideApplication(tied.session.actor, lead.organisationId, granting(ransomware));
  expect(decided).toMatchObject({ ok: false, refusal: { detail: 'untied' } });
});

test('what the accepted proofs do not carry cannot be granted', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA, reviewerB } = await vettingPeople(runtime);
  // One expert proves level 3, level 4 needs a team.
  const requested = [{ capability: 'ransomware', level: 4 }] as const;
  await applyWithEverything(runtime, lead.session.actor, requested);
  await reviewEverything(runtime, reviewerA.session.actor, lead.organisationId);
  const b = await stepUp(runtime, reviewerB);
  const { providers } = runtime.services;
  const tooMuch = await providers.decideApplication(b.session.actor, lead.organisationId, granting(requested));
  expect(tooMuch).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  must(await providers.decideApplication(b.session.actor, lead.organisationId, granting([{ capability: 'ransomware', level: 3 }])));
});

test('a provider is told what is missing and can hand it in within three weeks', async () => {
  await using runtime = await createTestRuntime();
  const { lead, reviewerA } = await vettingPeople(runtime);
  const { providers } = runtime.services;
  const { organisationId } = lead;
  await applyWithEverything(runtime, lead.session.actor, ransomware);
  must(await providers.beginReview(reviewerA.session.actor, organisationId));
  const unasked = await providers.reviewItems(reviewerA.session.actor, organisationId, [{ code: 'V7', verdict: 'more_needed', note: '', question: '' }], 'ask_for_more');
  expect(unasked).toMatchObject({ ok: false, refusal: { fields: { 'question-V7': ['questionRequired'] } } });
  const question = 'Bitte das erneuerte Zertifikat nachreichen.';
  must(await providers.reviewItems(reviewerA.session.actor, organisationId, [{ code: 'V7', verdict: 'more_needed', note: 'intern: unklar', question }], 'ask_for_more'));

  const own = must(await providers.readOwnVetting(lead.session.actor));
  const item = own.application?.items.find((one) => one.code === 'V7');
  expect(item?.content).toMatchObject({ question, note: '' });
  expect(await providers.saveVettingItem(lead.session.actor, proof('V2', ransomware, '2028-01-31'))).toMatchObject({ ok: true });
  expect(await providers.submitApplication(lead.session.actor)).toMatchObject({ ok: false });
  must(await providers.saveVettingItem(lead.session.actor, proof('V7', ransomware, '2028-01-31')));
  must(await providers.submitApplication(lead.session.actor));

  must(await providers.reviewItems(reviewerA.session.actor, organisationId, [{ code: 'V7', verdict: 'more_needed', note: '', question }], 'ask_for_more'));
  runtime.clock.advance(22 * 24 * 60);
  await providers.runVettingExpiry();
  const row = await runtime.database.vetting.findFirstOrThrow({ where: { providerId: organisationId } });
  expect(row.state).toBe('ended');
});

test('at midnight in the region the approval is over and the provider is not routable', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware, '2027-03-31');
  const { providers } = runtime.services;

  runtime.clock.moveTo('2027-02-01T09:00:00Z');
  await providers.runVettingExpiry();
  expect(await standing(runtime, providerId)).toBe('expiring');

  // The clocks went forward on 28 March: 24:00 of the 31st is 22:00 in UTC.
  runtime.clock.moveTo('2027-03-31T21:59:00Z');
  await providers.runVettingExpiry();
  expect(await standing(runtime, providerId)).toBe('expiring');
  expect(await failures(runtime, providerId, '2027-03-31')).not.toContain('VETTING_INVALID');

  runtime.clock.moveTo('2027-03-31T22:00:00Z');
  await providers.runVettingExpiry();
  expect(await standing(runtime, providerId)).toBe('expired');
  expect(await failures(runtime, providerId, '2027-04-01')).toContain('VETTING_INVALID');
  expect(await runtime.database.approval.count({ where: { providerId, endedAt: null } })).toBe(0);
  expect(must(await providers.listPublicProviders({ kind: 'anonymous' }, { district: null, kind: null })).total).toBe(0);
});

test('notices before the end are sent once for each threshold', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  await approvedProvider(runtime, people, ransomware, '2027-03-31');
  for (const day of ['2027-01-05', '2027-01-31', '2027-02-01', '2027-03-02', '2027-03-18', '2027-03-30', '2027-03-31']) {
    runtime.clock.moveTo(`${day}T09:00:00Z`);
    await runtime.services.providers.runVettingExpiry();
    await runtime.services.providers.runVettingExpiry();
  }
  const mails = await runtime.database.outboxMessage.count({ where: { notice: 'vetting_expiring', userId: people.lead.userId } });
  expect(mails).toBe(5);
});

test('a suspension holds at once, a second person confirms it, and unconfirmed it lapses', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware);
  const { providers } = runtime.services;
  const a = await stepUp(runtime, people.reviewerA);
  const suspend = { act: 'suspend', reason: 'false_statement' } as const;
  expect(await providers.actOnSuspension(a.session.actor, providerId, { act: 'suspend', reason: 'dislike' })).toMatchObject({ ok: false });
  must(await providers.actOnSuspension(a.session.actor, providerId, suspend));
  expect(await standing(runtime, providerId)).toBe('suspended');
  expect(await providers.actOnSuspension(a.session.actor, providerId, { act: 'confirm_suspension' })).toMatchObject({ ok: false, refusal: { detail: 'is_second_person' } });

  runtime.clock.advance(7 * 24 * 60);
  await providers.runVettingExpiry();
  expect(await standing(runtime, providerId)).toBe('approved');
});

test('a confirmed suspension stays, and the second person lifts it after a hearing', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware);
  const { providers } = runtime.services;
  const a = await stepUp(runtime, people.reviewerA);
  must(await providers.actOnSuspension(a.session.actor, providerId, { act: 'suspend', reason: 'missed_duty' }));
  const b = await stepUp(runtime, await signInAgain(runtime, people.reviewerB));
  must(await providers.actOnSuspension(b.session.actor, providerId, { act: 'confirm_suspension' }));
  runtime.clock.moveTo('2026-12-10T09:00:00Z');
  await providers.runVettingExpiry();
  expect(await standing(runtime, providerId)).toBe('suspended');

  const later = await stepUp(runtime, await signInAgain(runtime, people.reviewerB));
  expect(await providers.actOnSuspension(later.session.actor, providerId, { act: 'lift_suspension', hearingDocumented: false })).toMatchObject({ ok: false });
  must(await providers.actOnSuspension(later.session.actor, providerId, { act: 'lift_suspension', hearingDocumented: true }));
  expect(await standing(runtime, providerId)).toBe('approved');
});

test('the public list shows approved providers that agreed, and nobody else', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  await approvedProvider(runtime, people, ransomware);
  const { providers } = runtime.services;
  const anonymous = { kind: 'anonymous' } as const;
  const everything = { district: null, kind: null };
  expect(must(await providers.listPublicProviders(anonymous, everything)).providers).toEqual([]);
  const lead = await resume(runtime, people.lead.cookie);
  const { profile } = must(await providers.readProfile(lead.actor));
  must(await providers.saveProfile(lead.actor, { ...profile, vettingState: 'revoked', districts: ['zwickau'], published: true, exclude: '' } as ProfileInput));
  expect(await standing(runtime, people.lead.organisationId)).toBe('approved');
  expect(must(await providers.listPublicProviders(anonymous, { district: 'zwickau', kind: 'ransomware' })).providers).toMatchObject([{ name: 'Silberader IT-Sicherheit' }]);
  expect(must(await providers.listPublicProviders(anonymous, { district: 'zwickau', kind: 'insider' })).providers).toEqual([]);
});

async function standing(runtime: TestRuntime, providerId: string): Promise<string> {
  return (await runtime.database.provider.findFirstOrThrow({ where: { id: providerId } })).vettingState;
}

/** What routing's first filter says of the stored standing on a day. */
async function failures(runtime: TestRuntime, providerId: string, localDate: string): Promise<string[]> {
  const row = await runtime.database.provider.findFirstOrThrow({ where: { id: providerId } });
  if (!isVettingState(row.vettingState)) throw new Error(row.vettingState);
  const provider = aProvider(providerId, { vettingState: row.vettingState, vettingValidUntil: row.approvedUntil?.toISOString().slice(0, 10) ?? null, proofs: [] });
  return vettingFailures(aCase({ severity: 'S3' }), provider, { localDate, rules: routingRulesV1 }).map((failure) => failure.reason);
}

async function joinFirm(runtime: TestRuntime, userId: string, organisationId: string): Promise<void> {
  const at = runtime.clock.now();
  await runtime.database.membership.create({ data: { id: runtime.random.id(), userId, organisationId, role: 'provider.responder', createdAt: at, confirmedAt: at } });
}

test('a reviewer notes that a provider was reached; nobody else may, and an impossible count is refused', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware);
  const { providers } = runtime.services;
  const reviewer = (await resume(runtime, people.reviewerA.cookie)).actor;
  expect(await providers.recordChannelTest((await resume(runtime, people.lead.cookie)).actor, providerId, { channels: 2, voice: true })).toMatchObject({ ok: false });
  expect(await providers.recordChannelTest(reviewer, providerId, { channels: 9, voice: true })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  must(await providers.recordChannelTest(reviewer, providerId, { channels: 2, voice: true }));
  const row = await runtime.database.provider.findFirstOrThrow({ where: { id: providerId } });
  expect(row).toMatchObject({ verifiedChannels: 2, hasVoiceChannel: true, channelTestAt: runtime.clock.now() });
});

test('a new approval neither lifts a suspension nor ends a pause', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware);
  const { providers } = runtime.services;
  const lead = (await resume(runtime, people.lead.cookie)).actor;
  await applyWithEverything(runtime, lead, ransomware);
  await reviewEverything(runtime, (await resume(runtime, people.reviewerA.cookie)).actor, providerId);
  must(await providers.pauseProvider(lead, 'pause'));
  const a = await stepUp(runtime, people.reviewerA);
  must(await providers.actOnSuspension(a.session.actor, providerId, { act: 'suspend', reason: 'missed_duty' }));
  const b = await stepUp(runtime, await signInAgain(runtime, people.reviewerB));
  expect(await providers.decideApplication(b.session.actor, providerId, granting(ransomware))).toMatchObject({ refusal: { detail: 'standing_stopped' } });
  expect(await standing(runtime, providerId)).toBe('suspended');

  await runtime.database.vetting.updateMany({ where: { providerId, state: 'suspended' }, data: { state: 'paused' } });
  must(await providers.decideApplication(b.session.actor, providerId, granting(ransomware)));
  expect(await standing(runtime, providerId)).toBe('paused');
  must(await providers.pauseProvider((await resume(runtime, people.lead.cookie)).actor, 'resume'));
  expect(await standing(runtime, providerId)).toBe('approved');
});

test('routing takes a renewal for filed only while it is with the office, and rests on no rejected application', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = await approvedProvider(runtime, people, ransomware, '2027-03-31');
  const { providers } = runtime.services;
  const serviceClock = createServiceClocks(suedwestsachsen.holidays, routingRulesV1);
  const filed = async () => {
    const [provider] = await readProviderPool(runtime.database, { zone: 'Europe/Berlin', serviceClock }, runtime.clock.now(), [providerId]);
    const proof = provider?.proofs.find((one) => one.item === 'V2');
    return [proof?.validUntil, proof?.renewalFiled];
  };
  runtime.clock.advance(1);
  const lead = (await resume(runtime, people.lead.cookie)).actor;
  must(await providers.applyAsProvider(lead));
  await handInDocument(runtime, lead, 'V2');
  must(await providers.saveVettingItem(lead, proof('V2', ransomware, '2028-03-31')));
  expect(await filed()).toEqual(['2027-03-31', false]);
  await applyWithEverything(runtime, lead, ransomware);
  expect(await filed()).toEqual(['2027-03-31', true]);

  await reviewEverything(runtime, (await resume(runtime, people.reviewerA.cookie)).actor, providerId);
  const b = await stepUp(runtime, await signInAgain(runtime, people.reviewerB));
  must(await providers.decideApplication(b.session.actor, providerId, { verdict: 'reject', granted: [], conditions: [], reason: 'unreliable', words: '' }));
  expect(await filed()).toEqual(['2027-03-31', false]);
});

test('who disagrees says why: the reviewer reads it, the provider never does', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = people.lead.organisationId;
  const { providers } = runtime.services;
  await applyWithEverything(runtime, people.lead.session.actor, ransomware);
  await reviewEverything(runtime, people.reviewerA.session.actor, providerId);
  const b = await stepUp(runtime, people.reviewerB);
  const disagreeing = { verdict: 'disagree', granted: [], conditions: [], reason: null } as const;
  expect(await providers.decideApplication(b.session.actor, providerId, { ...disagreeing, words: '' })).toMatchObject({ refusal: { code: 'invalid_input', fields: { words: ['wordsRequired'] } } });
  must(await providers.decideApplication(b.session.actor, providerId, { ...disagreeing, words: 'V7: die Nummer stimmt nicht.' }));

  const seen = must(await providers.openReview(people.reviewerA.session.actor, providerId));
  expect(seen.application).toMatchObject({ state: 'in_review', verdict: { verdict: 'disagree', words: 'V7: die Nummer stimmt nicht.', by: b.userId } });
  expect(must(await providers.readOwnVetting(people.lead.session.actor)).application?.verdict).toBeNull();
  const row = await runtime.database.vetting.findFirstOrThrow({ where: { providerId } });
  expect(Buffer.from(row.verdictBox ?? []).includes('die Nummer')).toBe(false);
  expect(row.verdictBox).not.toBeNull();
});

test('who is rejected reads the reason and the words, and may apply again', async () => {
  await using runtime = await createTestRuntime();
  const people = await vettingPeople(runtime);
  const providerId = people.lead.organisationId;
  const { providers } = runtime.services;
  await applyWithEverything(runtime, people.lead.session.actor, ransomware);
  await reviewEverything(runtime, people.reviewerA.session.actor, providerId);
  const b = await stepUp(runtime, people.reviewerB);
  const rejecting = { verdict: 'reject', granted: [], conditions: [], words: 'Bitte belegen Sie drei Fälle.' } as const;
  expect(await providers.decideApplication(b.session.actor, providerId, { ...rejecting, reason: null })).toMatchObject({ refusal: { fields: { reason: ['choose'] } } });
  must(await providers.decideApplication(b.session.actor, providerId, { ...rejecting, reason: 'capability_unproven' }));

  const own = must(await providers.readOwnVetting(people.lead.session.actor));
  expect(own.mayApply).toBe(true);
  expect(own.ended).toMatchObject({ state: 'rejected', verdict: { reason: 'capability_unproven', words: 'Bitte belegen Sie drei Fälle.' } });
});

import { expect, test } from 'vitest';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { intakeFields } from '#app/domain/triage/fields.ts';
import { foundAndSignIn, registerAndSignIn, resume } from '../support/people.ts';
import { fillDraft, posted, ransomwareAnswers, sendReport } from '../support/reports.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { approvedProvider, vettingPeople } from '../support/vetting.ts';

const now = '2026-11-23T09:00:00Z';

/** Everything of a case that the office may read, as one text. */
async function officeVisible(runtime: TestRuntime, caseId: string): Promise<string> {
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId }, include: { events: true, deadlines: true } });
  const tasks = await runtime.database.dutyTask.findMany({ where: { caseId } });
  const mails = await runtime.database.outboxMessage.findMany();
  return JSON.stringify([{ ...row, callbackBox: null }, tasks, mails.map(({ data, notice }) => ({ data, notice }))]);
}

test('a draft is sealed: no answer stands in the database in plain text', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const caseId = await fillDraft(runtime, person.session);
  const stored = await runtime.database.case.findFirstOrThrow({ where: { id: caseId }, include: { incident: true } });
  const bytes = Buffer.from(stored.incident?.sealedReport ?? []).toString('latin1');
  expect(bytes.length).toBeGreaterThan(200);
  for (const word of ['Zeppelin', 'Quitte', 'ransomware', 'stopped', 'Amsel']) expect(bytes).not.toContain(word);
  expect(stored).toMatchObject({ state: 'draft', facts: '{}', kind: null, severity: null, callbackBox: null, reference: null });
  expect(await officeVisible(runtime, caseId)).not.toContain('ransomware');
});

test('a draft is read by its writer alone, a sent report by every confirmed colleague', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const caseId = await fillDraft(runtime, person.session);
  const grants = () => runtime.database.subjectKeyGrant.findMany({ where: { subjectId: caseId } });
  expect(await grants()).toMatchObject([{ recipientKind: 'user', recipientId: person.userId }]);
  const session = await resume(runtime, person.cookie);
  expect(await runtime.services.incidents.submitReport(session.actor, session.keys, caseId)).toMatchObject({ ok: true });
  expect(await grants()).toMatchObject([{ recipientKind: 'organisation', recipientId: person.organisationId, awaitingRelease: false }]);
  const list = await runtime.services.incidents.listCases(person.session.actor, (await resume(runtime, person.cookie)).keys);
  expect(list).toMatchObject({ ok: true, value: { drafts: [], running: [{ title: 'Planted-Titel-Zeppelin' }] } });
});

test('sending does everything at once: states, reference, severity, facts, call-back, consent, periods, log, mails', async () => {
  await using runtime = await createTestRuntime({ now });
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' });
  const duty = await foundAndSignIn(runtime, { type: 'office', role: 'office.duty' });
  const person = await registerAndSignIn(runtime);
  const { caseId, reference } = await sendReport(runtime, person.session);
  const sentAt = runtime.clock.now();

  expect(reference).toBe('GL-2026-0001');
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId }, include: { events: { orderBy: { sequence: 'asc' } }, deadlines: true } });
  expect(row).toMatchObject({ state: 'ready', kind: 'ransomware', severity: 'S1', district: 'zwickau', sizeClass: 'micro', reference });
  expect([row.reportedAt, row.nextActionAt]).toEqual([sentAt, sentAt]);
  expect(row.noticedAt?.toISOString()).toBe('2026-11-23T07:15:00.000Z');
  expect(JSON.parse(row.facts)).toMatchObject({ operation: 'stopped', insurer: 'free', routingWanted: true } satisfies Partial<ReportFacts>);
  expect((JSON.parse(row.reasons) as { code: string }[]).map((one) => one.code)).toContain('operation_stopped');
  expect(JSON.parse(row.consent)).toMatchObject({ routingWanted: true, releaseMode: 'after_confirmation', textVersion: '2026-11', at: sentAt.toISOString(), givenBy: person.userId });
  expect(row.events.map(({ sequence, event, toState }) => [sequence, event, toState])).toEqual([
    [1, 'submit', 'reported'],
    [2, 'begin_triage', 'in_triage'],
    [3, 'make_ready', 'ready'],
  ]);
  const duties = row.deadlines.map((one) => [(JSON.parse(one.data) as { duty: string }).duty, one.state, one.dueAt.toISOString()]);
  expect(duties).toContainEqual(['gdpr_authority', 'open', '2026-11-26T07:15:00.000Z']);
  expect(duties).toContainEqual(['insurer_notice', 'open', '2026-11-23T07:15:00.000Z']);

  const entries = await runtime.database.auditEntry.findMany({ where: { objectId: caseId }, orderBy: { sequence: 'asc' } });
  expect(entries.map(({ event, reason }) => [event, reason])).toEqual([
    ['case.drafted', null],
    ['case.reported', 'submit'],
    ['case.changed_state', 'begin_triage'],
    ['case.changed_state', 'make_ready'],
  ]);
  const mails = await runtime.database.outboxMessage.findMany({ where: { notice: { in: ['case_received', 'office_case_reported', 'duty_informed'] } } });
  expect(new Map(mails.map((mail) => [mail.notice, mail.userId]))).toEqual(new Map([['case_received', person.userId], ['office_case_reported', office.userId], ['duty_informed', duty.userId]]));
});

test('what the office can read holds no sealed answer and no call-back data', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, person.session);
  const visible = await officeVisible(runtime, caseId);
  for (const field of intakeFields.filter((one) => one.class !== 'triage_fact' && one.id !== 'siteId')) {
    const value = ransomwareAnswers[field.id];
    expect(typeof value, field.id).toBe('string');
    expect(visible, field.id).not.toContain(`"${field.id}"`);
    expect(visible, field.id).not.toContain(String(value));
  }
  const sealed = await runtime.database.incident.findFirstOrThrow({ where: { caseId } });
  expect(Buffer.from(sealed.sealedReport).toString('latin1')).not.toContain('Planted');
});

test('a refused transaction leaves the draft as it was', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const caseId = await fillDraft(runtime, person.session);
  // The log is the last but one thing that is written; here it cannot be.
  await runtime.database.$executeRawUnsafe(`CREATE TRIGGER stop_audit BEFORE INSERT ON "AuditEntry" WHEN NEW."reason" = 'make_ready' BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
  await expect(runtime.services.incidents.submitReport(person.session.actor, person.session.keys, caseId)).rejects.toThrow();
  await runtime.database.$executeRawUnsafe('DROP TRIGGER stop_audit');
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId }, include: { events: true, deadlines: true } });
  expect(row).toMatchObject({ state: 'draft', reference: null, facts: '{}', events: [], deadlines: [] });
  const session = await resume(runtime, person.cookie);
  expect(await runtime.services.incidents.submitReport(session.actor, session.keys, caseId)).toMatchObject({ ok: true, value: { reference: 'GL-2026-0001' } });
});

test('twenty identical posts make one draft, and twenty sendings one case', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { incidents } = runtime.services;
  const { actor, keys } = person.session;
  const drafts = await Promise.all(Array.from({ length: 20 }, () => incidents.createDraft(actor, keys, { idempotencyKey: 'one-form-key-000', locale: 'de' })));
  expect(new Set(drafts.map((one) => (one.ok ? one.value.caseId : one.refusal.code))).size).toBe(1);
  expect(await runtime.database.case.count()).toBe(1);

  const caseId = await fillDraft(runtime, person.session);
  const sent = await Promise.all(Array.from({ length: 20 }, () => incidents.submitReport(actor, keys, caseId)));
  expect(new Set(sent.map((one) => (one.ok ? one.value.reference : one.refusal.code)))).toEqual(new Set(['GL-2026-0001']));
  expect(await runtime.database.caseEvent.count({ where: { caseId } })).toBe(3);
  expect(await runtime.database.outboxMessage.count({ where: { notice: 'case_received' } })).toBe(1);
});

test('forty reports of two companies at once have forty different numbers', async () => {
  await using runtime = await createTestRuntime({ now });
  const people = [await registerAndSignIn(runtime), await registerAndSignIn(runtime, { organisationName: 'Metallbau Lenk' })];
  const references = await Promise.all(Array.from({ length: 40 }, (_, at) => sendReport(runtime, people[at % 2]!.session).then((one) => one.reference)));
  expect(new Set(references).size).toBe(40);
  expect([...references].sort().at(-1)).toBe('GL-2026-0040');
});

test('another company finds nothing, neither draft nor sent report', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const stranger = await registerAndSignIn(runtime, { organisationName: 'Metallbau Lenk' });
  const { incidents } = runtime.services;
  const draftId = await fillDraft(runtime, person.session);
  const { caseId } = await sendReport(runtime, person.session);
  const { actor, keys } = stranger.session;
  const absent = { ok: false, refusal: { code: 'not_found' } };
  for (const id of [draftId, caseId, 'no-such-case']) {
    expect(await incidents.readStep(actor, keys, id, 'reach')).toEqual(absent);
    expect(await incidents.saveStep(actor, keys, { caseId: id, step: 'reach', posted: posted(ransomwareAnswers) })).toEqual(absent);
    expect(await incidents.submitReport(actor, keys, id)).toEqual(absent);
    expect(await incidents.discardDraft(actor, id)).toEqual(absent);
    expect(await incidents.readSent(actor, id)).toEqual(absent);
    expect(await incidents.raiseSeverity(actor, { caseId: id, severity: 'S1', reason: 'spreading' })).toEqual(absent);
  }
  expect(await incidents.listCases(actor, keys)).toMatchObject({ ok: true, value: { drafts: [], running: [], over: [] } });
});

test('without consent to routing the case is self-help and nobody is asked', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, person.session, { routingWanted: 'no' });
  expect(await runtime.database.case.findFirst({ where: { id: caseId } })).toMatchObject({ state: 'self_help', severity: 'S1', nextActionAt: null });
});

test('a case that is not urgent waits for the office, with a task that is due; a raise sends it to routing', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const mild = { kind: 'lost_device', operation: 'running', servers: 'none', personalData: 'unknown', deviceEncrypted: 'yes', passwordsEntered: 'no' };
  const { caseId } = await sendReport(runtime, person.session, mild);
  const found = () => runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  expect(await found()).toMatchObject({ state: 'in_triage', severity: 'S3', nextActionAt: null });
  expect(await runtime.database.dutyTask.findMany({ where: { caseId } })).toMatchObject([{ kind: 'decide_triage', doneAt: null }]);

  runtime.clock.advance(5);
  const { incidents } = runtime.services;
  const { actor } = (await resume(runtime, person.cookie));
  expect(await incidents.raiseSeverity(actor, { caseId, severity: 'S3', reason: 'spreading' })).toMatchObject({ ok: false, refusal: { detail: 'not_higher' } });
  expect(await incidents.raiseSeverity(actor, { caseId, severity: 'S2', reason: 'spreading' })).toEqual({ ok: true, value: null });
  expect(await found()).toMatchObject({ state: 'ready', severity: 'S2', nextActionAt: runtime.clock.now() });
  expect(await runtime.database.dutyTask.findMany({ where: { caseId } })).toMatchObject([{ outcome: 'severity_raised' }]);
  expect(await runtime.database.auditEntry.findMany({ where: { objectId: caseId, event: 'case.severity_changed' } })).toMatchObject([{ reason: 'spreading', actorId: person.userId }]);
});

test('corrected facts move the periods and keep the old values', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, person.session);
  const later = { ...ransomwareAnswers, noticedAtTime: '07:45' };
  const { incidents } = runtime.services;
  for (let again = 0; again < 2; again += 1) {
    expect(await incidents.correctFacts(person.session.actor, { caseId, step: 'when_and_where', posted: posted(later) })).toEqual({ ok: true, value: null });
  }
  const rows = await runtime.database.deadline.findMany({ where: { caseId }, orderBy: { dueAt: 'asc' } });
  const gdpr = rows.filter((row) => (JSON.parse(row.data) as { duty: string }).duty === 'gdpr_authority');
  expect(gdpr.map(({ state, dueAt }) => [state, dueAt.toISOString()])).toEqual([
    ['open', '2026-11-26T06:45:00.000Z'],
    ['superseded', '2026-11-26T07:15:00.000Z'],
  ]);
});

test('a page with faults stores nothing and names each fault', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { incidents } = runtime.services;
  const { actor, keys } = person.session;
  const caseId = await fillDraft(runtime, person.session);
  const refused = await incidents.saveStep(actor, keys, { caseId, step: 'when_and_where', posted: posted({ noticedAtDate: '2026-12-19', noticedAtTime: '', ongoing: 'perhaps' }) });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'invalid_input', fields: { noticedAtTime: ['time'], ongoing: ['invalid'], district: ['choose'] } } });
  const future = await incidents.saveStep(actor, keys, { caseId, step: 'when_and_where', posted: posted({ ...ransomwareAnswers, noticedAtDate: '2026-12-19' }) });
  expect(future).toMatchObject({ ok: false, refusal: { fields: { noticedAtDate: ['dateInFuture'] } } });
  const read = await incidents.readStep(actor, keys, caseId, 'when_and_where');
  expect(read).toMatchObject({ ok: true, value: { answers: { noticedAt: '2026-11-23T07:15:00.000Z', district: 'zwickau' } } });
});

test('a draft that misses an answer is not sent', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const { actor, keys } = person.session;
  const created = await runtime.services.incidents.createDraft(actor, keys, { idempotencyKey: runtime.random.id(), locale: 'de', kind: 'data_leak' });
  if (!created.ok) throw new Error(created.refusal.code);
  const sent = await runtime.services.incidents.submitReport(actor, keys, created.value.caseId);
  expect(sent).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  expect(await runtime.database.case.findFirst()).toMatchObject({ state: 'draft', reference: null });
});

test('a discarded draft leaves neither report nor key', async () => {
  await using runtime = await createTestRuntime({ now });
  const person = await registerAndSignIn(runtime);
  const caseId = await fillDraft(runtime, person.session);
  const { incidents } = runtime.services;
  for (let again = 0; again < 2; again += 1) expect(await incidents.discardDraft(person.session.actor, caseId)).toEqual(again === 0 ? { ok: true, value: null } : expect.anything());
  expect(await runtime.database.incident.count()).toBe(0);
  expect(await runtime.database.subjectKeyGrant.count({ where: { subjectId: caseId } })).toBe(0);
  expect(await incidents.listCases(person.session.actor, person.session.keys)).toMatchObject({ ok: true, value: { drafts: [], over: [] } });
  const { caseId: sentId } = await sendReport(runtime, person.session);
  expect(await incidents.discardDraft(person.session.actor, sentId)).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});

test('the office opens nothing of a report', async () => {
  await using runtime = await createTestRuntime({ now });
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' });
  const person = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, person.session);
  const opened = await office.session.keys.open({ kind: 'case', id: caseId, organisationId: person.organisationId });
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'key_missing' } });
});

test('an immediate release seals an urgent case to the providers that may have it, and to nobody without consent', async () => {
  await using runtime = await createTestRuntime({ now });
  const providerId = await approvedProvider(runtime, await vettingPeople(runtime), [{ capability: 'ransomware', level: 3 }]);
  await runtime.database.provider.updateMany({ data: { published: true, verifiedChannels: 2, hasVoiceChannel: true, channelTestAt: runtime.clock.now(), districts: JSON.stringify(['zwickau']) } });
  const person = await registerAndSignIn(runtime);
  const grants = (caseId: string) => runtime.database.subjectKeyGrant.findMany({ where: { subjectId: caseId, recipientId: { not: person.organisationId } } });

  const released = await sendReport(runtime, person.session, { noticedAtDate: '2026-11-22', releaseMode: 'immediate' });
  expect(await grants(released.caseId)).toMatchObject([{ recipientKind: 'organisation', recipientId: providerId, awaitingRelease: true, liftedAt: null }]);
  expect(await runtime.database.auditEntry.findMany({ where: { event: 'key.granted', objectId: released.caseId } })).toMatchObject([{ organisationId: providerId, reason: 'immediate_release' }]);

  const careful = await sendReport(runtime, person.session, { noticedAtDate: '2026-11-22', releaseMode: 'after_confirmation' });
  expect(await grants(careful.caseId)).toEqual([]);
  const excluded = await sendReport(runtime, person.session, { noticedAtDate: '2026-11-22', releaseMode: 'immediate', excludedProviderIds: [providerId] });
  expect(await grants(excluded.caseId)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { assignedCase, must, refusalOf } from '#tests/support/case-scenes.ts';
import { foundAndSignIn, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import type { PostedAnswers } from '#tests/support/reports.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** One device, nothing stands still: S3, so the office looks first. */
const mild = { kind: 'malware', operation: 'running', standstill: [], devices: 'one', servers: 'none', sites: 'one', ongoing: 'no', intruderActive: 'no', personalData: 'no', deviceEncrypted: 'no', passwordsEntered: 'no', ransomDemand: 'no', backups: 'yes' };

type Scene = { readonly office: TestPerson; readonly company: TestPerson; readonly caseId: string };

async function reported(runtime: TestRuntime, answers: PostedAnswers): Promise<Scene> {
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' });
  const company = await registerAndSignIn(runtime);
  return { office, company, caseId: (await sendReport(runtime, company.session, answers)).caseId };
}

const caseOf = (runtime: TestRuntime, caseId: string) => runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
const openTasks = async (runtime: TestRuntime, caseId: string) => (await runtime.database.dutyTask.findMany({ where: { caseId, doneAt: null } })).map((task) => task.kind);

describe('self-help', () => {
  test('is chosen in triage, and help can be asked for afterwards: the office looks again', async () => {
    await using runtime = await createTestRuntime();
    const { company, caseId } = await reported(runtime, mild);
    const { actor, keys } = company.session;
    const { cases } = runtime.services;
    expect(must(await cases.chooseSelfHelp(actor, keys, { caseId })).state).toBe('self_help');
    expect(await openTasks(runtime, caseId)).toEqual([]);
    expect(await cases.requestHelp(actor, keys, { caseId, consent: false })).toMatchObject({ refusal: { fields: { consent: ['tick'] } } });
    expect(must(await cases.requestHelp(actor, keys, { caseId, consent: true })).state).toBe('in_triage');
    expect(await openTasks(runtime, caseId)).toEqual(['decide_triage']);
    expect(await runtime.database.caseTimer.count({ where: { caseId, doneAt: null } })).toBe(0);
  });

  test('of an urgent case goes to routing at once when help is asked for, with the consent stored', async () => {
    await using runtime = await createTestRuntime();
    const { company, caseId } = await reported(runtime, { routingWanted: 'no' });
    expect((await caseOf(runtime, caseId)).state).toBe('self_help');
    must(await runtime.services.cases.requestHelp(company.session.actor, company.session.keys, { caseId, consent: true }));
    const row = await caseOf(runtime, caseId);
    expect(row).toMatchObject({ state: 'ready', nextActionAt: runtime.clock.now() });
    expect(JSON.parse(row.consent)).toMatchObject({ routingWanted: true, releaseMode: 'after_confirmation', givenBy: company.userId });
    expect(JSON.parse(row.facts)).toMatchObject({ routingWanted: true });
    expect(await runtime.database.dutyTask.count({ where: { caseId } })).toBe(0);
  });
});

test('a question of the office is answered in the channel that it reads, and the case is looked at again', async () => {
  await using runtime = await createTestRuntime();
  const { office, company, caseId } = await reported(runtime, mild);
  const { actor, keys } = company.session;
  expect(refusalOf(await runtime.services.cases.answerQuery(actor, keys, { caseId, text: 'Zu früh' }))).toBe('wrong_state');
  must(await runtime.services.office.decideCase(office.session.actor, { caseId, decision: 'ask', taskId: '', providerId: '', companyConsents: false, question: 'Welches Gerät?', survivingReference: '' }));
  expect(await openTasks(runtime, caseId)).toEqual([]);
  expect(await runtime.services.cases.answerQuery(actor, keys, { caseId, text: ' ' })).toMatchObject({ refusal: { fields: { text: ['required'] } } });
  expect(await runtime.database.officeNote.count({ where: { caseId } })).toBe(1);
  expect(must(await runtime.services.cases.answerQuery(actor, keys, { caseId, text: 'Der Rechner am Empfang.' })).state).toBe('in_triage');
  expect(await openTasks(runtime, caseId)).toEqual(['decide_triage']);
  const seen = must(await runtime.services.office.openOfficeCase(office.session.actor, caseId));
  expect(seen.notes.map((note) => note.text).sort()).toEqual(['Der Rechner am Empfang.', 'Welches Gerät?']);
});

test('a case that is handed to somebody outside ends with its target as a code and its words sealed', async () => {
  await using runtime = await createTestRuntime();
  const { company, caseId } = await reported(runtime, mild);
  const { actor, keys } = company.session;
  const { cases } = runtime.services;
  expect(await cases.referOut(actor, keys, { caseId, target: 'somebody', passedOn: 'x' })).toMatchObject({ refusal: { fields: { target: ['choose'] } } });
  expect(await cases.referOut(actor, keys, { caseId, target: 'insurer', passedOn: '' })).toMatchObject({ refusal: { fields: { passedOn: ['required'] } } });
  expect(must(await cases.referOut(actor, keys, { caseId, target: 'insurer', passedOn: 'Planted-Abgabe-Lerche' })).state).toBe('referred_out');
  const last = await runtime.database.caseEvent.findFirst({ where: { caseId }, orderBy: { sequence: 'desc' } });
  expect(last).toMatchObject({ event: 'refer_out', reason: 'insurer', actorKind: 'company' });
  expect(JSON.stringify(await runtime.database.caseEvent.findMany({ where: { caseId } }))).not.toContain('Planted');
  expect(must(await cases.readHistory(actor, keys, 'company', caseId)).entries[0]?.note).toBe('Planted-Abgabe-Lerche');
});

describe('a false alarm', () => {
  test('is declared by the company alone while no provider leads', async () => {
    await using runtime = await createTestRuntime();
    const { company, caseId } = await reported(runtime, mild);
    const { actor, keys } = company.session;
    expect(await runtime.services.cases.declareFalseAlarm(actor, keys, { caseId, reason: 'because' })).toMatchObject({ refusal: { fields: { reason: ['choose'] } } });
    expect(must(await runtime.services.cases.declareFalseAlarm(actor, keys, { caseId, reason: 'exercise' })).state).toBe('false_alarm');
    expect(await openTasks(runtime, caseId)).toEqual([]);
  });

  test('needs the word of the provider that leads, and changes nothing without it', async () => {
    await using runtime = await createTestRuntime();
    const { caseId, company } = await assignedCase(runtime);
    const { actor, keys } = company.session;
    const before = await caseOf(runtime, caseId);
    expect(await runtime.services.cases.declareFalseAlarm(actor, keys, { caseId, reason: 'no_incident' })).toMatchObject({ refusal: { code: 'wrong_state', detail: 'provider_agrees' } });
    expect(await caseOf(runtime, caseId)).toEqual(before);
  });
});

test('a stranger can do none of it', async () => {
  await using runtime = await createTestRuntime();
  const { caseId } = await reported(runtime, mild);
  const { actor, keys } = (await registerAndSignIn(runtime, { organisationName: 'Fremde GmbH' })).session;
  const { cases } = runtime.services;
  const asked = [
    await cases.chooseSelfHelp(actor, keys, { caseId }),
    await cases.requestHelp(actor, keys, { caseId, consent: true }),
    await cases.answerQuery(actor, keys, { caseId, text: 'x' }),
    await cases.referOut(actor, keys, { caseId, target: 'police', passedOn: 'x' }),
    await cases.declareFalseAlarm(actor, keys, { caseId, reason: 'exercise' }),
  ];
  expect(asked.map(refusalOf)).toEqual(asked.map(() => 'not_found'));
});

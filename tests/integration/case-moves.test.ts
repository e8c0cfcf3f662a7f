import { describe, expect, test } from 'vitest';
import { addProvider } from '#tests/support/cases.ts';
import { must } from '#tests/support/case-scenes.ts';
import { foundAndSignIn, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** One device, nothing stands still: S3, so the office looks first. The company may be covered by the BSI act. */
const mild = { kind: 'malware', operation: 'running', standstill: [], devices: 'one', servers: 'none', sites: 'one', ongoing: 'no', intruderActive: 'no', personalData: 'no', deviceEncrypted: 'no', passwordsEntered: 'no', ransomDemand: 'no', backups: 'yes', nis2Scope: 'important' };

type Scene = { readonly office: TestPerson; readonly officer: TestPerson; readonly company: TestPerson };

async function people(runtime: TestRuntime): Promise<Scene> {
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' });
  const officer = await foundAndSignIn(runtime, { type: 'office', role: 'office.duty', organisationName: 'Bereitschaft' });
  return { office, officer, company: await registerAndSignIn(runtime) };
}

/** What hangs on a case, without ids. */
async function whatHangsOn(runtime: TestRuntime, caseId: string) {
  const { database } = runtime;
  const row = await database.case.findFirstOrThrow({ where: { id: caseId } });
  const tasks = await database.dutyTask.findMany({ where: { caseId } });
  const periods = await database.deadline.findMany({ where: { caseId }, orderBy: [{ dueAt: 'asc' }, { state: 'asc' }] });
  return {
    state: row.state,
    severity: row.severity,
    wakes: row.nextActionAt,
    tasks: tasks.map((task) => [task.kind, task.doneAt !== null]),
    periods: periods.map((one) => [(JSON.parse(one.data) as { duty: string }).duty, one.state, one.reason]),
  };
}

function dutyMails(runtime: TestRuntime, officer: TestPerson) {
  return runtime.database.outboxMessage.count({ where: { notice: 'duty_informed', userId: officer.userId } });
}

describe('a severity', () => {
  test('raised by the office sends a case of triage to routing, ends its task, moves its periods and tells company and duty', async () => {
    await using runtime = await createTestRuntime();
    const { office, officer, company } = await people(runtime);
    await addProvider(runtime);
    const { caseId } = await sendReport(runtime, company.session, mild);
    expect(await whatHangsOn(runtime, caseId)).toMatchObject({ state: 'in_triage', severity: 'S3', tasks: [['decide_triage', false]] });

    must(await runtime.services.office.changeSeverity(office.session.actor, { caseId, severity: 'S2', reason: 'clarified_by_phone' }));
    const after = await whatHangsOn(runtime, caseId);
    expect(after).toMatchObject({ state: 'ready', severity: 'S2', wakes: runtime.clock.now(), tasks: [['decide_triage', true]] });
    expect(after.periods).toContainEqual(['nis2_early_warning', 'superseded', 'nis2_entity_significance_to_be_weighed']);
    expect(after.periods).toContainEqual(['nis2_early_warning', 'open', 'nis2_entity_significant_incident']);
    expect(await runtime.database.outboxMessage.count({ where: { notice: 'case_state_changed', userId: company.userId } })).toBe(1);
    expect(await dutyMails(runtime, officer)).toBe(1);

    await runtime.services.matching.advanceRouting();
    expect((await runtime.database.case.findFirstOrThrow({ where: { id: caseId } })).state).toBe('matching');
    expect(await runtime.database.offer.count({ where: { caseId, state: 'sent' } })).toBe(1);
  });

  test('has the same consequences whoever raises it', async () => {
    await using runtime = await createTestRuntime();
    const { office, company } = await people(runtime);
    const byOffice = (await sendReport(runtime, company.session, mild)).caseId;
    const byCompany = (await sendReport(runtime, company.session, mild)).caseId;
    must(await runtime.services.office.changeSeverity(office.session.actor, { caseId: byOffice, severity: 'S1', reason: 'spreading' }));
    must(await runtime.services.incidents.raiseSeverity(company.session.actor, { caseId: byCompany, severity: 'S1', reason: 'spreading' }));
    expect(await whatHangsOn(runtime, byOffice)).toEqual(await whatHangsOn(runtime, byCompany));
  });

  test('lowered by the office takes the periods back with it, and what the company sets afterwards is weighed against it', async () => {
    await using runtime = await createTestRuntime();
    const { office, company } = await people(runtime);
    const { caseId } = await sendReport(runtime, company.session, { ...mild, operation: 'stopped', standstill: ['production'] });
    expect((await whatHangsOn(runtime, caseId)).severity).toBe('S1');
    must(await runtime.services.office.changeSeverity(office.session.actor, { caseId, severity: 'S3', reason: 'already_contained' }));
    const after = await whatHangsOn(runtime, caseId);
    expect(after.periods.filter(([duty]) => duty === 'nis2_report').map(([, state]) => state).sort()).toEqual(['possible', 'superseded']);
    expect(await runtime.services.incidents.raiseSeverity(company.session.actor, { caseId, severity: 'S3', reason: 'spreading' })).toMatchObject({ refusal: { detail: 'not_higher' } });
    must(await runtime.services.incidents.raiseSeverity(company.session.actor, { caseId, severity: 'S2', reason: 'spreading' }));
    expect((await whatHangsOn(runtime, caseId)).severity).toBe('S2');
  });

  test('that is refused leaves no trace, not even the time of a change', async () => {
    await using runtime = await createTestRuntime();
    const { office, company } = await people(runtime);
    const { caseId } = await sendReport(runtime, company.session, mild);
    const before = await runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
    runtime.clock.advance(5);
    expect(await runtime.services.office.changeSeverity(office.session.actor, { caseId, severity: 'S3', reason: 'spreading' })).toMatchObject({ refusal: { detail: 'unchanged' } });
    expect(await runtime.database.case.findFirstOrThrow({ where: { id: caseId } })).toEqual(before);
  });

  test('raised while a provider is expected to call never asks about it before the promised time', async () => {
    await using runtime = await createTestRuntime();
    const { office, company } = await people(runtime);
    const provider = await addProvider(runtime);
    const { caseId } = await sendReport(runtime, company.session, mild);
    must(await runtime.services.office.decideCase(office.session.actor, { caseId, decision: 'make_ready', taskId: '', providerId: '', companyConsents: false, question: '', survivingReference: '' }));
    const { matching } = runtime.services;
    await matching.advanceRouting();
    const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId } });
    must(await matching.acceptOffer(provider.actor, offer.id));
    const promised = new Date(must(await matching.confirmOffer(provider.actor, offer.id)).firstContactDue);
    runtime.clock.advance(1);
    must(await runtime.services.office.changeSeverity(office.session.actor, { caseId, severity: 'S1', reason: 'spreading' }));
    const asked = () => runtime.database.dutyTask.count({ where: { caseId, kind: 'first_contact_missed' } });
    runtime.clock.moveTo(new Date(promised.getTime() - 1000));
    await matching.advanceRouting();
    expect(await asked()).toBe(0);
    expect((await runtime.database.assignment.findFirstOrThrow({ where: { caseId } })).firstContactDue).toEqual(promised);
    runtime.clock.moveTo(promised);
    await matching.advanceRouting();
    expect(await asked()).toBe(1);
  });
});

describe('every end of a case in triage', () => {
  const decide = (decision: string, more: object = {}) =>
    async (runtime: TestRuntime, { office }: Scene, caseId: string) =>
      runtime.services.office.decideCase(office.session.actor, { caseId, decision, taskId: '', providerId: '', companyConsents: true, question: '', survivingReference: '', ...more });
  const ends: readonly [string, (runtime: TestRuntime, scene: Scene, caseId: string) => Promise<unknown>][] = [
    ['withdrawn', (runtime, { company }, caseId) => runtime.services.cases.withdrawCase(company.session.actor, company.session.keys, { caseId })],
    ['referred_out', decide('refer:police')],
    ['false_alarm', decide('false_alarm:no_incident')],
    ['duplicate', decide('duplicate', { survivingReference: 'GL-2026-0001' })],
  ];
  test.each(ends)('ends the tasks of the office and the mails that wait: %s', async (state, end) => {
    await using runtime = await createTestRuntime();
    const scene = await people(runtime);
    await sendReport(runtime, scene.company.session, mild);
    const { caseId } = await sendReport(runtime, scene.company.session, mild);
    must((await end(runtime, scene, caseId)) as ReturnType<typeof Object>);
    expect((await whatHangsOn(runtime, caseId)).state).toBe(state);
    expect(await runtime.database.dutyTask.findMany({ where: { caseId } })).toMatchObject([{ kind: 'decide_triage', doneAt: runtime.clock.now() }]);
    const done = await runtime.database.auditEntry.findMany({ where: { event: 'duty.task_done' } });
    expect(done).toHaveLength(1);
    const waiting = await runtime.database.outboxMessage.findMany({ where: { state: 'pending', data: { contains: caseId } } });
    expect(waiting.map((mail) => mail.notice).filter((notice) => notice !== 'case_closed' && notice !== 'office_case_changed')).toEqual([]);
  });
});

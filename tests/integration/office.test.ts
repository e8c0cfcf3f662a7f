import { expect, test } from 'vitest';
import type { Member } from '#app/domain/access/actor.ts';
import type { AuditEventName } from '#app/domain/audit/events.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { LogQuery } from '#app/features/audit/form.ts';
import { wireAudit } from '#app/server/wiring/audit.ts';
import { createCompany, createTestBase } from '../support/key-holders.ts';
import { foundAndSignIn, registerAndSignIn } from '../support/people.ts';
import type { TestPerson } from '../support/people.ts';
import { createTestRuntime } from '../support/runtime.ts';
import type { TestRuntime } from '../support/runtime.ts';
import { sendReport } from '../support/reports.ts';
import { must } from '../support/vetting.ts';

const planted = 'ZINNWALDER-LAGERHALLE-GEHEIM';
/** A case for the office: one device, nothing stands still. */
const mild = { kind: 'malware', operation: 'running', standstill: [], devices: 'one', servers: 'none', sites: 'one', ongoing: 'no', intruderActive: 'no', personalData: 'no', deviceEncrypted: 'no', passwordsEntered: 'no', ransomDemand: 'no', backups: 'yes' };
const everything = { district: null, severities: null };

test('the board shows facts of running cases and nothing that was sealed', async () => {
  await using runtime = await createTestRuntime();
  const { office, caseId } = await reportedCase(runtime, 'S3');
  const services = runtime.services.office;
  const board = must(await services.readBoard(office.session.actor, everything));
  expect(board.columns.new).toMatchObject([{ reference: 'GL-2026-0001', kind: 'malware', severity: 'S3', district: 'zwickau', owner: { owner: 'office', next: 'decide_triage' } }]);
  const opened = must(await services.openOfficeCase(office.session.actor, caseId));
  expect(opened.company.name).toBe('Tischlerei Seidel');
  expect(JSON.stringify([board, opened])).not.toContain(planted);
  expect(must(await services.readBoard(office.session.actor, { district: 'chemnitz', severities: null })).shown).toBe(0);
});

test('the office is refused by every use case that opens content', async () => {
  await using runtime = await createTestRuntime();
  const { office, caseId } = await reportedCase(runtime, 'S3');
  const { actor, keys } = office.session;
  const { cases } = runtime.services;
  const attempts = await Promise.all([
    cases.openCompanyCase(actor, keys, caseId),
    cases.listMessages(actor, keys, 'company', caseId),
    cases.listExhibits(actor, keys, 'company', caseId),
    cases.openProviderCase(actor, keys, caseId),
    cases.listMessages(actor, keys, 'provider', caseId),
  ]);
  expect(attempts.every((attempt) => !attempt.ok && ['not_allowed', 'not_found'].includes(attempt.refusal.code))).toBe(true);
  const subject = { kind: 'case', id: caseId, organisationId: office.organisationId } as const;
  expect(await keys.open(subject)).toMatchObject({ ok: false, refusal: { code: 'key_missing' } });
});

test('who does not work in the office sees no board', async () => {
  await using runtime = await createTestRuntime();
  const { company, office, caseId } = await reportedCase(runtime, 'S3');
  const services = runtime.services.office;
  expect(await services.readBoard(company.session.actor, everything)).toMatchObject({ ok: false });
  expect(await services.openOfficeCase(company.session.actor, caseId)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
  expect(await services.readBoard({ kind: 'anonymous' }, everything)).toMatchObject({ ok: false, refusal: { code: 'not_signed_in' } });
  expect(await services.openOfficeCase(office.session.actor, 'absent')).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
});

test('a decision moves the case, ends the task and stands in the log', async () => {
  await using runtime = await createTestRuntime();
  const { office, caseId } = await reportedCase(runtime, 'S3');
  const decide = (decision: string) =>
    runtime.services.office.decideCase(office.session.actor, { caseId, decision, taskId: '', providerId: '', companyConsents: false, question: '', survivingReference: '' });
  expect(await decide('add_provider')).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
  expect(await decide('refer:police')).toMatchObject({ ok: false, refusal: { fields: { companyConsents: ['consentNeeded'] } } });
  must(await decide('make_ready'));
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  expect(row.state).toBe('ready');
  expect(await runtime.database.dutyTask.count({ where: { caseId, kind: 'decide_triage', doneAt: null } })).toBe(0);
  const entries = await runtime.database.auditEntry.findMany({ where: { actorId: office.userId, event: { in: ['case.changed_state', 'duty.task_done'] } } });
  expect(entries.map((entry) => entry.event).sort()).toEqual(['case.changed_state', 'duty.task_done']);
});

test('the board asks for nothing that nobody can decide any more', async () => {
  await using runtime = await createTestRuntime();
  const { office, caseId } = await reportedCase(runtime, 'S3');
  const dueTasks = async () => must(await runtime.services.office.readBoard(office.session.actor, everything)).tasks.map((task) => task.kind);
  expect(await dueTasks()).toEqual(['decide_triage']);
  must(await runtime.services.office.decideCase(office.session.actor, { caseId, decision: 'false_alarm:exercise', taskId: '', providerId: '', companyConsents: false, question: '', survivingReference: '' }));
  await runtime.database.dutyTask.create({ data: { id: 'left-behind', caseId, kind: 'exhibit_damaged', dueAt: runtime.clock.now(), createdAt: runtime.clock.now() } });
  expect(await dueTasks()).toEqual([]);
});

test('the office changes a severity with a coded reason and tells the company', async () => {
  await using runtime = await createTestRuntime();
  const { office, company, caseId } = await reportedCase(runtime, 'S3');
  const change = (severity: Severity, reason: string) => runtime.services.office.changeSeverity(office.session.actor, { caseId, severity, reason });
  expect(await change('S2', 'because I say so')).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  expect(await change('S3', 'clarified_by_phone')).toMatchObject({ ok: false, refusal: { detail: 'unchanged' } });
  must(await change('S2', 'clarified_by_phone'));
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  expect(row.severity).toBe('S2');
  expect(await runtime.database.outboxMessage.count({ where: { notice: 'case_state_changed', userId: company.userId } })).toBe(1);
});

test('a note of the office is stored under the server key and posted once', async () => {
  await using runtime = await createTestRuntime();
  const { office, caseId } = await reportedCase(runtime, 'S3');
  const note = { caseId, text: 'Wir rufen um 15 Uhr an.', formKey: 'form-key-0000001' };
  for (let time = 0; time < 3; time += 1) must(await runtime.services.office.writeNote(office.session.actor, note));
  const rows = await runtime.database.officeNote.findMany({ where: { caseId } });
  expect(rows).toHaveLength(1);
  expect(Buffer.from(rows[0]?.box ?? []).includes('15 Uhr')).toBe(false);
  expect(must(await runtime.services.office.openOfficeCase(office.session.actor, caseId)).notes).toMatchObject([{ text: note.text, own: true }]);
});

test('a dead letter is sent anew, anything else is not', async () => {
  await using runtime = await createTestRuntime();
  const { office } = await reportedCase(runtime, 'S3');
  const first = await runtime.database.outboxMessage.findFirstOrThrow({});
  await runtime.database.outboxMessage.update({ where: { id: first.id }, data: { state: 'dead', attempts: 8, lastError: 'refused' } });
  const services = runtime.services.office;
  expect(must(await services.readOutbox(office.session.actor)).rows.find((row) => row.state === 'dead')).toMatchObject({ id: first.id, state: 'dead', errorCode: 'refused' });
  must(await services.requeueMail(office.session.actor, first.id));
  expect(await services.requeueMail(office.session.actor, first.id)).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
});

test('the log is read by the administrator alone, without personal detail, and its chain can be recomputed', async () => {
  await using runtime = await createTestRuntime();
  const admin = await foundAndSignIn(runtime, { type: 'office', role: 'office.admin' });
  const coordinator = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator', organisationName: 'Zweite' });
  const { audit } = runtime.services;
  const query = { kind: null, from: null, until: null, place: null };
  expect(await audit.readLog(coordinator.session.actor, query)).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
  const log = must(await audit.readLog(admin.session.actor, query));
  expect(log.entries.length).toBeGreaterThan(0);
  expect(JSON.stringify(log)).not.toContain(admin.email);
  expect(must(await audit.verifyLog(admin.session.actor)).brokenAt).toBeNull();
});

test('the log is chosen by kind and by days of the region, and leafed through in both directions', async () => {
  // Half past midnight of the 21st in the region, still the 20th in UTC.
  await using base = await createTestBase('2026-11-20T23:30:00Z');
  const { people } = await createCompany(base, { name: 'Zweite', people: ['Ina Rößler'] });
  const auditor: Member = { ...people[0]!.actor, organisationType: 'office', roles: ['office.admin'] };
  const append = base.transact(() => ({}));
  const note = (event: AuditEventName) => append((tx) => tx.audit.append({ event, actor: { kind: 'system' }, at: base.clock.now() }));
  for (let count = 0; count < 30; count += 1) await note('case.read');
  await note('share.opened');
  const audit = wireAudit(base).services;
  const read = async (more: Partial<LogQuery>) => must(await audit.readLog(auditor, { kind: null, from: null, until: null, place: null, ...more }));

  expect((await read({ kind: 'case.read' })).total).toBe(30);
  expect((await read({ kind: 'documents' })).entries.map((one) => one.event)).toEqual(['share.opened']);
  expect((await read({ kind: 'cases', from: '2026-11-21', until: '2026-11-21' })).total).toBe(30);
  expect((await read({ kind: 'cases', until: '2026-11-20' })).total).toBe(0);
  expect((await read({ from: '2026-11-22' })).entries).toEqual([]);

  const first = await read({ kind: 'case.read' });
  expect([first.entries.length, first.hasNewer, first.hasOlder]).toEqual([25, false, true]);
  const second = await read({ kind: 'case.read', place: { than: first.entries.at(-1)!.sequence, side: 'older' } });
  expect([second.entries.length, second.hasNewer, second.hasOlder]).toEqual([5, true, false]);
  const back = await read({ kind: 'case.read', place: { than: second.entries[0]!.sequence, side: 'newer' } });
  expect(back.entries.map((one) => one.sequence)).toEqual(first.entries.map((one) => one.sequence));
  expect([back.hasNewer, back.hasOlder]).toEqual([false, true]);
});

/** A report of a company through the use cases of incidents, as the office finds it. */
async function reportedCase(runtime: TestRuntime, expected: Severity): Promise<{ company: TestPerson; office: TestPerson; caseId: string }> {
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator', name: 'Heike Uhlig' });
  const company = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, company.session, { ...mild, title: planted, description: planted, systems: planted });
  const row = await runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  expect(row.severity).toBe(expected);
  return { company, office, caseId };
}

import { describe, expect, test } from 'vitest';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createRuntime } from '#app/server/services.ts';
import type { Runtime } from '#app/server/services.ts';
import { assignedCase, must } from '#tests/support/case-scenes.ts';
import type { CaseScene } from '#tests/support/case-scenes.ts';
import { addOffice, addProvider, addReadyCase } from '#tests/support/cases.ts';
import { registerAndSignIn, stepUp } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** Monday, ten o'clock in the region. */
const monday = '2026-11-23T09:00:00Z';
const report: ClosingReport = { outcome: 'solved', effort: 'up_to_1_day', causes: ['not_found'], causeText: '', measuresTaken: 'x', recommendations: 'y', openPoints: '' };

async function releasedCase(runtime: TestRuntime): Promise<CaseScene> {
  const scene = await assignedCase(runtime);
  const company = await stepUp(runtime, scene.company);
  const { actor, keys } = company.session;
  const view = must(await runtime.services.cases.openRelease(actor, keys, scene.caseId));
  must(await runtime.services.cases.releaseToProvider(actor, keys, { caseId: scene.caseId, providerId: view.provider.id, fingerprint: view.provider.fingerprint, consent: true }));
  return { ...scene, company };
}

async function proposeClosure(runtime: TestRuntime, { caseId, provider }: CaseScene): Promise<void> {
  const { actor, keys } = provider.session;
  const { state } = await runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
  if (state === 'assigned') must(await runtime.services.cases.logFirstContact(actor, keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone' }));
  must(await runtime.services.cases.handInReport(actor, keys, { caseId, report }));
}

async function lookAt(runtime: TestRuntime, time: string): Promise<number> {
  runtime.clock.moveTo(time);
  return runtime.services.cases.runTimers();
}

const stateOf = async (runtime: TestRuntime, caseId: string) => (await runtime.database.case.findFirstOrThrow({ where: { id: caseId } })).state;
const mails = (runtime: TestRuntime, notice: string) => runtime.database.outboxMessage.findMany({ where: { notice }, orderBy: { createdAt: 'asc' } });

/** The same product on the same file, as a second process would be. */
function secondProcess(runtime: TestRuntime, id: () => string = runtime.random.id): Runtime {
  return createRuntime(runtime.config, { log: createLog({ level: 'silent', destination: { write: () => undefined } }), clock: runtime.clock, random: { bytes: runtime.random.bytes, id } });
}

describe('a proposed closure', () => {
  test('is reminded of twice and closes after ten working days', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const scene = await releasedCase(runtime);
    await proposeClosure(runtime, scene);
    expect(await lookAt(runtime, '2026-11-27T08:59:00Z')).toBe(0);
    expect(await lookAt(runtime, '2026-11-27T09:05:00Z')).toBe(1);
    expect(await lookAt(runtime, '2026-12-03T09:05:00Z')).toBe(1);
    const reminders = await mails(runtime, 'case_closure_reminder');
    const end = await runtime.database.caseTimer.findFirstOrThrow({ where: { caseId: scene.caseId, kind: 'closure_end' } });
    expect(reminders.map((mail) => [mail.userId, (JSON.parse(mail.data) as { until?: string }).until])).toEqual(Array(2).fill([scene.company.userId, end.dueAt.toISOString()]));
    expect(await stateOf(runtime, scene.caseId)).toBe('closure_proposed');
    expect(await lookAt(runtime, '2026-12-07T09:05:00Z')).toBe(1);
    expect(await stateOf(runtime, scene.caseId)).toBe('closed');
    expect(await runtime.database.assignment.findFirst({ where: { caseId: scene.caseId } })).toMatchObject({ state: 'fulfilled' });
    const last = await runtime.database.caseEvent.findFirst({ where: { caseId: scene.caseId }, orderBy: { sequence: 'desc' } });
    expect(last).toMatchObject({ event: 'close', actorKind: 'system' });
    expect(await lookAt(runtime, '2027-01-15T09:00:00Z')).toBe(0);
  });

  test('that is objected to starts its clock anew with the next report', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const scene = await releasedCase(runtime);
    await proposeClosure(runtime, scene);
    await lookAt(runtime, '2026-12-03T09:05:00Z');
    const { actor, keys } = scene.company.session;
    must(await runtime.services.cases.objectToClosure(actor, keys, { caseId: scene.caseId, text: 'Der Drucker fehlt.' }));
    expect(await lookAt(runtime, '2026-12-08T09:00:00Z')).toBe(0);
    expect(await stateOf(runtime, scene.caseId)).toBe('in_progress');
    await proposeClosure(runtime, scene);
    expect(await lookAt(runtime, '2026-12-11T12:00:00Z')).toBe(0);
    expect(await lookAt(runtime, '2026-12-14T12:00:00Z')).toBe(1);
    expect(await stateOf(runtime, scene.caseId)).toBe('closure_proposed');
  });

  test('closes only after its reminders, also when the worker slept for a month', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const scene = await releasedCase(runtime);
    await proposeClosure(runtime, scene);
    expect(await lookAt(runtime, '2027-01-08T09:00:00Z')).toBe(1);
    expect(await lookAt(runtime, '2027-01-08T09:01:00Z')).toBe(0);
    expect(await stateOf(runtime, scene.caseId)).toBe('closure_proposed');
    const end = await runtime.database.caseTimer.findFirstOrThrow({ where: { caseId: scene.caseId, kind: 'closure_end' } });
    expect(end.dueAt.getTime()).toBeGreaterThan(Date.parse('2027-01-16T00:00:00Z'));
    expect((JSON.parse((await mails(runtime, 'case_closure_reminder'))[0]?.data ?? '{}') as { until?: string }).until).toBe(end.dueAt.toISOString());
  });
});

describe('the worker of the timers', () => {
  test('does each once, run twice and in two processes at once', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const scene = await releasedCase(runtime);
    await proposeClosure(runtime, scene);
    const other = secondProcess(runtime);
    try {
      for (const time of ['2026-11-27T09:05:00Z', '2026-12-03T09:05:00Z', '2026-12-07T09:05:00Z']) {
        runtime.clock.moveTo(time);
        await Promise.all([runtime.services.cases.runTimers(), other.services.cases.runTimers(), runtime.services.cases.runTimers()]);
      }
    } finally {
      await other.stop();
    }
    expect(await mails(runtime, 'case_closure_reminder')).toHaveLength(2);
    expect(await runtime.database.caseEvent.count({ where: { caseId: scene.caseId, event: 'close' } })).toBe(1);
  });

  test('broken off at any statement leaves no trace, and the next run does it', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const scene = await releasedCase(runtime);
    await proposeClosure(runtime, scene);
    let left = 0;
    const breaking = secondProcess(runtime, () => {
      left -= 1;
      if (left === 0) throw new Error('power cut');
      return runtime.random.id();
    });
    try {
      let cuts = 0;
      for (const [time, count] of [['2026-11-27T09:05:00Z', 1], ['2026-12-03T09:05:00Z', 2]] as const) {
        runtime.clock.moveTo(time);
        for (let statement = 1; (await mails(runtime, 'case_closure_reminder')).length < count; statement += 1) {
          if (statement > 30) throw new Error('never reminded');
          left = statement;
          const events = await runtime.database.caseEvent.count({ where: { caseId: scene.caseId } });
          const failed = await breaking.services.cases.runTimers().then(() => false, () => true);
          if (failed) expect(await runtime.database.caseEvent.count({ where: { caseId: scene.caseId } })).toBe(events);
          cuts += failed ? 1 : 0;
        }
      }
      runtime.clock.moveTo('2026-12-07T09:05:00Z');
      for (let statement = 1; (await stateOf(runtime, scene.caseId)) !== 'closed'; statement += 1) {
        left = statement;
        cuts += await breaking.services.cases.runTimers().then(() => 0, () => 1);
        if (statement > 30) throw new Error('never closed');
      }
      expect(cuts).toBeGreaterThan(5);
    } finally {
      await breaking.stop();
    }
    expect(await runtime.database.caseEvent.count({ where: { caseId: scene.caseId, event: 'close' } })).toBe(1);
    expect(await mails(runtime, 'case_closed')).toHaveLength(1);
  });
});

test('self-help is asked for its outcome after three days, and ends when nobody answers', async () => {
  await using runtime = await createTestRuntime({ now: monday });
  const company = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, company.session, { routingWanted: 'no' });
  expect(await lookAt(runtime, '2026-11-26T10:59:00Z')).toBe(0);
  expect(await lookAt(runtime, '2026-11-26T11:00:00Z')).toBe(1);
  expect((await mails(runtime, 'case_self_help_reminder')).map((mail) => mail.userId)).toEqual([company.userId]);
  expect(await lookAt(runtime, '2026-12-03T11:00:00Z')).toBe(1);
  expect(await lookAt(runtime, '2026-12-10T11:00:00Z')).toBe(1);
  expect(await stateOf(runtime, caseId)).toBe('closed');
});

test('a release that has not happened is reminded of by its own clock, and no longer once it has', async () => {
  await using runtime = await createTestRuntime({ now: monday });
  await addOffice(runtime);
  const provider = await addProvider(runtime);
  const company = await registerAndSignIn(runtime);
  const { caseId } = await sendReport(runtime, company.session);
  const { matching } = runtime.services;
  await matching.advanceRouting();
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId } });
  must(await matching.acceptOffer(provider.actor, offer.id));
  must(await matching.confirmOffer(provider.actor, offer.id));
  const waiting = async () => (await mails(runtime, 'case_release_waiting')).length;
  expect(await waiting()).toBe(1);
  expect(await lookAt(runtime, '2026-11-23T09:15:00Z')).toBe(1);
  expect(await waiting()).toBe(2);
  const timers = await runtime.database.caseTimer.findMany({ where: { caseId, doneAt: null } });
  expect(timers.map((timer) => [timer.kind, timer.dueAt.toISOString()])).toEqual([['release_reminder', '2026-11-23T10:00:00.000Z']]);
});

test('the release itself ends its reminders', async () => {
  await using runtime = await createTestRuntime({ now: monday });
  const scene = await assignedCase(runtime);
  const at = runtime.clock.now();
  await runtime.database.caseTimer.create({ data: { id: 'waiting', caseId: scene.caseId, kind: 'release_reminder', dueAt: new Date(at.getTime() + 60_000), createdAt: at } });
  const { actor, keys } = (await stepUp(runtime, scene.company)).session;
  const view = must(await runtime.services.cases.openRelease(actor, keys, scene.caseId));
  must(await runtime.services.cases.releaseToProvider(actor, keys, { caseId: scene.caseId, providerId: view.provider.id, fingerprint: view.provider.fingerprint, consent: true }));
  expect(await lookAt(runtime, '2026-11-23T12:00:00Z')).toBe(0);
  expect(await mails(runtime, 'case_release_waiting')).toHaveLength(0);
});

describe('an offer whose mails are dead letters', () => {
  async function offered(runtime: TestRuntime, severity: 'S1' | 'S3') {
    await addOffice(runtime);
    const providers = [await addProvider(runtime), await addProvider(runtime)];
    const { caseId } = await addReadyCase(runtime, severity);
    await runtime.services.matching.advanceRouting();
    const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId } });
    const kill = () => runtime.database.outboxMessage.updateMany({ where: { notice: 'offer_received', data: { contains: offer.id } }, data: { state: 'dead' } });
    return { caseId, offer, providers, kill };
  }

  test('is undeliverable, neutral for its provider, and the next is asked', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const { caseId, offer, kill } = await offered(runtime, 'S3');
    expect(await runtime.services.matching.failDeliveries()).toBe(0);
    await kill();
    expect(await runtime.services.matching.failDeliveries()).toBe(1);
    expect(await runtime.services.matching.failDeliveries()).toBe(0);
    const offers = await runtime.database.offer.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } });
    expect(offers.map((one) => one.state).sort()).toEqual(['sent', 'undeliverable']);
    const own = await runtime.database.fairShareEntry.findMany({ where: { caseId, providerId: offer.providerId, reversedAt: { not: null } } });
    expect(own.map((row) => row.debit)).toEqual([0]);
    expect(await runtime.database.outboxMessage.count({ where: { notice: 'duty_informed', dedupeKey: { contains: 'undeliverable' } } })).toBe(0);
  });

  test('of a critical case tells the officer on duty; one living mail is enough to wait', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const { caseId, offer, kill } = await offered(runtime, 'S1');
    await kill();
    const [first] = await runtime.database.outboxMessage.findMany({ where: { notice: 'offer_received', data: { contains: offer.id } } });
    await runtime.database.outboxMessage.create({ data: { ...(first ?? expect.fail()), id: 'another', messageId: '<another@test>', dedupeKey: `${first?.dedupeKey ?? ''}-2`, state: 'sent' } });
    expect(await runtime.services.matching.failDeliveries()).toBe(0);
    await runtime.database.outboxMessage.update({ where: { id: 'another' }, data: { state: 'dead' } });
    expect(await runtime.services.matching.failDeliveries()).toBe(1);
    expect((await runtime.database.offer.findFirstOrThrow({ where: { id: offer.id } })).state).toBe('undeliverable');
    expect(await runtime.database.outboxMessage.count({ where: { notice: 'duty_informed', dedupeKey: { contains: 'undeliverable' } } })).toBe(2);
    expect(await runtime.database.case.findFirstOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'matching' });
  });
});

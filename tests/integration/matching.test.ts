import { describe, expect, test } from 'vitest';
import type { Member } from '#app/domain/access/actor.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createRuntime } from '#app/server/services.ts';
import { addOffice, addOrganisation, addPerson, addProvider, addReadyCase } from '#tests/support/cases.ts';
import type { TestProvider } from '#tests/support/cases.ts';
import { foundAndSignIn, must, registerAndSignIn, resume } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** Monday, ten o'clock in the region. */
const monday = '2026-11-23T09:00:00Z';

type Scene = { readonly runtime: TestRuntime; readonly providers: TestProvider[]; readonly office: Member[]; readonly caseId: string; readonly organisationId: string };

async function scene(runtime: TestRuntime, severity: Severity, providers: number, more: Parameters<typeof addReadyCase>[2] = {}): Promise<Scene> {
  const office = await addOffice(runtime);
  const pool: TestProvider[] = [];
  for (let index = 0; index < providers; index += 1) pool.push(await addProvider(runtime, { name: `Dienstleister ${index}` }));
  const { caseId, organisationId } = await addReadyCase(runtime, severity, more);
  await addPerson(runtime, organisationId, 'company', 'company.admin');
  return { runtime, providers: pool, office, caseId, organisationId };
}

async function advance({ runtime }: Pick<Scene, 'runtime'>, minutes = 0): Promise<void> {
  if (minutes > 0) runtime.clock.advance(minutes);
  await runtime.services.matching.advanceRouting();
}

function caseOf({ runtime, caseId }: Scene) {
  return runtime.database.case.findFirstOrThrow({ where: { id: caseId } });
}

function offersOf({ runtime, caseId }: Scene) {
  return runtime.database.offer.findMany({ where: { caseId }, orderBy: [{ createdAt: 'asc' }, { rank: 'asc' }] });
}

function actorOf({ providers }: Scene, providerId: string): Member {
  const found = providers.find((one) => one.id === providerId);
  if (!found) throw new Error('unknown provider');
  return found.actor;
}

async function notices({ runtime }: Scene, kind: string) {
  return runtime.database.outboxMessage.findMany({ where: { notice: kind } });
}

async function expectBalanced(runtime: TestRuntime): Promise<void> {
  const sum = await runtime.database.fairShareEntry.aggregate({ _sum: { credit: true, debit: true } });
  expect(sum._sum.credit).toBe(sum._sum.debit);
}

describe('waves', () => {
  const plans: readonly [Severity, number, readonly { after: number; asked: number }[]][] = [
    ['S1', 8, [{ after: 0, asked: 3 }, { after: 10, asked: 6 }, { after: 10, asked: 8 }]],
    ['S2', 8, [{ after: 0, asked: 1 }, { after: 20, asked: 3 }, { after: 20, asked: 6 }]],
    ['S3', 8, [{ after: 0, asked: 1 }, { after: 120, asked: 2 }, { after: 120, asked: 4 }]],
    ['S4', 8, [{ after: 0, asked: 1 }, { after: 24 * 60, asked: 2 }, { after: 24 * 60, asked: 4 }]],
  ];
  test.each(plans)('of an %s case open when the window before has passed, and end with the duty officer', async (severity, providers, waves) => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, severity, providers);
    for (const { after, asked } of waves) {
      await advance(here, after);
      expect(await offersOf(here)).toHaveLength(asked);
    }
    expect((await caseOf(here)).state).toBe(severity === 'S1' ? 'escalated' : 'matching');
    await advance(here, severity === 'S4' ? 24 * 60 : severity === 'S3' ? 120 : 20);
    expect(await caseOf(here)).toMatchObject({ state: 'escalated', reservedOfferId: null });
    expect((await offersOf(here)).every((offer) => offer.state === 'expired')).toBe(true);
    const tasks = await runtime.database.dutyTask.findMany({ where: { caseId: here.caseId, kind: 'duty_must_act', doneAt: null } });
    expect(tasks).toHaveLength(1);
    expect((await notices(here, 'case_escalated')).length).toBe(1);
    expect((await notices(here, 'duty_task')).length).toBeGreaterThan(0);
    await expectBalanced(runtime);
  });

  test('of business cases stand still over the weekend', async () => {
    await using runtime = await createTestRuntime({ now: '2026-11-27T16:30:00Z' });
    const here = await scene(runtime, 'S3', 3);
    await advance(here);
    expect((await offersOf(here))[0]?.expiresAt).toEqual(new Date('2026-11-30T08:30:00Z'));
  });

  test('at night wait longer', async () => {
    await using runtime = await createTestRuntime({ now: '2026-11-23T22:00:00Z' });
    const here = await scene(runtime, 'S1', 3);
    await advance(here);
    expect((await offersOf(here))[0]?.expiresAt).toEqual(new Date('2026-11-23T22:15:00Z'));
  });

  test('are not waited for when nobody is left: the case escalates with a person who must decide', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 0);
    await addProvider(runtime, { onDuty: false });
    await advance(here);
    expect((await caseOf(here)).state).toBe('escalated');
    const events = await runtime.database.caseEvent.findMany({ where: { caseId: here.caseId } });
    expect(events.map((event) => [event.event, event.reason])).toEqual([['escalate', 'none_eligible']]);
    expect(await runtime.database.dutyTask.count({ where: { caseId: here.caseId, kind: 'duty_must_act', doneAt: null } })).toBe(1);
  });

  test('tell the ladder of a critical case: officer at once, second officer, board', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 2);
    await advance(here);
    expect((await notices(here, 'duty_informed')).length).toBe(2);
    await advance(here, 45);
    const tasks = await runtime.database.dutyTask.findMany({ where: { caseId: here.caseId }, orderBy: { dueAt: 'asc' } });
    expect(tasks.map(({ kind, outcome }) => [kind, outcome])).toEqual([['duty_informed', 'told'], ['duty_must_act', null], ['second_officer', 'told'], ['board_contact', 'told']]);
  });

  test('store every term of the decision, and what it was made from', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S2', 3);
    await advance(here);
    const [row] = await runtime.database.routingDecision.findMany({ where: { caseId: here.caseId } });
    const { decision, providers } = JSON.parse(row?.content ?? '{}');
    expect(row?.rulesVersion).toBe('routing-1');
    expect(providers).toHaveLength(3);
    expect(decision.providers[0].score.terms).toHaveLength(5);
    const mails = await notices(here, 'offer_received');
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain('Planted');
  });

  test('follow a raised severity at once, beside what was promised', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S3', 5);
    await advance(here);
    const [first] = await offersOf(here);
    await runtime.database.case.updateMany({ where: { id: here.caseId }, data: { severity: 'S1', nextActionAt: runtime.clock.now() } });
    await advance(here);
    const offers = await offersOf(here);
    expect(offers).toHaveLength(4);
    expect(offers.find((offer) => offer.id === first?.id)).toMatchObject({ state: 'sent', expiresAt: first?.expiresAt });
  });
});

describe('acceptance', () => {
  test('goes to the first; the second waits as reserve and follows a conflict, neutral for the one that had it', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 3);
    await advance(here);
    const { matching } = runtime.services;
    const [a, b, c] = await offersOf(here);
    if (!a || !b || !c) throw new Error('three offers');
    expect(await matching.acceptOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(await matching.acceptOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(await matching.acceptOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: true, value: { outcome: 'reserve' } });
    const seenByFirst = await matching.openOffer(actorOf(here, a.providerId), a.id);
    const seenBySecond = await matching.openOffer(actorOf(here, b.providerId), b.id);
    expect(seenByFirst).toMatchObject({ value: { stage: 'confirm', company: { town: 'Planted-Ort' } } });
    expect(seenBySecond).toMatchObject({ value: { stage: 'reserve', company: null } });
    expect(await matching.confirmOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: false, refusal: { code: 'already_taken' } });

    expect(await matching.reportConflict(actorOf(here, a.providerId), a.id)).toEqual({ ok: true, value: null });
    expect((await caseOf(here)).reservedOfferId).toBe(b.id);
    expect(await notices(here, 'offer_confirm_now')).toHaveLength(1);
    await expectBalanced(runtime);
    const own = await runtime.database.fairShareEntry.findMany({ where: { caseId: here.caseId, providerId: a.providerId } });
    expect(own.map((row) => row.debit)).toEqual([0]);

    expect(await matching.confirmOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: true, value: { firstContactDue: '2026-11-23T09:15:00.000Z' } });
    expect(await matching.confirmOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: true });
    expect(await caseOf(here)).toMatchObject({ state: 'assigned', reservedOfferId: null });
    const states = Object.fromEntries((await offersOf(here)).map((offer) => [offer.id, offer.state]));
    expect(states).toEqual({ [a.id]: 'conflict', [b.id]: 'confirmed', [c.id]: 'revoked' });
    expect(await runtime.database.assignment.count({ where: { caseId: here.caseId } })).toBe(1);
    expect((await notices(here, 'offer_taken')).map((mail) => mail.userId)).toEqual([actorOf(here, c.providerId).userId]);
    expect((await notices(here, 'case_provider_found')).length).toBe(1);
    expect(await matching.acceptOffer(actorOf(here, c.providerId), c.id)).toMatchObject({ ok: false, refusal: { code: 'already_taken' } });
    expect(await runtime.database.dutyTask.count({ where: { caseId: here.caseId, doneAt: null } })).toBe(0);
  });

  test('that is not confirmed in time passes to the reserve', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 3);
    await advance(here);
    const [a, b] = await offersOf(here);
    if (!a || !b) throw new Error('two offers');
    await runtime.services.matching.acceptOffer(actorOf(here, a.providerId), a.id);
    await runtime.services.matching.acceptOffer(actorOf(here, b.providerId), b.id);
    await advance(here, 5);
    expect((await caseOf(here)).reservedOfferId).toBe(b.id);
    expect(await runtime.services.matching.confirmOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: false });
    expect(await runtime.services.matching.confirmOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: true });
  });

  test('counts after the window has passed, also when the duty officer is at work', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 1);
    await advance(here);
    const [a] = await offersOf(here);
    if (!a) throw new Error('an offer');
    await advance(here, 40);
    expect((await caseOf(here)).state).toBe('escalated');
    expect((await offersOf(here))[0]?.state).toBe('expired');
    expect(await runtime.services.matching.acceptOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: true, value: { outcome: 'accepted' } });
    expect(await runtime.services.matching.confirmOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: true });
    expect((await caseOf(here)).state).toBe('assigned');
  });

  test('is refused to a provider whose approval has ended since, and to one that was suspended before it confirmed', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 2);
    await advance(here);
    const [a, b] = await offersOf(here);
    if (!a || !b) throw new Error('two offers');
    await runtime.database.provider.updateMany({ where: { id: a.providerId }, data: { vettingState: 'expired' } });
    expect(await runtime.services.matching.acceptOffer(actorOf(here, a.providerId), a.id)).toMatchObject({ ok: false, refusal: { code: 'not_eligible' } });
    await runtime.services.matching.acceptOffer(actorOf(here, b.providerId), b.id);
    await runtime.database.provider.updateMany({ where: { id: b.providerId }, data: { vettingState: 'suspended' } });
    expect(await runtime.services.matching.confirmOffer(actorOf(here, b.providerId), b.id)).toMatchObject({ ok: false, refusal: { code: 'not_eligible' } });
    expect(await caseOf(here)).toMatchObject({ state: 'matching', reservedOfferId: null });
  });

  test('is nobody else’s: a foreign offer does not exist', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S2', 2);
    await advance(here);
    const [a] = await offersOf(here);
    const other = here.providers.find((one) => one.id !== a?.providerId);
    if (!a || !other) throw new Error('another provider');
    for (const act of [runtime.services.matching.acceptOffer, runtime.services.matching.openOffer, runtime.services.matching.confirmOffer]) {
      expect(await act(other.actor, a.id)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    }
  });
});

test('a refusal asks the next in order at once; when all have refused, a person decides', async () => {
  await using runtime = await createTestRuntime({ now: monday });
  const here = await scene(runtime, 'S3', 2);
  await advance(here);
  const [a] = await offersOf(here);
  if (!a) throw new Error('an offer');
  expect(await runtime.services.matching.declineOffer(actorOf(here, a.providerId), a.id, 'nonsense')).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
  await runtime.services.matching.declineOffer(actorOf(here, a.providerId), a.id, 'capacity');
  const offers = await offersOf(here);
  expect(offers.map((offer) => offer.state)).toEqual(['declined', 'sent']);
  const next = offers[1];
  if (!next) throw new Error('a second offer');
  await runtime.services.matching.declineOffer(actorOf(here, next.providerId), next.id, 'time');
  await advance(here);
  expect((await caseOf(here)).state).toBe('escalated');
  const events = await runtime.database.caseEvent.findMany({ where: { caseId: here.caseId }, orderBy: { sequence: 'asc' } });
  expect(events.map((event) => event.reason)).toEqual([null, 'all_refused']);
  await expectBalanced(runtime);
});

describe('the worker', () => {
  test('does a step once, run twice and in two processes at once', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 8);
    const other = createRuntime(runtime.config, { log: createLog({ level: 'silent', destination: { write: () => undefined } }), clock: runtime.clock });
    try {
      for (const minutes of [0, 10, 10, 30]) {
        runtime.clock.advance(minutes);
        await Promise.all([runtime.services.matching.advanceRouting(), other.services.matching.advanceRouting(), runtime.services.matching.advanceRouting()]);
      }
    } finally {
      await other.stop();
    }
    const offers = await offersOf(here);
    expect(new Set(offers.map((offer) => offer.providerId)).size).toBe(offers.length);
    expect(offers).toHaveLength(8);
    expect(await runtime.database.wave.count({ where: { caseId: here.caseId } })).toBe(3);
    expect(await runtime.database.routingDecision.count({ where: { caseId: here.caseId } })).toBe(1);
    expect(await notices(here, 'offer_received')).toHaveLength(8);
  });

  test('broken off in the middle of a step leaves no trace, and the next run does it', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 3);
    let left = 40;
    const breaking = createRuntime(runtime.config, {
      log: createLog({ level: 'silent', destination: { write: () => undefined } }),
      clock: runtime.clock,
      random: {
        bytes: runtime.random.bytes,
        id() {
          left -= 1;
          if (left % 7 === 0 && left > 0) throw new Error('power cut');
          return runtime.random.id();
        },
      },
    });
    try {
      let cuts = 0;
      for (let attempt = 0; attempt < 20; attempt += 1) {
        await breaking.services.matching.advanceRouting().catch((error: unknown) => {
          if (!(error instanceof Error) || error.message !== 'power cut') throw error;
          cuts += 1;
        });
      }
      expect(cuts).toBeGreaterThan(2);
    } finally {
      await breaking.stop();
    }
    expect(await offersOf(here)).toHaveLength(3);
    expect(await notices(here, 'offer_received')).toHaveLength(3);
    expect(await runtime.database.routingDecision.count()).toBe(1);
    await expectBalanced(runtime);
  });

  test('takes a critical case back from a provider that does not call, when the officer is silent too', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S1', 2);
    await advance(here);
    const [a] = await offersOf(here);
    if (!a) throw new Error('an offer');
    await runtime.services.matching.acceptOffer(actorOf(here, a.providerId), a.id);
    await runtime.services.matching.confirmOffer(actorOf(here, a.providerId), a.id);
    await advance(here, 10);
    expect(await notices(here, 'assignment_reminder')).toHaveLength(1);
    await advance(here, 10);
    expect(await runtime.database.dutyTask.count({ where: { caseId: here.caseId, kind: 'first_contact_missed', doneAt: null } })).toBe(1);
    expect((await caseOf(here)).state).toBe('assigned');
    await advance(here, 10);
    expect((await caseOf(here)).state).toBe('matching');
    const asked = (await offersOf(here)).filter((offer) => offer.state === 'sent');
    expect(asked.map((offer) => offer.providerId)).toEqual(here.providers.map((one) => one.id).filter((id) => id !== a.providerId));
    const [second] = asked;
    if (!second) throw new Error('a second offer');
    await runtime.services.matching.acceptOffer(actorOf(here, second.providerId), second.id);
    expect(await runtime.services.matching.confirmOffer(actorOf(here, second.providerId), second.id)).toMatchObject({ ok: true });
    expect(await runtime.database.assignment.count({ where: { caseId: here.caseId, endedAt: null } })).toBe(1);
  });
});

describe('the officer on duty', () => {
  test('widens what is given up, names a provider, refers out; a decision never leaves a case without an owner', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const here = await scene(runtime, 'S2', 0, { facts: { remotePossible: 'no' } });
    const far = await addProvider(runtime, { districts: ['chemnitz'], remote: false, onDuty: false });
    const [coordinator, officer] = here.office;
    if (!coordinator || !officer) throw new Error('an office');
    const { matching } = runtime.services;
    await advance(here);
    expect((await caseOf(here)).state).toBe('escalated');
    expect(await matching.relaxRouting(officer, here.caseId, 'wanted_skill')).toMatchObject({ ok: false, refusal: { code: 'not_eligible' } });
    expect(await matching.addProvider(coordinator, here.caseId, far.id)).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });

    const tasks = await matching.listDutyTasks(officer);
    const task = tasks.ok ? tasks.value.find((one) => one.kind === 'duty_must_act') : undefined;
    if (!task) throw new Error('a task');
    expect(await matching.recordDecision(officer, task.id, 'company_called')).toEqual({ ok: true, value: null });
    expect(await runtime.database.dutyTask.count({ where: { caseId: here.caseId, kind: 'duty_must_act', doneAt: null } })).toBe(1);

    expect(await matching.addProvider(officer, here.caseId, far.id)).toEqual({ ok: true, value: null });
    expect((await caseOf(here)).state).toBe('matching');
    expect((await offersOf(here)).map((offer) => [offer.providerId, offer.state])).toEqual([[far.id, 'sent']]);
    await runtime.database.provider.updateMany({ where: { id: far.id }, data: { vettingState: 'suspended' } });
    const [offer] = await offersOf(here);
    expect(await matching.acceptOffer(far.actor, offer?.id ?? '')).toMatchObject({ ok: false, refusal: { code: 'not_eligible' } });

    const refer = { caseId: here.caseId, decision: 'refer:insurer', taskId: '', providerId: '', question: '', survivingReference: '' };
    expect(await runtime.services.office.decideCase(officer, { ...refer, companyConsents: false })).toMatchObject({ ok: false, refusal: { code: 'invalid_input' } });
    expect(await runtime.services.office.decideCase(officer, { ...refer, companyConsents: true })).toEqual({ ok: true, value: null });
    expect(await caseOf(here)).toMatchObject({ state: 'referred_out', nextActionAt: null });
    expect((await offersOf(here)).map((one) => one.state)).toEqual(['revoked']);
    expect(await runtime.database.dutyTask.count({ where: { caseId: here.caseId, doneAt: null } })).toBe(0);
    const waiting = await runtime.database.outboxMessage.findMany({ where: { state: 'pending' } });
    expect(new Set(waiting.map((mail) => mail.notice))).toEqual(new Set(['case_closed', 'offer_revoked']));
  });

  test('keeps a calendar, as providers do, and sees its gaps', async () => {
    await using runtime = await createTestRuntime({ now: monday });
    const [, officer] = await addOffice(runtime);
    const provider = await addProvider(runtime, { onDuty: false });
    const { matching } = runtime.services;
    const shift = { from: { date: '2026-11-23', time: '18:00' }, to: { date: '2026-11-24', time: '08:00' } };
    expect(await matching.addProviderShift(provider.actor, shift)).toEqual({ ok: true, value: null });
    expect(await matching.addProviderShift(provider.actor, shift)).toEqual({ ok: true, value: null });
    expect(await matching.addProviderShift(provider.actor, { from: shift.to, to: shift.from })).toMatchObject({ ok: false, refusal: { fields: { toDate: ['endBeforeBegin'] } } });
    const duty = await matching.readProviderDuty(provider.actor);
    if (!duty.ok || !officer) throw new Error('a calendar');
    expect(duty.value.shifts).toMatchObject([{ from: '2026-11-23T17:00:00.000Z', to: '2026-11-24T07:00:00.000Z' }]);
    expect(duty.value.gaps.map((gap) => gap.from)).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-24T07:00:00.000Z']);
    expect(await matching.addOfficeShift(officer, { ...shift, userId: provider.actor.userId })).toMatchObject({ ok: false });
    expect(await matching.addOfficeShift(officer, { ...shift, userId: officer.userId })).toEqual({ ok: true, value: null });
    const id = duty.value.shifts[0]?.id ?? '';
    const stranger = await addProvider(runtime);
    expect(await matching.removeProviderShift(stranger.actor, id)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
    expect(await matching.removeProviderShift(provider.actor, id)).toEqual({ ok: true, value: null });
  });
});

test('the company sees what happens, how many were asked and until when, and no name', async () => {
  await using runtime = await createTestRuntime({ now: monday });
  const here = await scene(runtime, 'S1', 4);
  const company = await addPerson(runtime, here.organisationId, 'company', 'company.member');
  const { matching } = runtime.services;
  expect(await matching.companyRoutingView(company, here.caseId)).toMatchObject({ ok: true, value: { now: 'waiting' } });
  await advance(here);
  const view = await matching.companyRoutingView(company, here.caseId);
  expect(view).toMatchObject({ ok: true, value: { now: 'asked', asked: 3, until: '2026-11-23T09:10:00.000Z', officeActsBy: '2026-11-23T09:20:00.000Z', wave: { number: 1, of: 2 } } });
  for (const provider of here.providers) expect(JSON.stringify(view)).not.toContain(provider.id);
  const stranger = await addPerson(runtime, await addOrganisation(runtime), 'company', 'company.admin');
  expect(await matching.companyRoutingView(stranger, here.caseId)).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
});

test('an urgent report with immediate release opens for the provider that confirms, and for no other', { timeout: 120_000 }, async () => {
  await using runtime = await createTestRuntime({ now: monday });
  await addOffice(runtime);
  const company = await registerAndSignIn(runtime);
  const leads = [];
  for (const name of ['Silberader', 'Netzwerft']) {
    const lead = await foundAndSignIn(runtime, { type: 'company', role: 'provider.admin', organisationName: name });
    await addProvider(runtime, { organisationId: lead.organisationId });
    leads.push(lead);
  }
  const { caseId } = await sendReport(runtime, await resume(runtime, company.cookie), { releaseMode: 'immediate' });
  const subject = { kind: 'case', id: caseId, organisationId: company.organisationId } as const;
  await runtime.services.matching.advanceRouting();
  const [winner, other] = leads;
  if (!winner || !other) throw new Error('two providers');

  const session = await resume(runtime, winner.cookie);
  expect(await session.keys.open(subject)).toMatchObject({ ok: false, refusal: { code: 'key_missing' } });
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId, providerId: winner.organisationId } });
  must(await runtime.services.matching.acceptOffer(session.actor, offer.id));
  expect(await session.keys.open(subject)).toMatchObject({ ok: false });
  expect(must(await runtime.services.matching.confirmOffer(session.actor, offer.id)).released).toBe(true);
  expect((await (await resume(runtime, winner.cookie)).keys.open(subject)).ok).toBe(true);
  expect((await (await resume(runtime, other.cookie)).keys.open(subject)).ok).toBe(false);
  expect(await runtime.database.subjectKeyGrant.count({ where: { subjectId: caseId, awaitingRelease: true } })).toBe(1);
  expect(await runtime.database.outboxMessage.count({ where: { notice: 'case_release_waiting' } })).toBe(0);
});

import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseFired } from '#app/domain/case/case-machine.ts';
import { dutyLadder, plannedWindows, waveWindow } from '#app/domain/deadlines/service-windows.ts';
import { decideRouting } from '#app/domain/routing/decision.ts';
import type { RelaxationStep } from '#app/domain/routing/relaxation.ts';
import { nextWave } from '#app/domain/routing/waves.ts';
import type { PlannedWave } from '#app/domain/routing/waves.ts';
import { routingContext } from './moment.ts';
import { passingNow, sendOffers } from './offers.ts';
import { askedAlready, routingCaseFrom } from './tried.ts';
import type { RoutingFile, StoredDecision, TaskKind } from './ports.ts';
import { fireOnCase, tellOfficers } from './record.ts';
import type { Act } from './record.ts';

/** Decides who may be offered the case and stores every term of it. */
export async function decide(act: Act, relaxedByHand: readonly RelaxationStep[]): Promise<StoredDecision> {
  const { deps, tx, file, now } = act;
  const routingCase = routingCaseFrom(file);
  const providers = await tx.store.pool(now);
  const context = { ...routingContext(deps, now), ...(relaxedByHand.length > 0 ? { relaxedByHand } : {}) };
  const decision = decideRouting(routingCase, providers, deps.serviceClock(now).rules, context);
  const record = { decision, routingCase, providers, context };
  const id = await tx.store.addDecision(file.id, record, now);
  await tx.audit.append({
    event: 'routing.decided',
    actor: act.actor,
    at: now,
    organisationId: file.organisationId,
    object: { kind: 'routing_decision', id },
    reason: decision.rulesVersion,
  });
  return { id, sequence: (file.decision?.sequence ?? 0) + 1, record };
}

/** First steps of a run: decision, ladder, first wave; or escalation where nobody is eligible. */
export async function beginRouting(act: Act): Promise<void> {
  const decision = await decide(act, []);
  await addLadder(act, decision);
  const planned = await planNext(act, decision, -1);
  if (planned === null) {
    await escalate(act, 'none_eligible');
    return;
  }
  if (act.file.state === 'ready') {
    await moveCase(act, { name: 'start_matching', by: 'system' }, { decisionStored: true, eligibleProviders: decision.record.decision.counts.eligible }, firstWindowEnd(act, planned));
  }
  await openWave(act, decision, planned);
}

/** A raised severity: new decision, ladder and waves at once, beside those that run. What was promised before stands. */
export async function followSeverity(act: Act): Promise<void> {
  const decision = await decide(act, []);
  await addLadder(act, decision);
  const planned = await planNext(act, decision, -1);
  if (planned !== null) await openWave(act, decision, planned);
}

/** The wave that follows now, with whoever still passes; null: nobody is left. `lastWave` is a step of the rule set. */
export async function planNext(act: Act, decision: StoredDecision, lastWave: number): Promise<PlannedWave | null> {
  const { decision: result } = decision.record;
  const following = nextWave(
    { severity: result.severity, order: result.order, wished: result.wished, lastWave, offered: askedAlready(act.file) },
    act.deps.serviceClock(act.now).rules,
    await passingNow(act, decision),
  );
  return following.next === 'send' ? following.wave : null;
}

/** Ends the wave before it, opens this one and sends its offers. */
export async function openWave(act: Act, decision: StoredDecision, planned: PlannedWave): Promise<void> {
  const { deps, tx, file, now } = act;
  const running = file.waves.filter((wave) => wave.endedAt === null).map((wave) => wave.id);
  await tx.store.endWaves(file.id, running, now);
  const { closesAt } = waveWindow(planned, now, deps.serviceClock(now));
  const number = Math.max(0, ...file.waves.map((wave) => wave.number)) + 1;
  const waveId = await tx.store.addWave(file.id, { number, step: planned.wave, decisionId: decision.id, startedAt: now, endsAt: closesAt });
  await sendOffers(act, decision, waveId, planned, planned.providerIds);
  if (!(await tx.store.changeCase(file.id, file.reservedOfferId, { currentWave: number }, now))) throw new Error('the case is locked by this step');
}

function firstWindowEnd({ deps, now }: Act, planned: PlannedWave): Date {
  return waveWindow(planned, now, deps.serviceClock(now)).closesAt;
}

/**
 * The ladder that leads to a person, counted from the begin of the run. Steps that are there and not done stay as they are: what
 * was promised earlier is never moved, a raise only adds what comes sooner.
 */
async function addLadder(act: Act, decision: StoredDecision): Promise<void> {
  const { deps, file, now } = act;
  const clock = deps.serviceClock(now);
  const { severity, waves } = decision.record.decision;
  for (const { step: kind, dueAt } of dutyLadder(severity, now, plannedWindows(waves, now, clock), clock)) {
    const sooner = file.tasks.some((task) => task.kind === kind && task.doneAt === null && task.dueAt <= dueAt);
    if (!sooner) await addTask(act, kind, dueAt);
  }
}

export async function addTask({ tx, file, now, actor }: Act, kind: TaskKind, dueAt: Date): Promise<string> {
  const id = await tx.store.addTask(file.id, kind, dueAt, now);
  await tx.audit.append({ event: 'duty.task_created', actor, at: now, object: { kind: 'duty_task', id }, reason: kind });
  return id;
}

/** Hands the case to the duty officer. A decision is then due by the ladder; where none is open, the writer makes a new one. */
export async function escalate(act: Act, reason: 'none_eligible' | 'ladder_time' | 'all_refused'): Promise<void> {
  await moveCase(act, { name: 'escalate', by: 'system', reason }, {}, null);
}

/** Fires an event of the case that routing has decided on. Throws when the rules forbid it: that would be a bug. */
export async function moveCase(act: Act, fired: CaseFired, context: CaseContext, until: Date | null): Promise<void> {
  const moved = await fireOnCase(act, fired, { context, until });
  if (!moved.ok) throw new Error(`case step ${fired.name} refused: ${moved.refusal.detail ?? moved.refusal.code}`);
}

/** What a rung of the ladder says when its time has come. */
export async function tellRung(act: Act, task: RoutingFile['tasks'][number]): Promise<void> {
  const { tx, now } = act;
  const onDuty = await tx.people.onDuty(now);
  switch (task.kind) {
    case 'duty_informed':
      return tellOfficers(act, 'duty_informed', onDuty, { once: task.id });
    case 'second_officer': {
      const all = await tx.people.withOfficeRole('office.duty');
      const others = all.filter((userId) => !onDuty.includes(userId));
      return tellOfficers(act, 'duty_task', others.length > 0 ? others : all, { until: now, once: task.id });
    }
    case 'board_contact':
      return tellOfficers(act, 'duty_task', await tx.people.withOfficeRole('office.admin'), { until: now, once: task.id });
    default:
      return tellOfficers(act, 'duty_task', onDuty, { until: task.dueAt, once: task.id });
  }
}

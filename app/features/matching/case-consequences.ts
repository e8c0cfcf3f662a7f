import type { Consequences } from '#app/domain/case/consequences.ts';
import { ACCESS_GRACE_HOURS } from '#app/domain/case/assignment-machine.ts';
import { addMinutes } from '#app/domain/deadlines/local-time.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import type { AssignmentPatch } from './ports.ts';
import { recordOffer, tellLeader, tellProvider } from './record.ts';
import type { Act } from './record.ts';

/** Stores what a step of the case does to its offers and assignments, with log and mails. The new assignment is the caller's. */
export async function storeConsequences(act: Act, followed: Consequences, winnerOfferId: string | null): Promise<void> {
  const { tx, file, now } = act;
  for (const { id, step } of followed.offers) {
    const offer = file.offers.find((one) => one.id === id);
    if (offer === undefined || id === winnerOfferId) continue;
    await tx.store.changeOffer(id, file.id, [offer.state], { state: step.state, decidedAt: now, declineReason: step.record.reason ?? 'taken', confirmBy: null });
    await recordOffer(act, 'offer.revoked', offer, step.record.reason);
    for (const notice of step.notices) await tellProvider(act, notice.kind, offer, { once: id });
  }
  for (const { id, step } of followed.assignments) {
    const assignment = file.assignments.find((one) => one.id === id);
    if (assignment === undefined) continue;
    const atOnce = step.effects.includes('end_access_now');
    const patch: AssignmentPatch = {
      state: step.state,
      ...(isActiveAssignment(step.state) ? {} : { endedAt: now, accessEndsAt: atOnce ? now : addMinutes(now, ACCESS_GRACE_HOURS * 60) }),
    };
    await tx.store.changeAssignment(id, file.id, patch);
    if (atOnce) await tx.keyGrants.remove({ kind: 'case', id: file.id, organisationId: file.organisationId }, { kind: 'organisation', organisationId: assignment.providerId });
    await tx.audit.append({ event: 'assignment.changed_state', actor: act.actor, at: now, organisationId: assignment.providerId, object: { kind: 'assignment', id }, reason: step.record.event });
    for (const notice of step.notices) {
      await tellLeader(act, notice.kind, assignment.providerId, notice.to === 'provider_admin', { once: `${id}:${step.state}` });
    }
  }
}

/** Closes what the office had to decide or to be told: the case has moved on. */
export async function endTasks({ tx, file, now, actor }: Act, outcome: string): Promise<void> {
  for (const task of file.tasks.filter((one) => one.doneAt === null)) {
    const by = actor.kind === 'user' ? actor.userId : 'system';
    if (!(await tx.store.endTask(task.id, by, outcome, now))) continue;
    await tx.audit.append({ event: 'duty.task_done', actor, at: now, object: { kind: 'duty_task', id: task.id }, reason: outcome });
  }
}

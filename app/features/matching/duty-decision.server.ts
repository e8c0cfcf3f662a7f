import type { Actor } from '#app/domain/access/actor.ts';
import { acceptsOffers } from '#app/domain/case/statuses.ts';
import { dutyLadder } from '#app/domain/deadlines/service-windows.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { addTask } from './begin-routing.ts';
import { requireOffice } from './offer-rights.ts';
import type { MatchingDeps } from './ports.ts';
import { scheduleNext } from './schedule-next.ts';

/** What an officer can have decided. The acts themselves (asking somebody else, referring out) record their own outcome. */
export const dutyOutcomes = ['provider_called', 'company_called', 'severity_changed', 'waiting_agreed', 'leave_with_provider', 'done_otherwise'] as const;
export type DutyOutcome = (typeof dutyOutcomes)[number];

export type OpenTaskView = {
  readonly id: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly severity: string | null;
  readonly caseState: string | null;
  readonly dueAt: string;
  readonly createdAt: string;
  readonly leftMs: number;
  readonly told: boolean;
};

const tasksShown = 200;

/** What people of the office must do, most urgent first. */
export function listDutyTasks(deps: MatchingDeps) {
  return async function (actor: Actor): Promise<Result<readonly OpenTaskView[]>> {
    const own = requireOffice(deps, actor, 'board.read');
    if (!own.ok) return own;
    const now = deps.clock.now();
    const tasks = await deps.reads.openTasks(tasksShown);
    return ok(tasks.map((task) => ({ ...task, dueAt: task.dueAt.toISOString(), createdAt: task.createdAt.toISOString(), leftMs: task.dueAt.getTime() - now.getTime() })));
  };
}

/**
 * Records what an officer decided. While nobody has the case, a decision never ends the waiting: the next call to act is made in
 * the same transaction, so that no case waits for nobody.
 */
export function recordDecision(deps: MatchingDeps) {
  return async function (actor: Actor, taskId: string, outcome: string): Promise<Result<null>> {
    const own = requireOffice(deps, actor, 'duty_task.done');
    if (!own.ok) return own;
    if (!(dutyOutcomes as readonly string[]).includes(outcome)) return err('invalid_input', { fields: { outcome: ['outcomeNeeded'] } });
    const task = await deps.reads.task(taskId);
    if (task === null) return err('not_found');
    return deps.transact(async (tx) => {
      const now = deps.clock.now();
      if (!(await tx.store.endTask(taskId, own.value.userId, outcome, now))) return ok(null);
      const by = { kind: 'user', userId: own.value.userId } as const;
      await tx.audit.append({ event: 'duty.task_done', actor: by, at: now, object: { kind: 'duty_task', id: taskId }, reason: outcome });
      const file = task.caseId === null ? null : await tx.store.file(task.caseId);
      if (file === null) return ok(null);
      const act = { deps, tx, file, now, actor: by };
      const ownerless = acceptsOffers(file.state) && !file.tasks.some((one) => one.kind === 'duty_must_act' && one.doneAt === null);
      if (ownerless) {
        const ladder = dutyLadder(file.severity, now, [], deps.serviceClock(now));
        await addTask(act, 'duty_must_act', ladder.find((one) => one.step === 'duty_must_act')?.dueAt ?? now);
      }
      await scheduleNext(act);
      return ok(null);
    });
  };
}

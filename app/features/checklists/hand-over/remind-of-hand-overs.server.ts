import { nextReminder, remindedBefore, reminderStages } from '#app/domain/checklist/hand-over-reminder.ts';
import type { ChecklistDeps, DueHandOver } from '../ports.ts';

const atOnce = 100;

/**
 * Reminds colleagues of topics they were asked to answer, and whoever asked once the agreed day has passed. Each reminder is one
 * transaction that takes it under a condition: it goes out once, however often and in how many processes this runs. Returns how many.
 */
export function remindOfHandOvers(deps: ChecklistDeps) {
  return async function run(): Promise<number> {
    const at = deps.clock.now();
    let reminded = 0;
    for (const due of await deps.handOvers.due(new Date(at.getTime() + remindedBefore), atOnce)) {
      const whom = nextReminder(due, at);
      if (whom !== null && (await remind(deps, due, whom, at))) reminded += 1;
    }
    return reminded;
  };
}

function remind(deps: ChecklistDeps, due: DueHandOver, whom: 'colleague' | 'asker', at: Date): Promise<boolean> {
  return deps.transact(async (tx) => {
    if (!(await tx.handOvers.claimReminder(due, reminderStages[whom]))) return false;
    const { id, assessmentId, organisationId, dueAt } = due;
    await tx.audit.append({ event: 'assessment.hand_over_reminded', actor: { kind: 'system' }, at, organisationId, object: { kind: 'hand_over', id }, reason: whom });
    await tx.outbox.enqueue({
      kind: whom === 'colleague' ? 'topic_due' : 'topic_overdue',
      to: { userId: whom === 'colleague' ? due.assignedTo : due.assignedBy },
      dedupeKey: `hand-over:${id}:${whom}`,
      data: { path: deps.paths.handOver(assessmentId, id), until: dueAt.toISOString() },
    });
    return true;
  });
}

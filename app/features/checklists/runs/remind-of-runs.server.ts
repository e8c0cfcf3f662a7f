import type { ChecklistDeps, ChecklistTx, DueReminder } from '../ports.ts';

const atOnce = 100;

/**
 * Reminds companies whose closed run is so old that they wanted to look again. Each reminder is one transaction that takes it under a
 * condition: run twice or in two processes it goes out once, broken off it goes out at the next run. Returns how many.
 */
export function remindOfRuns(deps: ChecklistDeps) {
  return async function run(): Promise<number> {
    const at = deps.clock.now();
    let reminded = 0;
    for (const due of await deps.assessments.dueReminders(at, atOnce)) {
      if (await deps.transact((tx) => remind(deps, tx, due, at))) reminded += 1;
    }
    return reminded;
  };
}

async function remind(deps: ChecklistDeps, tx: ChecklistTx, due: DueReminder, at: Date): Promise<boolean> {
  if (!(await tx.assessments.claimReminder(due, at))) return false;
  const { assessmentId, organisationId, remindAt } = due;
  await tx.audit.append({ event: 'assessment.reminded', actor: { kind: 'system' }, at, organisationId, object: { kind: 'assessment', id: assessmentId } });
  for (const userId of await tx.people.membersOf(organisationId)) {
    await tx.outbox.enqueue({
      kind: 'assessment_reminder',
      to: { userId },
      dedupeKey: `assessment:${assessmentId}:${remindAt.toISOString()}:${userId}`,
      data: { assessmentId, path: deps.resultPath(assessmentId) },
    });
  }
  return true;
}

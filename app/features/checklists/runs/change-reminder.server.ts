import type { Actor } from '#app/domain/access/actor.ts';
import { remindAt } from '#app/domain/checklist/reminder.ts';
import type { ReminderMonths } from '#app/domain/checklist/reminder.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOwn } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** Says when the company is reminded to repeat a closed run; null: never. Refused with `wrong_state` before the close. */
export function changeReminder(deps: ChecklistDeps) {
  return async function (actor: Actor, input: { readonly assessmentId: string; readonly months: ReminderMonths | null }): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.close', at);
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const row = await deps.assessments.find(organisationId, input.assessmentId);
    if (row === null) return err('not_found');
    const { closedAt } = row;
    if (closedAt === null) return err('wrong_state', { detail: row.state });
    const due = input.months === null ? null : remindAt(closedAt, input.months, at);
    return deps.transact(async (tx) => {
      if (!(await tx.assessments.setReminder({ organisationId, assessmentId: row.id, remindAt: due }))) return err('wrong_state');
      await tx.audit.append({
        event: 'assessment.reminder_changed',
        actor: { kind: 'user', userId },
        at,
        organisationId,
        object: { kind: 'assessment', id: row.id },
        reason: input.months === null ? 'never' : `months:${input.months}`,
      });
      return ok(null);
    });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { fieldFault } from '../life/act-on-case.server.ts';
import { newRecord, storeRecord } from '../history/add-record.server.ts';
import { noteCase } from '../life/store-step.ts';
import { requireCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';

/** `sentAt`: ISO 8601, not ahead. The file number of the other side stays sealed. */
export type DeadlineReportInput = { readonly caseId: string; readonly deadlineId: string; readonly sentAt: string; readonly fileNumber?: string };

/** The company says that a duty was done, when, and under which file number. A report to the BSI starts the period of its final report. */
export function reportDeadline(deps: CaseDeps) {
  return async function report(actor: Actor, keys: KeyRing, input: DeadlineReportInput): Promise<Result<null>> {
    const opened = await requireCase(deps, actor, input.caseId, 'case.change_deadline', 'company');
    if (!opened.ok) return opened;
    const at = deps.clock.now();
    const sentAt = new Date(input.sentAt);
    if (sentAt.getTime() > at.getTime()) return fieldFault('time', 'inFuture');
    const deadline = (await deps.reads.deadlines(input.caseId)).find((one) => one.id === input.deadlineId);
    if (deadline === undefined) return err('not_found');
    const content = { deadlineId: deadline.id, fileNumber: input.fileNumber?.trim() ?? '' };
    const record = newRecord(deps.random, 'deadline_report', content);
    const { actor: member, row } = opened.value;
    return transactOrRefuse(deps.transact, async (tx) => {
      await tx.cases.lock(input.caseId, null);
      if (!(await tx.cases.finishDeadline(input.caseId, deadline.id, sentAt))) return err('wrong_state', { detail: deadline.state });
      const stored = await storeRecord(tx, keys, opened.value, record, at);
      if (!stored.ok) return stored;
      const who = { kind: 'user', userId: member.userId } as const;
      const duty = deadline.data.duty ?? '';
      await noteCase(tx.cases, { caseId: input.caseId, event: 'deadline_reported', actor: who, organisationId: member.organisationId, at, data: { duty, sentAt: sentAt.toISOString() } }, 'company');
      await tx.audit.append({ event: 'case.deadline_changed', actor: who, at, organisationId: row.organisationId, object: { kind: 'case', id: input.caseId }, reason: duty });
      if (duty === 'nis2_report') {
        const { dueAt, legalBasis, recipient } = deps.finalReportDue(sentAt);
        await tx.cases.addDeadline(
          input.caseId,
          { regime: 'nis2', trigger: 'nis2_report_sent', triggerAt: sentAt, dueAt, state: 'open', reason: 'nis2_report_was_sent', data: { duty: 'nis2_final', precision: 'exact', legalBasis, recipient } },
          at,
        );
      }
      return ok(null);
    });
  };
}

import type { StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import { caseNoticePrefix } from '#app/domain/notices/notice.ts';
import { severities } from '#app/domain/triage/kinds.ts';
import type { SeverityChangeData } from '#app/domain/triage/severity-change.ts';
import type { CaseWrites, NewEvent } from '#app/features/cases/ports.ts';
import type { Random } from '#app/features/ports.ts';
import { toBytes } from './bytes.ts';
import { assignmentRowOf, caseStateOf, deadlineStateOf, offerStateOf } from './case-store.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Changes cases inside the given transaction. `lock` comes first: it is the write that keeps every other writer out. */
export function createCaseWrites(tx: DatabaseTransaction, { random }: { readonly random: Random }): CaseWrites {
  return {
    async lock(caseId, at) {
      // no tenant: the rights were asked before; the row is locked for whoever acts on it
      const { count } = await tx.case.updateMany({ where: { id: caseId }, data: at === null ? { fence: { increment: 0 } } : { updatedAt: at } });
      if (count === 0) return null;
      // no tenant: as above
      const row = await tx.case.findFirst({ where: { id: caseId }, include: { assignments: true, offers: { select: { id: true, providerId: true, state: true } } } });
      if (row === null) return null;
      const assignments = row.assignments.map(assignmentRowOf);
      return {
        organisationId: row.organisationId,
        reference: row.reference,
        state: caseStateOf(row.state),
        severity: severities.find((one) => one === row.severity) ?? null,
        closedAt: row.closedAt,
        keyVersion: row.keyVersion,
        facts: row.facts,
        assignments,
        file: { assignments, offers: row.offers.map((offer) => ({ ...offer, state: offerStateOf(offer.state) })) },
      };
    },
    async changeCase(caseId, { callbackBox, ...change }, wake = false) {
      // no tenant: called on a locked case only
      await tx.case.updateMany({ where: { id: caseId }, data: { ...change, ...(callbackBox ? { callbackBox: toBytes(callbackBox) } : {}), ...(wake ? { fence: { increment: 1 } } : {}) } });
    },
    addEvent: (caseId, event) => addCaseEvent(tx, random, caseId, event),
    async hasEventSince(caseId, event, userId, since) {
      return (await tx.caseEvent.count({ where: { caseId, event, actorUserId: userId, at: { gte: since } } })) > 0;
    },
    async hasNoteOf(caseId, event, organisationId, since) {
      return (await tx.caseEvent.count({ where: { caseId, event, organisationId, at: { gte: since } } })) > 0;
    },
    async lastSeverityChange(caseId) {
      const last = await tx.caseEvent.findFirst({ where: { caseId, event: 'change_severity' }, orderBy: { sequence: 'desc' }, select: { data: true } });
      return last === null ? null : (JSON.parse(last.data) as Partial<SeverityChangeData>);
    },
    async changeOffer(caseId, offerId, change) {
      // no tenant: the offer is named together with its locked case
      await tx.offer.updateMany({ where: { id: offerId, caseId }, data: { ...change, confirmBy: null } });
    },
    async endWaves(caseId, at) {
      await tx.wave.updateMany({ where: { caseId, endedAt: null }, data: { endedAt: at } });
    },
    async changeAssignment(caseId, assignmentId, change) {
      // no tenant: the assignment is named together with its locked case
      await tx.assignment.updateMany({ where: { id: assignmentId, caseId }, data: change });
    },
    async createAssignment(caseId, { at, ...assignment }) {
      await tx.assignment.create({ data: { ...assignment, caseId, createdAt: at } });
    },
    openTasks: (caseId) => tx.dutyTask.findMany({ where: { caseId, doneAt: null }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: { id: true, kind: true, dueAt: true } }),
    async addDutyTask({ caseId, kind, dueAt, data, at }) {
      const id = random.id();
      await tx.dutyTask.create({ data: { id, caseId, kind, dueAt, data: JSON.stringify(data), createdAt: at } });
      return id;
    },
    async endTask(taskId, by, outcome, at) {
      await tx.dutyTask.updateMany({ where: { id: taskId, doneAt: null }, data: { doneAt: at, doneBy: by, outcome, fence: { increment: 1 } } });
    },
    async dropPendingNotices(caseId) {
      const { count } = await tx.outboxMessage.updateMany({
        where: { dedupeKey: { startsWith: caseNoticePrefix(caseId) }, state: 'pending' },
        data: { state: 'dropped' },
      });
      return count;
    },
    async addRecord(caseId, { at, sealedContent, ...record }) {
      await tx.caseRecord.create({ data: { ...record, sealedContent: toBytes(sealedContent), caseId, createdAt: at } });
    },
    async exhibitTotals(caseId) {
      const { _count, _sum } = await tx.exhibit.aggregate({ where: { caseId, removedAt: null }, _count: { id: true }, _sum: { size: true } });
      return { count: _count.id, bytes: _sum.size ?? 0 };
    },
    async addExhibit(caseId, { at, sealedMeta, wrappedFileKey, ...exhibit }) {
      await tx.exhibit.create({ data: { ...exhibit, sealedMeta: toBytes(sealedMeta), wrappedFileKey: toBytes(wrappedFileKey), caseId, createdAt: at } });
    },
    async removeExhibit(caseId, exhibitId, at) {
      // no tenant: the exhibit is named together with its locked case
      const { count } = await tx.exhibit.updateMany({ where: { id: exhibitId, caseId, removedAt: null }, data: { removedAt: at } });
      return count === 1;
    },
    async finishDeadline(caseId, deadlineId, doneAt) {
      const { count } = await tx.deadline.updateMany({ where: { id: deadlineId, caseId, state: { in: ['open', 'possible'] } }, data: { state: 'done', doneAt } });
      return count === 1;
    },
    async reopenDeadline(caseId, deadlineId) {
      const { count } = await tx.deadline.updateMany({ where: { id: deadlineId, caseId, state: 'done' }, data: { state: 'open', doneAt: null } });
      return count === 1;
    },
    async addDeadline(caseId, { data, ...deadline }, at) {
      await tx.deadline.create({ data: { id: random.id(), caseId, ...deadline, data: JSON.stringify(data), createdAt: at } });
    },
    async deadlines(caseId) {
      const rows = await tx.deadline.findMany({ where: { caseId, state: { not: 'superseded' } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, state: deadlineStateOf(row.state), data: JSON.parse(row.data) as StoredDeadline['data'] }));
    },
    async supersedeDeadlines(caseId, ids, at) {
      await tx.deadline.updateMany({ where: { caseId, id: { in: [...ids] } }, data: { state: 'superseded', supersededAt: at } });
    },
    async addOfficeNote(caseId, { at, box, ...note }) {
      await tx.officeNote.create({ data: { ...note, box: toBytes(box), caseId, createdAt: at } });
    },
  };
}

/** The next number of the case's timeline; whoever calls holds the case's lock. */
async function addCaseEvent(tx: DatabaseTransaction, random: Random, caseId: string, { data, ...event }: NewEvent): Promise<number> {
  const last = await tx.caseEvent.findFirst({ where: { caseId }, orderBy: { sequence: 'desc' }, select: { sequence: true } });
  const sequence = (last?.sequence ?? 0) + 1;
  await tx.caseEvent.create({ data: { id: random.id(), caseId, sequence, ...event, data: JSON.stringify(data) } });
  return sequence;
}

import { deadlineRowStates } from '#app/domain/deadlines/deadline-rows.ts';
import type { DeadlineRowState, StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import { isAssignmentState, isCaseState, isOfferState } from '#app/domain/case/statuses.ts';
import type { AssignmentRole, AssignmentState, CaseState, OfferState } from '#app/domain/case/statuses.ts';
import { incidentKinds, severities, sizeClasses } from '#app/domain/triage/kinds.ts';
import type { AssignmentRow, CaseOnFile, CaseReads, CaseRow, RecordKind } from '#app/features/cases/ports.ts';
import { recordKinds } from '#app/features/cases/ports.ts';
import type { Database } from './connect.ts';
import { companySide } from './case-people.ts';
import type { KeyHolder } from './case-people.ts';
import { readDueTimers } from './case-timers.ts';
import type { DatabaseTransaction } from './transact.ts';

const withParts = { assignments: { orderBy: { createdAt: 'asc' } }, offers: { select: { id: true, providerId: true, state: true } } } as const;

/** Reads cases and what hangs on them. A case belongs to several parties: who may see it is decided from its own facts. */
export function createCaseReads(db: Database | DatabaseTransaction): CaseReads {
  return {
    async byId(caseId) {
      // no tenant: company, provider and office ask for the same row; the relation to it is found from its facts
      const row = await db.case.findFirst({ where: { id: caseId }, include: withParts });
      if (row === null) return null;
      const keyHolders = await db.subjectKeyGrant.findMany({
        where: { subjectKind: 'case', subjectId: caseId, awaitingRelease: false, version: row.keyVersion },
        select: { recipientKind: true, recipientId: true },
      });
      return onFile(caseRowOf(row), keyHolders);
    },
    async sealedReport(caseId) {
      const row = await db.incident.findFirst({ where: { caseId }, select: { sealedReport: true } });
      return row?.sealedReport ?? null;
    },
    async records(caseId, kinds) {
      const rows = await db.caseRecord.findMany({ where: { caseId, kind: { in: [...kinds] } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
      return rows.flatMap((row) => (isRecordKind(row.kind) ? [{ ...row, kind: row.kind }] : []));
    },
    countRecords: (caseId, kind) => db.caseRecord.count({ where: { caseId, kind } }),
    async counts(caseId, keyVersions) {
      const under = { caseId, keyVersion: { in: [...keyVersions] } };
      return { messages: await db.caseRecord.count({ where: { ...under, kind: 'message' } }), exhibits: await db.exhibit.count({ where: { ...under, removedAt: null } }) };
    },
    async events(caseId) {
      const rows = await db.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });
      return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, string> }));
    },
    exhibits: (caseId) => db.exhibit.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } }),
    // no tenant: the case, whose access was decided, is part of the question
    exhibit: (caseId, exhibitId) => db.exhibit.findFirst({ where: { id: exhibitId, caseId, removedAt: null } }),
    async deadlines(caseId) {
      const rows = await db.deadline.findMany({ where: { caseId, state: { not: 'superseded' } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
      return rows.map((row) => ({ ...row, state: deadlineStateOf(row.state), data: JSON.parse(row.data) as StoredDeadline['data'] }));
    },
    officeNotes: (caseId) => db.officeNote.findMany({ where: { caseId }, orderBy: { createdAt: 'asc' } }),
    async casesOfProvider(providerId) {
      const rows = await db.assignment.findMany({
        where: { providerId },
        include: { case: { select: { id: true, reference: true, organisationId: true, state: true, severity: true } } },
        orderBy: { createdAt: 'desc' },
        take: 50,
      });
      return rows.map((row) => ({
        id: row.case.id,
        reference: row.case.reference,
        organisationId: row.case.organisationId,
        state: caseStateOf(row.case.state),
        severity: severities.find((one) => one === row.case.severity) ?? null,
        assignmentState: assignmentStateOf(row.state),
        firstContactDue: row.firstContactDue,
        accessEndsAt: row.accessEndsAt,
      }));
    },
    async accessToEnd(now) {
      const rows = await db.assignment.findMany({
        where: { accessEndsAt: { lte: now }, endedAt: { not: null } },
        select: { id: true, caseId: true, providerId: true, case: { select: { organisationId: true, assignments: { where: { endedAt: null }, select: { providerId: true } } } } },
      });
      const due = [];
      for (const row of rows) {
        // A provider that took up the case again, or is its own customer, keeps its key.
        if (row.case.organisationId === row.providerId || row.case.assignments.some((one) => one.providerId === row.providerId)) continue;
        const held = await db.subjectKeyGrant.count({
          where: { subjectKind: 'case', subjectId: row.caseId, recipientKind: 'organisation', recipientId: row.providerId },
        });
        if (held > 0) due.push({ caseId: row.caseId, organisationId: row.case.organisationId, providerId: row.providerId, assignmentId: row.id });
      }
      return due;
    },
    dueTimers: (now, limit) => readDueTimers(db, now, limit),
    async endsByItselfAt(caseId) {
      const row = await db.caseTimer.findFirst({ where: { caseId, doneAt: null, kind: { in: ['closure_end', 'self_help_end'] } }, select: { dueAt: true } });
      return row?.dueAt ?? null;
    },
    async storageNames(names) {
      const rows = await db.exhibit.findMany({ where: { storageName: { in: [...names] } }, select: { storageName: true } });
      return new Set(rows.map((row) => row.storageName));
    },
  };
}

function onFile(row: CaseRow, grants: readonly KeyHolder[]): CaseOnFile {
  const { organisationIds, userIds } = companySide(grants, row.organisationId, row.assignments.map((one) => one.providerId));
  const holders = new Set(grants.filter((one) => one.recipientKind === 'organisation').map((one) => one.recipientId));
  return {
    row,
    access: {
      caseId: row.id,
      state: row.state,
      recipientOrganisationIds: organisationIds,
      recipientUserIds: userIds,
      draftBy: row.state === 'draft' ? row.createdBy : null,
      offers: row.offers,
      assignments: row.assignments.map((one) => ({
        providerId: one.providerId,
        state: one.state,
        released: holders.has(one.providerId),
        accessEndsAt: one.accessEndsAt,
      })),
    },
  };
}

type StoredCase = Omit<CaseRow, 'state' | 'kind' | 'severity' | 'sizeClass' | 'assignments' | 'offers'> & {
  readonly state: string;
  readonly kind: string | null;
  readonly severity: string | null;
  readonly sizeClass: string | null;
  readonly assignments: readonly StoredAssignment[];
  readonly offers: readonly { readonly id: string; readonly providerId: string; readonly state: string }[];
};

type StoredAssignment = Omit<AssignmentRow, 'role' | 'state'> & { readonly role: string; readonly state: string };

function caseRowOf(row: StoredCase): CaseRow {
  return {
    ...row,
    state: caseStateOf(row.state),
    kind: incidentKinds.find((one) => one === row.kind) ?? null,
    severity: severities.find((one) => one === row.severity) ?? null,
    sizeClass: sizeClasses.find((one) => one === row.sizeClass) ?? null,
    assignments: row.assignments.map(assignmentRowOf),
    offers: row.offers.map((offer) => ({ ...offer, state: offerStateOf(offer.state) })),
  };
}

export function assignmentRowOf(row: StoredAssignment): AssignmentRow {
  return { ...row, role: roleOf(row.role), state: assignmentStateOf(row.state) };
}

export function caseStateOf(text: string): CaseState {
  if (!isCaseState(text)) throw new Error('Unknown state of a case in the database');
  return text;
}

export function assignmentStateOf(text: string): AssignmentState {
  if (!isAssignmentState(text)) throw new Error('Unknown state of an assignment in the database');
  return text;
}

export function offerStateOf(text: string): OfferState {
  if (!isOfferState(text)) throw new Error('Unknown state of an offer in the database');
  return text;
}

export function deadlineStateOf(text: string): DeadlineRowState {
  const found = deadlineRowStates.find((one) => one === text);
  if (found === undefined) throw new Error('Unknown state of a legal period in the database');
  return found;
}

function roleOf(text: string): AssignmentRole {
  return text === 'leading' ? 'leading' : 'supporting';
}

function isRecordKind(text: string): text is RecordKind {
  return (recordKinds as readonly string[]).includes(text);
}

import { isCaseState, isOfferState, isAssignmentState } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { incidentKinds, severities } from '#app/domain/triage/kinds.ts';
import type { StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import type { IncidentReads, StoredCase } from '#app/features/incidents/ports.ts';
import { deadlineStateOf } from '../case-store.ts';
import type { Database } from '../connect.ts';
import type { Case, Deadline } from '../generated/client.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Reads reports and the company's own cases. Every query for a case names its organisation. */
export function createIncidentReads(db: Database | DatabaseTransaction): IncidentReads {
  return {
    async access(caseId, organisationId) {
      const row = await db.case.findFirst({
        where: { id: caseId, organisationId },
        select: { state: true, createdBy: true, keyVersion: true, offers: { select: { providerId: true, state: true } }, assignments: { select: { providerId: true, state: true, accessEndsAt: true } } },
      });
      if (row === null) return null;
      const grants = await db.subjectKeyGrant.findMany({ where: { subjectKind: 'case', subjectId: caseId, version: row.keyVersion }, select: { recipientKind: true, recipientId: true, awaitingRelease: true } });
      const readers = (kind: string) => grants.filter((grant) => grant.recipientKind === kind && !grant.awaitingRelease).map((grant) => grant.recipientId);
      const organisations = readers('organisation');
      return {
        caseId,
        state: stateOf(row.state),
        recipientOrganisationIds: organisations.filter((id) => id === organisationId),
        recipientUserIds: readers('user'),
        draftBy: row.state === 'draft' || row.state === 'withdrawn' ? row.createdBy : null,
        offers: row.offers.flatMap(({ providerId, state }) => (isOfferState(state) ? [{ providerId, state }] : [])),
        assignments: row.assignments.flatMap(({ providerId, state, accessEndsAt }) =>
          isAssignmentState(state) ? [{ providerId, state, accessEndsAt, released: organisations.includes(providerId) }] : [],
        ),
      };
    },
    async report(caseId, organisationId) {
      const row = await db.case.findFirst({ where: { id: caseId, organisationId }, include: { incident: true } });
      const incident = row?.incident ?? null;
      if (row === null || incident === null) return null;
      const { keyVersion, sealedReport, revision, step, updatedAt } = incident;
      return { caseId, organisationId, createdBy: row.createdBy, state: stateOf(row.state), keyVersion, sealedReport, revision, step, updatedAt };
    },
    async findCase(caseId, organisationId) {
      const row = await db.case.findFirst({ where: { id: caseId, organisationId } });
      return row === null ? null : caseOf(row);
    },
    async deadlines(caseId) {
      const rows = await db.deadline.findMany({ where: { caseId }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
      return rows.map(deadlineOf);
    },
    async events(caseId) {
      return db.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' }, select: { sequence: true, event: true, data: true, at: true } });
    },
    async list(organisationId, userId, limit) {
      const rows = await db.case.findMany({
        where: { organisationId, OR: [{ state: 'draft', createdBy: userId }, { reference: { not: null } }] },
        include: { incident: { select: { sealedReport: true, keyVersion: true } }, deadlines: true },
        orderBy: { createdAt: 'desc' },
        take: limit,
      });
      return rows.map((row) => ({ ...caseOf(row), report: row.incident, deadlines: row.deadlines.map(deadlineOf) }));
    },
  };
}

function stateOf(text: string): CaseState {
  if (!isCaseState(text)) throw new Error(`Unknown case state ${text}`);
  return text;
}

function caseOf(row: Case): StoredCase {
  return {
    caseId: row.id,
    organisationId: row.organisationId,
    reference: row.reference,
    state: stateOf(row.state),
    kind: incidentKinds.find((kind) => kind === row.kind) ?? null,
    severity: severities.find((severity) => severity === row.severity) ?? null,
    facts: row.facts,
    reasons: row.reasons,
    callbackBox: row.callbackBox,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    reportedAt: row.reportedAt,
    keyVersion: row.keyVersion,
  };
}

function deadlineOf(row: Deadline): StoredDeadline {
  return {
    id: row.id,
    regime: row.regime,
    trigger: row.trigger,
    triggerAt: row.triggerAt,
    dueAt: row.dueAt,
    state: deadlineStateOf(row.state),
    reason: row.reason,
    data: JSON.parse(row.data) as StoredDeadline['data'],
  };
}

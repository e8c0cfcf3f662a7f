import { stillAsks } from '#app/domain/case/duty-tasks.ts';
import { isAssignmentState, isCaseState, isOfferState, offeringCaseStates } from '#app/domain/case/statuses.ts';
import type { AssignmentState, CaseState, OfferState } from '#app/domain/case/statuses.ts';
import { caseNoticePrefix } from '#app/domain/notices/notice.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { Brief } from '#app/domain/routing/brief.ts';
import type { ProviderExplanation } from '#app/domain/routing/explain.ts';
import { microPerOffer } from '#app/domain/routing/fair-share.ts';
import { severities, sizeClasses } from '#app/domain/triage/kinds.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { routingTasks } from '#app/features/matching/ports.ts';
import type { DecisionRecord, MatchingReads, OfferRow, TaskKind, TaskRow } from '#app/features/matching/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from '../connect.ts';
import type { DutyTask, Offer } from '../generated/client.ts';
import type { DatabaseTransaction } from '../transact.ts';
import { readProviderPool } from './provider-pool.ts';

type Parts = { readonly vault: AccountVault; readonly zone: string; readonly serviceClock: (at: Date) => ServiceClock };

const routedStates: readonly CaseState[] = ['ready', 'matching', 'escalated', 'assigned'];

/** What routing reads. Triage facts and account data only: nothing here is sealed. */
export function createMatchingReads(db: Database | DatabaseTransaction, parts: Parts): MatchingReads {
  return {
    async file(caseId) {
      const row = await db.case.findFirst({
        // no tenant: routing works for the association, on triage facts of every company
        where: { id: caseId },
        include: {
          waves: { orderBy: { number: 'asc' } },
          offers: { orderBy: { createdAt: 'asc' } },
          assignments: { orderBy: { createdAt: 'asc' } },
          decisions: { orderBy: { sequence: 'desc' }, take: 1 },
        },
      });
      if (row === null || row.severity === null || row.state === 'draft') return null;
      const tasks = await db.dutyTask.findMany({ where: { caseId, kind: { in: [...routingTasks] } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] });
      const [decision] = row.decisions;
      return {
        id: row.id,
        organisationId: row.organisationId,
        reference: row.reference ?? '',
        state: caseState(row.state),
        severity: severityOf(row.severity),
        facts: JSON.parse(row.facts) as ReportFacts,
        reservedOfferId: row.reservedOfferId,
        currentWave: row.currentWave,
        fence: row.fence,
        nextActionAt: row.nextActionAt,
        reportedAt: row.reportedAt ?? row.createdAt,
        decision: decision ? { id: decision.id, sequence: decision.sequence, record: JSON.parse(decision.content) as DecisionRecord } : null,
        waves: row.waves.map(({ endsAt, ...wave }) => ({ ...wave, endsAt: endsAt ?? wave.startedAt })),
        offers: row.offers.map(offerOf),
        assignments: row.assignments.map((one) => ({ ...one, role: one.role === 'supporting' ? 'supporting' : 'leading', state: assignmentState(one.state) })),
        tasks: tasks.map(taskOf),
      };
    },
    async isRecipient(caseId, organisationId, userId) {
      const own = await db.case.findFirst({ where: { id: caseId, organisationId }, select: { id: true } });
      if (own === null) return false;
      const recipients = [{ recipientKind: 'organisation', recipientId: organisationId }, { recipientKind: 'user', recipientId: userId }];
      const grant = await db.subjectKeyGrant.findFirst({ where: { subjectKind: 'case', subjectId: caseId, awaitingRelease: false, OR: recipients }, select: { id: true } });
      return grant !== null;
    },
    async due(now, limit) {
      const rows = await db.case.findMany({
        where: { state: { in: [...routedStates] }, nextActionAt: { lte: now } },
        select: { id: true, fence: true, nextActionAt: true },
        orderBy: { nextActionAt: 'asc' },
        take: limit,
      });
      return rows.map((row) => ({ ...row, nextActionAt: row.nextActionAt ?? now }));
    },
    pool: (at, ids) => readProviderPool(db, parts, at, ids),
    async companyCounts() {
      const rows = await db.organisation.groupBy({
        by: ['district', 'sectorSection', 'sizeClass'],
        where: { type: 'company', closedAt: null, district: { not: null } },
        _count: { _all: true },
      });
      return rows.map((row) => ({
        district: row.district ?? '',
        sectorSection: row.sectorSection,
        sizeClass: sizeClasses.find((one) => one === row.sizeClass) ?? null,
        count: row._count._all,
      }));
    },
    async offer(offerId, providerId) {
      const row = await db.offer.findFirst({ where: { id: offerId, providerId }, include: { case: true } });
      return row === null ? null : summaryOf(row);
    },
    async undeliveredOffers() {
      const sent = await db.offer.findMany({ where: { state: 'sent', case: { state: { in: [...offeringCaseStates] } } }, select: { id: true, caseId: true } });
      const given: { caseId: string; offerId: string }[] = [];
      for (const { id, caseId } of sent) {
        const mails = await db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${caseNoticePrefix(caseId)}${id}:` }, notice: 'offer_received' }, select: { state: true } });
        if (mails.length > 0 && mails.every((mail) => mail.state === 'dead')) given.push({ caseId, offerId: id });
      }
      return given;
    },
    async offersOf(providerId, since) {
      const rows = await db.offer.findMany({ where: { providerId, sentAt: { gte: since } }, include: { case: true }, orderBy: { sentAt: 'desc' }, take: 200 });
      return rows.map(summaryOf);
    },
    async casesOf(providerId) {
      const rows = await db.assignment.findMany({ where: { providerId }, include: { case: true }, orderBy: { createdAt: 'desc' }, take: 200 });
      return rows.map((row) => ({
        caseId: row.caseId,
        reference: row.case.reference ?? '',
        organisationId: row.case.organisationId,
        state: caseState(row.case.state),
        severity: severityOf(row.case.severity),
        kind: row.case.kind ?? 'unsure',
        assignmentState: assignmentState(row.state),
        firstContactDue: row.firstContactDue,
        accessEndsAt: row.accessEndsAt,
        createdAt: row.createdAt,
      }));
    },
    async companyName(organisationId) {
      const row = await db.organisation.findFirst({ where: { id: organisationId }, select: { profileBox: true } });
      if (row === null) return null;
      const { name, town } = parts.vault.open<{ name: string; town: string }>('Organisation', organisationId, row.profileBox);
      return { name, town };
    },
    async batchOf(caseId, { waveId, providerId }) {
      const [own] = await db.fairShareEntry.findMany({ where: { caseId, waveId, providerId, OR: [{ debit: { gt: 0 } }, { reversedAt: { not: null } }] }, orderBy: { createdAt: 'desc' }, take: 1 });
      if (own === undefined) return null;
      const rows = await db.fairShareEntry.findMany({ where: { batchId: own.batchId }, orderBy: { providerId: 'asc' } });
      const asked = rows.filter((row) => row.debit === microPerOffer || row.reversedAt !== null);
      return {
        batchId: own.batchId,
        at: own.createdAt.toISOString(),
        eligibleProviderIds: rows.map((row) => row.providerId),
        offeredProviderIds: asked.map((row) => row.providerId),
        reversedProviderIds: asked.filter((row) => row.reversedAt !== null).map((row) => row.providerId),
      };
    },
    async openTasks(limit) {
      const rows = await db.dutyTask.findMany({ where: { doneAt: null }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: limit });
      const cases = await db.case.findMany({
        // no tenant: the office's tasks name cases of every company, by reference
        where: { id: { in: rows.flatMap((row) => (row.caseId === null ? [] : [row.caseId])) } },
        select: { id: true, reference: true, severity: true, state: true },
      });
      return rows.flatMap((row) => {
        const found = cases.find((one) => one.id === row.caseId);
        if (found && !stillAsks(row.kind, caseState(found.state))) return [];
        return [{
          id: row.id,
          kind: row.kind,
          caseId: row.caseId,
          reference: found?.reference ?? null,
          severity: found ? severityOf(found.severity) : null,
          caseState: found ? caseState(found.state) : null,
          dueAt: row.dueAt,
          createdAt: row.createdAt,
          told: row.fence > 0,
        }];
      });
    },
    async task(taskId) {
      const row = await db.dutyTask.findFirst({ where: { id: taskId } });
      return row === null ? null : { ...taskOf(row), caseId: row.caseId };
    },
    async shifts(of, from, to) {
      const rows = await db.dutyShift.findMany({
        where: { endsAt: { gt: from }, startsAt: { lt: to }, ...(of === 'office' ? { userId: { in: (await officers()).map((one) => one.userId) } } : { organisationId: of }) },
        orderBy: { startsAt: 'asc' },
      });
      return rows.map(({ id, organisationId, userId, startsAt, endsAt }) => ({ id, organisationId, userId, startsAt, endsAt }));
    },
    officers,
  };

  async function officers() {
    const rows = await db.membership.findMany({
      where: { role: 'office.duty', confirmedAt: { not: null }, endedAt: null, user: { disabledAt: null } },
      select: { user: { select: { id: true, profileBox: true } } },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(({ user }) => ({ userId: user.id, name: parts.vault.open<{ name: string }>('User', user.id, user.profileBox).name }));
  }
}

function summaryOf(row: Offer & { case: { state: string; organisationId: string; reservedOfferId: string | null } }) {
  return { offer: offerOf(row), caseState: caseState(row.case.state), organisationId: row.case.organisationId, reservedOfferId: row.case.reservedOfferId };
}

function offerOf(row: Offer): OfferRow {
  return {
    id: row.id,
    caseId: row.caseId,
    waveId: row.waveId,
    providerId: row.providerId,
    state: offerState(row.state),
    rank: row.rank,
    brief: JSON.parse(row.brief) as Brief,
    explanation: JSON.parse(row.explanation) as ProviderExplanation | null,
    sentAt: row.sentAt,
    seenAt: row.seenAt,
    expiresAt: row.expiresAt,
    acceptedAt: row.acceptedAt,
    acceptedBy: row.acceptedBy,
    confirmBy: row.confirmBy,
    decidedAt: row.decidedAt,
  };
}

function taskOf(row: DutyTask): TaskRow {
  return { id: row.id, kind: row.kind as TaskKind, dueAt: row.dueAt, createdAt: row.createdAt, doneAt: row.doneAt, outcome: row.outcome, told: row.fence > 0 };
}

function severityOf(text: string | null): Severity {
  const found = severities.find((one) => one === text);
  if (found === undefined) throw new Error(`unknown severity ${text}`);
  return found;
}

function caseState(text: string): CaseState {
  if (!isCaseState(text)) throw new Error(`unknown case state ${text}`);
  return text;
}

function offerState(text: string): OfferState {
  if (!isOfferState(text)) throw new Error(`unknown offer state ${text}`);
  return text;
}

function assignmentState(text: string): AssignmentState {
  if (!isAssignmentState(text)) throw new Error(`unknown assignment state ${text}`);
  return text;
}

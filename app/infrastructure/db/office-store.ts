import { isAssignmentState, isCaseState, isOfferState, runningCaseStates } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { incidentKinds, severities } from '#app/domain/triage/kinds.ts';
import { offerableVettingStates } from '#app/domain/vetting/statuses.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { AssignmentAtOffice, CaseAtOffice, OfferAtOffice, OfficeDirectory, OfficeReads, OfficeWrites } from '#app/features/office/ports.ts';
import { toBytes } from './bytes.ts';
import { createCaseDirectory } from './case-directory.ts';
import type { Database } from './connect.ts';
import type { Prisma } from './generated/client.ts';
import { createOutboxReader } from './outbox-reader.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Everything of a case but its sealed parts: records, report and exhibits are not read, exhibits are only counted. */
const facts = {
  organisation: { select: { companyKind: true } },
  offers: { include: { wave: { select: { number: true } } }, orderBy: { createdAt: 'asc' } },
  assignments: { orderBy: { createdAt: 'asc' } },
  deadlines: { where: { state: { in: ['open', 'possible', 'done'] } }, orderBy: { dueAt: 'asc' } },
  events: { where: { toState: { not: null } }, orderBy: { sequence: 'desc' }, take: 12 },
  _count: { select: { exhibits: { where: { removedAt: null } } } },
} as const satisfies Prisma.CaseInclude;

type CaseRow = Prisma.CaseGetPayload<{ include: typeof facts }>;

export function createOfficeReads(db: Database, vault: AccountVault): OfficeReads {
  return {
    ...createOutboxReader(db),
    async running() {
      // no tenant: the office sees the running cases of the whole region
      const rows = await db.case.findMany({ where: { state: { in: [...runningCaseStates] } }, include: facts });
      return rows.flatMap((row) => caseOf(row) ?? []);
    },
    async findCase(caseId) {
      // no tenant: the office sees every reported case of the region; a draft does not exist for it
      const row = await db.case.findFirst({ where: { id: caseId, state: { not: 'draft' }, reference: { not: null } }, include: { ...facts, waves: { orderBy: { number: 'asc' } } } });
      const found = row === null ? null : caseOf(row);
      if (row === null || found === null) return null;
      const events = await db.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });
      return {
        ...found,
        facts: row.facts,
        reasons: row.reasons,
        consent: row.consent,
        callback: row.callbackBox === null ? null : callbackOf(vault.open<Record<string, unknown>>('Case', row.id, row.callbackBox)),
        waves: row.waves,
        events,
      };
    },
    async caseByReference(reference) {
      const row = await db.case.findFirst({ where: { reference, state: { not: 'draft' } }, select: { id: true } });
      return row?.id ?? null;
    },
    openTasks: (caseId) => db.dutyTask.findMany({ where: { doneAt: null, ...(caseId === undefined ? {} : { caseId }) }, orderBy: { dueAt: 'asc' }, take: 200 }),
    async notes(caseId) {
      const rows = await db.officeNote.findMany({ where: { caseId }, orderBy: { createdAt: 'desc' } });
      return rows.map(({ box, ...row }) => ({ ...row, text: vault.open<{ text: string }>('OfficeNote', row.id, box).text }));
    },
  };
}

export function createOfficeWrites(tx: DatabaseTransaction, vault: AccountVault): OfficeWrites {
  return {
    async addNote({ text, at, ...note }) {
      await tx.officeNote.create({ data: { ...note, box: toBytes(vault.seal('OfficeNote', note.id, { text })), createdAt: at } });
    },
    async requeue(id, at) {
      const { count } = await tx.outboxMessage.updateMany({
        where: { id, state: 'dead' },
        data: { state: 'pending', nextAt: at, attempts: 0, lastError: null, leaseOwner: null, leaseUntil: null },
      });
      return count === 1;
    },
  };
}

export function createOfficeDirectory(db: Database, vault: AccountVault): OfficeDirectory {
  const directory = createCaseDirectory(db, vault);
  return {
    organisations: (ids) => directory.organisations(ids),
    people: (ids) => directory.people(ids),
    async approvedProviders() {
      const rows = await db.provider.findMany({ where: { vettingState: { in: [...offerableVettingStates] } }, select: { id: true } });
      const names = await directory.organisations(rows.map((row) => row.id));
      return rows.map(({ id }) => ({ id, name: names.get(id)?.name ?? '' })).sort((a, b) => a.name.localeCompare(b.name, 'de'));
    },
  };
}

function caseOf(row: CaseRow): CaseAtOffice | null {
  const kind = incidentKinds.find((one) => one === row.kind);
  const severity = severities.find((one) => one === row.severity);
  if (!isCaseState(row.state) || kind === undefined || severity === undefined || row.reference === null) return null;
  const state: CaseState = row.state;
  const reportedAt = row.reportedAt ?? row.createdAt;
  return {
    caseId: row.id,
    organisationId: row.organisationId,
    reference: row.reference,
    state,
    kind,
    severity,
    companyKind: row.organisation.companyKind,
    district: row.district,
    sectorSection: row.sectorSection,
    sizeClass: row.sizeClass,
    language: row.language,
    currentWave: row.currentWave,
    reportedAt,
    inStateSince: row.events.find((event) => event.toState === state && event.fromState !== state)?.at ?? reportedAt,
    offers: row.offers.flatMap((offer): OfferAtOffice[] => (isOfferState(offer.state) ? [{ ...offer, state: offer.state, waveNumber: offer.wave.number }] : [])),
    assignments: row.assignments.flatMap((one): AssignmentAtOffice[] =>
      isAssignmentState(one.state) ? [{ ...one, state: one.state, role: one.role === 'leading' ? 'leading' : 'supporting' }] : [],
    ),
    deadlines: row.deadlines.map((one) => {
      const data = JSON.parse(one.data) as { duty?: string; precision?: string };
      return { id: one.id, regime: one.regime, triggerAt: one.triggerAt, dueAt: one.dueAt, state: one.state, duty: data.duty ?? '', precision: data.precision ?? 'exact' };
    }),
    exhibits: row._count.exhibits,
  };
}

function callbackOf(box: Record<string, unknown>): { name: string; telephone: string } {
  const text = (...keys: string[]) => keys.map((key) => box[key]).find((value): value is string => typeof value === 'string') ?? '';
  return { name: text('callbackName', 'name'), telephone: text('callbackPhone', 'callbackNumber', 'telephone', 'phone', 'number') };
}

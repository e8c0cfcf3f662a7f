import type { CompanyFacts } from '#app/domain/checklist/version.ts';
import { companyKinds, sectorSections, sizeClasses } from '#app/domain/checklist/vocabulary.ts';
import type { AssessmentRow, AssessmentStore, AssessmentWrites } from '#app/features/checklists/ports.ts';
import type { Random } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';
import { createVersionContents, versionFields } from './version-contents.ts';
import type { VersionFields } from './version-contents.ts';

const include = { version: versionFields, answers: true, evidence: { orderBy: { createdAt: 'asc' } } } as const;
const newestFirst = { startedAt: 'desc' } as const;
const headFields = {
  id: true,
  organisationId: true,
  state: true,
  startedBy: true,
  startedAt: true,
  updatedAt: true,
  closedBy: true,
  closedAt: true,
  factsAtClose: true,
  siteIds: true,
  sitesRevision: true,
  remindAt: true,
  remindedAt: true,
} as const;

/** Reads runs of checklists. Every query names the organisation. */
export function createAssessmentStore(db: Database | DatabaseTransaction): AssessmentStore {
  const versions = createVersionContents(db);

  async function whole({ version, ...row }: Stored): Promise<AssessmentRow> {
    return { ...plainOf(row), frozen: await versions.frozen(version) };
  }

  return {
    async heads(organisationId) {
      const rows = await db.assessment.findMany({ where: { organisationId }, select: { ...headFields, version: { select: { checklistId: true } } }, orderBy: newestFirst });
      return rows.map(({ version, ...row }) => ({ ...plainOf(row), checklistId: version.checklistId }));
    },
    async running(organisationId) {
      const rows = await db.assessment.findMany({ where: { organisationId, state: 'running' }, include, orderBy: newestFirst });
      return Promise.all(rows.map(whole));
    },
    async answersTo(organisationId, requirementIds, exceptId) {
      const answers = { requirementId: { in: [...requirementIds] } };
      const rows = await db.assessment.findMany({
        where: { organisationId, id: { not: exceptId }, answers: { some: answers } },
        select: { id: true, organisationId: true, version: include.version, answers: { where: answers } },
        orderBy: newestFirst,
      });
      return Promise.all(rows.map(async ({ version, ...row }) => ({ ...row, frozen: await versions.frozen(version) })));
    },
    evidenceOf(organisationId) {
      return db.assessment.findMany({
        where: { organisationId, evidence: { some: {} } },
        select: { id: true, organisationId: true, evidence: include.evidence },
        orderBy: newestFirst,
      });
    },
    async find(organisationId, assessmentId) {
      const row = await db.assessment.findFirst({ where: { id: assessmentId, organisationId }, include });
      return row === null ? null : whole(row);
    },
    async evidenceStorageNames(names) {
      // no tenant: a sweep over names on disk, which returns nothing but names
      const rows = await db.evidence.findMany({ where: { storageName: { in: [...names] } }, select: { storageName: true } });
      return new Set(rows.map((row) => row.storageName));
    },
    async factsOf(organisationId) {
      const row = await db.organisation.findFirst({
        where: { id: organisationId },
        select: { sizeClass: true, companyKind: true, sectorSection: true },
      });
      return {
        sizeClass: knownOr(sizeClasses, row?.sizeClass),
        kind: knownOr(companyKinds, row?.companyKind),
        sector: knownOr(sectorSections, row?.sectorSection),
      };
    },
    async dueReminders(now, limit) {
      const rows = await db.assessment.findMany({
        where: { state: 'closed', remindAt: { lte: now }, remindedAt: null },
        select: { id: true, organisationId: true, remindAt: true },
        orderBy: { remindAt: 'asc' },
        take: limit,
      });
      return rows.flatMap(({ id, organisationId, remindAt }) => (remindAt === null ? [] : [{ assessmentId: id, organisationId, remindAt }]));
    },
  };
}

/** Changes runs of checklists inside the given transaction. Each method begins with a write. */
export function createAssessmentWrites(tx: DatabaseTransaction, { random }: { readonly random: Random }): AssessmentWrites {
  return {
    async start({ id, organisationId, version, keyVersion, startedBy, at }) {
      const { content, contentHash } = version;
      const { checklistId, version: number } = version.version;
      const kept = await tx.checklistVersion.upsert({
        where: { contentHash },
        create: { id: random.id(), checklistId, version: number, contentHash, content, createdAt: at },
        update: { contentHash },
      });
      await tx.assessment.create({
        data: { id, organisationId, checklistVersionId: kept.id, state: 'running', keyVersion, startedBy, startedAt: at, updatedAt: at },
      });
      await endReminders(organisationId, checklistId, id);
    },
    async saveAnswer({ organisationId, assessmentId, requirementId, sealedAnswer, seenRevision, answeredBy, answeredAt, at }) {
      const running = { id: assessmentId, organisationId, state: 'running' };
      // Takes the lock of the writer: until the end of the transaction nobody closes the run or answers in it.
      const held = await tx.assessment.updateMany({ where: running, data: { state: 'running' } });
      if (held.count === 0) return 'not_running';
      const content = { sealedAnswer: new Uint8Array(sealedAnswer), revision: seenRevision + 1, answeredBy, answeredAt: answeredAt ?? at };
      const changed = await tx.answer.updateMany({ where: { assessmentId, requirementId, revision: seenRevision }, data: content });
      if (changed.count === 0) {
        const stored = await tx.answer.findFirst({ where: { assessmentId, requirementId }, select: { revision: true } });
        if (stored !== null || seenRevision !== 0) return 'conflict';
        await tx.answer.create({ data: { id: random.id(), assessmentId, requirementId, ...content } });
      }
      await tx.assessment.updateMany({ where: running, data: { updatedAt: at } });
      return 'saved';
    },
    async chooseSites({ organisationId, assessmentId, siteIds, seenRevision, at }) {
      const running = { id: assessmentId, organisationId, state: 'running' };
      const { count } = await tx.assessment.updateMany({
        where: { ...running, sitesRevision: seenRevision },
        data: { siteIds: JSON.stringify(siteIds), sitesRevision: seenRevision + 1, updatedAt: at },
      });
      if (count === 1) return 'saved';
      return (await tx.assessment.count({ where: running })) === 1 ? 'conflict' : 'not_running';
    },
    async close({ organisationId, assessmentId, facts, seenAnswers, seenSitesRevision, sealedStatement, remindAt, closedBy, at }) {
      const running = { id: assessmentId, organisationId, state: 'running' };
      const held = await tx.assessment.updateMany({ where: running, data: { state: 'running' } });
      if (held.count === 0) return 'not_running';
      const { _sum } = await tx.answer.aggregate({ where: { assessmentId }, _sum: { revision: true } });
      if ((_sum.revision ?? 0) !== seenAnswers) return 'conflict';
      const closing = await tx.assessment.updateMany({
        where: { ...running, sitesRevision: seenSitesRevision },
        data: { state: 'closed', closedBy, closedAt: at, factsAtClose: JSON.stringify(facts), sealedStatement: new Uint8Array(sealedStatement) },
      });
      if (closing.count === 0) return 'conflict';
      const closed = await tx.assessment.findFirstOrThrow({ where: { id: assessmentId, organisationId }, select: { version: { select: { checklistId: true } } } });
      const { checklistId } = closed.version;
      await endReminders(organisationId, checklistId, assessmentId);
      const others = await tx.assessment.count({ where: { organisationId, state: 'running', version: { checklistId } } });
      if (others === 0) await tx.assessment.updateMany({ where: { id: assessmentId, organisationId }, data: { remindAt } });
      return 'closed';
    },
    async setReminder({ organisationId, assessmentId, remindAt }) {
      const { count } = await tx.assessment.updateMany({ where: { id: assessmentId, organisationId, state: 'closed' }, data: { remindAt, remindedAt: null } });
      return count === 1;
    },
    async claimReminder({ assessmentId, organisationId, remindAt }, at) {
      const { count } = await tx.assessment.updateMany({ where: { id: assessmentId, organisationId, state: 'closed', remindAt, remindedAt: null }, data: { remindedAt: at } });
      return count === 1;
    },
  };

  /** Of the other runs of the checklist: the newest says when to look again. */
  async function endReminders(organisationId: string, checklistId: string, exceptId: string): Promise<void> {
    await tx.assessment.updateMany({ where: { organisationId, id: { not: exceptId }, remindAt: { not: null }, version: { checklistId } }, data: { remindAt: null } });
  }
}

type StoredFields = { readonly state: string; readonly factsAtClose: string | null; readonly siteIds: string | null };
type Stored = Omit<AssessmentRow, keyof StoredFields | 'frozen'> & StoredFields & { readonly version: VersionFields };

function plainOf<T extends StoredFields>({ state, factsAtClose, siteIds, ...row }: T): Omit<T, keyof StoredFields> & Pick<AssessmentRow, keyof StoredFields> {
  return {
    ...row,
    state: state === 'closed' ? 'closed' : 'running',
    factsAtClose: factsAtClose === null ? null : (JSON.parse(factsAtClose) as CompanyFacts),
    siteIds: siteIds === null ? null : (JSON.parse(siteIds) as string[]),
  };
}

/** A value of a closed list, or null for what is not (or not yet) known. */
function knownOr<T extends string>(known: readonly T[], value: string | null | undefined): T | null {
  return known.find((each) => each === value) ?? null;
}

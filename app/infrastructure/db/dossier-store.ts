import type { DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import type { DossierReads, DossierRow, DossierWrites, ListedDossier, SealedShareLink, ShareLinkRow } from '#app/features/dossiers/ports.ts';
import type { AccountVault } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { Dossier, ShareLink } from './generated/client.ts';
import { createLinkWrites } from './share-links.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Links of other purposes belong to other features. */
const purpose = 'read_document';

const linkFields = {
  id: true, organisationId: true, subjectId: true, createdBy: true, createdAt: true, expiresAt: true, revokedAt: true, openedCount: true, lastOpenedAt: true,
} as const;

/** Reads issued documents and share links. */
export function createDossierReads(db: Database | DatabaseTransaction, vault: AccountVault): DossierReads {
  return {
    async list(organisationId) {
      return listed(organisationId, await db.dossier.findMany({ where: { organisationId }, orderBy: [{ createdAt: 'desc' }, { number: 'desc' }] }));
    },
    async find(organisationId, dossierId) {
      const row = await db.dossier.findFirst({ where: { id: dossierId, organisationId } });
      return row === null ? null : ((await listed(organisationId, [row]))[0] ?? null);
    },
    async findByNumber(number) {
      const row = await db.dossier.findFirst({ where: { number } });
      return row === null ? null : dossierOf(row);
    },
    async links(organisationId) {
      const rows = await db.shareLink.findMany({ where: { organisationId, purpose }, select: linkFields, orderBy: { createdAt: 'desc' } });
      return rows.map(linkOf);
    },
    async findLink(organisationId, linkId) {
      const row = await db.shareLink.findFirst({ where: { id: linkId, organisationId, purpose }, select: linkFields });
      return row === null ? null : linkOf(row);
    },
    async linkOfToken(tokenHash): Promise<SealedShareLink | null> {
      const row = await db.shareLink.findFirst({ where: { tokenHash, purpose }, select: { ...linkFields, sealedContent: true } });
      return row === null ? null : { ...linkOf(row), sealedContent: row.sealedContent };
    },
    async caseReference(organisationId, caseId) {
      const row = await db.case.findFirst({ where: { id: caseId, organisationId }, select: { reference: true } });
      return row?.reference ?? null;
    },
    async companyName(organisationId) {
      const row = await db.organisation.findFirstOrThrow({ where: { id: organisationId }, select: { profileBox: true } });
      return vault.open<{ name: string }>('Organisation', organisationId, row.profileBox).name;
    },
    async names(userIds) {
      const users = await db.user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, profileBox: true } });
      return new Map(users.map((user) => [user.id, vault.open<{ name: string }>('User', user.id, user.profileBox).name]));
    },
  };

  async function listed(organisationId: string, rows: readonly Dossier[]): Promise<ListedDossier[]> {
    const idsOf = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.subjectId);
    const cases = await db.case.findMany({ where: { organisationId, id: { in: idsOf('incident_report') } }, select: { id: true, reference: true } });
    const runs = await db.assessment.findMany({ where: { organisationId, id: { in: idsOf('checklist_result') } }, select: { id: true, closedAt: true } });
    const references = new Map(cases.map((one) => [one.id, one.reference]));
    const closes = new Map(runs.map((one) => [one.id, one.closedAt]));
    return rows.map((row) => ({
      ...dossierOf(row),
      caseReference: references.get(row.subjectId) ?? null,
      closedAt: closes.get(row.subjectId) ?? null,
    }));
  }
}

/** Writes issued documents and share links inside the given transaction. */
export function createDossierWrites(tx: DatabaseTransaction): DossierWrites {
  return {
    ...createLinkWrites(tx),
    async nextNumber(year) {
      const key = counterOf(year);
      const { value } = await tx.setting.upsert({ where: { key }, create: { key, value: '0' }, update: { key } });
      return Number(value) + 1;
    },
    async takeNumber(year, number) {
      await tx.setting.update({ where: { key: counterOf(year) }, data: { value: String(number) } });
    },
    async add({ subject, checkpoint, ...row }) {
      const { id, organisationId } = row;
      // Takes the lock of the writer: nobody adds the same row between this look and the end of the transaction.
      const known = await tx.dossier.updateMany({ where: { id, organisationId }, data: { id } });
      if (known.count > 0) {
        const stored = await tx.dossier.findFirstOrThrow({ where: { id, organisationId }, select: { sha256: true } });
        return { outcome: 'known', sha256: stored.sha256 };
      }
      const subjectKind = subject.kind === 'incident_report' ? 'case' : 'assessment';
      await tx.dossier.create({ data: { ...row, kind: subject.kind, subjectKind, subjectId: subject.id, checkpoint: JSON.stringify(checkpoint) } });
      return { outcome: 'added' };
    },
    async addLink({ dossierId, sealedContent, ...link }) {
      await tx.shareLink.create({ data: { ...link, purpose, subjectKind: 'dossier', subjectId: dossierId, sealedContent: new Uint8Array(sealedContent) } });
    },
    async clearExpired(now) {
      const { count } = await tx.shareLink.updateMany({
        where: { expiresAt: { lte: now }, sealedContent: { not: new Uint8Array() } },
        data: { sealedContent: new Uint8Array() },
      });
      return count;
    },
  };
}

function counterOf(year: number): string {
  return `dossier-number/${year}`;
}

function dossierOf({ kind, subjectKind: _, subjectId, locale, checkpoint, ...row }: Dossier): DossierRow {
  return {
    ...row,
    subject: { kind: kind === 'incident_report' ? 'incident_report' : 'checklist_result', id: subjectId },
    locale: locale === 'en' ? 'en' : 'de',
    checkpoint: JSON.parse(checkpoint) as DossierEnvelope['checkpoint'],
  };
}

function linkOf({ subjectId, ...link }: Pick<ShareLink, keyof typeof linkFields>): ShareLinkRow {
  return { id: link.id, organisationId: link.organisationId, dossierId: subjectId, createdBy: link.createdBy, createdAt: link.createdAt, expiresAt: link.expiresAt, revokedAt: link.revokedAt, openedCount: link.openedCount, lastOpenedAt: link.lastOpenedAt };
}

import type { KeyCopy, KeyStanding } from '#app/domain/access/key-recipients.ts';
import type { Subject } from '#app/features/ports.ts';
import type { DatabaseTransaction } from './transact.ts';

/** The newest version of a subject's key and who holds it; inside one transaction. */
export type SubjectVersions = ReturnType<typeof createSubjectVersions>;

export function createSubjectVersions(tx: DatabaseTransaction) {
  return {
    /** Takes the writer's lock with a write, then reads; null for a subject that does not exist. */
    async lock({ kind, id, organisationId }: Subject): Promise<{ version: number; nextDue: boolean } | null> {
      const where = { id, organisationId };
      const data = { keyVersion: { increment: 0 } };
      if ((await update(kind, where, data)) === 0) return null;
      const row = await read(kind, where);
      return row && { version: row.keyVersion, nextDue: row.nextKeyVersionDue };
    },
    /** Makes the next version the newest. The subject is locked: another answer than one row is a bug. */
    async raise({ kind, id, organisationId }: Subject, from: number): Promise<void> {
      const where = { id, organisationId, keyVersion: from };
      const data = { keyVersion: from + 1, nextKeyVersionDue: false };
      if ((await update(kind, where, data)) !== 1) throw new Error('The version of a locked subject has changed');
    },
    async markNextDue({ kind, id, organisationId }: Subject): Promise<void> {
      const where = { id, organisationId };
      await update(kind, where, { nextKeyVersionDue: true });
    },
    async copies({ kind, id }: Subject, version: number): Promise<KeyCopy[]> {
      const rows = await tx.subjectKeyGrant.findMany({
        where: { subjectKind: kind, subjectId: id, version },
        select: { recipientKind: true, recipientId: true, recipientGeneration: true, awaitingRelease: true },
        orderBy: { createdAt: 'asc' },
      });
      return rows.map((row) => ({ ...row, recipientKind: recipientKindOf(row.recipientKind) }));
    },
    async standing(subject: Subject, copies: readonly KeyCopy[]): Promise<KeyStanding> {
      const persons = copies.filter((copy) => copy.recipientKind === 'user').map((copy) => copy.recipientId);
      const organisations = copies.filter((copy) => copy.recipientKind === 'organisation').map((copy) => copy.recipientId);
      const assignments = subject.kind === 'case' ? await tx.assignment.findMany({ where: { caseId: subject.id, endedAt: null }, select: { providerId: true } }) : [];
      const members = await tx.membership.findMany({
        where: { organisationId: subject.organisationId, userId: { in: persons }, confirmedAt: { not: null }, endedAt: null },
        select: { userId: true },
      });
      const generations = await tx.organisationKey.groupBy({ by: ['organisationId'], where: { organisationId: { in: organisations } }, _max: { generation: true } });
      return {
        companyId: subject.organisationId,
        activeProviderIds: assignments.map((one) => one.providerId),
        memberIds: members.map((one) => one.userId),
        generations: new Map(generations.map((one) => [one.organisationId, one._max.generation ?? 0])),
      };
    },
  };

  async function update(kind: Subject['kind'], where: SubjectPlace, data: VersionChange): Promise<number> {
    switch (kind) {
      case 'case':
        return (await tx.case.updateMany({ where, data })).count;
      case 'assessment':
        return (await tx.assessment.updateMany({ where, data })).count;
      case 'measure_plan':
        return (await tx.measurePlan.updateMany({ where, data })).count;
    }
  }

  async function read(kind: Subject['kind'], where: SubjectPlace): Promise<{ keyVersion: number; nextKeyVersionDue: boolean } | null> {
    const select = { keyVersion: true, nextKeyVersionDue: true } as const;
    switch (kind) {
      case 'case':
        return tx.case.findFirst({ where, select });
      case 'assessment':
        return tx.assessment.findFirst({ where, select });
      case 'measure_plan':
        return tx.measurePlan.findFirst({ where, select });
    }
  }
}

type SubjectPlace = { readonly id: string; readonly organisationId: string; readonly keyVersion?: number };
type VersionChange = { readonly keyVersion?: number | { readonly increment: number }; readonly nextKeyVersionDue?: boolean };

function recipientKindOf(text: string): KeyCopy['recipientKind'] {
  if (text === 'organisation' || text === 'user' || text === 'code' || text === 'share') return text;
  throw new Error('Unknown kind of recipient of a key in the database');
}

import type { Database } from './connect.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Rows of the key chain as the key ring reads them. Public keys come with their directory signature, unverified. */
export type OrganisationKeyRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly generation: number;
  readonly publicKey: Uint8Array;
  readonly directorySignature: Uint8Array;
  readonly previousWrapped: Uint8Array | null;
};

export type SubjectGrantRow = {
  readonly version: number;
  readonly recipientKind: string;
  readonly recipientId: string;
  readonly recipientGeneration: number;
  readonly sealedKey: Uint8Array;
  readonly liftedAt: Date | null;
};

export type UserKeyRow = { readonly id: string; readonly publicKey: Uint8Array; readonly directorySignature: Uint8Array };

export type KeyRows = ReturnType<typeof createKeyRows>;

export function createKeyRows(db: Database | DatabaseTransaction) {
  return {
    /** Newest first. */
    organisationKeys(organisationId: string): Promise<OrganisationKeyRow[]> {
      return db.organisationKey.findMany({ where: { organisationId }, orderBy: { generation: 'desc' } });
    },
    organisationGrant(organisationKeyId: string, recipientKind: 'user' | 'sheet', recipientId: string) {
      return db.organisationKeyGrant.findFirst({ where: { organisationKeyId, recipientKind, recipientId } });
    },
    async user(userId: string): Promise<UserKeyRow | null> {
      const row = await db.user.findFirst({
        where: { id: userId, disabledAt: null },
        select: { id: true, publicKey: true, directorySignature: true },
      });
      return row?.publicKey && row.directorySignature
        ? { id: row.id, publicKey: row.publicKey, directorySignature: row.directorySignature }
        : null;
    },
    /** Organisations of which the person is a confirmed, present member. */
    async confirmedOrganisations(userId: string): Promise<string[]> {
      const rows = await db.membership.findMany({
        where: { userId, confirmedAt: { not: null }, endedAt: null },
        select: { organisationId: true },
        distinct: ['organisationId'],
      });
      return rows.map((row) => row.organisationId);
    },
    /** What can be opened now: grants that wait for a release are left out. Newest version first. */
    subjectGrants(subject: { kind: string; id: string }, recipients: readonly { kind: string; id: string }[]): Promise<SubjectGrantRow[]> {
      return db.subjectKeyGrant.findMany({
        where: {
          subjectKind: subject.kind,
          subjectId: subject.id,
          awaitingRelease: false,
          OR: recipients.map((recipient) => ({ recipientKind: recipient.kind, recipientId: recipient.id })),
        },
        orderBy: { version: 'desc' },
      });
    },
  };
}

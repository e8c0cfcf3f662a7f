import { liftRelease } from '#app/domain/sealed-box/open-release.ts';
import { subjectKinds } from '#app/features/ports.ts';
import type { Clock, KeyGrants, KeyRecipient, Random, Subject } from '#app/features/ports.ts';
import { subjectGrantRow } from '../keys/grant-identity.ts';
import { createSubjectVersions } from './subject-versions.ts';
import type { DatabaseTransaction } from './transact.ts';

type Parts = { readonly random: Random; readonly clock: Clock; readonly releaseKey: Buffer };

/** What needs no person's key. */
export type StoredGrants = Omit<KeyGrants, 'openForWriting' | 'give' | 'giveAwaitingRelease'>;

/** Stores, lifts and ends sealed copies of subject keys inside the given transaction. */
export function createKeyGrants(tx: DatabaseTransaction, { random, clock, releaseKey }: Parts): StoredGrants {
  const versions = createSubjectVersions(tx);
  return {
    async add(grants, grantedBy) {
      for (const grant of grants) {
        const { subject } = grant;
        const place = { subjectKind: subject.kind, subjectId: subject.id, version: grant.version, recipientKind: grant.recipientKind, recipientId: grant.recipientId };
        const content = {
          recipientGeneration: grant.recipientGeneration,
          sealedKey: new Uint8Array(grant.sealedKey),
          awaitingRelease: grant.awaitingRelease,
          grantedBy,
          createdAt: clock.now(),
          liftedAt: null,
        };
        // A release by hand replaces a copy that was still waiting for its release.
        await tx.subjectKeyGrant.deleteMany({ where: place });
        await tx.subjectKeyGrant.create({ data: { id: random.id(), ...place, ...content } });
      }
    },
    async lift(subject, organisationId, at) {
      const waiting = await tx.subjectKeyGrant.findMany({
        where: { ...ofSubject(subject), recipientKind: 'organisation', recipientId: organisationId, awaitingRelease: true },
      });
      if (!(await isComplete(subject, organisationId, waiting))) return false;
      for (const grant of waiting) {
        const lifted = liftRelease(releaseKey, subjectGrantRow(subject, 'organisation', organisationId), grant.sealedKey);
        await tx.subjectKeyGrant.update({
          where: { id: grant.id },
          data: { sealedKey: new Uint8Array(lifted), awaitingRelease: false, liftedAt: at },
        });
      }
      return true;
    },
    async dropAwaitingRelease(subject, exceptOrganisationId) {
      const { count } = await tx.subjectKeyGrant.deleteMany({
        where: { ...ofSubject(subject), awaitingRelease: true, ...(exceptOrganisationId ? { recipientId: { not: exceptOrganisationId } } : {}) },
      });
      return count;
    },
    remove,
    async removePerson(organisationId, userId) {
      const held = await tx.subjectKeyGrant.findMany({ where: { recipientKind: 'user', recipientId: userId }, select: { subjectKind: true, subjectId: true }, distinct: ['subjectKind', 'subjectId'] });
      let removed = 0;
      for (const { subjectKind, subjectId } of held) {
        const subject = { kind: subjectKinds.find((kind) => kind === subjectKind) ?? 'case', id: subjectId, organisationId };
        removed += await remove(subject, { kind: 'user', userId });
      }
      return removed;
    },
  };

  async function remove(subject: Subject, recipient: KeyRecipient): Promise<number> {
    const recipientId = recipient.kind === 'user' ? recipient.userId : recipient.organisationId;
    const copies = { ...ofSubject(subject), recipientKind: recipient.kind, recipientId };
    const state = await versions.lock(subject);
    const heldNewest = state !== null && (await tx.subjectKeyGrant.count({ where: { ...copies, version: state.version, awaitingRelease: false } })) > 0;
    const { count } = await tx.subjectKeyGrant.deleteMany({ where: copies });
    if (heldNewest && !(await holdsAnotherCopy(subject, recipient))) await versions.markNextDue(subject);
    return count;
  }

  /** A person whose organisation holds the key has lost nothing: the writer of a report when the report goes to its company. */
  async function holdsAnotherCopy(subject: Subject, recipient: KeyRecipient): Promise<boolean> {
    if (recipient.kind !== 'user') return false;
    const memberships = await tx.membership.findMany({ where: { userId: recipient.userId, confirmedAt: { not: null }, endedAt: null }, select: { organisationId: true } });
    const organisationIds = memberships.map((one) => one.organisationId);
    return (await tx.subjectKeyGrant.count({ where: { ...ofSubject(subject), awaitingRelease: false, recipientKind: 'organisation', recipientId: { in: organisationIds } } })) > 0;
  }

  /** Every version waits, and was sealed to the provider's newest generation: who left the provider before opens none. */
  async function isComplete(subject: Subject, organisationId: string, waiting: readonly { version: number; recipientGeneration: number }[]): Promise<boolean> {
    const newest = await tx.organisationKey.aggregate({ where: { organisationId }, _max: { generation: true } });
    const known = await tx.subjectKeyGrant.findMany({ where: ofSubject(subject), select: { version: true }, distinct: ['version'] });
    return waiting.length > 0 && known.length === waiting.length && waiting.every((grant) => grant.recipientGeneration === newest._max.generation);
  }
}

function ofSubject(subject: Subject) {
  return { subjectKind: subject.kind, subjectId: subject.id };
}

import { liftRelease } from '#app/domain/sealed-box/open-release.ts';
import type { Clock, KeyGrants, Random, Subject } from '#app/features/ports.ts';
import { subjectGrantRow } from '../keys/grant-identity.ts';
import type { DatabaseTransaction } from './transact.ts';

type Parts = { readonly random: Random; readonly clock: Clock; readonly releaseKey: Buffer };

/** Stores, lifts and ends sealed copies of subject keys inside the given transaction. */
export function createKeyGrants(tx: DatabaseTransaction, { random, clock, releaseKey }: Parts): KeyGrants {
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
      for (const grant of waiting) {
        const lifted = liftRelease(releaseKey, subjectGrantRow(subject, 'organisation', organisationId), grant.sealedKey);
        await tx.subjectKeyGrant.update({
          where: { id: grant.id },
          data: { sealedKey: new Uint8Array(lifted), awaitingRelease: false, liftedAt: at },
        });
      }
      return waiting.length > 0;
    },
    async dropAwaitingRelease(subject, exceptOrganisationId) {
      const { count } = await tx.subjectKeyGrant.deleteMany({
        where: { ...ofSubject(subject), awaitingRelease: true, ...(exceptOrganisationId ? { recipientId: { not: exceptOrganisationId } } : {}) },
      });
      return count;
    },
    async remove(subject, recipient) {
      const recipientId = recipient.kind === 'user' ? recipient.userId : recipient.organisationId;
      const { count } = await tx.subjectKeyGrant.deleteMany({ where: { ...ofSubject(subject), recipientKind: recipient.kind, recipientId } });
      return count;
    },
  };
}

function ofSubject(subject: Subject) {
  return { subjectKind: subject.kind, subjectId: subject.id };
}

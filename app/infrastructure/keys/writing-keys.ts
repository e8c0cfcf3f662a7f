import { recipientsOfNextVersion } from '#app/domain/access/key-recipients.ts';
import type { KeyCopy, KeyStanding } from '#app/domain/access/key-recipients.ts';
import { nextSubjectKey } from '#app/domain/sealed-box/keys.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { publicKeyBytes } from '#app/domain/sealed-box/directory.ts';
import type { VerifiedPublicKey } from '#app/domain/sealed-box/directory.ts';
import { fingerprint } from '#app/domain/sealed-box/fingerprint.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AuditTrail, Clock, KeyGrant, KeyGrants, KeyRecipient, KeyRing, Random, Subject } from '#app/features/ports.ts';
import type { FileKeyWraps } from '../db/file-key-wraps.ts';
import type { KeyRows } from '../db/key-rows.ts';
import type { SubjectVersions } from '../db/subject-versions.ts';
import type { Directory } from './directory.ts';
import { wrapFileKeysAnew } from './file-keys.ts';
import type { HeldVersions } from './held-versions.ts';
import { copyAwaitingRelease, sealedCopy } from './key-copies.ts';
import type { DisposableKeyRing } from './key-ring.ts';
import type { RingDesk } from './ring-desk.ts';
import type { Sealing } from './sealing.ts';
import { createWritingKey } from './subject-key.ts';

/** Everything on the transaction of the act. */
export type WritingKeysParts = {
  readonly rows: KeyRows;
  readonly versions: SubjectVersions;
  readonly wraps: FileKeyWraps;
  readonly store: Pick<KeyGrants, 'add'>;
  readonly audit: AuditTrail;
  readonly rings: RingDesk;
  readonly directory: Directory;
  readonly sealing: Sealing;
  readonly random: Random;
  readonly clock: Clock;
  readonly releaseKey: Buffer;
};

/** The one way to a key that seals, and to further recipients. Everything happens under the lock of the transaction. */
export function createWritingKeys(parts: WritingKeysParts): Pick<KeyGrants, 'openForWriting' | 'give' | 'giveAwaitingRelease'> {
  const { rows, versions, random } = parts;
  return {
    async openForWriting(keys, subject) {
      const newest = await openNewest(keys, subject);
      if (!newest.ok) return newest;
      const { ring, held, raw, marked } = newest.value;
      const copies = await versions.copies(subject, raw.version);
      const standing = await versions.standing(subject, copies);
      const due = parts.sealing.isNextVersionDue(marked, copies, standing);
      const current = due ? await makeNext(ring, subject, raw, copies, standing) : ok(raw);
      if (!current.ok) return current;
      await wrapFileKeysAnew({ wraps: parts.wraps, random }, subject, held, current.value);
      return ok(parts.sealing.writingKey(createWritingKey(subject, current.value, random)));
    },
    async give(keys, subject, recipient, seenFingerprint) {
      const newest = await openNewest(keys, subject);
      if (!newest.ok) return newest;
      const key = await publicKeyOf(recipient, 1);
      if (!key.ok) return key;
      if (seenFingerprint !== undefined && fingerprint(publicKeyBytes(key.value)) !== seenFingerprint) return err('conflict_of_versions');
      const given = everyVersion(newest.value.held, (raw) => sealedCopy(subject, raw, recipient, key.value, random));
      if (!given.ok) return given;
      await parts.store.add(given.value, keys.userId);
      return ok(null);
    },
    async giveAwaitingRelease(keys, subject, organisationIds) {
      const newest = await openNewest(keys, subject);
      if (!newest.ok) return newest;
      const reached: string[] = [];
      for (const organisationId of organisationIds) {
        const key = await parts.directory.organisation(rows, organisationId);
        // Who cannot be sealed to is released by hand.
        if (!key.ok) continue;
        const given = everyVersion(newest.value.held, (raw) => copyAwaitingRelease(subject, raw, organisationId, key.value, parts.releaseKey, random));
        if (!given.ok) return given;
        await parts.store.add(given.value, keys.userId);
        reached.push(organisationId);
      }
      return ok(reached);
    },
  };

  /** Takes the lock, then opens the newest version. Refused with `key_missing` for who does not hold it. */
  async function openNewest(keys: KeyRing, subject: Subject): Promise<Result<{ ring: DisposableKeyRing; held: HeldVersions; raw: RawSubjectKey; marked: boolean }>> {
    const ring = parts.rings.find(keys);
    const state = await versions.lock(subject);
    if (!ring || !state) return err('key_missing');
    const held = await ring.heldVersions(rows, subject);
    const raw = held.open(state.version);
    return raw.ok ? ok({ ring, held, raw: raw.value, marked: state.nextDue }) : raw;
  }

  /**
   * Makes and stores the following version. Whoever writes must be among its holders: somebody whose right has ended makes
   * none. Who waits for an immediate release goes on waiting with this version too, or is released by hand.
   */
  async function makeNext(ring: DisposableKeyRing, subject: Subject, current: RawSubjectKey, copies: readonly KeyCopy[], standing: KeyStanding): Promise<Result<RawSubjectKey>> {
    const { holders, waiting } = recipientsOfNextVersion(copies, standing);
    if (!(await isAmong(holders, ring.userId))) return err('key_missing');
    const next = nextSubjectKey(current, random.bytes);
    ring.keep(next);
    const grants: KeyGrant[] = [];
    for (const holder of holders) {
      const recipient = recipientOf(holder);
      const key = await publicKeyOf(recipient, holder.recipientGeneration);
      if (!key.ok) return key;
      grants.push(sealedCopy(subject, next, recipient, key.value, random));
    }
    for (const { recipientId, recipientGeneration } of waiting) {
      const key = await parts.directory.organisation(rows, recipientId, recipientGeneration);
      if (key.ok) grants.push(copyAwaitingRelease(subject, next, recipientId, key.value, parts.releaseKey, random));
    }
    await versions.raise(subject, current.version);
    await parts.store.add(grants, ring.userId);
    await parts.audit.append({
      event: 'key.version_made',
      actor: { kind: 'user', userId: ring.userId },
      at: parts.clock.now(),
      organisationId: subject.organisationId,
      object: { kind: subject.kind, id: subject.id },
      reason: String(next.version),
    });
    return ok(next);
  }

  async function isAmong(holders: readonly KeyCopy[], userId: string): Promise<boolean> {
    const own = new Set([userId, ...(await rows.confirmedOrganisations(userId))]);
    return holders.some((holder) => own.has(holder.recipientId));
  }

  function publicKeyOf(recipient: KeyRecipient, generationAtLeast: number): Promise<Result<VerifiedPublicKey>> {
    return recipient.kind === 'user' ? parts.directory.user(rows, recipient.userId) : parts.directory.organisation(rows, recipient.organisationId, generationAtLeast);
  }
}

function everyVersion(held: HeldVersions, seal: (raw: RawSubjectKey) => KeyGrant): Result<KeyGrant[]> {
  const grants: KeyGrant[] = [];
  for (const version of held.versions) {
    const raw = held.open(version);
    if (!raw.ok) return raw;
    grants.push(seal(raw.value));
  }
  return ok(grants);
}

function recipientOf({ recipientKind, recipientId }: KeyCopy): KeyRecipient {
  if (recipientKind === 'organisation') return { kind: 'organisation', organisationId: recipientId };
  if (recipientKind === 'user') return { kind: 'user', userId: recipientId };
  throw new Error(`No public key is kept for recipients of the kind ${recipientKind}`);
}

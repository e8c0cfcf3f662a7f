import { zero } from '#app/domain/sealed-box/bytes.ts';
import { createSubjectKey, deriveUserKeys, zeroUserKeys } from '#app/domain/sealed-box/keys.ts';
import type { OrganisationKey, SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openSealed } from '#app/domain/sealed-box/open-sealed.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyGrant, KeyRing, Random, Subject } from '#app/features/ports.ts';
import type { KeyRows } from '../db/key-rows.ts';
import { attempt } from './attempt.ts';
import type { Directory } from './directory.ts';
import { organisationRecordRow } from './grant-identity.ts';
import { readHeldVersions } from './held-versions.ts';
import type { HeldVersions } from './held-versions.ts';
import { sealedCopy } from './key-copies.ts';
import { createOrganisationChain } from './organisation-chain.ts';
import { createOrganisationSeal } from './organisation-seal.ts';
import type { Sealing } from './sealing.ts';
import { createReadingKey, createWritingKey } from './subject-key.ts';

export type KeyRingParts = {
  readonly rows: KeyRows;
  readonly random: Random;
  readonly directory: Directory;
  readonly sealing: Sealing;
};

/** A key ring that lives for one request; `dispose` wipes everything it has opened. */
export type DisposableKeyRing = KeyRing & {
  organisationKey(organisationId: string, generation?: number): Promise<Result<OrganisationKey>>;
  /** Inside a transaction: with the transaction's rows. */
  heldVersions(rows: KeyRows, subject: Subject): Promise<HeldVersions>;
  /** Wipes this key with the others. */
  keep(key: RawSubjectKey): void;
  dispose(): void;
};

export function createKeyRing(userId: string, seed: Buffer, { rows, random, directory, sealing }: KeyRingParts): DisposableKeyRing {
  const user = deriveUserKeys(seed);
  const organisations = createOrganisationChain(userId, user.box);
  const subjectKeys: RawSubjectKey[] = [];
  const keep = (key: RawSubjectKey) => void subjectKeys.push(key);
  const heldVersions = (from: KeyRows, subject: Subject) => readHeldVersions({ userId, box: user.box, organisations }, from, subject, keep);
  const organisationKey = (organisationId: string, generation?: number) => organisations.key(rows, organisationId, generation);

  return {
    userId,
    async open(subject) {
      const held = await heldVersions(rows, subject);
      const [newest] = held.versions;
      if (newest === undefined) return err('key_missing');
      const opened = held.open(newest);
      return opened.ok ? ok(sealing.readingKey(createReadingKey(subject, held))) : opened;
    },
    async create(subject, recipients) {
      const raw = createSubjectKey(random.bytes);
      keep(raw);
      const grants: KeyGrant[] = [];
      for (const recipient of recipients) {
        const key = recipient.kind === 'user' ? await directory.user(rows, recipient.userId) : await directory.organisation(rows, recipient.organisationId);
        if (!key.ok) return key;
        grants.push(sealedCopy(subject, raw, recipient, key.value, random));
      }
      return ok({ key: sealing.writingKey(createWritingKey(subject, raw, random)), grants });
    },
    sealForOrganisation: createOrganisationSeal({ rows, directory, random }),
    async openForOrganisation(organisationId, row, blob) {
      const newest = await organisationKey(organisationId);
      if (!newest.ok) return newest;
      for (let generation = newest.value.generation; generation >= 1; generation -= 1) {
        const key = await organisationKey(organisationId, generation);
        if (!key.ok) return key;
        const opened = attempt(() => openSealed(key.value.pair, 'organisation_record', organisationRecordRow(organisationId, row), blob));
        if (opened.ok) return opened;
      }
      return err('sealed_box_refused');
    },
    organisationKey,
    heldVersions,
    keep,
    dispose() {
      zeroUserKeys(user);
      zero(seed);
      organisations.dispose();
      for (const key of subjectKeys) zero(key.key);
      subjectKeys.length = 0;
    },
  };
}

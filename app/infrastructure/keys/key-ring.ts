import { zero } from '#app/domain/sealed-box/bytes.ts';
import { verifyPublicKey } from '#app/domain/sealed-box/directory.ts';
import type { VerifiedPublicKey } from '#app/domain/sealed-box/directory.ts';
import { createSubjectKey, deriveUserKeys, zeroUserKeys } from '#app/domain/sealed-box/keys.ts';
import type { OrganisationKey, SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openOrganisationKey, openPreviousOrganisationKey, openSubjectKey } from '#app/domain/sealed-box/open-keys.ts';
import { openLiftedRelease } from '#app/domain/sealed-box/open-release.ts';
import { openSealed } from '#app/domain/sealed-box/open-sealed.ts';
import { sealImmediateRelease } from '#app/domain/sealed-box/seal-release.ts';
import { sealSubjectKey } from '#app/domain/sealed-box/seal-keys.ts';
import { sealTo } from '#app/domain/sealed-box/seal-to.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyGrant, KeyRecipient, KeyRing, Random, Subject, SubjectKey } from '#app/features/ports.ts';
import type { KeyRows, SubjectGrantRow } from '../db/key-rows.ts';
import { organisationGrantRow, organisationRecordRow, previousKeyRow, subjectGrantRow } from './grant-identity.ts';
import { attempt, createSubjectKeyHandle } from './subject-key.ts';

export type KeyRingParts = {
  readonly rows: KeyRows;
  readonly random: Random;
  readonly directoryPublicKey: Buffer;
  readonly releaseKey: Buffer;
  /** Identity in production; the stolen-disk test replaces it to prove that it can fail. */
  readonly wrapSubjectKey: (key: SubjectKey) => SubjectKey;
};

/** A key ring that lives for one request; `dispose` wipes everything it has opened. */
export type DisposableKeyRing = KeyRing & { organisationKey(organisationId: string, generation?: number): Promise<Result<OrganisationKey>>; dispose(): void };

export function createKeyRing(userId: string, seed: Buffer, parts: KeyRingParts): DisposableKeyRing {
  const user = deriveUserKeys(seed);
  const organisationKeys = new Map<string, OrganisationKey[]>();
  const subjectKeys: RawSubjectKey[] = [];

  return {
    userId,
    open: async (subject, version) => handle(subject, await rawSubjectKey(subject, version)),
    async grant(subject, recipient) {
      const raw = await rawSubjectKey(subject);
      return raw.ok ? sealCopy(subject, raw.value, recipient) : raw;
    },
    async grantAwaitingRelease(subject, organisationIds) {
      const raw = await rawSubjectKey(subject);
      if (!raw.ok) return raw;
      const grants: KeyGrant[] = [];
      for (const organisationId of organisationIds) {
        const recipient = await organisationPublicKey(organisationId);
        if (!recipient.ok) continue;
        const row = subjectGrantRow(subject, 'organisation', organisationId);
        const sealedKey = sealImmediateRelease(recipient.value, raw.value, parts.releaseKey, row, parts.random.bytes);
        grants.push({
          ...grantOf(subject, raw.value, { kind: 'organisation', organisationId }, recipient.value.generation),
          sealedKey,
          awaitingRelease: true,
        });
      }
      return ok(grants);
    },
    async create(subject, recipients) {
      const raw = createSubjectKey(parts.random.bytes);
      subjectKeys.push(raw);
      const grants: KeyGrant[] = [];
      for (const recipient of recipients) {
        const grant = await sealCopy(subject, raw, recipient);
        if (!grant.ok) return grant;
        grants.push(grant.value);
      }
      return ok({ key: parts.wrapSubjectKey(createSubjectKeyHandle(subject, raw, parts.random)), grants });
    },
    async sealForOrganisation(organisationId, row, plain) {
      const recipient = await organisationPublicKey(organisationId);
      if (!recipient.ok) return recipient;
      const place = { purpose: 'organisation_record', generation: recipient.value.generation, schemaVersion: 1, row: organisationRecordRow(organisationId, row) } as const;
      return ok(sealTo(recipient.value, place, plain, parts.random.bytes));
    },
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
    dispose() {
      zeroUserKeys(user);
      zero(seed);
      for (const keys of organisationKeys.values()) for (const key of keys) zero(key.pair.privateKey);
      for (const key of subjectKeys) zero(key.key);
      organisationKeys.clear();
      subjectKeys.length = 0;
    },
  };

  function handle(subject: Subject, raw: Result<RawSubjectKey>): Result<SubjectKey> {
    return raw.ok ? ok(parts.wrapSubjectKey(createSubjectKeyHandle(subject, raw.value, parts.random))) : raw;
  }

  async function rawSubjectKey(subject: Subject, version?: number): Promise<Result<RawSubjectKey>> {
    const organisations = await parts.rows.confirmedOrganisations(userId);
    const recipients = [{ kind: 'user', id: userId }, ...organisations.map((id) => ({ kind: 'organisation', id }))];
    const grants = await parts.rows.subjectGrants(subject, recipients);
    const wanted = version === undefined ? grants[0] : grants.find((grant) => grant.version === version);
    if (!wanted) return err('key_missing');
    const opened = await openGrant(subject, wanted);
    if (opened.ok) subjectKeys.push(opened.value);
    return opened;
  }

  async function openGrant(subject: Subject, grant: SubjectGrantRow): Promise<Result<RawSubjectKey>> {
    const row = subjectGrantRow(subject, grant.recipientKind, grant.recipientId);
    if (grant.recipientKind === 'user') return attempt(() => openSubjectKey(user.box, row, grant.sealedKey));
    const organisation = await organisationKey(grant.recipientId, grant.recipientGeneration);
    if (!organisation.ok) return organisation;
    const open = grant.liftedAt ? openLiftedRelease : openSubjectKey;
    return attempt(() => open(organisation.value.pair, row, grant.sealedKey));
  }

  async function sealCopy(subject: Subject, raw: RawSubjectKey, recipient: KeyRecipient): Promise<Result<KeyGrant>> {
    const verified = recipient.kind === 'organisation' ? await organisationPublicKey(recipient.organisationId) : await userPublicKey(recipient.userId);
    if (!verified.ok) return verified;
    const grant = grantOf(subject, raw, recipient, verified.value.generation);
    const row = subjectGrantRow(subject, grant.recipientKind, grant.recipientId);
    return ok({ ...grant, sealedKey: sealSubjectKey(verified.value, raw, row, parts.random.bytes), awaitingRelease: false });
  }

  async function organisationPublicKey(organisationId: string): Promise<Result<VerifiedPublicKey>> {
    const [newest] = await parts.rows.organisationKeys(organisationId);
    if (!newest) return err('key_missing');
    const expected = { kind: 'organisation', ownerId: organisationId, generationAtLeast: 1 } as const;
    const row = { kind: 'organisation', ownerId: organisationId, generation: newest.generation, publicKey: newest.publicKey, signature: newest.directorySignature } as const;
    return attempt(() => verifyPublicKey(parts.directoryPublicKey, expected, row));
  }

  async function userPublicKey(id: string): Promise<Result<VerifiedPublicKey>> {
    const found = await parts.rows.user(id);
    if (!found) return err('key_missing');
    const expected = { kind: 'user', ownerId: id, generationAtLeast: 1 } as const;
    const row = { kind: 'user', ownerId: id, generation: 1, publicKey: found.publicKey, signature: found.directorySignature } as const;
    return attempt(() => verifyPublicKey(parts.directoryPublicKey, expected, row));
  }

  async function organisationKey(organisationId: string, generation?: number): Promise<Result<OrganisationKey>> {
    const known = organisationKeys.get(organisationId) ?? (await openGenerations(organisationId));
    const found = generation === undefined ? known[0] : known.find((key) => key.generation === generation);
    return found ? ok(found) : err('key_missing');
  }

  /** Newest first: the newest generation that is granted to this person, and behind it the chain of its predecessors. */
  async function openGenerations(organisationId: string): Promise<OrganisationKey[]> {
    const rows = await parts.rows.organisationKeys(organisationId);
    const opened: OrganisationKey[] = [];
    for (const row of rows) {
      const successor = opened.at(-1);
      if (successor) {
        const newer = rows.find((each) => each.generation === successor.generation);
        if (!newer?.previousWrapped) break;
        opened.push(openPreviousOrganisationKey(successor, previousKeyRow(organisationId, successor.generation), newer.previousWrapped));
        continue;
      }
      const grant = await parts.rows.organisationGrant(row.id, 'user', userId);
      if (!grant) continue;
      opened.push(openOrganisationKey(user.box, organisationGrantRow(organisationId, row.generation, 'user', userId), grant.sealedPrivateKey));
    }
    organisationKeys.set(organisationId, opened);
    return opened;
  }
}

function grantOf(subject: Subject, raw: RawSubjectKey, recipient: KeyRecipient, generation: number): Omit<KeyGrant, 'sealedKey' | 'awaitingRelease'> {
  return {
    subject,
    version: raw.version,
    recipientKind: recipient.kind,
    recipientId: recipient.kind === 'user' ? recipient.userId : recipient.organisationId,
    recipientGeneration: generation,
  };
}

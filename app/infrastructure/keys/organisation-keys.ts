import { LONG_CODE_BYTES, parseCode } from '#app/domain/sealed-box/codes.ts';
import { zero } from '#app/domain/sealed-box/bytes.ts';
import { signPublicKey, verifyPublicKey } from '#app/domain/sealed-box/directory.ts';
import type { VerifiedPublicKey } from '#app/domain/sealed-box/directory.ts';
import { fingerprint } from '#app/domain/sealed-box/fingerprint.ts';
import { createOrganisationKey, deriveUserKeys, emergencySheetPair, nextOrganisationKey, zeroUserKeys } from '#app/domain/sealed-box/keys.ts';
import type { OrganisationKey } from '#app/domain/sealed-box/keys.ts';
import { openOrganisationKey } from '#app/domain/sealed-box/open-keys.ts';
import { openSealed } from '#app/domain/sealed-box/open-sealed.ts';
import { sealOrganisationKey, sealPreviousOrganisationKey } from '#app/domain/sealed-box/seal-keys.ts';
import { sealTo } from '#app/domain/sealed-box/seal-to.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AccountKeys, EmergencySheet, NewOrganisationKey, OrganisationGrant, Recipient } from '#app/features/accounts/ports.ts';
import type { KeyRing, Random } from '#app/features/ports.ts';
import type { KeyRows } from '../db/key-rows.ts';
import { keptPostRow } from './account-identity.ts';
import { organisationGrantRow, previousKeyRow } from './grant-identity.ts';
import type { RingDesk } from './ring-desk.ts';
import { attempt } from './attempt.ts';

type Parts = {
  readonly directorySeed: Buffer;
  readonly directoryPublicKey: Buffer;
  readonly rows: KeyRows;
  readonly random: Random;
  readonly rings: RingDesk;
  readonly verifiedUser: (person: Recipient) => VerifiedPublicKey;
};

type OrganisationPart = Pick<
  AccountKeys,
  'fingerprintOf' | 'newOrganisationKey' | 'grantOrganisationKey' | 'nextOrganisationKey' | 'newSheet' | 'grantToSheet' | 'redeemSheet' | 'sealPost' | 'openPost'
>;

/** Organisation keys, their generations, and the emergency sheet. */
export function createOrganisationKeys({ directorySeed, directoryPublicKey, rows, random, rings, verifiedUser }: Parts): OrganisationPart {
  return {
    fingerprintOf: fingerprint,
    newOrganisationKey(organisationId, founder) {
      const key = createOrganisationKey(random.bytes);
      try {
        return { ...half(organisationId, key), previousWrapped: null, grants: [copyFor(organisationId, key, founder)] };
      } finally {
        zero(key.pair.privateKey);
      }
    },
    async grantOrganisationKey(ring, organisationId, member) {
      const found = await newest(ring, organisationId);
      if (!found.ok) return found;
      return ok({ organisationKeyId: found.value.id, grant: copyFor(organisationId, found.value.key, member) });
    },
    async nextOrganisationKey(ring, organisationId, members, sheet) {
      const found = await newest(ring, organisationId);
      if (!found.ok) return found;
      const next = nextOrganisationKey(found.value.key, random.bytes);
      try {
        const previousWrapped = sealPreviousOrganisationKey(next, found.value.key, previousKeyRow(organisationId, next.generation), random.bytes);
        const grants = members.map((member) => copyFor(organisationId, next, member));
        if (sheet) grants.push(copyForSheet(organisationId, next, sheet));
        return ok({ ...half(organisationId, next), previousWrapped, grants } satisfies NewOrganisationKey);
      } finally {
        zero(next.pair.privateKey);
      }
    },
    newSheet(sheetId, code) {
      const parsed = parseCode(code, LONG_CODE_BYTES);
      if (!parsed.ok) return null;
      const { publicKey, privateKey } = emergencySheetPair(parsed.value);
      zero(privateKey, parsed.value);
      const directorySignature = signPublicKey(directorySeed, { kind: 'emergency_sheet', ownerId: sheetId, generation: 1, publicKey });
      return { publicKey, directorySignature };
    },
    async grantToSheet(ring, organisationId, sheet) {
      const found = await newest(ring, organisationId);
      if (!found.ok) return found;
      return ok({ organisationKeyId: found.value.id, grant: copyForSheet(organisationId, found.value.key, sheet) });
    },
    redeemSheet(organisationId, code, sheet, sealedToSheet, key, member) {
      const parsed = parseCode(code, LONG_CODE_BYTES);
      if (!parsed.ok) return err('wrong_credentials');
      const pair = emergencySheetPair(parsed.value);
      try {
        if (!pair.publicKey.equals(sheet.publicKey)) return err('wrong_credentials');
        const opened = attempt(() => openOrganisationKey(pair, organisationGrantRow(organisationId, key.generation, 'sheet', sheet.id), sealedToSheet));
        if (!opened.ok) return opened;
        const copy = copyFor(organisationId, opened.value, member);
        zero(opened.value.pair.privateKey);
        return ok(copy);
      } finally {
        zero(pair.privateKey, parsed.value);
      }
    },
    sealPost(postId, organisation, person, body) {
      const recipient = organisation ? verifiedOrganisation(organisation.id, organisation.key) : verifiedUser(person);
      const place = { purpose: 'waiting_post', generation: recipient.generation, schemaVersion: 1, row: keptPostRow(postId) } as const;
      return { sealedBody: sealTo(recipient, place, body, random.bytes), generation: organisation ? organisation.key.generation : 0 };
    },
    async openPost(ring, seed, postId, organisationId, post) {
      if (post.generation === 0) {
        const pairs = deriveUserKeys(seed);
        const opened = attempt(() => openSealed(pairs.box, 'waiting_post', keptPostRow(postId), post.sealedBody));
        zeroUserKeys(pairs);
        return opened;
      }
      const key = await rings.find(ring)?.organisationKey(organisationId, post.generation);
      if (!key?.ok) return key ?? err('key_missing');
      return attempt(() => openSealed(key.value.pair, 'waiting_post', keptPostRow(postId), post.sealedBody));
    },
  };

  /** The newest generation, opened; its private half belongs to the ring, which wipes it. */
  async function newest(ring: KeyRing, organisationId: string): Promise<Result<{ id: string; key: OrganisationKey }>> {
    const [row] = await rows.organisationKeys(organisationId);
    const opened = await rings.find(ring)?.organisationKey(organisationId, row?.generation);
    if (!row || !opened) return err('key_missing');
    return opened.ok ? ok({ id: row.id, key: opened.value }) : opened;
  }

  function half(organisationId: string, { generation, pair }: OrganisationKey) {
    const { publicKey } = pair;
    const directorySignature = signPublicKey(directorySeed, { kind: 'organisation', ownerId: organisationId, generation, publicKey });
    return { id: random.id(), generation, publicKey, directorySignature };
  }

  function copyFor(organisationId: string, key: OrganisationKey, member: Recipient): OrganisationGrant {
    const row = organisationGrantRow(organisationId, key.generation, 'user', member.userId);
    return { recipientKind: 'user', recipientId: member.userId, sealedPrivateKey: sealOrganisationKey(verifiedUser(member), key, row, random.bytes) };
  }

  function copyForSheet(organisationId: string, key: OrganisationKey, sheet: EmergencySheet): OrganisationGrant {
    const expected = { kind: 'emergency_sheet', ownerId: sheet.id, generationAtLeast: 1 } as const;
    const verified = verifyPublicKey(directoryPublicKey, expected, {
      kind: 'emergency_sheet', ownerId: sheet.id, generation: 1, publicKey: sheet.publicKey, signature: sheet.directorySignature,
    });
    const row = organisationGrantRow(organisationId, key.generation, 'sheet', sheet.id);
    return { recipientKind: 'sheet', recipientId: sheet.id, sealedPrivateKey: sealOrganisationKey(verified, key, row, random.bytes) };
  }

  function verifiedOrganisation(organisationId: string, key: { generation: number; publicKey: Uint8Array; directorySignature: Uint8Array }): VerifiedPublicKey {
    const expected = { kind: 'organisation', ownerId: organisationId, generationAtLeast: 1 } as const;
    return verifyPublicKey(directoryPublicKey, expected, {
      kind: 'organisation', ownerId: organisationId, generation: key.generation, publicKey: key.publicKey, signature: key.directorySignature,
    });
  }
}

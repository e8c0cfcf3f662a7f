import type { AccountVault } from '#app/features/ports.ts';
import type { Person, PersonProfile, PersonState, PersonStore, Slot } from '#app/features/accounts/ports.ts';
import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { toBytes } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';
import { removeUnconfirmedPerson } from './unconfirmed-person.ts';
import { createWaitingResetStore } from './waiting-reset-store.ts';

/** People, their slots, second factors and mailed tokens. */
export function createPersonStore(db: Database | DatabaseTransaction, vault: AccountVault): PersonStore {
  return {
    async byId(userId) {
      const row = await db.user.findFirst({ where: { id: userId } });
      return row && personOf(row);
    },
    async byMailHash(mailHash) {
      const row = await db.user.findFirst({ where: { emailHash: mailHash } });
      return row && personOf(row);
    },
    async create({ id, mailHash, profile, locale, state, emailVerifiedAt, keys, at }) {
      await db.user.create({
        data: {
          id,
          emailHash: mailHash,
          profileBox: toBytes(vault.seal('User', id, profile)),
          locale,
          state,
          emailVerifiedAt,
          publicKey: toBytes(keys.publicKey),
          signingPublicKey: toBytes(keys.signingPublicKey),
          directorySignature: toBytes(keys.directorySignature),
          createdAt: at,
        },
      });
    },
    async advance(userId, from, to) {
      const before = typeof from === 'string' ? [from] : [...from];
      const { count } = await db.user.updateMany({ where: { id: userId, state: { in: before } }, data: { state: to } });
      return count === 1;
    },
    async confirmMail(userId, at) {
      const { count } = await db.user.updateMany({
        where: { id: userId, state: 'pending_email' },
        data: { emailVerifiedAt: at, state: 'pending_factor' },
      });
      return count === 1;
    },
    async replaceKeys(userId, keys) {
      await db.user.update({
        where: { id: userId },
        data: {
          publicKey: toBytes(keys.publicKey),
          signingPublicKey: toBytes(keys.signingPublicKey),
          directorySignature: toBytes(keys.directorySignature),
        },
      });
    },
    removeUnconfirmed: (userId) => removeUnconfirmedPerson(db, userId),
    async unconfirmedSince(before) {
      const rows = await db.user.findMany({ where: { state: 'pending_email', createdAt: { lt: before } }, select: { id: true } });
      return rows.map((row) => row.id);
    },
    async slot(userId, kind) {
      const row = await db.userSlot.findFirst({ where: { userId, kind } });
      return row && slotOf(row);
    },
    async putSlot(userId, kind, slot, at) {
      const content = {
        kdf: slot.kdf === null ? null : JSON.stringify(slot.kdf),
        salt: toBytes(slot.salt),
        verifier: toBytes(slot.verifier),
        wrappedSeed: toBytes(slot.wrappedSeed),
        createdAt: at,
        confirmedAt: at,
      };
      await db.userSlot.upsert({ where: { userId_kind: { userId, kind } }, create: { id: `${userId}.${kind}`, userId, kind, ...content }, update: content });
    },
    async removeSlot(userId, kind) {
      await db.userSlot.deleteMany({ where: { userId, kind } });
    },
    async secondFactor(userId) {
      const row = await db.totpAuthenticator.findFirst({ where: { userId, confirmedAt: { not: null } } });
      return row && { sealedSecret: Buffer.from(row.sealedSecret), lastStep: row.lastStep };
    },
    async putSecondFactor(userId, sealedSecret, lastStep, at) {
      const content = { sealedSecret: toBytes(sealedSecret), lastStep, confirmedAt: at, createdAt: at };
      await db.totpAuthenticator.upsert({ where: { userId }, create: { userId, ...content }, update: content });
    },
    async removeSecondFactor(userId) {
      await db.totpAuthenticator.deleteMany({ where: { userId } });
    },
    async useStep(userId, step) {
      const { count } = await db.totpAuthenticator.updateMany({ where: { userId, lastStep: { lt: step } }, data: { lastStep: step } });
      return count === 1;
    },
    ...createWaitingResetStore(db),
    async addMailToken(token) {
      await db.mailToken.create({ data: token });
    },
    async mailTokenOwner(tokenHash, purpose, now) {
      const row = await db.mailToken.findFirst({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } } });
      return row?.userId ?? null;
    },
    async useMailToken(tokenHash, purpose, now) {
      const { count } = await db.mailToken.updateMany({ where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } });
      if (count !== 1) return null;
      const row = await db.mailToken.findFirst({ where: { tokenHash } });
      return row?.userId ?? null;
    },
    async seePlace(userId, placeHash, at) {
      const { count } = await db.seenPlace.updateMany({ where: { userId, placeHash }, data: { lastSeenAt: at } });
      if (count === 0) await db.seenPlace.create({ data: { userId, placeHash, lastSeenAt: at } });
      return count === 0;
    },
    async forgetPlaces(before) {
      const { count } = await db.seenPlace.deleteMany({ where: { lastSeenAt: { lt: before } } });
      return count;
    },
    async dropMailTokens(userId, purpose) {
      await db.mailToken.deleteMany({ where: { userId, purpose } });
    },
  };

  function personOf(row: UserRow): Person {
    return {
      id: row.id,
      profile: vault.open<PersonProfile>('User', row.id, row.profileBox),
      locale: row.locale === 'en' ? 'en' : 'de',
      state: row.disabledAt ? 'disabled' : (row.state as PersonState),
      emailVerifiedAt: row.emailVerifiedAt,
      publicKey: row.publicKey && Buffer.from(row.publicKey),
      directorySignature: row.directorySignature && Buffer.from(row.directorySignature),
    };
  }
}

type UserRow = {
  id: string;
  profileBox: Uint8Array;
  locale: string;
  state: string;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
  publicKey: Uint8Array | null;
  directorySignature: Uint8Array | null;
};

function slotOf(row: { kdf: string | null; salt: Uint8Array; verifier: Uint8Array; wrappedSeed: Uint8Array }): Slot {
  return {
    kdf: row.kdf === null ? null : (JSON.parse(row.kdf) as KdfParameters),
    salt: Buffer.from(row.salt),
    verifier: Buffer.from(row.verifier),
    wrappedSeed: Buffer.from(row.wrappedSeed),
  };
}

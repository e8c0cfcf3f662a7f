import { zero } from '#app/domain/sealed-box/bytes.ts';
import { LONG_CODE_BYTES, createLongCode, formatCode, parseCode } from '#app/domain/sealed-box/codes.ts';
import { ed25519Pair } from '#app/domain/sealed-box/curve-keys.ts';
import { signPublicKey, verifyPublicKey } from '#app/domain/sealed-box/directory.ts';
import { KDF_SALT_BYTES } from '#app/domain/sealed-box/kdf-floor.ts';
import { createUserSeed, deriveUserKeys, zeroUserKeys } from '#app/domain/sealed-box/keys.ts';
import { openTotpSecret } from '#app/domain/sealed-box/open-keys.ts';
import { openSessionSeed } from '#app/domain/sealed-box/open-session.ts';
import { openSlot } from '#app/domain/sealed-box/open-slots.ts';
import { sealTotpSecret } from '#app/domain/sealed-box/seal-keys.ts';
import { sealSessionSeed } from '#app/domain/sealed-box/seal-session.ts';
import { sealSlot } from '#app/domain/sealed-box/seal-slots.ts';
import { createSessionSecrets, formatSessionCookie, parseSessionCookie, sessionIdHash } from '#app/domain/sealed-box/session-halves.ts';
import { matchesSlotVerifier, passwordSlotKeys, recoverySlotKeys, slotVerifier, zeroSlotKeys } from '#app/domain/sealed-box/slots.ts';
import type { SlotKeys } from '#app/domain/sealed-box/slots.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AccountKeys, PasswordKdf, PersonKeyHalves, Recipient, Slot } from '#app/features/accounts/ports.ts';
import type { Random } from '#app/features/ports.ts';
import type { KeyRows } from '../db/key-rows.ts';
import { userBoxRow } from './account-identity.ts';
import { attempt } from './attempt.ts';
import type { Directory } from './directory.ts';
import { createKeyRing } from './key-ring.ts';
import { createOrganisationKeys } from './organisation-keys.ts';
import type { RingDesk } from './ring-desk.ts';
import type { Sealing } from './sealing.ts';

export type AccountKeysParts = {
  readonly secrets: { readonly pepper: Buffer; readonly session: Buffer; readonly directory: Buffer };
  readonly kdf: PasswordKdf;
  readonly rows: KeyRows;
  readonly random: Random;
  readonly directory: Directory;
  readonly rings: RingDesk;
  readonly sealing: Sealing;
};

/** Seeds, slots, sessions and second factors of people; see docs/decisions/0004-key-model.md. */
export function createAccountKeys({ secrets, kdf, rows, random, directory, rings, sealing }: AccountKeysParts): AccountKeys {
  const directoryPublicKey = ed25519Pair(secrets.directory).publicKey;
  const dummySalt = random.bytes(KDF_SALT_BYTES);

  return {
    newPerson(userId) {
      const seed = createUserSeed(random.bytes);
      return { seed, keys: keysOfSeed(userId, seed) };
    },
    keysOfSeed,
    vouchFor,
    async newPasswordSlot(userId, password, seed, givenSalt) {
      const salt = givenSalt ?? random.bytes(KDF_SALT_BYTES);
      const keys = await passwordKeys(password, { salt, kdf: kdf.current });
      if (!keys.ok) return keys;
      return ok(slotFrom(keys.value, { kdf: kdf.current, salt }, seed, userId, 'password'));
    },
    async openPasswordSlot(userId, slots, password) {
      const made = await passwordKeys(password, slots[0] ?? { salt: dummySalt, kdf: kdf.current });
      if (!made.ok) return made;
      const keys = made.value;
      try {
        const index = slots.findIndex((slot) => matchesSlotVerifier(keys.auth, slot.verifier));
        const slot = slots[index];
        return ok(slot ? { seed: openSlot('password', keys, userBoxRow(userId, 'password'), slot.wrappedSeed), index } : null);
      } finally {
        zeroSlotKeys(keys);
      }
    },
    newRecoverySlot(userId, code, seed) {
      const parsed = parseCode(code, LONG_CODE_BYTES);
      if (!parsed.ok) return null;
      return slotFrom(recoverySlotKeys(parsed.value), { kdf: null, salt: Buffer.alloc(0) }, seed, userId, 'recovery');
    },
    openRecoverySlot(userId, slot, code) {
      const parsed = parseCode(code, LONG_CODE_BYTES);
      if (!parsed.ok || !slot) return null;
      const keys = recoverySlotKeys(parsed.value);
      try {
        if (!matchesSlotVerifier(keys.auth, slot.verifier)) return null;
        return openSlot('recovery', keys, userBoxRow(userId, 'recovery'), slot.wrappedSeed);
      } finally {
        zeroSlotKeys(keys);
        zero(parsed.value);
      }
    },
    newCode() {
      const code = createLongCode(random.bytes);
      try {
        return formatCode(code);
      } finally {
        zero(code);
      }
    },
    sealSecondFactor: (userId, keys, secret) => sealTotpSecret(verifiedUser({ userId, ...keys }), secret, userBoxRow(userId, 'second_factor'), random.bytes),
    openSecondFactor(userId, seed, sealedSecret) {
      const pairs = deriveUserKeys(seed);
      try {
        return openTotpSecret(pairs.box, userBoxRow(userId, 'second_factor'), sealedSecret);
      } finally {
        zeroUserKeys(pairs);
      }
    },

    newSession() {
      const session = createSessionSecrets(random.bytes);
      return { cookie: formatSessionCookie(session), id: sessionIdHash(session.sid).toString('hex') };
    },
    sessionIdOf(cookie) {
      const session = parseSessionCookie(cookie);
      return session ? sessionIdHash(session.sid).toString('hex') : null;
    },
    sealSessionSeed: (cookie, seed) => {
      const session = halvesOf(cookie);
      return sealSessionSeed(session, secrets.session, seed, sessionRow(session.sid), random.bytes);
    },
    openSessionSeed(cookie, box) {
      const session = halvesOf(cookie);
      const opened = attempt(() => openSessionSeed(session, secrets.session, sessionRow(session.sid), box));
      return opened.ok ? opened.value : null;
    },

    keyRing: (userId, seed) => rings.register(createKeyRing(userId, seed, { rows, random, directory, sealing })),
    emptyKeyRing: rings.empty,
    ...createOrganisationKeys({ directorySeed: secrets.directory, directoryPublicKey, rows, random, rings, verifiedUser }),
  };

  function keysOfSeed(userId: string, seed: Buffer): PersonKeyHalves {
    const pairs = deriveUserKeys(seed);
    try {
      const { publicKey } = pairs.box;
      return { publicKey, signingPublicKey: pairs.signing.publicKey, directorySignature: vouchFor(userId, publicKey) };
    } finally {
      zeroUserKeys(pairs);
    }
  }

  function vouchFor(userId: string, publicKey: Buffer): Buffer {
    return signPublicKey(secrets.directory, { kind: 'user', ownerId: userId, generation: 1, publicKey });
  }

  async function passwordKeys(password: string, slot: Pick<Slot, 'salt' | 'kdf'>): Promise<Result<SlotKeys>> {
    const stretched = await kdf.derive(password, slot.salt, slot.kdf ?? kdf.current);
    if (!stretched.ok && stretched.refusal.code === 'invalid_input') throw new Error('A password slot asks for parameters below the floor.');
    if (!stretched.ok) return stretched;
    try {
      return ok(passwordSlotKeys(stretched.value, secrets.pepper));
    } finally {
      zero(stretched.value);
    }
  }

  function slotFrom(keys: SlotKeys, made: Pick<Slot, 'kdf' | 'salt'>, seed: Buffer, userId: string, kind: 'password' | 'recovery'): Slot {
    try {
      const wrappedSeed = sealSlot(kind, keys, seed, userBoxRow(userId, kind), random.bytes);
      return { ...made, verifier: slotVerifier(keys.auth), wrappedSeed };
    } finally {
      zeroSlotKeys(keys);
    }
  }

  function verifiedUser({ userId, publicKey, directorySignature }: Recipient) {
    const expected = { kind: 'user', ownerId: userId, generationAtLeast: 1 } as const;
    return verifyPublicKey(directoryPublicKey, expected, { kind: 'user', ownerId: userId, generation: 1, publicKey, signature: directorySignature });
  }
}

function halvesOf(cookie: string) {
  const session = parseSessionCookie(cookie);
  if (!session) throw new RangeError('not a session cookie');
  return session;
}

function sessionRow(sid: Buffer) {
  return { table: 'Session', column: 'seedBox', rowId: sessionIdHash(sid).toString('hex'), organisationId: null, subjectId: null };
}

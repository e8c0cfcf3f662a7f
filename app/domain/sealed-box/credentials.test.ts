import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempt, SealedBoxRefused } from './refused.ts';
import { isBelowCurrentKdf, kdfParameters, meetsKdfFloor } from './kdf-floor.ts';
import { openForCookie, openSessionSeed } from './open-session.ts';
import { openShared } from './open-share.ts';
import { openSlot } from './open-slots.ts';
import { sealForCookie, sealSessionSeed } from './seal-session.ts';
import { sealShared } from './seal-share.ts';
import { sealSlot } from './seal-slots.ts';
import { createSessionSecrets, formatSessionCookie, parseSessionCookie, sessionIdHash } from './session-halves.ts';
import { createShareToken, deriveShareKey, formatShareToken, parseShareToken, shareTokenHash } from './share-key.ts';
import {
  matchesSlotVerifier,
  passkeySlotKeys,
  passwordBytes,
  passwordSlotKeys,
  recoverySlotKeys,
  slotVerifier,
} from './slots.ts';
import { aRow, fixedRandom, otherRows, withOneChangedBit } from './testing/factories.ts';

const seed = Buffer.alloc(32, 0x77);
const pepper = Buffer.alloc(32, 0x10);
const argon = Buffer.alloc(32, 0x20);

describe('slots', () => {
  it('every kind gives the seed back', () => {
    const credentials = [
      ['password', passwordSlotKeys(argon, pepper)],
      ['recovery', recoverySlotKeys(Buffer.alloc(20, 1))],
      ['passkey', passkeySlotKeys(Buffer.alloc(32, 1))],
    ] as const;
    for (const [kind, keys] of credentials) {
      const blob = sealSlot(kind, keys, seed, aRow(), fixedRandom(kind));
      expect(openSlot(kind, keys, aRow(), blob)).toEqual(seed);
      for (const row of otherRows(aRow())) expect(() => openSlot(kind, keys, row, blob)).toThrow(SealedBoxRefused);
    }
  });

  it('a wrong password, a wrong pepper and another kind are refused', () => {
    const keys = passwordSlotKeys(argon, pepper);
    const blob = sealSlot('password', keys, seed, aRow(), fixedRandom('slot'));
    const wrong = [passwordSlotKeys(Buffer.alloc(32, 0x21), pepper), passwordSlotKeys(argon, Buffer.alloc(32, 0x11))];
    for (const other of wrong) expect(() => openSlot('password', other, aRow(), blob)).toThrow(SealedBoxRefused);
    expect(() => openSlot('recovery', keys, aRow(), blob)).toThrow(SealedBoxRefused);
    expect(attempt(() => openSlot('recovery', keys, aRow(), blob))).toMatchObject({
      ok: false,
      refusal: { code: 'sealed_box_refused' },
    });
  });

  it('the verifier recognises the credential and opens nothing', () => {
    const keys = passwordSlotKeys(argon, pepper);
    const verifier = slotVerifier(keys.auth);
    expect(matchesSlotVerifier(keys.auth, verifier)).toBe(true);
    expect(matchesSlotVerifier(keys.kek, verifier)).toBe(false);
    expect(matchesSlotVerifier(keys.auth, verifier.subarray(1))).toBe(false);
    for (const changed of withOneChangedBit(verifier)) expect(matchesSlotVerifier(keys.auth, changed)).toBe(false);
    const blob = sealSlot('password', keys, seed, aRow(), fixedRandom('slot'));
    for (const kek of [keys.auth, verifier]) {
      expect(() => openSlot('password', { kek }, aRow(), blob)).toThrow(SealedBoxRefused);
    }
  });

  it('inputs of another length are bugs', () => {
    expect(() => passwordSlotKeys(argon.subarray(1), pepper)).toThrow(RangeError);
    expect(() => passwordSlotKeys(argon, pepper.subarray(1))).toThrow(RangeError);
    expect(() => recoverySlotKeys(Buffer.alloc(10))).toThrow(RangeError);
  });

  it('a password is the same however its letters are composed', () => {
    expect(passwordBytes('Gru\u0308n')).toEqual(passwordBytes('Gr\u00fcn'));
    expect(passwordBytes('grün')).not.toEqual(passwordBytes('Grün'));
  });

  it('a way of hashing below the floor is refused', () => {
    const accepted = [
      kdfParameters,
      { ...kdfParameters, memory: 46 * 1024, passes: 1 },
      { ...kdfParameters, memory: 19 * 1024, passes: 2 },
    ];
    const refused = [
      { ...kdfParameters, memory: 46 * 1024 - 1, passes: 1 },
      { ...kdfParameters, memory: 19 * 1024 - 1, passes: 9 },
      { ...kdfParameters, passes: 0 },
      { ...kdfParameters, parallelism: 0 },
      { ...kdfParameters, memory: Number.NaN },
      { ...kdfParameters, algorithm: 'argon2i' as 'argon2id' },
    ];
    expect(accepted.map(meetsKdfFloor)).toEqual(accepted.map(() => true));
    expect(refused.map(meetsKdfFloor)).toEqual(refused.map(() => false));
    expect(isBelowCurrentKdf(kdfParameters)).toBe(false);
    expect(isBelowCurrentKdf({ ...kdfParameters, passes: 2 })).toBe(true);
  });
});

describe('sessions', () => {
  const serverHalf = Buffer.alloc(32, 0x33);
  const secrets = createSessionSecrets(fixedRandom('session'));
  const blob = sealSessionSeed(secrets, serverHalf, seed, aRow(), fixedRandom('seed'));

  it('cookie, row and server half together give the seed', () => {
    const cookie = parseSessionCookie(formatSessionCookie(secrets));
    expect(cookie && openSessionSeed(cookie, serverHalf, aRow(), blob)).toEqual(seed);
  });

  it('two of the three give nothing', () => {
    const none = Buffer.alloc(32);
    const attempts = [
      () => openSessionSeed({ ...secrets, cookieHalf: none }, serverHalf, aRow(), blob),
      () => openSessionSeed({ ...secrets, sid: none }, serverHalf, aRow(), blob),
      () => openSessionSeed(secrets, none, aRow(), blob),
      () => openSessionSeed({ ...secrets, cookieHalf: serverHalf }, secrets.cookieHalf, aRow(), blob),
    ];
    for (const act of attempts) expect(act).toThrow(SealedBoxRefused);
  });

  it('the row knows the sid by its hash only', () => {
    expect(sessionIdHash(secrets.sid)).toHaveLength(32);
    expect(sessionIdHash(secrets.sid).equals(secrets.sid)).toBe(false);
  });

  it('only the exact cookie is read', () => {
    const cookie = formatSessionCookie(secrets);
    expect(cookie).toHaveLength(86);
    for (const value of ['', cookie.slice(1), `${cookie}A`, `${cookie}=`, ` ${cookie}`, cookie.replace(/.$/, '!')]) {
      expect(parseSessionCookie(value)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String({ minLength: 84, maxLength: 88 })), (value) => {
        const read = parseSessionCookie(value);
        expect(read === undefined || formatSessionCookie(read) === value).toBe(true);
      }),
    );
  });

  it('drafts and documents live under keys of their own', () => {
    const draft = sealForCookie(secrets, serverHalf, 'draft', Buffer.from('x'), aRow(), fixedRandom('draft'));
    expect(openForCookie(secrets, serverHalf, 'draft', aRow(), draft).toString()).toBe('x');
    expect(() => openForCookie(secrets, serverHalf, 'document', aRow(), draft)).toThrow(SealedBoxRefused);
    expect(() => openSessionSeed(secrets, serverHalf, aRow(), draft)).toThrow(SealedBoxRefused);
  });
});

describe('share links', () => {
  const random = fixedRandom('share');
  const token = createShareToken(random);
  const accessCode = random(5);

  it('token and access code open what was shared, neither alone', () => {
    const blob = sealShared(deriveShareKey(token, accessCode), 4, aRow(), Buffer.from('Anlage'), random);
    const opened = openShared(deriveShareKey(token, accessCode), aRow(), blob);
    expect(opened).toEqual({ schemaVersion: 4, plaintext: Buffer.from('Anlage') });
    const wrong = [deriveShareKey(token, random(5)), deriveShareKey(random(16), accessCode), shareTokenHash(token)];
    for (const key of wrong) expect(() => openShared(key, aRow(), blob)).toThrow(SealedBoxRefused);
  });

  it('the address holds 22 characters that come back', () => {
    const text = formatShareToken(token);
    expect(text).toMatch(/^[\w-]{22}$/);
    expect(parseShareToken(text)).toEqual(token);
    for (const value of ['', `${text}A`, text.slice(1), `${text}=`, text.replace(/.$/, 'B')]) {
      expect(parseShareToken(value)).toBeUndefined();
    }
  });

  it('the hash for look-up does not depend on the access code and does not contain the token', () => {
    expect(shareTokenHash(token)).toEqual(shareTokenHash(Buffer.from(token)));
    expect(shareTokenHash(token).includes(token)).toBe(false);
  });
});

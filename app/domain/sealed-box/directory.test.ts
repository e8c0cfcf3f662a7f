import { describe, expect, it } from 'vitest';
import { x25519Pair } from './curve-keys.ts';
import { signPublicKey, verifyPublicKey } from './directory.ts';
import type { PublicKeyRow, VerifiedPublicKey } from './directory.ts';
import { openSealed } from './open-sealed.ts';
import { SealedBoxRefused } from './refused.ts';
import { sealTo } from './seal-to.ts';
import { aRow, directoryPublicKey, directorySeed, fixedRandom, verified, withOneChangedBit } from './testing/factories.ts';

const pair = x25519Pair(Buffer.alloc(32, 1));
const row: PublicKeyRow = { kind: 'organisation', ownerId: 'a', generation: 2, publicKey: pair.publicKey };
const signature = signPublicKey(directorySeed, row);
const expected = { kind: 'organisation', ownerId: 'a', generationAtLeast: 1 } as const;
const place = { purpose: 'organisation_record', generation: 2, schemaVersion: 0, row: aRow() } as const;

function check(changes: Partial<PublicKeyRow>, by = signature): VerifiedPublicKey {
  return verifyPublicKey(directoryPublicKey, expected, { ...row, ...changes, signature: by });
}

describe('the directory', () => {
  it('vouches for the key it signed', () => {
    expect(check({})).toMatchObject({ kind: 'organisation', ownerId: 'a', generation: 2 });
  });

  it('refuses every changed field and byte of a row', () => {
    const stranger = x25519Pair(Buffer.alloc(32, 2));
    expect(() => check({ publicKey: stranger.publicKey })).toThrow(SealedBoxRefused);
    expect(() => check({ generation: 3 })).toThrow(SealedBoxRefused);
    expect(() => check({ ownerId: 'b' })).toThrow(SealedBoxRefused);
    expect(() => check({ kind: 'user' })).toThrow(SealedBoxRefused);
    expect(() => check({ publicKey: pair.publicKey.subarray(1) })).toThrow(SealedBoxRefused);
    for (const changed of withOneChangedBit(pair.publicKey)) {
      expect(() => check({ publicKey: changed })).toThrow(SealedBoxRefused);
    }
    for (const changed of withOneChangedBit(signature)) expect(() => check({}, changed)).toThrow(SealedBoxRefused);
    expect(() => check({}, Buffer.alloc(0))).toThrow(SealedBoxRefused);
  });

  it("refuses another owner's key, although it is properly signed", () => {
    const foreign = { ...row, ownerId: 'b', publicKey: x25519Pair(Buffer.alloc(32, 3)).publicKey };
    const signed = { ...foreign, signature: signPublicKey(directorySeed, foreign) };
    expect(() => verifyPublicKey(directoryPublicKey, expected, signed)).toThrow(SealedBoxRefused);
    const owner = { ...expected, ownerId: 'b' };
    expect(verifyPublicKey(directoryPublicKey, owner, signed).ownerId).toBe('b');
  });

  it("refuses a person's key where an organisation's is meant, although it is properly signed", () => {
    const person = { ...row, kind: 'user' as const };
    const signed = { ...person, signature: signPublicKey(directorySeed, person) };
    expect(() => verifyPublicKey(directoryPublicKey, expected, signed)).toThrow(SealedBoxRefused);
  });

  it('refuses a key signed by anybody else', () => {
    const own = { ...row, signature: signPublicKey(Buffer.alloc(32, 66), row) };
    expect(() => verifyPublicKey(directoryPublicKey, expected, own)).toThrow(SealedBoxRefused);
  });

  it('refuses a generation older than the caller knows', () => {
    const known = { ...expected, generationAtLeast: 3 };
    expect(() => verifyPublicKey(directoryPublicKey, known, { ...row, signature })).toThrow(SealedBoxRefused);
  });
});

describe('sealing', () => {
  it('is refused to an object that only looks verified', () => {
    const forged = { kind: 'organisation', ownerId: 'a', generation: 2, publicKey: pair.publicKey };
    const looks = forged as unknown as VerifiedPublicKey;
    expect(() => sealTo(looks, place, Buffer.from('x'), fixedRandom('forged'))).toThrow(SealedBoxRefused);
    const copy = { ...check({}) };
    expect(() => sealTo(copy, place, Buffer.from('x'), fixedRandom('copy'))).toThrow(SealedBoxRefused);
  });

  it('goes to the key that was verified, even when the row changes afterwards', () => {
    const publicKey = Buffer.from(pair.publicKey);
    const key = check({ publicKey });
    publicKey.set(x25519Pair(Buffer.alloc(32, 4)).publicKey);
    const blob = sealTo(key, place, Buffer.from('x'), fixedRandom('after'));
    expect(openSealed(pair, 'organisation_record', aRow(), blob).toString()).toBe('x');
  });

  it('is refused to a kind of owner that is foreign to the purpose', () => {
    const guest = verified('report_code', pair);
    const key = { ...place, purpose: 'organisation_key' } as const;
    expect(() => sealTo(guest, key, Buffer.from('x'), fixedRandom('kind'))).toThrow(SealedBoxRefused);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ed25519Sign, ed25519Verify } from './curve-keys.ts';
import { fingerprint } from './fingerprint.ts';
import {
  createOrganisationKey,
  createSubjectKey,
  createUserSeed,
  deriveUserKeys,
  emergencySheetPair,
  nextOrganisationKey,
  nextSubjectKey,
  reportCodePair,
  zeroUserKeys,
} from './keys.ts';
import type { OrganisationKey } from './keys.ts';
import { openOrganisationKey, openPreviousOrganisationKey, openSubjectKey, openTotpSecret } from './open-keys.ts';
import { SealedBoxRefused } from './refused.ts';
import { sealOrganisationKey, sealPreviousOrganisationKey, sealSubjectKey, sealTotpSecret } from './seal-keys.ts';
import { aRow, fixedRandom, verified, withOneChangedBit } from './testing/factories.ts';

describe('a person', () => {
  it('has the same pairs for the same seed, and pairs that differ from each other', () => {
    const seed = createUserSeed(fixedRandom('person'));
    const keys = deriveUserKeys(seed);
    expect(deriveUserKeys(Buffer.from(seed))).toEqual(keys);
    expect(keys.box.privateKey.equals(keys.signing.privateKey)).toBe(false);
    expect(keys.box.publicKey.toString('hex')).toBe('dd07115340894bc29332e0fe5ee004a902cc2c6f25482b816e65f0a1c472ce6f');
    expect(keys.signing.publicKey.toString('hex')).toBe('aed884d26bc8389c8e0c19b955134223e5cb4ffa0fd26f0117b365c79decb60e');
  });

  it('signs, and nobody else with that name', () => {
    const keys = deriveUserKeys(createUserSeed(fixedRandom('person')));
    const other = deriveUserKeys(createUserSeed(fixedRandom('other')));
    const message = Buffer.from('grant');
    const signature = ed25519Sign(keys.signing.privateKey, message);
    expect(ed25519Verify(keys.signing.publicKey, message, signature)).toBe(true);
    expect(ed25519Verify(other.signing.publicKey, message, signature)).toBe(false);
    for (const changed of withOneChangedBit(signature)) {
      expect(ed25519Verify(keys.signing.publicKey, message, changed)).toBe(false);
    }
    expect(ed25519Verify(keys.signing.publicKey.subarray(1), message, signature)).toBe(false);
  });

  it('alone opens its second factor', () => {
    const keys = deriveUserKeys(createUserSeed(fixedRandom('person')));
    const other = deriveUserKeys(createUserSeed(fixedRandom('other')));
    const secret = Buffer.alloc(20, 3);
    const blob = sealTotpSecret(verified('user', keys.box), secret, aRow(), fixedRandom('totp'));
    expect(openTotpSecret(keys.box, aRow(), blob)).toEqual(secret);
    expect(() => openTotpSecret(other.box, aRow(), blob)).toThrow(SealedBoxRefused);
  });

  it('has keys that can be wiped', () => {
    const keys = deriveUserKeys(createUserSeed(fixedRandom('person')));
    zeroUserKeys(keys);
    expect(keys.box.privateKey).toEqual(Buffer.alloc(32));
    expect(keys.signing.privateKey).toEqual(Buffer.alloc(32));
  });
});

describe('codes on paper', () => {
  it('give a pair each, another for another use', () => {
    const code = fixedRandom('code')(20);
    expect(emergencySheetPair(code)).toEqual(emergencySheetPair(Buffer.from(code)));
    expect(emergencySheetPair(code).publicKey.equals(reportCodePair(code).publicKey)).toBe(false);
    expect(() => reportCodePair(code.subarray(1))).toThrow(RangeError);
  });

  it('the emergency sheet opens the organisation key, the report code the case key, also versions made later', () => {
    const random = fixedRandom('paper');
    const sheet = emergencySheetPair(random(20));
    const organisation = createOrganisationKey(random);
    const blob = sealOrganisationKey(verified('emergency_sheet', sheet), organisation, aRow(), random);
    expect(openOrganisationKey(sheet, aRow(), blob)).toEqual(organisation);
    const guest = reportCodePair(random(20));
    const later = nextSubjectKey(createSubjectKey(random), random);
    const wrap = sealSubjectKey(verified('report_code', guest), later, aRow(), random);
    expect(openSubjectKey(guest, aRow(), wrap)).toEqual(later);
  });
});

describe('generations of an organisation', () => {
  /** Members join and leave; leaving starts a generation, sealed to those who stay. Each keeps what it was ever given. */
  const steps = fc.array(fc.record({ act: fc.constantFrom('join', 'leave'), who: fc.nat(5) }), { maxLength: 12 });

  it('whoever holds one reaches every older one and no newer one, in every history', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (history, seed) => {
        const random = fixedRandom(String(seed));
        const generations: OrganisationKey[] = [createOrganisationKey(random)];
        const links = new Map<number, Buffer>();
        const members = Array.from({ length: 6 }, () => deriveUserKeys(createUserSeed(random)).box);
        const present = new Set([0]);
        const given = new Map<number, Buffer>();
        function newest(): OrganisationKey {
          return generations[generations.length - 1] as OrganisationKey;
        }
        function grant(member: number): void {
          const pair = members[member];
          if (pair === undefined) throw new Error('no such member');
          given.set(member, sealOrganisationKey(verified('user', pair), newest(), aRow(), random));
        }
        grant(0);
        for (const { act, who } of history) {
          if (act === 'join' && !present.has(who)) {
            present.add(who);
            grant(who);
          }
          if (act === 'leave' && present.has(who) && present.size > 1) {
            present.delete(who);
            const next = nextOrganisationKey(newest(), random);
            links.set(next.generation, sealPreviousOrganisationKey(next, newest(), aRow(), random));
            generations.push(next);
            for (const member of present) grant(member);
          }
        }
        for (const [member, blob] of given) {
          let held = openOrganisationKey(members[member] as (typeof members)[0], aRow(), blob);
          expect(held.generation === newest().generation).toBe(present.has(member) || generations.length === 1);
          const newer = links.get(held.generation + 1);
          if (newer !== undefined) {
            expect(() => openPreviousOrganisationKey(held, aRow(), newer)).toThrow(SealedBoxRefused);
          }
          for (; held.generation > 1; ) {
            expect(held).toEqual(generations[held.generation - 1]);
            held = openPreviousOrganisationKey(held, aRow(), links.get(held.generation) as Buffer);
          }
          expect(held).toEqual(generations[0]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a generation links to its direct predecessor only', () => {
    const random = fixedRandom('links');
    const first = createOrganisationKey(random);
    const third = nextOrganisationKey(nextOrganisationKey(first, random), random);
    expect(() => sealPreviousOrganisationKey(third, first, aRow(), random)).toThrow(SealedBoxRefused);
    const second = nextOrganisationKey(first, random);
    const link = sealPreviousOrganisationKey(second, first, aRow(), random);
    expect(openPreviousOrganisationKey(second, aRow(), link)).toEqual(first);
    expect(() => openPreviousOrganisationKey({ ...second, generation: 5 }, aRow(), link)).toThrow(SealedBoxRefused);
  });
});

describe('versions of a case key', () => {
  it('do not follow from each other', () => {
    const random = fixedRandom('versions');
    const first = createSubjectKey(random);
    const second = nextSubjectKey(first, random);
    expect(second.version).toBe(2);
    expect(second.key.equals(first.key)).toBe(false);
  });

  it('open for their recipient alone', () => {
    const random = fixedRandom('recipients');
    const [own, foreign] = [createOrganisationKey(random), createOrganisationKey(random)];
    const subject = createSubjectKey(random);
    const blob = sealSubjectKey(verified('organisation', own.pair), subject, aRow(), random);
    expect(openSubjectKey(own.pair, aRow(), blob)).toEqual(subject);
    expect(() => openSubjectKey(foreign.pair, aRow(), blob)).toThrow(SealedBoxRefused);
  });
});

describe('fingerprints', () => {
  it('are six groups of five digits and differ by key', () => {
    const random = fixedRandom('fingerprint');
    const texts = Array.from({ length: 200 }, () => fingerprint(random(32)));
    for (const text of texts) expect(text).toMatch(/^\d{5}( \d{5}){5}$/);
    expect(new Set(texts).size).toBe(200);
    expect(fingerprint(Buffer.alloc(32, 1))).toBe('92976 68930 88687 01561 54399 03403');
  });
});

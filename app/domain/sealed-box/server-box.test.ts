import { describe, expect, it } from 'vitest';
import { createOrganisationKey, createSubjectKey } from './keys.ts';
import { liftRelease, openLiftedRelease } from './open-release.ts';
import { SealedBoxRefused } from './refused.ts';
import { sealRecord } from './seal-record.ts';
import { sealImmediateRelease } from './seal-release.ts';
import { lookupHash, mailAddressHash, normaliseMailAddress, openAccountData, sealAccountData } from './server-box.ts';
import { aRow, fixedRandom, otherRows, verified, withOneChangedBit } from './testing/factories.ts';

const key = Buffer.alloc(32, 0x44);
const text = Buffer.from('Tischlerei Beispiel, Zwönitz');

describe('account data', () => {
  const blob = sealAccountData(key, 1, aRow(), text, fixedRandom('account'));

  it('opens with the server key in its own row', () => {
    expect(openAccountData(key, aRow(), blob)).toEqual(text);
    expect(blob.includes(text)).toBe(false);
  });

  it('is refused elsewhere, changed, or under another key', () => {
    for (const row of otherRows(aRow())) expect(() => openAccountData(key, row, blob)).toThrow(SealedBoxRefused);
    for (const changed of withOneChangedBit(blob)) {
      expect(() => openAccountData(key, aRow(), changed)).toThrow(SealedBoxRefused);
    }
    expect(() => openAccountData(Buffer.alloc(32, 0x45), aRow(), blob)).toThrow(SealedBoxRefused);
    expect(() => openAccountData(key, aRow(), blob.subarray(0, 30))).toThrow(SealedBoxRefused);
  });

  it('its opener refuses sealed content, even if that were under the same key', () => {
    const record = sealRecord({ version: 1, key }, 1, aRow(), text, fixedRandom('record'));
    expect(() => openAccountData(key, aRow(), record)).toThrow(SealedBoxRefused);
  });
});

describe('hashes for look-up', () => {
  it('find an address however it is written', () => {
    const written = ['Maria.Muster@Beispiel.de', ' maria.muster@beispiel.DE ', 'ＭＡＲＩＡ.muster@beispiel.de'];
    expect(new Set(written.map((address) => mailAddressHash(key, address).toString('hex'))).size).toBe(1);
    expect(normaliseMailAddress(' MÜLLER@x.de')).toBe('müller@x.de');
  });

  it('differ by address, use and key', () => {
    const hashes = [
      mailAddressHash(key, 'a@x.de'),
      mailAddressHash(key, 'b@x.de'),
      lookupHash(key, 'telephone', 'a@x.de'),
      mailAddressHash(Buffer.alloc(32, 0x45), 'a@x.de'),
    ];
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(4);
  });
});

describe('immediate release', () => {
  const random = fixedRandom('release');
  const releaseKey = random(32);
  const provider = createOrganisationKey(random).pair;
  const subject = createSubjectKey(random);
  const blob = sealImmediateRelease(verified('organisation', provider), subject, releaseKey, aRow(), random);

  it('opens for the provider once the server has lifted its wrap', () => {
    expect(openLiftedRelease(provider, aRow(), liftRelease(releaseKey, aRow(), blob))).toEqual(subject);
  });

  it('the provider alone opens nothing, and the server alone opens nothing', () => {
    expect(() => openLiftedRelease(provider, aRow(), blob)).toThrow(SealedBoxRefused);
    const lifted = liftRelease(releaseKey, aRow(), blob);
    expect(lifted.includes(subject.key)).toBe(false);
    const other = createOrganisationKey(random).pair;
    expect(() => openLiftedRelease(other, aRow(), lifted)).toThrow(SealedBoxRefused);
    expect(() => liftRelease(random(32), aRow(), blob)).toThrow(SealedBoxRefused);
  });

  it("the wrap of one provider does not lift in another provider's row", () => {
    for (const row of otherRows(aRow())) expect(() => liftRelease(releaseKey, row, blob)).toThrow(SealedBoxRefused);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aeadSeal } from './aead.ts';
import { encodeParts } from './bytes.ts';
import { x25519Pair } from './curve-keys.ts';
import {
  HEADER_BYTES,
  SALT_BYTES,
  additionalData,
  encodeHeader,
  encodeRowIdentity,
  keyIdOfSecret,
  messageKey,
  readHeader,
} from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { openSealed } from './open-sealed.ts';
import { openRecord } from './open-record.ts';
import { openSymmetric } from './open-symmetric.ts';
import { purposeCodes } from './purposes.ts';
import { SealedBoxRefused } from './refused.ts';
import { sealRecord } from './seal-record.ts';
import { sealSymmetric } from './seal-symmetric.ts';
import { sealTo } from './seal-to.ts';
import { aRow, fixedRandom, otherRows, verified, withOneChangedBit } from './testing/factories.ts';

const subject = { version: 3, key: Buffer.alloc(32, 9) };
const recipient = x25519Pair(Buffer.alloc(32, 5));
const text = Buffer.from('Seit 07:40 sind alle Dateien auf dem Server verschlüsselt.');

type Kind = {
  readonly name: string;
  readonly seal: (row: RowIdentity, plaintext: Buffer) => Buffer;
  readonly open: (row: RowIdentity, blob: Uint8Array) => Buffer;
};

const random = fixedRandom('envelope');
const kinds: readonly Kind[] = [
  {
    name: 'a blob sealed to a public key',
    seal: (row, plaintext) =>
      sealTo(
        verified('organisation', recipient),
        { purpose: 'organisation_record', generation: 1, schemaVersion: 2, row },
        plaintext,
        random,
      ),
    open: (row, blob) => openSealed(recipient, 'organisation_record', row, blob),
  },
  {
    name: 'a record under a case key',
    seal: (row, plaintext) => sealRecord(subject, 2, row, plaintext, random),
    open: (row, blob) => openRecord(subject, row, blob).plaintext,
  },
];

describe.each(kinds)('$name', ({ seal, open }) => {
  it('opens where it was written, whatever its length', () => {
    for (const length of [0, 1, 15, 16, 17, 1000, 70_000]) {
      const plaintext = Buffer.alloc(length, 'ä');
      expect(open(aRow(), seal(aRow(), plaintext)).equals(plaintext)).toBe(true);
    }
  });

  it('is refused with any changed byte of header, key material, ciphertext or tag', () => {
    const blob = seal(aRow(), text);
    for (const changed of withOneChangedBit(blob)) expect(() => open(aRow(), changed)).toThrow(SealedBoxRefused);
  });

  it('is refused when shortened or lengthened', () => {
    const blob = seal(aRow(), text);
    for (let length = 0; length < blob.length; length += 1) {
      expect(() => open(aRow(), blob.subarray(0, length))).toThrow(SealedBoxRefused);
    }
    expect(() => open(aRow(), Buffer.concat([blob, Buffer.from([0])]))).toThrow(SealedBoxRefused);
  });

  it('is refused in every other row and column', () => {
    const blob = seal(aRow(), text);
    for (const row of otherRows(aRow())) expect(() => open(row, blob)).toThrow(SealedBoxRefused);
  });

  it('never repeats for the same plaintext in the same row', () => {
    const blobs = Array.from({ length: 50 }, () => seal(aRow(), text).toString('hex').slice(HEADER_BYTES * 2));
    expect(new Set(blobs.map((blob) => blob.slice(0, 64))).size).toBe(50);
    expect(new Set(blobs.map((blob) => blob.slice(64))).size).toBe(50);
  });

  it('every refusal is the same error without detail', () => {
    const blob = seal(aRow(), text);
    const acts = [
      () => open(aRow(), Buffer.alloc(0)),
      () => open(aRow({ rowId: 'row-2' }), blob),
      () => open(aRow(), blob.subarray(0, 40)),
      () => open(aRow(), Buffer.concat([Buffer.from([2]), blob.subarray(1)])),
    ];
    const refusals = acts.map((act) => {
      try {
        act();
        return 'opened';
      } catch (error) {
        return JSON.stringify([String(error), Object.keys(error as object), (error as Error).cause]);
      }
    });
    expect(new Set(refusals)).toEqual(new Set([JSON.stringify(['SealedBoxRefused: sealed box refused', ['name'], null])]));
  });
});

describe('header', () => {
  it('tells purpose, version, schema and key before opening', () => {
    const blob = sealRecord(subject, 7, aRow(), text, fixedRandom('header'));
    expect(readHeader(blob)).toMatchObject({ purpose: 'record', generation: 3, schemaVersion: 7 });
  });

  it('unknown suites and purposes are refused', () => {
    const blob = sealRecord(subject, 7, aRow(), text, fixedRandom('header'));
    const known = new Set<number>(Object.values(purposeCodes));
    for (let code = 0; code < 256; code += 1) {
      const otherSuite = Buffer.from(blob);
      otherSuite[0] = code;
      if (code !== 1) expect(() => readHeader(otherSuite)).toThrow(SealedBoxRefused);
      const otherPurpose = Buffer.from(blob);
      otherPurpose[1] = code;
      if (!known.has(code)) expect(() => readHeader(otherPurpose)).toThrow(SealedBoxRefused);
    }
  });

  it('no two purposes share a code', () => {
    expect(new Set(Object.values(purposeCodes)).size).toBe(Object.keys(purposeCodes).length);
  });

  it('a blob of one purpose does not open as another under the same key', () => {
    const place = { purpose: 'share_content', generation: 0, schemaVersion: 0, row: aRow() } as const;
    const blob = sealSymmetric(subject.key, place, text, fixedRandom('purpose'));
    expect(openSymmetric(subject.key, 'share_content', aRow(), blob).equals(text)).toBe(true);
    expect(() => openSymmetric(subject.key, 'record', aRow(), blob)).toThrow(SealedBoxRefused);
  });

  it('a blob that names another key than the one it is made with is refused', () => {
    const headerBytes = encodeHeader({
      purpose: 'record',
      generation: subject.version,
      schemaVersion: 0,
      keyId: keyIdOfSecret(Buffer.alloc(32, 8)),
    });
    const salt = Buffer.alloc(SALT_BYTES, 1);
    const { key, nonce } = messageKey(subject.key, salt, headerBytes, aRow());
    const sealed = aeadSeal(key, nonce, additionalData(headerBytes, aRow()), text);
    const blob = Buffer.concat([headerBytes, salt, sealed]);
    expect(() => openRecord(subject, aRow(), blob)).toThrow(SealedBoxRefused);
  });

  it('another version of the key is refused', () => {
    const blob = sealRecord(subject, 1, aRow(), text, fixedRandom('version'));
    expect(() => openRecord({ ...subject, version: 4 }, aRow(), blob)).toThrow(SealedBoxRefused);
    expect(() => openRecord({ version: 3, key: Buffer.alloc(32, 8) }, aRow(), blob)).toThrow(SealedBoxRefused);
  });
});

describe('row identity', () => {
  const part = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.constantFrom('', 'a', 'ab', 'b'));
  const rows = fc.record({
    table: part,
    column: part,
    rowId: part,
    organisationId: fc.option(part),
    subjectId: fc.option(part),
  });

  it('different identities never share an encoding, equal ones always do', () => {
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const isSame = JSON.stringify(Object.values(left)) === JSON.stringify(Object.values(right));
        expect(encodeRowIdentity(left).equals(encodeRowIdentity(right))).toBe(isSame);
        expect(encodeRowIdentity({ ...left }).equals(encodeRowIdentity(left))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('moving a border between fields changes the encoding', () => {
    const shifted = encodeRowIdentity(aRow({ table: 'CaseMessaget', column: 'ext' }));
    expect(shifted.equals(encodeRowIdentity(aRow()))).toBe(false);
    expect(encodeParts(['a', null]).equals(encodeParts(['a', '']))).toBe(false);
  });

  it('broken Unicode is a bug, not a row', () => {
    expect(() => encodeRowIdentity(aRow({ rowId: '\ud800' }))).toThrow(TypeError);
  });
});

/** The format for good: what was written once must open for ever. Never adjust these; add new ones for new suites. */
const frozenSealed = [
  '01060000000100022829894981304d461573bf6148c04444bafc2626498930e20e046d96c0319c7cae686bf3cdc75083',
  'e067e1ca91f7f97cc4e534d9933c84f73f36a9a213a72705bb40edf9d651080099c7',
].join('');
const frozenRecord = [
  '0120000000030002b57f8e8d145530f8ef8e0607cd343232be609bfabbc73f1fc7294b3552ecffe507982d08efaa6563',
  'd13705f7f8fbb23febe512b40e7a921b963a06320280c8ef1402d5e93960294b9da7',
].join('');

describe('frozen blobs', () => {
  it.each([
    { kind: kinds[0], blob: frozenSealed },
    { kind: kinds[1], blob: frozenRecord },
  ])('$kind.name still opens', ({ kind, blob }) => {
    expect(kind?.open(aRow(), Buffer.from(blob, 'hex')).toString()).toBe('Glück auf');
  });

  it('are what is written today from the same random bytes', () => {
    const place = { purpose: 'organisation_record', generation: 1, schemaVersion: 2, row: aRow() } as const;
    const plaintext = Buffer.from('Glück auf');
    const sealed = sealTo(verified('organisation', recipient), place, plaintext, fixedRandom('frozen'));
    const record = sealRecord(subject, 2, aRow(), plaintext, fixedRandom('frozen'));
    expect(sealed.toString('hex')).toBe(frozenSealed);
    expect(record.toString('hex')).toBe(frozenRecord);
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_START, chainHash, checkChain, commitment } from './audit-chain.ts';
import type { ChainedEntry } from './audit-chain.ts';
import { checkpointLine, signCheckpoint, verifyCheckpoint } from './audit-checkpoint.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CanonicalValue } from './canonical-json.ts';
import { ed25519Pair } from './curve-keys.ts';

function aChain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  let head = CHAIN_START;
  for (let number = 0; number < length; number += 1) {
    const entry = canonicalJson({ event: 'case.reported', number });
    head = chainHash(head, entry);
    entries.push({ entry, hash: head });
  }
  return entries;
}

describe('canonical JSON', () => {
  it('sorts names by code unit, leaves out spaces and keeps lists in order', () => {
    const value = { b: [3, 1, null], a: { z: true, ä: 'ü\n"' }, A: '€', '\u{1f600}': 1, '\ufb33': 2 };
    expect(canonicalJson(value)).toBe('{"A":"€","a":{"z":true,"ä":"ü\\n\\""},"b":[3,1,null],"😀":1,"\ufb33":2}');
  });

  it('does not depend on the order of writing and reads back', () => {
    const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.oneof(leaf, fc.array(leaf))), (value) => {
        const plain = { ...value } as Record<string, CanonicalValue>;
        const reversed = Object.fromEntries(Object.entries(plain).reverse());
        expect(canonicalJson(plain)).toBe(canonicalJson(reversed));
        expect(JSON.parse(canonicalJson(plain))).toEqual(JSON.parse(JSON.stringify(plain)));
      }),
    );
  });

  it('refuses what has no single notation', () => {
    for (const value of [0.1, Number.NaN, Infinity, 2 ** 53, '\ud800', undefined, new Date(0), new Map(), 1n]) {
      expect(() => canonicalJson({ value } as unknown as CanonicalValue)).toThrow(TypeError);
    }
    expect(canonicalJson(-0)).toBe('0');
  });
});

describe('the chain', () => {
  it('is SHA-256 over 0x00, the hash before and the entry', () => {
    const byHand = createHash('sha256').update(Buffer.concat([Buffer.alloc(33), Buffer.from('{}')])).digest();
    expect(chainHash(CHAIN_START, '{}')).toEqual(byHand);
  });

  it('an untouched chain is intact, as a whole and from the middle', () => {
    const chain = aChain(20);
    expect(checkChain(CHAIN_START, chain)).toEqual({ intact: true, size: 20, head: chain[19]?.hash });
    expect(checkChain(chain[9]?.hash ?? CHAIN_START, chain.slice(10))).toMatchObject({ intact: true, size: 10 });
    expect(checkChain(CHAIN_START, [])).toEqual({ intact: true, size: 0, head: CHAIN_START });
  });

  it('deleting, swapping and editing are noticed where they happen', () => {
    fc.assert(
      fc.property(fc.nat(18), (at) => {
        const [chain, entry] = [aChain(20), aChain(20)[at]];
        const swapped = chain.toSpliced(at, 2, ...chain.slice(at, at + 2).reverse());
        const edited = chain.with(at, { entry: '{"event":"other"}', hash: entry?.hash ?? CHAIN_START });
        for (const forged of [chain.toSpliced(at, 1), swapped, edited]) {
          expect(checkChain(CHAIN_START, forged)).toEqual({ intact: false, firstBroken: at });
        }
      }),
      { numRuns: 19 },
    );
  });

  it('a commitment fits its detail and salt only', () => {
    const salt = Buffer.alloc(32, 1);
    expect(commitment(salt, 'Maria')).toEqual(commitment(Buffer.from(salt), 'Maria'));
    expect(commitment(salt, 'Mario').equals(commitment(salt, 'Maria'))).toBe(false);
    expect(commitment(Buffer.alloc(32, 2), 'Maria').equals(commitment(salt, 'Maria'))).toBe(false);
    expect(() => commitment(Buffer.alloc(0), 'Maria')).toThrow(RangeError);
  });
});

describe('checkpoints', () => {
  const seed = Buffer.alloc(32, 0x61);
  const { publicKey } = ed25519Pair(seed);
  const origin = 'geleucht.example/audit';
  const checkpoint = { size: 4711, head: chainHash(CHAIN_START, '{}'), time: '2026-03-01T08:00:00.000Z' };
  const note = signCheckpoint(seed, origin, checkpoint);

  it('have the shape of a signed note and read back', () => {
    expect(note.split('\n').slice(0, 5)).toEqual([
      origin,
      '4711',
      checkpoint.head.toString('base64'),
      'time 2026-03-01T08:00:00.000Z',
      '',
    ]);
    expect(verifyCheckpoint(publicKey, origin, note)).toEqual(checkpoint);
  });

  it('every changed character is noticed', () => {
    for (let at = 0; at < note.length; at += 1) {
      const forged = `${note.slice(0, at)}${note[at] === '1' ? '2' : '1'}${note.slice(at + 1)}`;
      expect(verifyCheckpoint(publicKey, origin, forged)).toBeUndefined();
    }
    for (const forged of ['', `${note}\n`, note.trimEnd(), `${note}${note}`, note.replace('4711', '04711')]) {
      expect(verifyCheckpoint(publicKey, origin, forged)).toBeUndefined();
    }
  });

  it('another key and another log are noticed', () => {
    expect(verifyCheckpoint(ed25519Pair(Buffer.alloc(32, 0x62)).publicKey, origin, note)).toBeUndefined();
    expect(verifyCheckpoint(publicKey, 'elsewhere', note)).toBeUndefined();
    expect(() => signCheckpoint(seed, 'two words', checkpoint)).toThrow(RangeError);
    expect(() => signCheckpoint(seed, origin, { ...checkpoint, time: 'today' })).toThrow(RangeError);
  });

  it('have a short form for footers', () => {
    expect(checkpointLine(checkpoint)).toBe(`4711 · ${checkpoint.head.toString('hex').slice(0, 16)} · ${checkpoint.time}`);
  });
});

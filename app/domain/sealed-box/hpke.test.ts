import { randomBytes } from 'node:crypto';
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { describe, expect, it } from 'vitest';
import { deriveHpkePair, aes128GcmOfPublishedVectors, aes256Gcm } from './hpke.ts';
import { openHpke } from './open-hpke.ts';
import { SealedBoxRefused } from './refused.ts';
import { sealHpke } from './seal-hpke.ts';
import { x25519Pair } from './curve-keys.ts';

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}

/** The RFC's example texts: an ode's title, its last line, and the first message's additional data. */
const info = Buffer.from('Ode on a Grecian Urn');
const plaintext = Buffer.from('Beauty is truth, truth beauty');
const additional = Buffer.from('Count-0');

/** Base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256: RFC 9180 A.1.1, and the same from the RFC's complete vector file. */
const vectors = [
  {
    name: 'AES-128-GCM (A.1.1)',
    aead: aes128GcmOfPublishedVectors,
    ephemeralSeed: hex('7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234'),
    recipientSeed: hex('6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037'),
    recipientPrivate: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
    recipientPublic: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
    encapsulated: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
    ciphertext: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
  },
  {
    name: 'AES-256-GCM (complete file)',
    aead: aes256Gcm,
    ephemeralSeed: hex('2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9'),
    recipientSeed: hex('dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee'),
    recipientPrivate: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
    recipientPublic: '430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c',
    encapsulated: '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256',
    ciphertext: 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
  },
] as const;

describe.each(vectors)('RFC 9180 with $name', (vector) => {
  it('derives the published recipient pair', () => {
    const pair = deriveHpkePair(vector.recipientSeed);
    expect(pair.privateKey.toString('hex')).toBe(vector.recipientPrivate);
    expect(pair.publicKey.toString('hex')).toBe(vector.recipientPublic);
  });

  it('seals to the published bytes', () => {
    const sealed = sealHpke(vector.aead, hex(vector.recipientPublic), info, additional, plaintext, () =>
      Buffer.from(vector.ephemeralSeed),
    );
    expect(sealed.toString('hex')).toBe(vector.encapsulated + vector.ciphertext);
  });

  it('opens the published bytes', () => {
    const pair = x25519Pair(hex(vector.recipientPrivate));
    const message = hex(vector.encapsulated + vector.ciphertext);
    expect(openHpke(vector.aead, pair, info, additional, message)).toEqual(plaintext);
  });
});

describe('another implementation', () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const rounds = Array.from({ length: 20 }, (_, round) => round * 97);

  it('opens what we seal', async () => {
    for (const size of rounds) {
      const pair = deriveHpkePair(randomBytes(32));
      const [message, label, bound] = [randomBytes(size), randomBytes(size % 50), randomBytes(size % 70)];
      const sealed = sealHpke(aes256Gcm, pair.publicKey, label, bound, message, randomBytes);
      const recipientKey = await suite.kem.importKey('raw', new Uint8Array(pair.privateKey).buffer, false);
      const opened = await suite.open(
        { recipientKey, enc: new Uint8Array(sealed.subarray(0, 32)).buffer, info: new Uint8Array(label) },
        new Uint8Array(sealed.subarray(32)),
        new Uint8Array(bound),
      );
      expect(Buffer.from(opened).equals(message)).toBe(true);
    }
  });

  it('seals what we open', async () => {
    for (const size of rounds) {
      const pair = deriveHpkePair(randomBytes(32));
      const [message, label, bound] = [randomBytes(size), randomBytes(size % 50), randomBytes(size % 70)];
      const recipientPublicKey = await suite.kem.importKey('raw', new Uint8Array(pair.publicKey).buffer, true);
      const { ct, enc } = await suite.seal(
        { recipientPublicKey, info: new Uint8Array(label) },
        new Uint8Array(message),
        new Uint8Array(bound),
      );
      const sealed = Buffer.concat([Buffer.from(enc), Buffer.from(ct)]);
      expect(openHpke(aes256Gcm, pair, label, bound, sealed).equals(message)).toBe(true);
    }
  });
});

describe('refusals', () => {
  const pair = deriveHpkePair(Buffer.alloc(32, 7));
  const sealed = sealHpke(aes256Gcm, pair.publicKey, info, additional, plaintext, randomBytes);

  it('a changed bit in any byte is refused', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      expect(() => openHpke(aes256Gcm, pair, info, additional, changed)).toThrow(SealedBoxRefused);
    }
  });

  it('another info, another additional data, another recipient and every shortening are refused', () => {
    expect(() => openHpke(aes256Gcm, pair, Buffer.from('Ode'), additional, sealed)).toThrow(SealedBoxRefused);
    expect(() => openHpke(aes256Gcm, pair, info, Buffer.from('Count-1'), sealed)).toThrow(SealedBoxRefused);
    const stranger = deriveHpkePair(Buffer.alloc(32, 8));
    expect(() => openHpke(aes256Gcm, stranger, info, additional, sealed)).toThrow(SealedBoxRefused);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => openHpke(aes256Gcm, pair, info, additional, sealed.subarray(0, length))).toThrow(SealedBoxRefused);
    }
  });

  it('a public key of small order is refused on both sides', () => {
    const smallOrder = Buffer.alloc(32, 0);
    expect(() => sealHpke(aes256Gcm, smallOrder, info, additional, plaintext, randomBytes)).toThrow(SealedBoxRefused);
    const message = Buffer.concat([smallOrder, sealed.subarray(32)]);
    expect(() => openHpke(aes256Gcm, pair, info, additional, message)).toThrow(SealedBoxRefused);
  });
});

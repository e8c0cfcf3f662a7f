import { createPrivateKey, createPublicKey, diffieHellman, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { zero } from './bytes.ts';
import { refuse } from './refused.ts';

/** Raw halves of an X25519 or Ed25519 pair, 32 bytes each. The private half is wiped by whoever asked for it. */
export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer };

export const PUBLIC_KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** DER frames of RFC 8410 around the 32 raw bytes. */
const frames = {
  x25519: { private: '302e020100300506032b656e04220420', public: '302a300506032b656e032100' },
  ed25519: { private: '302e020100300506032b657004220420', public: '302a300506032b6570032100' },
} as const;

type Curve = keyof typeof frames;

function privateKeyObject(curve: Curve, raw: Uint8Array): KeyObject {
  if (raw.length !== 32) throw new RangeError('private key length');
  const der = Buffer.concat([Buffer.from(frames[curve].private, 'hex'), raw]);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } finally {
    zero(der);
  }
}

function publicKeyObject(curve: Curve, raw: Uint8Array): KeyObject {
  if (raw.length !== PUBLIC_KEY_BYTES) refuse();
  const der = Buffer.concat([Buffer.from(frames[curve].public, 'hex'), raw]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}

function publicHalf(curve: Curve, privateKey: Uint8Array): Buffer {
  const der = createPublicKey(privateKeyObject(curve, privateKey)).export({ format: 'der', type: 'spki' });
  return Buffer.from(der.subarray(der.length - PUBLIC_KEY_BYTES));
}

/** The X25519 pair of a private half of 32 uniformly random or derived bytes (RFC 7748); the bytes are copied. */
export function x25519Pair(privateKey: Uint8Array): KeyPair {
  return { publicKey: publicHalf('x25519', privateKey), privateKey: Buffer.from(privateKey) };
}

/** The Ed25519 pair of a 32-byte seed (RFC 8032); the bytes are copied. */
export function ed25519Pair(seed: Uint8Array): KeyPair {
  return { publicKey: publicHalf('ed25519', seed), privateKey: Buffer.from(seed) };
}

/** X25519 shared secret. Refuses points of small order, whose result would not depend on the private half. */
export function x25519(privateKey: Uint8Array, publicKey: Uint8Array): Buffer {
  const own = privateKeyObject('x25519', privateKey);
  const other = publicKeyObject('x25519', publicKey);
  let shared: Buffer;
  try {
    shared = diffieHellman({ privateKey: own, publicKey: other });
  } catch {
    return refuse();
  }
  if (shared.every((byte) => byte === 0)) refuse();
  return shared;
}

/** Ed25519 signature over `message`, 64 bytes. */
export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Buffer {
  return sign(null, message, privateKeyObject('ed25519', seed));
}

/** Whether `signature` is the Ed25519 signature of `message`; false for malformed keys and signatures too. */
export function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(null, message, publicKeyObject('ed25519', publicKey), signature);
  } catch {
    return false;
  }
}

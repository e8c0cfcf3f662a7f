import { ed25519Pair, x25519Pair } from './curve-keys.ts';
import type { KeyPair } from './curve-keys.ts';
import { zero } from './bytes.ts';
import { LONG_CODE_BYTES } from './codes.ts';
import { deriveKey } from './hkdf.ts';
import type { RandomSource } from './random-source.ts';

/** Bytes of a user seed, of a case or assessment key, and of a file key. */
export const SECRET_BYTES = 32;

/** A person's two pairs: `box` (X25519) opens what is sealed to the person, `signing` (Ed25519) signs grants. */
export type UserKeys = { readonly box: KeyPair; readonly signing: KeyPair };

/** One generation of an organisation's pair. Generations count from 1. */
export type OrganisationKey = { readonly generation: number; readonly pair: KeyPair };

/** One version of a case's or assessment's key. Versions count from 1. */
export type SubjectKey = { readonly version: number; readonly key: Buffer };

/** Draws the seed from which all keys of a person follow. */
export function createUserSeed(random: RandomSource): Buffer {
  return random(SECRET_BYTES);
}

function pairFrom(secret: Uint8Array, label: string): KeyPair {
  const privateKey = deriveKey(secret, label, []);
  try {
    return x25519Pair(privateKey);
  } finally {
    zero(privateKey);
  }
}

/** The pairs of a user seed (32 bytes). */
export function deriveUserKeys(seed: Uint8Array): UserKeys {
  if (seed.length !== SECRET_BYTES) throw new RangeError('seed length');
  const signingSeed = deriveKey(seed, 'user-signing', []);
  try {
    return { box: pairFrom(seed, 'user-box'), signing: ed25519Pair(signingSeed) };
  } finally {
    zero(signingSeed);
  }
}

/** Wipes both private halves. */
export function zeroUserKeys(keys: UserKeys): void {
  zero(keys.box.privateKey, keys.signing.privateKey);
}

function pairFromCode(code: Uint8Array, label: string): KeyPair {
  if (code.length !== LONG_CODE_BYTES) throw new RangeError('code length');
  return pairFrom(code, label);
}

/** The pair of an organisation's printed emergency sheet (160 bits). Its public half stands in the directory. */
export function emergencySheetPair(code: Uint8Array): KeyPair {
  return pairFromCode(code, 'emergency-sheet');
}

/** The pair of a guest's report code (160 bits); later versions of the case key are sealed to its public half. */
export function reportCodePair(code: Uint8Array): KeyPair {
  return pairFromCode(code, 'report-code');
}

function drawPair(random: RandomSource): KeyPair {
  const privateKey = random(SECRET_BYTES);
  try {
    return x25519Pair(privateKey);
  } finally {
    zero(privateKey);
  }
}

/** The first pair of a new organisation. */
export function createOrganisationKey(random: RandomSource): OrganisationKey {
  return { generation: 1, pair: drawPair(random) };
}

/** The pair of the following generation; `sealPreviousOrganisationKey` links the old one behind it. */
export function nextOrganisationKey(current: OrganisationKey, random: RandomSource): OrganisationKey {
  return { generation: current.generation + 1, pair: drawPair(random) };
}

/** The first key of a new case or assessment. */
export function createSubjectKey(random: RandomSource): SubjectKey {
  return { version: 1, key: random(SECRET_BYTES) };
}

/** The following version, independent of the earlier ones: whoever held those does not hold this. */
export function nextSubjectKey(current: SubjectKey, random: RandomSource): SubjectKey {
  return { version: current.version + 1, key: random(SECRET_BYTES) };
}

/** The symmetric key under which generation g keeps the private half of generation g-1. */
export function chainKey(organisation: OrganisationKey): Buffer {
  return deriveKey(organisation.pair.privateKey, 'organisation-chain', []);
}

import { createHash } from 'node:crypto';
import { encodeParts, equalInConstantTime, utf8, zero } from './bytes.ts';
import { LONG_CODE_BYTES } from './codes.ts';
import { deriveKey, hmacSha256 } from './hkdf.ts';
import { KDF_OUTPUT_BYTES } from './kdf-floor.ts';

/** What a credential yields: `kek` wraps the seed, `auth` proves the credential to the server. They say nothing of each other. */
export type SlotKeys = { readonly kek: Buffer; readonly auth: Buffer };

export const slotKinds = ['password', 'recovery', 'passkey'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** Purpose byte of each kind of slot. */
export const slotPurposes = {
  password: 'password_slot',
  recovery: 'recovery_slot',
  passkey: 'passkey_slot',
} as const;

/** The bytes of a password that go into Argon2id: NFKC, so that keyboards and systems agree. Throws for broken Unicode. */
export function passwordBytes(password: string): Buffer {
  return utf8(password.normalize('NFKC'));
}

function split(secret: Uint8Array, kind: SlotKind): SlotKeys {
  return { kek: deriveKey(secret, 'slot-kek', [kind]), auth: deriveKey(secret, 'slot-auth', [kind]) };
}

/**
 * Keys of a password slot from the result of one Argon2id run (32 bytes) and the server's pepper (32 bytes or more).
 * Without the pepper a stolen database permits no guessing.
 */
export function passwordSlotKeys(argon2Output: Uint8Array, pepper: Uint8Array): SlotKeys {
  if (argon2Output.length !== KDF_OUTPUT_BYTES || pepper.length < 32) throw new RangeError('slot input length');
  const peppered = hmacSha256(pepper, argon2Output);
  try {
    return split(peppered, 'password');
  } finally {
    zero(peppered);
  }
}

/** Keys of a recovery slot from its 160-bit code; nobody guesses that, so nothing is stretched. */
export function recoverySlotKeys(code: Uint8Array): SlotKeys {
  if (code.length !== LONG_CODE_BYTES) throw new RangeError('code length');
  return split(code, 'recovery');
}

/** Keys of a passkey slot from the authenticator's PRF output (32 bytes). */
export function passkeySlotKeys(prfOutput: Uint8Array): SlotKeys {
  if (prfOutput.length !== 32) throw new RangeError('PRF output length');
  return split(prfOutput, 'passkey');
}

/** Wipes both keys. */
export function zeroSlotKeys(keys: SlotKeys): void {
  zero(keys.kek, keys.auth);
}

/** What the slot's row keeps to recognise the credential: 32 bytes, SHA-256 over `auth`. */
export function slotVerifier(auth: Uint8Array): Buffer {
  return createHash('sha256')
    .update(encodeParts(['geleucht/slot-verifier/1', auth]))
    .digest();
}

/** Whether `auth` belongs to a stored verifier; takes the same time for every answer. */
export function matchesSlotVerifier(auth: Uint8Array, verifier: Uint8Array): boolean {
  return equalInConstantTime(slotVerifier(auth), verifier);
}

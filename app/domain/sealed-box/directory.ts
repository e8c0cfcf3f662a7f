import { encodeParts, uint32 } from './bytes.ts';
import { PUBLIC_KEY_BYTES, ed25519Sign, ed25519Verify } from './curve-keys.ts';
import { refuse } from './refused.ts';

/** Whose public key it is. */
export const publicKeyKinds = ['user', 'organisation', 'emergency_sheet', 'report_code'] as const;
export type PublicKeyKind = (typeof publicKeyKinds)[number];

/** A public key as it stands in the database, before anybody vouches for it. */
export type PublicKeyRow = {
  readonly kind: PublicKeyKind;
  /** Id of the user, organisation or case that owns it. */
  readonly ownerId: string;
  /** From 1; rises with each new key of the same owner. */
  readonly generation: number;
  readonly publicKey: Uint8Array;
};

/** Whom the caller means to seal to. */
export type ExpectedOwner = {
  readonly kind: PublicKeyKind;
  readonly ownerId: string;
  /** Older generations are refused: guards against an old row put back. 1 where the caller knows none. */
  readonly generationAtLeast: number;
};

declare const brand: unique symbol;

/** A public key that the server's directory key vouches for. Only `verifyPublicKey` makes one. */
export type VerifiedPublicKey = {
  readonly [brand]: 'verified';
  readonly kind: PublicKeyKind;
  readonly ownerId: string;
  readonly generation: number;
};

/** Bytes of verified keys, out of reach of casts and of later changes to the row's buffer. */
const verifiedBytes = new WeakMap<VerifiedPublicKey, Buffer>();

function signedMessage(row: PublicKeyRow): Buffer {
  return encodeParts(['geleucht/directory/1', row.kind, row.ownerId, uint32(row.generation), row.publicKey]);
}

/** Signs a public key with the server's directory key (Ed25519 seed, 32 bytes). 64 bytes, stored beside the key. */
export function signPublicKey(directorySeed: Uint8Array, row: PublicKeyRow): Buffer {
  if (row.publicKey.length !== PUBLIC_KEY_BYTES) throw new RangeError('public key length');
  return ed25519Sign(directorySeed, signedMessage(row));
}

/**
 * Checks that a stored public key is signed by the directory and belongs to the owner whom the caller means. Throws
 * `SealedBoxRefused` otherwise. `expected` must come from the act at hand, never from the same row.
 */
export function verifyPublicKey(
  directoryPublicKey: Uint8Array,
  expected: ExpectedOwner,
  row: PublicKeyRow & { readonly signature: Uint8Array },
): VerifiedPublicKey {
  const isExpected =
    row.kind === expected.kind &&
    row.ownerId === expected.ownerId &&
    row.generation >= expected.generationAtLeast &&
    row.publicKey.length === PUBLIC_KEY_BYTES;
  if (!isExpected || !ed25519Verify(directoryPublicKey, signedMessage(row), row.signature)) refuse();
  const verified = Object.freeze({
    kind: row.kind,
    ownerId: row.ownerId,
    generation: row.generation,
  }) as VerifiedPublicKey;
  verifiedBytes.set(verified, Buffer.from(row.publicKey));
  return verified;
}

/** Raw bytes of a verified key. Refuses objects that only look verified. */
export function publicKeyBytes(verified: VerifiedPublicKey): Buffer {
  const bytes = verifiedBytes.get(verified);
  return bytes === undefined ? refuse() : Buffer.from(bytes);
}

import { createHash } from 'node:crypto';
import { equalInConstantTime, utf8 } from './bytes.ts';

/** Bytes of the random salt beside a personal detail. */
export const COMMITMENT_SALT_BYTES = 32;

/** What stands before the first entry. */
export const CHAIN_START: Buffer = Buffer.alloc(32);

/**
 * Hash of the chain after one more entry: SHA-256(0x00, hash before, entry). `entry` is its canonical JSON. The hash
 * before has a fixed length, so that the parts cannot be shifted against each other.
 */
export function chainHash(before: Uint8Array, entry: string): Buffer {
  if (before.length !== 32) throw new RangeError('chain hash length');
  return createHash('sha256').update(Buffer.from([0x00])).update(before).update(utf8(entry)).digest();
}

/**
 * Commitment to a personal detail, which stands in an erasable table: SHA-256(salt, detail). With detail and salt erased
 * the chain still verifies, and nothing can be guessed from the commitment.
 */
export function commitment(salt: Uint8Array, detail: string): Buffer {
  if (salt.length !== COMMITMENT_SALT_BYTES) throw new RangeError('commitment salt length');
  return createHash('sha256').update(salt).update(utf8(detail)).digest();
}

/** An entry as stored: its canonical JSON and the chain's hash after it. */
export type ChainedEntry = { readonly entry: string; readonly hash: Uint8Array };

/** Outcome of a check: the chain's size and head, or the number (from 0) of the first entry that does not fit. */
export type ChainCheck =
  | { readonly intact: true; readonly size: number; readonly head: Buffer }
  | { readonly intact: false; readonly firstBroken: number };

/** Recomputes a chain from its start, or from `before` when only the later part is at hand. */
export function checkChain(before: Uint8Array, entries: Iterable<ChainedEntry>): ChainCheck {
  let head: Buffer = Buffer.from(before);
  let size = 0;
  for (const { entry, hash } of entries) {
    head = chainHash(head, entry);
    if (!equalInConstantTime(head, hash)) return { intact: false, firstBroken: size };
    size += 1;
  }
  return { intact: true, size, head };
}

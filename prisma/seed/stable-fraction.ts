import { createHash } from 'node:crypto';

/** A number from 0 (included) to 1 that is always the same for the same words, so that every demo tells the same story. */
export function stableFraction(words: string): number {
  return createHash('sha256').update(words).digest().readUInt32BE(0) / 2 ** 32;
}

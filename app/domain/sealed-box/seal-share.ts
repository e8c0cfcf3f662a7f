import type { RowIdentity } from './envelope.ts';
import type { RandomSource } from './random-source.ts';
import { sealSymmetric } from './seal-symmetric.ts';

/** Seals what a link shows, or what its reader answers, under the link's key (`deriveShareKey`). */
export function sealShared(
  shareKey: Uint8Array,
  schemaVersion: number,
  row: RowIdentity,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  return sealSymmetric(shareKey, { purpose: 'share_content', generation: 0, schemaVersion, row }, plaintext, random);
}

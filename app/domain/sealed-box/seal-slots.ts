import type { RowIdentity } from './envelope.ts';
import { SECRET_BYTES } from './keys.ts';
import type { RandomSource } from './random-source.ts';
import { sealSymmetric } from './seal-symmetric.ts';
import { slotPurposes } from './slots.ts';
import type { SlotKeys, SlotKind } from './slots.ts';

/** Wraps a user seed for one credential. */
export function sealSlot(
  kind: SlotKind,
  keys: Pick<SlotKeys, 'kek'>,
  seed: Uint8Array,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  if (seed.length !== SECRET_BYTES) throw new RangeError('seed length');
  return sealSymmetric(keys.kek, { purpose: slotPurposes[kind], generation: 0, schemaVersion: 0, row }, seed, random);
}

import type { RowIdentity } from './envelope.ts';
import { SECRET_BYTES } from './keys.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';
import { slotPurposes } from './slots.ts';
import type { SlotKeys, SlotKind } from './slots.ts';

/** The user seed of a slot. Throws `SealedBoxRefused` for a wrong credential. The caller wipes the seed when done. */
export function openSlot(kind: SlotKind, keys: Pick<SlotKeys, 'kek'>, row: RowIdentity, blob: Uint8Array): Buffer {
  const seed = openSymmetric(keys.kek, slotPurposes[kind], row, blob);
  return seed.length === SECRET_BYTES ? seed : refuse();
}

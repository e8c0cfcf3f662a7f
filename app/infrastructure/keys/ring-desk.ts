import { err } from '#app/domain/result.ts';
import type { KeyRing } from '#app/features/ports.ts';
import type { DisposableKeyRing } from './key-ring.ts';

/**
 * Finds what lies behind a key ring. Features hold rings as `KeyRing`, which hands out no private half and no key that
 * seals; the adapters that need one are shown the ring and look it up here.
 */
export type RingDesk = ReturnType<typeof createRingDesk>;

export function createRingDesk() {
  const known = new WeakMap<KeyRing, DisposableKeyRing>();
  return {
    register(ring: DisposableKeyRing): DisposableKeyRing {
      known.set(ring, ring);
      return ring;
    },
    /** Undefined for the ring of somebody who holds no keys. */
    find: (ring: KeyRing): DisposableKeyRing | undefined => known.get(ring),
    empty(userId: string): KeyRing & { dispose(): void } {
      const missing = () => Promise.resolve(err('key_missing'));
      return {
        userId,
        open: missing,
        create: missing,
        sealForOrganisation: missing,
        openForOrganisation: missing,
        dispose: () => undefined,
      };
    },
  };
}

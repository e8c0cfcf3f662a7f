import { withSecret } from './bytes.ts';
import type { KeyPair } from './curve-keys.ts';
import { readHeader } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { SECRET_BYTES } from './keys.ts';
import type { SubjectKey } from './keys.ts';
import { openSealed } from './open-sealed.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';
import { releaseWrapKey } from './release-wrap.ts';

/**
 * Takes off the server's wrap for the one provider that confirmed. What comes out is still sealed to that provider and
 * is stored in the same row. Throws `SealedBoxRefused`.
 */
export function liftRelease(releaseKey: Uint8Array, row: RowIdentity, blob: Uint8Array): Buffer {
  return withSecret(releaseWrapKey(releaseKey), (key) => openSymmetric(key, 'release_wrap', row, blob));
}

/** The case key from a lifted release, with the provider organisation's pair. Throws `SealedBoxRefused`. */
export function openLiftedRelease(provider: KeyPair, row: RowIdentity, lifted: Uint8Array): SubjectKey {
  const key = openSealed(provider, 'immediate_release', row, lifted);
  if (key.length !== SECRET_BYTES) refuse();
  return { version: readHeader(lifted).generation, key };
}

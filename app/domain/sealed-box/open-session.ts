import { withSecret } from './bytes.ts';
import type { RowIdentity } from './envelope.ts';
import { SECRET_BYTES } from './keys.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';
import { sessionKey } from './session-halves.ts';
import type { SessionSecrets } from './session-halves.ts';

/** The user seed of a session. Throws `SealedBoxRefused`. The caller wipes the seed at the end of the request. */
export function openSessionSeed(
  secrets: SessionSecrets,
  serverHalf: Uint8Array,
  row: RowIdentity,
  blob: Uint8Array,
): Buffer {
  const seed = withSecret(sessionKey(secrets, serverHalf, 'seed'), (key) =>
    openSymmetric(key, 'session_seed', row, blob),
  );
  return seed.length === SECRET_BYTES ? seed : refuse();
}

/** Inverse of `sealForCookie`. Throws `SealedBoxRefused`. */
export function openForCookie(
  secrets: SessionSecrets,
  serverHalf: Uint8Array,
  use: 'document' | 'draft',
  row: RowIdentity,
  blob: Uint8Array,
): Buffer {
  return withSecret(sessionKey(secrets, serverHalf, use), (key) => openSymmetric(key, 'short_lived', row, blob));
}

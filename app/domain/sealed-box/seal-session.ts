import { withSecret } from './bytes.ts';
import type { RowIdentity } from './envelope.ts';
import type { RandomSource } from './random-source.ts';
import { sealSymmetric } from './seal-symmetric.ts';
import { sessionKey } from './session-halves.ts';
import type { SessionSecrets } from './session-halves.ts';

/** The user seed for a session's row: opens with cookie, row and server half together, never with two of them. */
export function sealSessionSeed(
  secrets: SessionSecrets,
  serverHalf: Uint8Array,
  seed: Uint8Array,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'session_seed', generation: 0, schemaVersion: 0, row } as const;
  return withSecret(sessionKey(secrets, serverHalf, 'seed'), (key) => sealSymmetric(key, place, seed, random));
}

/** Something that may live only as long as a cookie: a finished document, a guest's draft. */
export function sealForCookie(
  secrets: SessionSecrets,
  serverHalf: Uint8Array,
  use: 'document' | 'draft',
  plaintext: Uint8Array,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const place = { purpose: 'short_lived', generation: 0, schemaVersion: 0, row } as const;
  return withSecret(sessionKey(secrets, serverHalf, use), (key) => sealSymmetric(key, place, plaintext, random));
}

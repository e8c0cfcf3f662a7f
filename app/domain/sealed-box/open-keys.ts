import { withSecret } from './bytes.ts';
import { x25519Pair } from './curve-keys.ts';
import type { KeyPair } from './curve-keys.ts';
import { readHeader } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import { SECRET_BYTES, chainKey } from './keys.ts';
import type { OrganisationKey, SubjectKey } from './keys.ts';
import { openSealed } from './open-sealed.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';

/** Opens an organisation's key with a member's `box` pair or the emergency sheet's pair. Throws `SealedBoxRefused`. */
export function openOrganisationKey(holder: KeyPair, row: RowIdentity, blob: Uint8Array): OrganisationKey {
  return withSecret(openSealed(holder, 'organisation_key', row, blob), (privateKey) => ({
    generation: readHeader(blob).generation,
    pair: privateKey.length === SECRET_BYTES ? x25519Pair(privateKey) : refuse(),
  }));
}

/** Steps back from generation g to g-1. Throws `SealedBoxRefused`, also for a blob of another generation. */
export function openPreviousOrganisationKey(
  current: OrganisationKey,
  row: RowIdentity,
  blob: Uint8Array,
): OrganisationKey {
  if (readHeader(blob).generation !== current.generation || current.generation < 2) refuse();
  return withSecret(chainKey(current), (key) =>
    withSecret(openSymmetric(key, 'previous_organisation_key', row, blob), (privateKey) => ({
      generation: current.generation - 1,
      pair: privateKey.length === SECRET_BYTES ? x25519Pair(privateKey) : refuse(),
    })),
  );
}

/** Opens a case or assessment key with the pair of an organisation, a person or a report code. Throws `SealedBoxRefused`. */
export function openSubjectKey(holder: KeyPair, row: RowIdentity, blob: Uint8Array): SubjectKey {
  const key = openSealed(holder, 'subject_key', row, blob);
  if (key.length !== SECRET_BYTES) refuse();
  return { version: readHeader(blob).generation, key };
}

/** Opens a second factor's secret with its owner's `box` pair. Throws `SealedBoxRefused`. */
export function openTotpSecret(owner: KeyPair, row: RowIdentity, blob: Uint8Array): Buffer {
  return openSealed(owner, 'totp_secret', row, blob);
}

import { withSecret } from './bytes.ts';
import type { VerifiedPublicKey } from './directory.ts';
import type { RowIdentity } from './envelope.ts';
import type { SubjectKey } from './keys.ts';
import type { RandomSource } from './random-source.ts';
import { releaseWrapKey } from './release-wrap.ts';
import { sealSymmetric } from './seal-symmetric.ts';
import { sealTo } from './seal-to.ts';

/**
 * Immediate release: the case key sealed to one provider's organisation and wrapped once more under the server's release
 * key. The provider alone cannot open it (the wrap), nor can the server (the seal).
 */
export function sealImmediateRelease(
  provider: VerifiedPublicKey,
  subject: SubjectKey,
  releaseKey: Uint8Array,
  row: RowIdentity,
  random: RandomSource,
): Buffer {
  const generation = subject.version;
  const inner = sealTo(
    provider,
    { purpose: 'immediate_release', generation, schemaVersion: 0, row },
    subject.key,
    random,
  );
  const place = { purpose: 'release_wrap', generation, schemaVersion: 0, row } as const;
  return withSecret(releaseWrapKey(releaseKey), (key) => sealSymmetric(key, place, inner, random));
}

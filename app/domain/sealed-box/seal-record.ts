import type { RowIdentity } from './envelope.ts';
import type { SubjectKey } from './keys.ts';
import type { RandomSource } from './random-source.ts';
import { sealSymmetric } from './seal-symmetric.ts';

/**
 * Seals a record (a field, an answer, a message) under the key of its case or assessment. The message key depends on
 * the subject key, the row, the schema version and a fresh salt. `schemaVersion`: of the plaintext, chosen by the feature.
 */
export function sealRecord(
  subject: SubjectKey,
  schemaVersion: number,
  row: RowIdentity,
  plaintext: Uint8Array,
  random: RandomSource,
): Buffer {
  return sealSymmetric(
    subject.key,
    { purpose: 'record', generation: subject.version, schemaVersion, row },
    plaintext,
    random,
  );
}

import { readHeader } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import type { OpenedRecord } from './open-record.ts';
import { openSymmetric } from './open-symmetric.ts';

/** Inverse of `sealShared`. Throws `SealedBoxRefused`, also for a wrong access code. */
export function openShared(shareKey: Uint8Array, row: RowIdentity, blob: Uint8Array): OpenedRecord {
  const plaintext = openSymmetric(shareKey, 'share_content', row, blob);
  return { schemaVersion: readHeader(blob).schemaVersion, plaintext };
}

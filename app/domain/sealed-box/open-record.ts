import { readHeader } from './envelope.ts';
import type { RowIdentity } from './envelope.ts';
import type { SubjectKey } from './keys.ts';
import { openSymmetric } from './open-symmetric.ts';
import { refuse } from './refused.ts';

/** A record's plaintext with the version of its schema. The caller wipes `plaintext` when done. */
export type OpenedRecord = { readonly schemaVersion: number; readonly plaintext: Buffer };

/** Opens a record with the version of the subject key that its header names. Throws `SealedBoxRefused`. */
export function openRecord(subject: SubjectKey, row: RowIdentity, blob: Uint8Array): OpenedRecord {
  const header = readHeader(blob);
  if (header.generation !== subject.version) refuse();
  return { schemaVersion: header.schemaVersion, plaintext: openSymmetric(subject.key, 'record', row, blob) };
}

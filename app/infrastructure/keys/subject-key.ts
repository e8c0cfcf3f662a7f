import { openFileKey } from '#app/domain/sealed-box/open-file.ts';
import { openRecord } from '#app/domain/sealed-box/open-record.ts';
import { SealedBoxRefused } from '#app/domain/sealed-box/refused.ts';
import { createFileKey, sealFileKey } from '#app/domain/sealed-box/seal-file.ts';
import { sealRecord } from '#app/domain/sealed-box/seal-record.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Random, Subject, SubjectKey } from '#app/features/ports.ts';
import { contentRow } from './grant-identity.ts';

const schemaVersion = 1;

/** The opened key of a case or assessment, as features use it. */
export function createSubjectKeyHandle(subject: Subject, raw: RawSubjectKey, random: Random): SubjectKey {
  return {
    version: raw.version,
    seal: (row, plain) => sealRecord(raw, schemaVersion, contentRow(subject, row), plain, random.bytes),
    open: (row, blob) => attempt(() => openRecord(raw, contentRow(subject, row), blob).plaintext),
    newFileKey(row) {
      const fileKey = createFileKey(random.bytes);
      return { fileKey, wrapped: sealFileKey(raw, fileKey, contentRow(subject, row), random.bytes) };
    },
    openFileKey: (row, wrapped) => attempt(() => openFileKey(raw, contentRow(subject, row), wrapped)),
  };
}

/** Turns the one refusal of the sealed box into a Result; everything else is a bug and stays an exception. */
export function attempt<T>(open: () => T): Result<T> {
  try {
    return ok(open());
  } catch (error) {
    if (error instanceof SealedBoxRefused) return err('sealed_box_refused');
    throw error;
  }
}

import { readHeader } from '#app/domain/sealed-box/envelope.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openFileKey } from '#app/domain/sealed-box/open-file.ts';
import { openRecord } from '#app/domain/sealed-box/open-record.ts';
import { sealFileKey } from '#app/domain/sealed-box/seal-file.ts';
import { sealRecord } from '#app/domain/sealed-box/seal-record.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Random, Subject, SubjectKey, WritingKey } from '#app/features/ports.ts';
import { attempt } from './attempt.ts';
import { contentRow } from './grant-identity.ts';
import type { HeldVersions } from './held-versions.ts';

const schemaVersion = 1;

/** Opens what was written under any version that the person holds; the blob's header names its own. */
export function createReadingKey(subject: Subject, held: HeldVersions): SubjectKey {
  return {
    versions: held.versions,
    open: (row, blob) => withVersionOf(blob, (raw) => openRecord(raw, contentRow(subject, row), blob).plaintext),
    openFileKey: (row, wrapped) => withVersionOf(wrapped, (raw) => openFileKey(raw, contentRow(subject, row), wrapped)),
  };

  function withVersionOf(blob: Uint8Array, open: (raw: RawSubjectKey) => Buffer): Result<Buffer> {
    const header = attempt(() => readHeader(blob));
    if (!header.ok) return header;
    if (!held.versions.includes(header.value.generation)) return err('key_missing');
    const raw = held.open(header.value.generation);
    return raw.ok ? attempt(() => open(raw.value)) : raw;
  }
}

/** Seals under one version. */
export function createWritingKey(subject: Subject, raw: RawSubjectKey, random: Random): WritingKey {
  return {
    version: raw.version,
    seal: (row, plain) => sealRecord(raw, schemaVersion, contentRow(subject, row), plain, random.bytes),
    wrapFileKey: (row, fileKey) => sealFileKey(raw, fileKey, contentRow(subject, row), random.bytes),
  };
}

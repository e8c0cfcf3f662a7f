import { zero } from '#app/domain/sealed-box/bytes.ts';
import { readHeader } from '#app/domain/sealed-box/envelope.ts';
import type { SubjectKey as RawSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openFileKey } from '#app/domain/sealed-box/open-file.ts';
import { sealFileKey } from '#app/domain/sealed-box/seal-file.ts';
import type { Random, Subject } from '#app/features/ports.ts';
import type { FileKeyWraps } from '../db/file-key-wraps.ts';
import { attempt } from './attempt.ts';
import { contentRow } from './grant-identity.ts';
import type { HeldVersions } from './held-versions.ts';

type Parts = { readonly wraps: FileKeyWraps; readonly random: Random };

/**
 * Wraps the keys of older files under the newest version; the files themselves stay as they are. Not while somebody still
 * has its time of grace with an older version only: it would lose what it may still open.
 */
export async function wrapFileKeysAnew({ wraps, random }: Parts, subject: Subject, held: HeldVersions, newest: RawSubjectKey): Promise<void> {
  const older = await wraps.olderThan(subject, newest.version);
  if (older.length === 0 || (await wraps.isNeededByFormerHolders(subject, newest.version))) return;
  for (const { row, wrapped } of older) {
    const raw = held.open(readHeader(wrapped).generation);
    const fileKey = raw.ok ? attempt(() => openFileKey(raw.value, contentRow(subject, row), wrapped)) : raw;
    // A damaged wrap stays as it is: whoever opens the file is told.
    if (!fileKey.ok) continue;
    await wraps.replace(row, sealFileKey(newest, fileKey.value, contentRow(subject, row), random.bytes), newest.version);
    zero(fileKey.value);
  }
}

import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { SealedRow, SubjectKey, WritingKey } from '../ports.ts';

/** Content of a case as JSON under the case's key, bound to its row. */
export function sealJson(key: WritingKey, row: SealedRow, value: unknown): Buffer {
  return key.seal(row, Buffer.from(JSON.stringify(value), 'utf8'));
}

export function openJson<T>(key: SubjectKey, row: SealedRow, blob: Uint8Array): Result<T> {
  const opened = key.open(row, blob);
  return opened.ok ? ok(JSON.parse(opened.value.toString('utf8')) as T) : opened;
}

/** Written after the reader's part in the case had ended: for a former provider such a row is not there. */
export function isOfLaterVersion(opened: Result<unknown>): boolean {
  return !opened.ok && opened.refusal.code === 'key_missing';
}

export function recordPlace(id: string): SealedRow {
  return { table: 'CaseRecord', column: 'sealedContent', rowId: id };
}

export function exhibitMetaPlace(id: string): SealedRow {
  return { table: 'Exhibit', column: 'sealedMeta', rowId: id };
}

export function exhibitKeyPlace(id: string): SealedRow {
  return { table: 'Exhibit', column: 'wrappedFileKey', rowId: id };
}

export function reportPlace(caseId: string): SealedRow {
  return { table: 'Incident', column: 'sealedReport', rowId: caseId };
}

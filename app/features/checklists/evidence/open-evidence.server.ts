import type { Evidence } from '#app/domain/checklist/evidence.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import type { SealedRow, SubjectKey } from '../../ports.ts';
import type { AssessmentRow } from '../ports.ts';

/** A piece of evidence with who handed it in, and when. */
export type EvidenceRecord = Evidence & { readonly id: string; readonly by: string; readonly at: Date; readonly size: number };

export function evidenceMetaPlace(evidenceId: string): SealedRow {
  return { table: 'Evidence', column: 'sealedMeta', rowId: evidenceId };
}

export function evidenceKeyPlace(evidenceId: string): SealedRow {
  return { table: 'Evidence', column: 'wrappedFileKey', rowId: evidenceId };
}

/** The place a file's body is bound to; the same after its key was wrapped anew. */
export function evidenceBody(assessment: Pick<AssessmentRow, 'id' | 'organisationId'>, evidenceId: string): RowIdentity {
  return { table: 'Evidence', column: 'body', rowId: evidenceId, organisationId: assessment.organisationId, subjectId: `assessment:${assessment.id}` };
}

/** What is known of every file of a run; the bodies stay closed. */
export function openEvidenceOf({ evidence }: Pick<AssessmentRow, 'evidence'>, key: SubjectKey): Result<EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for (const { id, uploadedBy, sealedMeta, size, createdAt } of evidence) {
    const opened = key.open(evidenceMetaPlace(id), sealedMeta);
    if (!opened.ok) return opened;
    records.push({ ...(JSON.parse(opened.value.toString('utf8')) as Evidence), id, by: uploadedBy, at: createdAt, size });
  }
  return ok(records);
}

import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import type { SealedRow, Subject } from '#app/features/ports.ts';

/** The places to which sealed keys are bound. Recipients are part of the place: a grant moved to another recipient does not open. */

export function subjectGrantRow(subject: Subject, recipientKind: string, recipientId: string): RowIdentity {
  return {
    table: 'SubjectKeyGrant',
    column: 'sealedKey',
    rowId: `${recipientKind}:${recipientId}`,
    organisationId: subject.organisationId,
    subjectId: `${subject.kind}:${subject.id}`,
  };
}

export function organisationGrantRow(organisationId: string, generation: number, recipientKind: 'user' | 'sheet', recipientId: string): RowIdentity {
  return { table: 'OrganisationKeyGrant', column: 'sealedPrivateKey', rowId: `${generation}:${recipientKind}:${recipientId}`, organisationId, subjectId: null };
}

export function previousKeyRow(organisationId: string, generation: number): RowIdentity {
  return { table: 'OrganisationKey', column: 'previousWrapped', rowId: String(generation), organisationId, subjectId: null };
}

export function contentRow(subject: Subject, row: SealedRow): RowIdentity {
  return { ...row, organisationId: subject.organisationId, subjectId: `${subject.kind}:${subject.id}` };
}

export function organisationRecordRow(organisationId: string, row: SealedRow): RowIdentity {
  return { ...row, organisationId, subjectId: null };
}

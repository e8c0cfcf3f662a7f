import { completeFacts } from '#app/domain/triage/facts.ts';
import type { AlarmFacts, ReportFacts } from '#app/domain/triage/facts.ts';
import { intakeFields } from '#app/domain/triage/fields.ts';
import type { FieldClass, IntakeField } from '#app/domain/triage/fields.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import type { ReportingCompany, StoredReport } from './ports.ts';
import type { SealedRow, SubjectKey, WritingKey } from '../ports.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';

/** The sealed report: one JSON document. While a draft it holds every answer, afterwards only those of class `sealed`. */
export type SealedReport = { readonly schema: 1; readonly answers: DraftAnswers };

/** Call-back data in `Case.callbackBox`, account data of the company. */
export type Callback = {
  readonly name: string;
  readonly phone: string;
  readonly siteId: string;
  /** The site as it was called when the report was sent; null where the company had one. */
  readonly site: Pick<ReportSite, 'name' | 'town'> | null;
};

export function reportRow(caseId: string): SealedRow {
  return { table: 'Incident', column: 'sealedReport', rowId: caseId };
}

export function sealReport(key: WritingKey, caseId: string, answers: DraftAnswers): Buffer {
  const document: SealedReport = { schema: 1, answers };
  return key.seal(reportRow(caseId), Buffer.from(JSON.stringify(document), 'utf8'));
}

/** Refused with `sealed_box_refused` when the blob is not of this case. */
export function openReport(key: SubjectKey, stored: Pick<StoredReport, 'caseId' | 'sealedReport'>): Result<DraftAnswers> {
  const opened = key.open(reportRow(stored.caseId), stored.sealedReport);
  if (!opened.ok) return opened;
  return ok((JSON.parse(opened.value.toString('utf8')) as SealedReport).answers);
}

export function kindOf(answers: DraftAnswers): IncidentKind | null {
  return incidentKinds.find((kind) => kind === answers.kind) ?? null;
}

/** The answers of one class: only these leave the draft for the place of that class. */
export function answersOfClass(answers: DraftAnswers, fieldClass: FieldClass): DraftAnswers {
  const fields: readonly IntakeField[] = intakeFields;
  const ids = new Set(fields.filter((field) => field.class === fieldClass).map((field) => field.id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

/** Coded facts of a draft; what was not answered counts as not known. The company's profile fills what is not asked. */
export function factsOf(answers: DraftAnswers & Pick<AlarmFacts, 'kind'>, company: ReportingCompany, now: Date): ReportFacts {
  const coded: Record<string, unknown> = {};
  const fields: readonly (IntakeField & { readonly id: string })[] = intakeFields;
  for (const field of fields) {
    const value = (answers as Readonly<Record<string, unknown>>)[field.id];
    if (field.class === 'triage_fact' && field.fact !== undefined && value !== undefined && value !== '') coded[field.fact] = value;
  }
  return completeFacts({
    nis2Scope: company.nis2Scope,
    sectorSection: company.sectorSection,
    sizeClass: company.sizeClass,
    district: company.district ?? '',
    noticedAt: now.toISOString(),
    ...(coded as Partial<ReportFacts>),
    kind: answers.kind,
  });
}

export function callbackOf(answers: DraftAnswers, sites: readonly ReportSite[]): Callback {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const site = sites.find(({ id }) => id === answers.siteId);
  const callback = { name: text(answers.callbackName), phone: text(answers.callbackPhone), siteId: text(answers.siteId), site: null };
  return site ? callbackAt(callback, site) : callback;
}

/** The same people at another site. */
export function callbackAt(callback: Callback, { id, name, town }: ReportSite): Callback {
  return { ...callback, siteId: id, site: { name, town } };
}

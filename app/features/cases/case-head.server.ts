import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { subjectOf } from './case-rights.server.ts';
import type { OpenedCase } from './case-rights.server.ts';
import type { AssignmentRow, CaseDeps, CaseRow } from './ports.ts';
import { openJson, reportPlace } from './sealed-json.ts';
import type { CaseHeadView, ReportView } from './view.ts';

/** Answers of class `sealed`, as the report keeps them. */
export type SealedAnswers = Readonly<Partial<Record<string, unknown>>>;

/** The assignment that leads, or led last. */
export function leadOf(row: CaseRow): AssignmentRow | null {
  const active = leadingAssignmentOf({ offers: row.offers, assignments: row.assignments });
  return row.assignments.find((one) => one.id === active?.id) ?? row.assignments.filter((one) => one.role === 'leading').at(-1) ?? null;
}

export function mayReadContent(opened: OpenedCase): boolean {
  return opened.relations.some((one) => one === 'case_recipient' || one === 'released_provider' || one === 'former_provider');
}

/** The assignment of a former provider, which sees the case as it was until then; null for everybody who has a part in it. */
export function endedPartOf(opened: OpenedCase): AssignmentRow | null {
  const { relations, row, actor } = opened;
  const has = (...wanted: OpenedCase['relations'][number][]) => wanted.some((one) => relations.includes(one));
  if (!has('former_provider') || has('case_recipient', 'released_provider', 'assigned_provider')) return null;
  return row.assignments.filter((one) => one.providerId === actor.organisationId).at(-1) ?? null;
}

/** The reporter's own words. Refused with `key_missing` before the release. */
export async function readReport(deps: Pick<CaseDeps, 'reads'>, keys: KeyRing, opened: OpenedCase): Promise<Result<SealedAnswers>> {
  const blob = await deps.reads.sealedReport(opened.row.id);
  if (blob === null) return err('not_found');
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return key;
  const report = openJson<{ answers: SealedAnswers }>(key.value, reportPlace(opened.row.id), blob);
  return report.ok ? ok(report.value.answers) : report;
}

export async function headOf(deps: Pick<CaseDeps, 'reads' | 'directory' | 'clock'>, keys: KeyRing, opened: OpenedCase, given?: SealedAnswers): Promise<CaseHeadView> {
  const { row } = opened;
  const lead = leadOf(row);
  const names = await deps.directory.organisations([row.organisationId, ...(lead ? [lead.providerId] : [])]);
  const company = names.get(row.organisationId);
  const readable = mayReadContent(opened);
  const report = readable ? (given ?? valueOf(await readReport(deps, keys, opened))) : null;
  const key = readable ? valueOf(await keys.open(subjectOf(row))) : null;
  const ended = endedPartOf(opened);
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    severity: row.severity,
    kind: row.kind,
    title: textOf(report?.title),
    companyName: company?.name ?? '',
    companyTown: company?.town ?? '',
    providerName: lead && ended === null && (isActiveAssignment(lead.state) || row.closedAt !== null) ? (names.get(lead.providerId)?.name ?? null) : null,
    released: report !== null,
    formerUntil: ended?.accessEndsAt?.toISOString() ?? null,
    counts: key === null ? { messages: 0, exhibits: 0 } : await deps.reads.counts(row.id, key.versions),
    now: deps.clock.now().toISOString(),
  };
}

export function reportViewOf(answers: SealedAnswers | null): ReportView {
  const at = (name: string) => textOf(answers?.[name]);
  return {
    description: at('description'),
    systems: at('systems'),
    measuresSoFar: at('measuresSoFar'),
    furtherContacts: at('furtherContacts'),
    insurerName: at('insurerName'),
    policyNumber: at('policyNumber'),
  };
}

export function valueOf<T>(result: Result<T>): T | null {
  return result.ok ? result.value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

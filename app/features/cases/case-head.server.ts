import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { caseKeys, subjectOf } from './case-rights.server.ts';
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

/** The reporter's own words. Refused with `key_missing` before the release. */
export async function readReport(deps: Pick<CaseDeps, 'reads'>, keys: KeyRing, opened: OpenedCase): Promise<Result<SealedAnswers>> {
  const blob = await deps.reads.sealedReport(opened.row.id);
  if (blob === null) return err('not_found');
  // The report was sealed at its own time: the key that fits is found by trying from the newest version down.
  const keyOf = caseKeys(keys, subjectOf(opened.row));
  let refusal: Result<SealedAnswers> = err('key_missing');
  for (let version = opened.row.keyVersion; version >= 1; version -= 1) {
    const key = await keyOf(version);
    if (!key.ok) continue;
    const report = openJson<{ answers: SealedAnswers }>(key.value, reportPlace(opened.row.id), blob);
    if (report.ok) return { ok: true, value: report.value.answers };
    refusal = report;
  }
  return refusal;
}

export async function headOf(deps: Pick<CaseDeps, 'reads' | 'directory' | 'clock'>, keys: KeyRing, opened: OpenedCase, given?: SealedAnswers): Promise<CaseHeadView> {
  const { row } = opened;
  const lead = leadOf(row);
  const names = await deps.directory.organisations([row.organisationId, ...(lead ? [lead.providerId] : [])]);
  const company = names.get(row.organisationId);
  const readable = mayReadContent(opened);
  const report = readable ? (given ?? valueOf(await readReport(deps, keys, opened))) : null;
  const former = opened.relations.includes('former_provider') && !opened.relations.some((one) => one === 'released_provider' || one === 'assigned_provider');
  const ended = row.assignments.filter((one) => one.providerId === opened.actor.organisationId).at(-1);
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    severity: row.severity,
    kind: row.kind,
    title: textOf(report?.title),
    companyName: company?.name ?? '',
    companyTown: company?.town ?? '',
    providerName: lead && (isActiveAssignment(lead.state) || row.closedAt !== null) ? (names.get(lead.providerId)?.name ?? null) : null,
    released: report !== null,
    formerUntil: former ? (ended?.accessEndsAt?.toISOString() ?? null) : null,
    counts: {
      messages: readable ? await deps.reads.countRecords(row.id, 'message') : 0,
      exhibits: readable ? (await deps.reads.exhibits(row.id)).filter((one) => one.removedAt === null).length : 0,
    },
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

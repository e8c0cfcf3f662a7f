import type { Actor } from '#app/domain/access/actor.ts';
import { isTerminal } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { KeyRing } from '../ports.ts';
import { caseSubject, requireOwnCompany } from './case-rights.ts';
import type { CaseListRow, IncidentDeps } from './ports.ts';
import { kindOf, openReport } from './report-answers.ts';

/** One line of the company's list. Times are ISO 8601. */
export type ListedCase = {
  readonly caseId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  /** The reporter's own short title; null when there is none or this person has no key. */
  readonly title: string | null;
  readonly reportedAt: string | null;
  readonly updatedAt: string;
  readonly over: boolean;
  /** The legal period that ends next. */
  readonly nextDeadline: { readonly duty: string; readonly triggerAt: string; readonly dueAt: string; readonly possible: boolean } | null;
};

export type CaseList = { readonly now: string; readonly drafts: readonly ListedCase[]; readonly running: readonly ListedCase[]; readonly over: readonly ListedCase[] };

const longestList = 200;

/** The company's cases, newest first, and the actor's own drafts. Titles are opened in memory; who has no key sees none. */
export function listCases(deps: IncidentDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<CaseList>> {
    const member = requireOwnCompany(deps, actor, 'case.list');
    if (!member.ok) return member;
    const rows = await deps.reads.list(member.value.organisationId, member.value.userId, longestList);
    const now = deps.clock.now();
    const cases: ListedCase[] = [];
    for (const row of rows) cases.push(await listed(row, keys));
    return ok({
      now: now.toISOString(),
      drafts: cases.filter((one) => one.state === 'draft'),
      running: cases.filter((one) => one.state !== 'draft' && !one.over),
      over: cases.filter((one) => one.over),
    });
  };
}

async function listed(row: CaseListRow, keys: KeyRing): Promise<ListedCase> {
  const answers = await answersOf(row, keys);
  const next = row.deadlines
    .filter((one) => (one.state === 'open' || one.state === 'possible') && one.data.precision === 'exact')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  return {
    caseId: row.caseId,
    reference: row.reference,
    state: row.state,
    kind: row.kind ?? (answers === null ? null : kindOf(answers)),
    severity: row.severity,
    title: typeof answers?.title === 'string' ? answers.title : null,
    reportedAt: row.reportedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    over: isTerminal(row.state),
    nextDeadline: next === undefined ? null : { duty: next.data.duty, triggerAt: next.triggerAt.toISOString(), dueAt: next.dueAt.toISOString(), possible: next.state === 'possible' },
  };
}

async function answersOf(row: CaseListRow, keys: KeyRing) {
  if (row.report === null) return null;
  const key = await keys.open(caseSubject(row.caseId, row.organisationId));
  if (!key.ok) return null;
  const opened = openReport(key.value, { caseId: row.caseId, sealedReport: row.report.sealedReport });
  return opened.ok ? opened.value : null;
}

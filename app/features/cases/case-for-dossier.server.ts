import type { Actor } from '#app/domain/access/actor.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { readReport, reportViewOf } from './case-head.server.ts';
import { requireCase } from './case-rights.server.ts';
import { readClosingReport } from './closing/closing-report.server.ts';
import { readDeadlines } from './deadlines/deadline-view.server.ts';
import { readSteps } from './history/history.server.ts';
import type { CaseDeps } from './ports.ts';
import { readExhibits } from './exhibits/read-exhibits.server.ts';
import type { ClosingReportView, DeadlineView, ExhibitView, ReportView, TimelineEntryView } from './view.ts';

/** Everything a report about the case for outsiders is made from; identifiers, no labels. Messages are left out. */
export type CaseForDossier = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly facts: ReportFacts;
  readonly title: string | null;
  readonly report: ReportView;
  readonly company: { readonly name: string; readonly town: string; readonly sectorSection: string | null; readonly sizeClass: string | null; readonly district: string | null };
  /** `site`: the one that was meant, as it was called then; absent where the company had one. */
  readonly callback: { readonly name: string; readonly phone: string; readonly site?: { readonly name: string | null; readonly town: string } | null } | null;
  readonly noticedAt: string | null;
  readonly reportedAt: string | null;
  readonly closedAt: string | null;
  readonly providers: readonly { readonly name: string; readonly role: 'leading' | 'supporting'; readonly engagedAt: string; readonly firstContactAt: string | null; readonly endedAt: string | null; readonly approvedSince: string | null; readonly approvedUntil: string | null }[];
  /** Oldest first. */
  readonly steps: readonly TimelineEntryView[];
  readonly exhibits: readonly ExhibitView[];
  readonly deadlines: readonly DeadlineView[];
  readonly closingReport: ClosingReportView | null;
  readonly messageCount: number;
};

export function caseForDossier(deps: CaseDeps) {
  return async function read(actor: Actor, keys: KeyRing, caseId: string): Promise<Result<CaseForDossier>> {
    const opened = await requireCase(deps, actor, caseId, 'dossier.issue_case', 'company');
    if (!opened.ok) return opened;
    const { row } = opened.value;
    if (row.reference === null || row.kind === null || row.severity === null) return err('wrong_state', { detail: row.state });
    const report = await readReport(deps, keys, opened.value);
    if (!report.ok) return report;
    const exhibits = await readExhibits(deps, keys, opened.value);
    if (!exhibits.ok) return exhibits;
    const closingReport = await readClosingReport(deps, keys, opened.value);
    if (!closingReport.ok) return closingReport;
    const names = await deps.directory.organisations([row.organisationId, ...row.assignments.map((one) => one.providerId)]);
    const company = names.get(row.organisationId);
    const vettings = new Map(await Promise.all([...new Set(row.assignments.map((one) => one.providerId))].map(async (id) => [id, await deps.directory.vetting(id)] as const)));
    return ok({
      caseId,
      organisationId: row.organisationId,
      reference: row.reference,
      state: row.state,
      kind: row.kind,
      severity: row.severity,
      facts: JSON.parse(row.facts) as ReportFacts,
      title: typeof report.value.title === 'string' && report.value.title !== '' ? report.value.title : null,
      report: reportViewOf(report.value),
      company: { name: company?.name ?? '', town: company?.town ?? '', sectorSection: row.sectorSection, sizeClass: row.sizeClass, district: row.district },
      callback: row.callbackBox === null ? null : deps.vault.open<NonNullable<CaseForDossier['callback']>>('Case', row.id, row.callbackBox),
      noticedAt: row.noticedAt?.toISOString() ?? null,
      reportedAt: row.reportedAt?.toISOString() ?? null,
      closedAt: row.closedAt?.toISOString() ?? null,
      providers: row.assignments.map((one) => ({
        name: names.get(one.providerId)?.name ?? '',
        role: one.role,
        engagedAt: one.createdAt.toISOString(),
        firstContactAt: one.firstContactAt?.toISOString() ?? null,
        endedAt: one.endedAt?.toISOString() ?? null,
        approvedSince: vettings.get(one.providerId)?.approvedSince?.toISOString() ?? null,
        approvedUntil: vettings.get(one.providerId)?.approvedUntil?.toISOString() ?? null,
      })),
      steps: [...(await readSteps(deps, keys, opened.value))].reverse(),
      exhibits: exhibits.value.filter((one) => one.removedAt === null),
      deadlines: await readDeadlines(deps, keys, opened.value),
      closingReport: closingReport.value,
      messageCount: await deps.reads.countRecords(caseId, 'message'),
    });
  };
}

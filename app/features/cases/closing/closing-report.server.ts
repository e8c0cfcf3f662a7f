import type { Actor } from '#app/domain/access/actor.ts';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import { may } from '#app/domain/access/may.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { headOf } from '../case-head.server.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { isOfLaterVersion, openJson, recordPlace } from '../sealed-json.ts';
import type { ClosingReportView, ClosureView } from '../view.ts';

/** The provider's report before the company decides whether the case is over. */
export function openClosure(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, caseId: string): Promise<Result<ClosureView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_content', 'company');
    if (!opened.ok) return opened;
    const report = await readClosingReport(deps, keys, opened.value);
    if (!report.ok) return report;
    if (report.value === null) return err('not_found');
    const mayDecide = opened.value.row.state === 'closure_proposed' && may(actor, 'case.confirm_closure', opened.value.relations);
    return ok({ head: await headOf(deps, keys, opened.value), report: report.value, mayDecide });
  };
}

/** The report that was handed in last, as far as the reader may know; null when there is none. */
export async function readClosingReport(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<Result<ClosingReportView | null>> {
  const rows = await deps.reads.records(opened.row.id, ['closing_report']);
  if (rows.length === 0) return ok(null);
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return key;
  for (const row of rows.reverse()) {
    const report = openJson<ClosingReport>(key.value, recordPlace(row.id), row.sealedContent);
    if (isOfLaterVersion(report)) continue;
    if (!report.ok) return report;
    const people = await deps.directory.people([row.authorUserId]);
    return ok({ ...report.value, at: row.createdAt.toISOString(), by: people.get(row.authorUserId) ?? '' });
  }
  return ok(null);
}

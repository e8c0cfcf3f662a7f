import type { Actor, Member } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { withKnownSite } from '#app/domain/triage/site-of-report.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import type { KeyRing } from '../ports.ts';
import { caseSubject, requireOwnCase } from './case-rights.ts';
import type { IncidentDeps, StoredReport } from './ports.ts';
import { openReport } from './report-answers.ts';
import { reportSitesOf } from './report-sites.ts';

export type OpenDraft = { readonly member: Member; readonly stored: StoredReport; readonly answers: DraftAnswers; /** Among which it is asked; none where the company has one. */ readonly sites: readonly ReportSite[] };

/** A draft, opened for its writer. Refused with `wrong_state` (detail: the state) once it was sent or discarded. */
export async function openDraft(deps: IncidentDeps, actor: Actor, keys: KeyRing, caseId: string): Promise<Result<OpenDraft>> {
  const member = await requireOwnCase(deps, actor, caseId, 'incident.edit_draft');
  if (!member.ok) return member;
  const { organisationId } = member.value;
  const stored = await deps.reads.report(caseId, organisationId);
  if (stored === null) return err('not_found');
  if (stored.state !== 'draft') return err('wrong_state', { detail: stored.state });
  const key = await keys.open(caseSubject(caseId, organisationId));
  if (!key.ok) return key;
  const answers = openReport(key.value, stored);
  if (!answers.ok) return answers;
  const sites = await reportSitesOf(deps, organisationId);
  return ok({ member: member.value, stored, answers: withKnownSite(answers.value, sites), sites });
}

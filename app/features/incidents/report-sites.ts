import { mayAskSite, sitesToCorrect } from '#app/domain/triage/site-of-report.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { IncidentDeps, StoredCase } from './ports.ts';
import type { Callback } from './report-answers.ts';

/** The sites among which a report asks; none where the company has one. */
export async function reportSitesOf(deps: Pick<IncidentDeps, 'sites'>, organisationId: string): Promise<readonly ReportSite[]> {
  return mayAskSite(await deps.sites.sitesOf(organisationId));
}

/** Whom a sent report names for the call back, and its site; null for a draft. */
export function readCallback(deps: Pick<IncidentDeps, 'vault'>, { caseId, callbackBox }: Pick<StoredCase, 'caseId' | 'callbackBox'>): Callback | null {
  return callbackBox === null ? null : deps.vault.open<Callback>('Case', caseId, callbackBox);
}

/** The sites among which a sent report is corrected; none: the district is asked instead. */
export async function sitesToCorrectOf(deps: Pick<IncidentDeps, 'sites'>, organisationId: string, callback: Callback | null, district: string): Promise<readonly ReportSite[]> {
  const kept = callback?.site ? { id: callback.siteId, ...callback.site, district } : null;
  return sitesToCorrect(await deps.sites.sitesOf(organisationId), kept);
}

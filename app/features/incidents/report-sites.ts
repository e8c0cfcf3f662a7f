import { mayAskSite } from '#app/domain/triage/site-of-report.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { IncidentDeps } from './ports.ts';

/** The sites among which a report asks; none where the company has one. */
export async function reportSitesOf(deps: Pick<IncidentDeps, 'sites'>, organisationId: string): Promise<readonly ReportSite[]> {
  return mayAskSite(await deps.sites.sitesOf(organisationId));
}

import type { CaseLinkSet, CaseSide } from '#app/features/cases/case-links.ts';
import type { Locale } from '#app/features/ports.ts';
import { pathsFor } from './paths.ts';

/** The addresses of one case for one side. */
export function caseLinksFor(side: CaseSide, locale: Locale, caseId: string): CaseLinkSet {
  const { company, provider, files } = pathsFor(locale);
  const exhibitFile = (exhibitId: string) => files.exhibit(caseId, exhibitId);
  if (side === 'provider') {
    return {
      list: provider.overview,
      overview: provider.case(caseId),
      messages: provider.caseMessages(caseId),
      exhibits: provider.caseExhibits(caseId),
      deadlines: provider.caseDeadlines(caseId),
      history: provider.caseHistory(caseId),
      reports: provider.caseReport(caseId),
      exhibitFile,
    };
  }
  return {
    list: company.cases,
    overview: company.case(caseId),
    messages: company.caseMessages(caseId),
    exhibits: company.caseExhibits(caseId),
    deadlines: company.caseDeadlines(caseId),
    history: company.caseHistory(caseId),
    reports: company.caseReports(caseId),
    release: company.caseRelease(caseId),
    closure: company.caseClosure(caseId),
    exhibitFile,
  };
}

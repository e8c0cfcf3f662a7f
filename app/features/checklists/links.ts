/** Addresses that views need; routes hand in those of the page's language. */
export type AssessmentLinks = {
  readonly assessments: string;
  readonly measures: string;
  assessment(id: string): string;
  requirement(id: string, requirementId: string): string;
  assessmentOpen(id: string): string;
  assessmentClose(id: string): string;
  assessmentResult(id: string): string;
  assessmentExport(id: string): string;
  assessmentPlan(id: string): string;
  assessmentComparison(id: string): string;
  assessmentByStandard(id: string, view: string): string;
};

/** Addresses of everything that a closed run is read for. */
export type ResultTabLinks = { readonly result: string; readonly plan: string; readonly comparison: string; readonly views: string; readonly answers: string };

export type ResultTab = keyof ResultTabLinks;

export function resultTabLinks(id: string, links: AssessmentLinks): ResultTabLinks {
  return {
    result: links.assessmentResult(id),
    plan: links.assessmentPlan(id),
    comparison: links.assessmentComparison(id),
    views: links.assessmentByStandard(id, 'versicherung'),
    answers: links.assessment(id),
  };
}

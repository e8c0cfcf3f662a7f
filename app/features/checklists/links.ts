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
};

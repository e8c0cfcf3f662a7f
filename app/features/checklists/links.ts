/** One question a page, or a topic at once. The words stand in addresses and in a cookie. */
export const waysOfWorking = ['frage', 'thema'] as const;
export type WayOfWorking = (typeof waysOfWorking)[number];
export const defaultWay: WayOfWorking = 'frage';

/** Addresses that views need; routes hand in those of the page's language. */
export type AssessmentLinks = {
  readonly assessments: string;
  readonly measures: string;
  measure(id: string): string;
  assessment(id: string): string;
  requirement(id: string, requirementId: string): string;
  requirementAutosave(id: string, requirementId: string): string;
  topic(id: string, topicId: string): string;
  assessmentOpen(id: string): string;
  assessmentClose(id: string): string;
  assessmentResult(id: string): string;
  assessmentExport(id: string): string;
  assessmentSites(id: string): string;
  assessmentPlan(id: string): string;
  assessmentComparison(id: string): string;
  assessmentByStandard(id: string, view: string): string;
  /** How the person works through a run; question by question where it is not given. */
  readonly way?: WayOfWorking;
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

/** Where the person goes on with this question, in the way of working it has chosen. */
export function goOn(links: AssessmentLinks, assessmentId: string, question: { readonly id: string; readonly topicId: string }): string {
  return links.way === 'thema' ? links.topic(assessmentId, question.topicId) : links.requirement(assessmentId, question.id);
}

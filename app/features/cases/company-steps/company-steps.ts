import type { CaseEventName } from '#app/domain/case/case-machine.ts';

/** What a company can do with its case on a page of its own, by the last part of the page's address. */
const slugs = {
  change_severity: 'dringlicher',
  choose_self_help: 'selbst-loesen',
  request_help: 'hilfe',
  answer_query: 'antworten',
  refer_out: 'abgeben',
  declare_false_alarm: 'fehlalarm',
  withdraw: 'zurueckziehen',
  reopen: 'oeffnen',
} as const satisfies Partial<Record<CaseEventName, string>>;

export type CompanyStep = keyof typeof slugs;

/** In the order in which a page offers them. */
export const companySteps = Object.keys(slugs) as readonly CompanyStep[];

export function slugOfStep(step: CompanyStep): string {
  return slugs[step];
}

export function companyStepOf(slug: string): CompanyStep | null {
  return companySteps.find((step) => slugs[step] === slug) ?? null;
}

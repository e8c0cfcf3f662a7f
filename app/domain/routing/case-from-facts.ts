import type { ReportFacts } from '../triage/facts.ts';
import type { Severity } from '../triage/kinds.ts';
import { triage } from '../triage/triage.ts';
import type { RoutingCase } from './input.ts';

/** What routing knows of a case beside its facts: read from the case's rows at the moment of the decision. */
export type RoutingCircumstances = {
  readonly caseId: string;
  readonly companyId: string;
  /** The severity in force, which somebody may have changed since the rules set it. */
  readonly severity: Severity;
  readonly tried: RoutingCase['tried'];
};

/** The facts of a report as routing reads them. Kind, level and skills follow the rules of triage, not what was ticked first. */
export function routingCaseOf(facts: ReportFacts, circumstances: RoutingCircumstances): RoutingCase {
  const judged = triage(facts);
  return {
    ...circumstances,
    kind: judged.capability,
    district: facts.district,
    remotePossible: facts.remotePossible,
    onsiteWanted: facts.onsiteWanted,
    language: facts.language,
    insurer: facts.insurer,
    panelProviderIds: facts.panelProviderIds,
    wishedProviderIds: facts.wishedProviderIds,
    excludedProviderIds: facts.excludedProviderIds,
    causingProviderIds: facts.causingProviderIds,
    auditorProviderIds: [],
    independenceRequired: false,
    companyGroupId: null,
    minimumLevel: judged.minimumLevel,
    wantedSkills: judged.wantedSkills,
  };
}

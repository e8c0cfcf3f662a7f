import type { FieldId } from '#app/domain/triage/fields.ts';
import {
  countClasses,
  incidentKinds,
  insurerStates,
  moneyStates,
  nis2Scopes,
  operationStates,
  personCountClasses,
  releaseModes,
  reportLanguages,
  standstillCategories,
  triStates,
} from '#app/domain/triage/kinds.ts';

/** In which group of labels the values of a field are named. */
export type OptionLabels =
  | 'incidentKinds'
  | 'triStates'
  | 'operationStates'
  | 'standstill'
  | 'countClasses'
  | 'personCountClasses'
  | 'moneyStates'
  | 'nis2Scopes'
  | 'insurerStates'
  | 'releaseModes'
  | 'languages'
  | 'districts';

export type FieldOptions = { readonly labels: OptionLabels; readonly values: readonly string[] };

/** Scales are stored from harmless to worst; on the page "I do not know" comes last. */
function unknownLast(values: readonly string[]): readonly string[] {
  return [...values.filter((value) => value !== 'unknown'), ...values.filter((value) => value === 'unknown')];
}

const threeValued: FieldOptions = { labels: 'triStates', values: triStates };
const counted: FieldOptions = { labels: 'countClasses', values: unknownLast(countClasses) };

/** The values a chosen answer may have; districts and providers are data and come with the request. */
export const fieldOptions: Readonly<Partial<Record<FieldId, FieldOptions>>> = {
  kind: { labels: 'incidentKinds', values: incidentKinds },
  ongoing: threeValued,
  operation: { labels: 'operationStates', values: unknownLast(operationStates) },
  standstill: { labels: 'standstill', values: standstillCategories },
  devices: counted,
  servers: counted,
  sites: counted,
  backups: threeValued,
  intruderActive: threeValued,
  peopleInDanger: threeValued,
  personalData: threeValued,
  sensitiveData: threeValued,
  personsConcerned: { labels: 'personCountClasses', values: unknownLast(personCountClasses) },
  processorForOthers: threeValued,
  money: { labels: 'moneyStates', values: ['within_24h', 'earlier', 'sent_time_unknown', 'none', 'unknown'] satisfies readonly (typeof moneyStates)[number][] },
  passwordsEntered: threeValued,
  adminAccount: threeValued,
  deviceEncrypted: threeValued,
  ransomDemand: threeValued,
  nis2Scope: { labels: 'nis2Scopes', values: nis2Scopes },
  remotePossible: threeValued,
  onsiteWanted: threeValued,
  language: { labels: 'languages', values: reportLanguages },
  insurer: { labels: 'insurerStates', values: ['bound', 'free', 'none', 'unknown'] satisfies readonly (typeof insurerStates)[number][] },
  insurerInformed: threeValued,
  releaseMode: { labels: 'releaseModes', values: releaseModes },
};

/**
 * Not asked: `consentTextVersion` follows from the page that was shown, and of site and district one from the other: with several
 * sites it is asked which one is meant, otherwise for the district.
 */
export function setByProgram(sites: readonly unknown[]): ReadonlySet<FieldId> {
  return new Set<FieldId>([sites.length > 0 ? 'district' : 'siteId', 'consentTextVersion']);
}

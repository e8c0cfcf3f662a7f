import type { ReportFacts } from './facts.ts';
import { incidentKinds } from './kinds.ts';
import type { IncidentKind } from './kinds.ts';

/** Who may ever read an answer; the three classes of the confidentiality rules. */
export const fieldClasses = ['sealed', 'triage_fact', 'account_data'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** Readers named to the reporter at each question. */
export type FieldReader =
  | 'own_company'
  | 'office'
  | 'offered_provider_coarsened'
  | 'confirmed_provider'
  | 'released_provider';

/** One question a page, eight at most; `check` is the page of answers before sending and asks nothing. */
export const intakeSteps = [
  'what_happened',
  'when_and_where',
  'reach',
  'data_and_money',
  'own_words',
  'contact',
  'insurer',
  'consent',
] as const;
export type IntakeStep = (typeof intakeSteps)[number];

export type FieldKind = 'choice' | 'choices' | 'instant' | 'text' | 'long_text' | 'phone' | 'yes_no' | 'reference' | 'references';

export type IntakeField = {
  readonly id: string;
  readonly step: IntakeStep;
  readonly class: FieldClass;
  readonly input: FieldKind;
  /** `alarm`: without it nothing can be sent. `send`: needed at the end, "I do not know" counts as an answer. */
  readonly required: 'alarm' | 'send' | 'no';
  readonly askedFor: 'every_kind' | readonly IncidentKind[];
  /** The fact it feeds, for triage facts. */
  readonly fact?: keyof ReportFacts;
  /** What is asked, in English, for the table in the documentation. The page's wording is content. */
  readonly about: string;
};

const incidents: readonly IncidentKind[] = incidentKinds.filter((kind) => kind !== 'advice');
const withDevices: readonly IncidentKind[] = incidents.filter(
  (kind) => kind !== 'payment_fraud' && kind !== 'outage_of_provider' && kind !== 'ddos' && kind !== 'vulnerability_found',
);
const withAccounts: readonly IncidentKind[] = ['phishing_click', 'account_takeover', 'payment_fraud', 'malware', 'insider', 'lost_device', 'unsure'];
const withIntruder: readonly IncidentKind[] = ['ransomware', 'account_takeover', 'malware', 'data_leak', 'insider', 'website_defaced', 'vulnerability_found', 'unsure'];
const withMoney: readonly IncidentKind[] = ['payment_fraud', 'phishing_click', 'account_takeover', 'insider', 'unsure'];

/**
 * Every field of every report with its class. The page shows readers from here, the schema of the form and the split into
 * sealed text, facts and account data follow it, and the documentation is generated from it.
 */
export const intakeFields = [
  field('kind', 'what_happened', 'triage_fact', 'choice', 'alarm', 'every_kind', 'What happened, chosen from the list of kinds', 'kind'),

  field('noticedAt', 'when_and_where', 'triage_fact', 'instant', 'alarm', 'every_kind', 'Noticed since when (day and time, estimated is enough); for advice the moment of asking', 'noticedAt'),
  field('noticedEstimated', 'when_and_where', 'triage_fact', 'yes_no', 'no', incidents, 'The time is estimated', 'noticedEstimated'),
  field('occurredAt', 'when_and_where', 'triage_fact', 'instant', 'no', incidents, 'When it probably happened, if known', 'occurredAt'),
  field('ongoing', 'when_and_where', 'triage_fact', 'choice', 'send', incidents, 'Is it still going on', 'ongoing'),
  field('siteId', 'when_and_where', 'account_data', 'reference', 'alarm', 'every_kind', 'Which site of the company; its address stays account data'),
  field('district', 'when_and_where', 'triage_fact', 'choice', 'alarm', 'every_kind', 'District, taken from the site', 'district'),

  field('operation', 'reach', 'triage_fact', 'choice', 'send', incidents, 'Work runs, is hampered, stands still', 'operation'),
  field('standstill', 'reach', 'triage_fact', 'choices', 'no', incidents, 'What stands still, by category', 'standstill'),
  field('devices', 'reach', 'triage_fact', 'choice', 'no', withDevices, 'How many workplaces and devices, by class', 'devices'),
  field('servers', 'reach', 'triage_fact', 'choice', 'no', incidents, 'How many servers, by class', 'servers'),
  field('sites', 'reach', 'triage_fact', 'choice', 'no', incidents, 'How many sites, by class', 'sites'),
  field('backups', 'reach', 'triage_fact', 'choice', 'send', ['ransomware', 'malware', 'lost_device', 'insider', 'production_disturbed', 'website_defaced', 'unsure'], 'Is there an untouched backup', 'backups'),
  field('intruderActive', 'reach', 'triage_fact', 'choice', 'no', withIntruder, 'Is somebody unknown inside the systems right now', 'intruderActive'),
  field('peopleInDanger', 'reach', 'triage_fact', 'choice', 'send', ['production_disturbed'], 'Are people in danger', 'peopleInDanger'),

  field('personalData', 'data_and_money', 'triage_fact', 'choice', 'send', incidents, 'Are data of persons concerned', 'personalData'),
  field('sensitiveData', 'data_and_money', 'triage_fact', 'choice', 'no', incidents, 'Are especially sensitive data among them', 'sensitiveData'),
  field('personsConcerned', 'data_and_money', 'triage_fact', 'choice', 'no', incidents, 'Data of how many persons, by class', 'personsConcerned'),
  field('processorForOthers', 'data_and_money', 'triage_fact', 'choice', 'no', incidents, 'Are the data processed on behalf of others', 'processorForOthers'),
  field('money', 'data_and_money', 'triage_fact', 'choice', 'send', withMoney, 'Was money sent, and how long ago', 'money'),
  field('passwordsEntered', 'data_and_money', 'triage_fact', 'choice', 'send', withAccounts, 'Was a password entered or seen by others', 'passwordsEntered'),
  field('adminAccount', 'data_and_money', 'triage_fact', 'choice', 'no', withAccounts, 'Is an account with administrator rights concerned', 'adminAccount'),
  field('deviceEncrypted', 'data_and_money', 'triage_fact', 'choice', 'send', ['lost_device'], 'Was the device encrypted', 'deviceEncrypted'),
  field('ransomDemand', 'data_and_money', 'triage_fact', 'choice', 'no', ['ransomware', 'malware', 'data_leak', 'ddos', 'unsure'], 'Does somebody demand money', 'ransomDemand'),
  field('nis2Scope', 'data_and_money', 'triage_fact', 'choice', 'no', incidents, 'Does the BSI act apply to the company; filled in from its profile', 'nis2Scope'),

  field('title', 'own_words', 'sealed', 'text', 'no', 'every_kind', 'A short title for the own list of cases'),
  field('description', 'own_words', 'sealed', 'long_text', 'no', 'every_kind', 'What happened, in own words'),
  field('systems', 'own_words', 'sealed', 'long_text', 'no', incidents, 'Names of systems, programs and accounts concerned'),
  field('measuresSoFar', 'own_words', 'sealed', 'long_text', 'no', incidents, 'What has been done so far, with times'),
  field('furtherContacts', 'own_words', 'sealed', 'long_text', 'no', 'every_kind', 'Further people to speak with (own IT, IT provider)'),

  field('callbackName', 'contact', 'account_data', 'text', 'send', 'every_kind', 'Whom to call back'),
  field('callbackPhone', 'contact', 'account_data', 'phone', 'send', 'every_kind', 'Number to call back, best a mobile'),
  field('remotePossible', 'contact', 'triage_fact', 'choice', 'no', 'every_kind', 'Can help be given from afar', 'remotePossible'),
  field('onsiteWanted', 'contact', 'triage_fact', 'choice', 'no', 'every_kind', 'Is help on site wanted', 'onsiteWanted'),
  field('language', 'contact', 'triage_fact', 'choice', 'no', 'every_kind', 'Language to speak', 'language'),

  field('insurer', 'insurer', 'triage_fact', 'choice', 'send', incidents, 'Does a cyber insurance decide who may help', 'insurer'),
  field('insurerInformed', 'insurer', 'triage_fact', 'choice', 'no', incidents, 'Has the insurer been told', 'insurerInformed'),
  field('panelProviderIds', 'insurer', 'triage_fact', 'references', 'no', incidents, 'Which providers the insurer permits', 'panelProviderIds'),
  field('insurerName', 'insurer', 'sealed', 'text', 'no', incidents, 'Name of the insurer'),
  field('policyNumber', 'insurer', 'sealed', 'text', 'no', incidents, 'Policy number'),

  field('routingWanted', 'consent', 'triage_fact', 'yes_no', 'send', 'every_kind', 'May the case be offered to vetted providers, without content', 'routingWanted'),
  field('releaseMode', 'consent', 'triage_fact', 'choice', 'send', 'every_kind', 'Release at once to the provider that confirms, or after the own confirmation', 'releaseMode'),
  field('wishedProviderIds', 'consent', 'triage_fact', 'references', 'no', 'every_kind', 'Providers to be asked first', 'wishedProviderIds'),
  field('excludedProviderIds', 'consent', 'triage_fact', 'references', 'no', 'every_kind', 'Providers not to be asked', 'excludedProviderIds'),
  field('causingProviderIds', 'consent', 'triage_fact', 'references', 'no', incidents, 'Providers whose work may be the cause', 'causingProviderIds'),
  field('consentTextVersion', 'consent', 'triage_fact', 'reference', 'send', 'every_kind', 'Version of the consent text that was shown'),
] as const satisfies readonly IntakeField[];

export type FieldId = (typeof intakeFields)[number]['id'];

function field<const Id extends string>(
  id: Id,
  step: IntakeStep,
  fieldClass: FieldClass,
  input: FieldKind,
  required: IntakeField['required'],
  askedFor: IntakeField['askedFor'],
  about: string,
  fact?: keyof ReportFacts,
): IntakeField & { readonly id: Id } {
  return { id, step, class: fieldClass, input, required, askedFor, about, ...(fact === undefined ? {} : { fact }) };
}

/** The readers of a class, in the order the page names them. */
export function readersOf(fieldClass: FieldClass): readonly FieldReader[] {
  switch (fieldClass) {
    case 'sealed':
      return ['own_company', 'released_provider'];
    case 'triage_fact':
      return ['own_company', 'office', 'offered_provider_coarsened', 'released_provider'];
    case 'account_data':
      return ['own_company', 'office', 'confirmed_provider'];
  }
}

/** The fields a step asks for a kind, in order. */
export function fieldsOf(step: IntakeStep, kind: IncidentKind): readonly (IntakeField & { readonly id: FieldId })[] {
  const fields: readonly (IntakeField & { readonly id: FieldId })[] = intakeFields;
  return fields.filter(
    (one) => one.step === step && (one.askedFor === 'every_kind' || one.askedFor.includes(kind)),
  );
}

export function fieldById(id: FieldId): IntakeField & { readonly id: FieldId } {
  const fields: readonly (IntakeField & { readonly id: FieldId })[] = intakeFields;
  const found = fields.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No intake field ${id}`);
  return found;
}

/** The classes that occur in a step for a kind, so that the page can say who will see the answers. */
export function classesOf(step: IntakeStep, kind: IncidentKind): readonly FieldClass[] {
  const occurring = new Set(fieldsOf(step, kind).map((one) => one.class));
  return fieldClasses.filter((one) => occurring.has(one));
}

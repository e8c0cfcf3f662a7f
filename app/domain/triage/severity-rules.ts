import type { ReportFacts } from './facts.ts';
import { countClasses, criticalStandstill, rankOn } from './kinds.ts';
import type { CountClass, IncidentKind, Severity } from './kinds.ts';

/** Why a case has its severity. Each code is one sentence in the content, with the parameters of the reason. */
export type ReasonCode =
  | 'kind_usual'
  | 'kind_from_ransom_demand'
  | 'kind_from_money_sent'
  | 'kind_from_password_entered'
  | (typeof severityRules)[number]['code'];

export type SeverityRule = {
  readonly code: string;
  /** The report is at least this severe when the rule holds. */
  readonly atLeast: Severity;
  readonly holds: (facts: ReportFacts) => boolean;
  /** The coded values the reason names, for instance `{ servers: 'one' }`. */
  readonly parameters?: (facts: ReportFacts) => Readonly<Record<string, string>>;
};

/** Severity of a kind when nothing else is known. None starts at S1. */
export const usualSeverity: Readonly<Record<IncidentKind, Exclude<Severity, 'S1'>>> = {
  ransomware: 'S2',
  account_takeover: 'S2',
  phishing_click: 'S3',
  payment_fraud: 'S3',
  malware: 'S3',
  data_leak: 'S3',
  lost_device: 'S3',
  website_defaced: 'S3',
  ddos: 'S3',
  insider: 'S3',
  outage_of_provider: 'S3',
  production_disturbed: 'S3',
  unsure: 'S3',
  vulnerability_found: 'S4',
  advice: 'S4',
};

function atLeastCount(value: CountClass, floor: CountClass): boolean {
  return rankOn(countClasses, value) >= rankOn(countClasses, floor);
}

/**
 * Every rule only ever raises, and holds for a set of facts that is closed towards the worse. That is why a worse fact can
 * never lower the result. Source of the thresholds: routing rules of the association, typical cases per severity.
 */
export const severityRules = [
  { code: 'people_in_danger', atLeast: 'S1', holds: (f) => f.peopleInDanger === 'yes' },
  { code: 'operation_stopped', atLeast: 'S1', holds: (f) => f.operation === 'stopped' },
  { code: 'intruder_active', atLeast: 'S1', holds: (f) => f.intruderActive === 'yes' },
  { code: 'encryption_running', atLeast: 'S1', holds: (f) => f.kind === 'ransomware' && f.ongoing === 'yes' },
  {
    code: 'servers_encrypted_without_backup',
    atLeast: 'S1',
    holds: (f) => f.kind === 'ransomware' && atLeastCount(f.servers, 'one') && f.backups === 'no',
    parameters: (f) => ({ servers: f.servers }),
  },
  {
    code: 'data_theft_running',
    atLeast: 'S1',
    holds: (f) => (f.kind === 'data_leak' || f.kind === 'insider') && f.ongoing === 'yes',
  },
  {
    code: 'money_can_still_be_stopped',
    atLeast: 'S2',
    holds: (f) => f.money === 'within_24h' || f.money === 'sent_time_unknown',
    parameters: (f) => ({ money: f.money }),
  },
  { code: 'password_in_wrong_hands', atLeast: 'S2', holds: (f) => f.passwordsEntered === 'yes' },
  { code: 'ransom_demanded', atLeast: 'S2', holds: (f) => f.ransomDemand === 'yes' },
  {
    code: 'server_affected',
    atLeast: 'S2',
    holds: (f) => atLeastCount(f.servers, 'one'),
    parameters: (f) => ({ servers: f.servers }),
  },
  {
    code: 'many_devices',
    atLeast: 'S2',
    holds: (f) => atLeastCount(f.devices, 'six_to_twenty'),
    parameters: (f) => ({ devices: f.devices }),
  },
  {
    code: 'several_sites',
    atLeast: 'S2',
    holds: (f) => atLeastCount(f.sites, 'two_to_five'),
    parameters: (f) => ({ sites: f.sites }),
  },
  {
    code: 'important_work_disturbed',
    atLeast: 'S2',
    holds: (f) =>
      (f.operation === 'hampered' || f.operation === 'stopped') &&
      f.standstill.some((category) => criticalStandstill.includes(category)),
    parameters: (f) => ({
      standstill: criticalStandstill.filter((category) => f.standstill.includes(category)).join(' '),
    }),
  },
  {
    code: 'still_going_on',
    atLeast: 'S2',
    holds: (f) =>
      f.ongoing === 'yes' && f.kind !== 'phishing_click' && f.kind !== 'lost_device' && f.kind !== 'vulnerability_found',
  },
  {
    code: 'admin_account_concerned',
    atLeast: 'S2',
    holds: (f) => f.adminAccount === 'yes' && f.kind !== 'vulnerability_found',
  },
  { code: 'sensitive_data_concerned', atLeast: 'S2', holds: (f) => f.sensitiveData === 'yes' && f.deviceEncrypted !== 'yes' },
  { code: 'money_lost', atLeast: 'S3', holds: (f) => f.money === 'earlier' },
  { code: 'work_hampered', atLeast: 'S3', holds: (f) => f.operation === 'hampered' },
  { code: 'personal_data_concerned', atLeast: 'S3', holds: (f) => f.personalData === 'yes' },
  { code: 'weakness_in_use', atLeast: 'S3', holds: (f) => f.kind === 'vulnerability_found' && f.ongoing === 'yes' },
] as const satisfies readonly SeverityRule[];

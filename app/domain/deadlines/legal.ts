import type { ReportFacts } from '../triage/facts.ts';
import type { Severity } from '../triage/kinds.ts';
import { addMinutes, addMonths } from './local-time.ts';

export const legalRegimes = ['gdpr', 'nis2', 'insurer'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** Every duty the product keeps a clock for. */
export const legalDuties = [
  'gdpr_authority',
  'gdpr_controller',
  'gdpr_persons',
  'nis2_early_warning',
  'nis2_report',
  'nis2_final',
  'insurer_notice',
] as const;
export type LegalDuty = (typeof legalDuties)[number];

/** What starts a period. */
export const legalTriggers = ['awareness', 'nis2_report_sent'] as const;
export type LegalTrigger = (typeof legalTriggers)[number];

/** `at_once`: the law names no hours, only "without undue delay". */
export type LegalPeriod =
  | { readonly unit: 'hours'; readonly amount: number }
  | { readonly unit: 'months'; readonly amount: number }
  | { readonly unit: 'at_once' };

export type LegalRule = {
  readonly regime: LegalRegime;
  readonly trigger: LegalTrigger;
  readonly period: LegalPeriod;
  /** Citation as printed, for instance "Art. 33 Abs. 1 DSGVO". */
  readonly legalBasis: string;
  /** Contact id of the region's data, or one of `customer`, `persons_concerned`, `own_insurer`. */
  readonly recipient: string;
};

/** Periods are data with the date they were last checked; a change of the law is a change of this value. */
export type LegalRules = {
  readonly version: string;
  readonly checkedOn: string;
  readonly zone: string;
  readonly duties: Readonly<Record<LegalDuty, LegalRule>>;
};

/** Why a row exists; one sentence each in the content. */
export const deadlineReasons = [
  'personal_data_concerned',
  'personal_data_not_ruled_out',
  'processes_for_others',
  'may_process_for_others',
  'high_risk_to_be_weighed',
  'nis2_entity_significant_incident',
  'nis2_entity_significance_to_be_weighed',
  'nis2_scope_unclear',
  'nis2_report_was_sent',
  'insurance_exists',
  'insurance_not_ruled_out',
] as const;
export type DeadlineReason = (typeof deadlineReasons)[number];

export type LegalDeadline = {
  readonly duty: LegalDuty;
  readonly regime: LegalRegime;
  readonly reason: DeadlineReason;
  readonly trigger: LegalTrigger;
  /** ISO 8601, UTC. */
  readonly triggerAt: string;
  readonly dueAt: string;
  /** `at_once`: no fixed hour, `dueAt` equals the trigger and is not shown as overdue. */
  readonly precision: 'exact' | 'at_once';
  readonly legalBasis: string;
  readonly recipient: string;
  /** `possible_unknown`: the facts do not say yet whether the duty applies; the clock is shown all the same. */
  readonly state: 'due' | 'possible_unknown';
};

export type LegalInput = {
  readonly facts: ReportFacts;
  readonly severity: Severity;
  /** When the 72-hour report to the BSI was sent; its final report counts from here, not from awareness. */
  readonly nis2ReportSentAt: string | null;
};

/**
 * The legal periods that the facts make due or possible, in the order of their due time. Information, not legal advice.
 * Hours run on the wall clock without regard to weekends, and months are not extended over holidays: where the law may grant
 * more time, the earlier moment is shown.
 */
export function legalDeadlines(input: LegalInput, rules: LegalRules): readonly LegalDeadline[] {
  const { facts } = input;
  if (facts.kind === 'advice') return [];
  return applicable(input)
    .map(({ duty, reason, state }) => row(duty, reason, state, input, rules))
    .filter((one) => one !== null)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || legalDuties.indexOf(a.duty) - legalDuties.indexOf(b.duty));
}

type Applicable = { readonly duty: LegalDuty; readonly reason: DeadlineReason; readonly state: LegalDeadline['state'] };

function applicable(input: LegalInput): readonly Applicable[] {
  return [...dataProtection(input.facts), ...nis2(input), ...insurer(input.facts)];
}

function dataProtection(facts: ReportFacts): readonly Applicable[] {
  if (facts.personalData === 'no') return [];
  const known = facts.personalData === 'yes';
  const state = known ? 'due' : 'possible_unknown';
  const rows: Applicable[] = [];
  if (facts.processorForOthers === 'yes') rows.push({ duty: 'gdpr_controller', reason: 'processes_for_others', state });
  if (facts.processorForOthers === 'unknown' && known) {
    rows.push({ duty: 'gdpr_controller', reason: 'may_process_for_others', state: 'possible_unknown' });
  }
  rows.push({ duty: 'gdpr_authority', reason: known ? 'personal_data_concerned' : 'personal_data_not_ruled_out', state });
  // Whether the risk is high is weighed by the company; the row reminds of the question.
  if (known && facts.sensitiveData !== 'no') {
    rows.push({ duty: 'gdpr_persons', reason: 'high_risk_to_be_weighed', state: 'possible_unknown' });
  }
  return rows;
}

function nis2({ facts, severity, nis2ReportSentAt }: LegalInput): readonly Applicable[] {
  if (facts.nis2Scope === 'no' || facts.kind === 'vulnerability_found') return [];
  const { reason, state } = nis2Grounds(facts, severity);
  const rows: Applicable[] = [
    { duty: 'nis2_early_warning', reason, state },
    { duty: 'nis2_report', reason, state },
  ];
  if (nis2ReportSentAt !== null) rows.push({ duty: 'nis2_final', reason: 'nis2_report_was_sent', state: 'due' });
  return rows;
}

function nis2Grounds(facts: ReportFacts, severity: Severity): Pick<Applicable, 'reason' | 'state'> {
  if (facts.nis2Scope === 'unknown') return { reason: 'nis2_scope_unclear', state: 'possible_unknown' };
  // Severe disruption or considerable damage (§ 2 Nr. 11 BSIG) is taken as given from S2 on; below it has to be weighed.
  return severity === 'S1' || severity === 'S2'
    ? { reason: 'nis2_entity_significant_incident', state: 'due' }
    : { reason: 'nis2_entity_significance_to_be_weighed', state: 'possible_unknown' };
}

function insurer(facts: ReportFacts): readonly Applicable[] {
  if (facts.insurer === 'none') return [];
  return facts.insurer === 'unknown'
    ? [{ duty: 'insurer_notice', reason: 'insurance_not_ruled_out', state: 'possible_unknown' }]
    : [{ duty: 'insurer_notice', reason: 'insurance_exists', state: 'due' }];
}

function row(
  duty: LegalDuty,
  reason: DeadlineReason,
  state: LegalDeadline['state'],
  input: LegalInput,
  rules: LegalRules,
): LegalDeadline | null {
  const rule = rules.duties[duty];
  const triggerAt = rule.trigger === 'awareness' ? input.facts.noticedAt : input.nis2ReportSentAt;
  if (triggerAt === null) return null;
  return {
    duty,
    regime: rule.regime,
    reason,
    trigger: rule.trigger,
    triggerAt,
    dueAt: endOfLegalPeriod(new Date(triggerAt), rule.period, rules.zone).toISOString(),
    precision: rule.period.unit === 'at_once' ? 'at_once' : 'exact',
    legalBasis: rule.legalBasis,
    recipient: rule.recipient,
    state,
  };
}

/** Hours as elapsed time, so a night when the clocks change neither gives nor takes an hour; months by the calendar of the zone. */
export function endOfLegalPeriod(triggerAt: Date, period: LegalPeriod, zone: string): Date {
  switch (period.unit) {
    case 'hours':
      return addMinutes(triggerAt, period.amount * 60);
    case 'months':
      return addMonths(triggerAt, period.amount, zone);
    case 'at_once':
      return triggerAt;
  }
}

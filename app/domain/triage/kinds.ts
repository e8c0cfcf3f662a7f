/**
 * The closed lists an incident report is made of. Order matters where a list is a scale: it runs from harmless to worst,
 * with `unknown` at the place where an unanswered question counts.
 */

/** What was reported. `advice` is no incident: a company asks a vetted provider for advice. */
export const incidentKinds = [
  'ransomware',
  'phishing_click',
  'account_takeover',
  'payment_fraud',
  'malware',
  'data_leak',
  'lost_device',
  'website_defaced',
  'ddos',
  'insider',
  'outage_of_provider',
  'vulnerability_found',
  'production_disturbed',
  'unsure',
  'advice',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** `S1` critical to `S4` low. */
export const severities = ['S1', 'S2', 'S3', 'S4'] as const;
export type Severity = (typeof severities)[number];

/** Three-valued answers; "I do not know" is always allowed. */
export const triStates = ['yes', 'no', 'unknown'] as const;
export type TriState = (typeof triStates)[number];

/** How far the daily work is held up. A scale. */
export const operationStates = ['running', 'unknown', 'hampered', 'stopped'] as const;
export type OperationState = (typeof operationStates)[number];

/** What stands still or is disturbed. A set, chosen by category, never by the name of a system. */
export const standstillCategories = [
  'office_work',
  'email',
  'telephone',
  'files',
  'orders_and_shop',
  'payments_and_accounting',
  'customer_service',
  'website',
  'production',
  'building_technology',
  'teaching',
  'public_service',
] as const;
export type StandstillCategory = (typeof standstillCategories)[number];

/** Categories whose disturbance costs the company by the hour. */
export const criticalStandstill: readonly StandstillCategory[] = [
  'telephone',
  'orders_and_shop',
  'payments_and_accounting',
  'production',
  'building_technology',
  'public_service',
];

/** Classes of counts (devices, servers, sites, persons are never stored as exact numbers). A scale. */
export const countClasses = ['none', 'unknown', 'one', 'two_to_five', 'six_to_twenty', 'more_than_twenty'] as const;
export type CountClass = (typeof countClasses)[number];

/** How many persons' data are concerned. A scale. */
export const personCountClasses = ['none', 'unknown', 'under_50', 'under_500', 'under_5000', 'more'] as const;
export type PersonCountClass = (typeof personCountClasses)[number];

/** Whether money has left and how long ago. A scale: what left within 24 hours can often still be stopped. */
export const moneyStates = ['none', 'unknown', 'earlier', 'sent_time_unknown', 'within_24h'] as const;
export type MoneyState = (typeof moneyStates)[number];

/** Whether the BSI act's reporting duties apply: particularly important or important entity (§ 28 BSIG). */
export const nis2Scopes = ['very_important', 'important', 'no', 'unknown'] as const;
export type Nis2Scope = (typeof nis2Scopes)[number];

/** Whether the cyber insurance decides who may help: panel binding, own choice, not known, no insurance. */
export const insurerStates = ['bound', 'free', 'unknown', 'none'] as const;
export type InsurerState = (typeof insurerStates)[number];

export const sizeClasses = ['solo', 'micro', 'small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

export const reportLanguages = ['de', 'en'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

/** When the company is shown to the provider that accepts: at once, or after its own confirmation. */
export const releaseModes = ['immediate', 'after_confirmation'] as const;
export type ReleaseMode = (typeof releaseModes)[number];

/** Cards of first aid. Kinds without a card of their own get `unsure`. */
export const firstAidCardIds = [
  'ransomware',
  'phishing_click',
  'account_takeover',
  'payment_fraud',
  'data_leak',
  'lost_device',
  'unsure',
] as const;
export type FirstAidCardId = (typeof firstAidCardIds)[number];

/** The card shown for a kind. `advice` is no incident and has none. */
export function firstAidCardFor(kind: IncidentKind): FirstAidCardId | null {
  if (kind === 'advice') return null;
  return (firstAidCardIds as readonly string[]).includes(kind) ? (kind as FirstAidCardId) : 'unsure';
}

/** Position on a scale list, 0 for the most harmless value. */
export function rankOn<T extends string>(scale: readonly T[], value: T): number {
  return scale.indexOf(value);
}

/** Urgent cases go to routing without waiting for the office. */
export function isUrgent(severity: Severity): boolean {
  return severity === 'S1' || severity === 'S2';
}

/** True when `a` is more severe than `b`. */
export function isMoreSevere(a: Severity, b: Severity): boolean {
  return severities.indexOf(a) < severities.indexOf(b);
}

/** The more severe of two. */
export function worseSeverity(a: Severity, b: Severity): Severity {
  return isMoreSevere(a, b) ? a : b;
}

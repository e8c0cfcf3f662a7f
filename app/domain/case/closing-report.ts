/** What a provider states at the end of a case. Codes are counted and compared; the words beside them are sealed. */

export const closingOutcomes = ['solved', 'partly_solved', 'damage_limited', 'not_solved', 'no_incident_found'] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];

/** Working time of the provider, as a class. */
export const effortClasses = ['up_to_4_hours', 'up_to_1_day', 'up_to_3_days', 'up_to_10_days', 'more'] as const;
export type EffortClass = (typeof effortClasses)[number];

export const causes = [
  'deceived_person',
  'stolen_password',
  'missing_update',
  'open_remote_access',
  'misconfiguration',
  'supplier',
  'own_people',
  'lost_device',
  'technical_fault',
  'not_found',
] as const;
export type Cause = (typeof causes)[number];

/** How the first word was exchanged. */
export const contactChannels = ['telephone', 'video', 'on_site', 'email'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export type ClosingReport = {
  readonly outcome: ClosingOutcome;
  readonly effort: EffortClass;
  /** At least one. */
  readonly causes: readonly Cause[];
  readonly causeText: string;
  readonly measuresTaken: string;
  readonly recommendations: string;
  readonly openPoints: string;
};

/** The parts without which a report is not complete. Open points and an explained cause may be empty. */
export function isCompleteReport(report: ClosingReport): boolean {
  return report.causes.length > 0 && report.measuresTaken.trim() !== '' && report.recommendations.trim() !== '';
}

import type { Severity } from '../triage/kinds.ts';
import type { Period } from './business-hours.ts';

/** What the network promises per severity. A versioned set, changed by two persons; a case keeps the version it began with. */
export type ServiceRules = {
  readonly version: number;
  readonly bySeverity: Readonly<Record<Severity, SeverityRules>>;
};

export type WaveRule = {
  /** How many providers are asked in this wave. */
  readonly size: number | 'all_remaining';
  readonly window: Period;
};

export type SeverityRules = {
  readonly waves: readonly WaveRule[];
  readonly ladder: readonly LadderRule[];
  /** How long the provider that accepted may check for conflicts before it must confirm. */
  readonly confirmation: Period;
  /** First contact, from confirmation on. */
  readonly firstContact: { readonly due: Period; readonly remind: Period; readonly proposeRerouting: Period };
  /** Reminders to the company to release the content, from confirmation on. */
  readonly releaseReminders: readonly Period[];
  /** How often the provider tells the company where it stands. */
  readonly status: Period;
};

export const ladderSteps = ['inform_duty', 'duty_must_act', 'second_officer', 'board_contact'] as const;
export type LadderStep = (typeof ladderSteps)[number];

export type LadderRule = {
  readonly step: LadderStep;
  /** From the start of routing, or from the start of a wave (1-based). */
  readonly from: 'start' | { readonly wave: number };
  readonly after: Period;
};

const minutes = (count: number, atNight?: number): Period =>
  atNight === undefined ? { clock: 'wall', minutes: count } : { clock: 'wall', minutes: count, atNight };
const businessHours = (count: number): Period => ({ clock: 'business', minutes: count * 60 });
const businessDays = (count: number): Period => ({ clock: 'business_days', days: count });

/** Rules of the association, version 1. */
export const serviceRulesV1: ServiceRules = {
  version: 1,
  bySeverity: {
    S1: {
      waves: [
        { size: 3, window: minutes(10, 15) },
        { size: 3, window: minutes(10, 15) },
        { size: 'all_remaining', window: minutes(10, 15) },
      ],
      ladder: [
        { step: 'inform_duty', from: 'start', after: minutes(0) },
        { step: 'duty_must_act', from: 'start', after: minutes(20) },
        { step: 'second_officer', from: 'start', after: minutes(30) },
        { step: 'board_contact', from: 'start', after: minutes(45) },
      ],
      confirmation: minutes(5),
      firstContact: { due: minutes(15), remind: minutes(10), proposeRerouting: minutes(20) },
      releaseReminders: [minutes(15), minutes(60)],
      status: minutes(4 * 60),
    },
    S2: {
      waves: [
        { size: 1, window: minutes(20, 30) },
        { size: 2, window: minutes(20, 30) },
        { size: 3, window: minutes(20, 30) },
      ],
      ladder: [
        { step: 'inform_duty', from: 'start', after: minutes(20) },
        { step: 'duty_must_act', from: 'start', after: minutes(60) },
      ],
      confirmation: minutes(30),
      firstContact: { due: minutes(60), remind: minutes(45), proposeRerouting: minutes(75) },
      releaseReminders: [minutes(60), minutes(240)],
      status: minutes(24 * 60),
    },
    S3: {
      waves: [
        { size: 1, window: businessHours(2) },
        { size: 1, window: businessHours(2) },
        { size: 2, window: businessHours(2) },
      ],
      ladder: [
        { step: 'inform_duty', from: { wave: 3 }, after: businessHours(0) },
        { step: 'duty_must_act', from: 'start', after: { clock: 'end_of_business_day', days: 1 } },
      ],
      confirmation: minutes(30),
      firstContact: { due: businessHours(4), remind: businessHours(3), proposeRerouting: businessHours(6) },
      releaseReminders: [businessHours(4), businessDays(1)],
      status: businessDays(3),
    },
    S4: {
      waves: [
        { size: 1, window: businessDays(1) },
        { size: 1, window: businessDays(1) },
        { size: 2, window: businessDays(1) },
      ],
      ladder: [
        { step: 'inform_duty', from: { wave: 3 }, after: businessHours(0) },
        { step: 'duty_must_act', from: 'start', after: businessDays(3) },
      ],
      confirmation: minutes(30),
      firstContact: { due: businessDays(1), remind: businessDays(1), proposeRerouting: businessDays(2) },
      releaseReminders: [businessDays(1), businessDays(3)],
      status: businessDays(5),
    },
  },
};

import type { Severity } from '#app/domain/triage/kinds.ts';
import type { CapabilityLevel } from './capabilities.ts';

/** `wall` runs day and night; `business` runs in the region's business hours only. */
export type Clock = 'wall' | 'business';

/** Terms of the score, in the order in which they are shown. */
export const scoreTerms = ['response', 'proximity', 'experience', 'fair_share', 'reliability'] as const;
export type ScoreTerm = (typeof scoreTerms)[number];

/** Profile `K` weighs speed (S1, S2), profile `N` weighs fairness (S3, S4). */
export type ScoreProfile = 'K' | 'N';

/** How many providers are asked at once and how long the wave waits before the next is opened. */
export type WaveRule = {
  readonly size: number | 'all_remaining';
  readonly minutes: number;
  readonly nightMinutes: number;
};

/** When a step of the duty ladder is due, counted from the start of routing. */
export type LadderDue =
  | { readonly after: 'minutes'; readonly minutes: number; readonly clock: Clock }
  | { readonly after: 'wave_opened'; readonly wave: number }
  | { readonly after: 'end_of_working_day'; readonly workingDays: number };

export type LadderStep = {
  readonly step: 'duty_informed' | 'duty_must_act' | 'second_officer' | 'board_contact';
  readonly due: LadderDue;
};

/** Minutes on the clock of the severity, counted from acceptance (first contact) or from the last notice (status). */
export type HandlingRule = {
  readonly confirmMinutes: number;
  readonly firstContactMinutes: number;
  readonly missedReminderMinutes: number;
  readonly rerouteProposedMinutes: number;
  readonly statusEveryMinutes: number;
};

/** A published, versioned set of rules. A decision names the version it was made under. */
export type RoutingRules = {
  readonly version: string;
  readonly profileOf: Readonly<Record<Severity, ScoreProfile>>;
  /** Whole points; the weights of a profile sum to 100. */
  readonly weights: Readonly<Record<ScoreProfile, Readonly<Record<ScoreTerm, number>>>>;
  /** D: balance, in offers, at which the fair-share term reaches its end. */
  readonly fairShareSpan: number;
  /** Balance, in offers, from which a provider is moved up regardless of its score. */
  readonly starvationGuard: number;
  readonly fairShareDays: number;
  /** Way, in minutes, at which proximity reaches zero. */
  readonly travelLimitMinutes: number;
  readonly experienceFull: number;
  readonly acceptancesRead: number;
  readonly neededLevel: Readonly<Record<Severity, CapabilityLevel>>;
  readonly caseWeight: Readonly<Record<Severity, number>>;
  /** Longest reaction a case can wait for, in minutes on its clock; and the one that relaxation allows. */
  readonly neededReactionMinutes: Readonly<Record<Severity, number>>;
  readonly relaxedReactionMinutes: Readonly<Record<Severity, number>>;
  /** Days before the end of a mandatory proof from which S1 and S2 are no longer offered. */
  readonly proofAheadDays: number;
  readonly channelsNeeded: number;
  readonly channelTestDays: number;
  readonly clock: Readonly<Record<Severity, Clock>>;
  /** Local hours of the night, from (included) to (excluded). */
  readonly night: { readonly fromHour: number; readonly toHour: number };
  readonly waves: Readonly<Record<Severity, readonly WaveRule[]>>;
  readonly ladder: Readonly<Record<Severity, readonly LadderStep[]>>;
  readonly handling: Readonly<Record<Severity, HandlingRule>>;
};

/** Business hours last from 8 to 18, so a working day has 600 business minutes. */
const workingDay = 600;

/** Version 1. Values and their reasons: docs/routing.md. */
export const routingRulesV1: RoutingRules = {
  version: 'routing-1',
  profileOf: { S1: 'K', S2: 'K', S3: 'N', S4: 'N' },
  weights: {
    K: { response: 30, proximity: 20, experience: 15, fair_share: 25, reliability: 10 },
    N: { response: 10, proximity: 20, experience: 15, fair_share: 45, reliability: 10 },
  },
  fairShareSpan: 3,
  starvationGuard: 3,
  fairShareDays: 180,
  travelLimitMinutes: 90,
  experienceFull: 5,
  acceptancesRead: 10,
  neededLevel: { S1: 3, S2: 2, S3: 2, S4: 1 },
  caseWeight: { S1: 4, S2: 3, S3: 2, S4: 1 },
  neededReactionMinutes: { S1: 15, S2: 60, S3: 240, S4: workingDay },
  relaxedReactionMinutes: { S1: 60, S2: 240, S3: workingDay, S4: 3 * workingDay },
  proofAheadDays: 14,
  channelsNeeded: 2,
  channelTestDays: 90,
  clock: { S1: 'wall', S2: 'wall', S3: 'business', S4: 'business' },
  night: { fromHour: 22, toHour: 6 },
  waves: {
    S1: [
      { size: 3, minutes: 10, nightMinutes: 15 },
      { size: 3, minutes: 10, nightMinutes: 15 },
      { size: 'all_remaining', minutes: 10, nightMinutes: 15 },
    ],
    S2: [
      { size: 1, minutes: 20, nightMinutes: 30 },
      { size: 2, minutes: 20, nightMinutes: 30 },
      { size: 3, minutes: 20, nightMinutes: 30 },
    ],
    S3: [
      { size: 1, minutes: 120, nightMinutes: 120 },
      { size: 1, minutes: 120, nightMinutes: 120 },
      { size: 2, minutes: 120, nightMinutes: 120 },
    ],
    S4: [
      { size: 1, minutes: workingDay, nightMinutes: workingDay },
      { size: 1, minutes: workingDay, nightMinutes: workingDay },
      { size: 2, minutes: workingDay, nightMinutes: workingDay },
    ],
  },
  ladder: {
    S1: [
      { step: 'duty_informed', due: { after: 'minutes', minutes: 0, clock: 'wall' } },
      { step: 'duty_must_act', due: { after: 'minutes', minutes: 20, clock: 'wall' } },
      { step: 'second_officer', due: { after: 'minutes', minutes: 30, clock: 'wall' } },
      { step: 'board_contact', due: { after: 'minutes', minutes: 45, clock: 'wall' } },
    ],
    S2: [
      { step: 'duty_informed', due: { after: 'minutes', minutes: 20, clock: 'wall' } },
      { step: 'duty_must_act', due: { after: 'minutes', minutes: 60, clock: 'wall' } },
    ],
    S3: [
      { step: 'duty_informed', due: { after: 'wave_opened', wave: 3 } },
      { step: 'duty_must_act', due: { after: 'end_of_working_day', workingDays: 1 } },
    ],
    S4: [
      { step: 'duty_informed', due: { after: 'wave_opened', wave: 3 } },
      { step: 'duty_must_act', due: { after: 'end_of_working_day', workingDays: 3 } },
    ],
  },
  handling: {
    S1: { confirmMinutes: 5, firstContactMinutes: 15, missedReminderMinutes: 10, rerouteProposedMinutes: 20, statusEveryMinutes: 240 },
    S2: { confirmMinutes: 30, firstContactMinutes: 60, missedReminderMinutes: 45, rerouteProposedMinutes: 75, statusEveryMinutes: 1440 },
    S3: { confirmMinutes: 30, firstContactMinutes: 240, missedReminderMinutes: 180, rerouteProposedMinutes: 360, statusEveryMinutes: 3 * workingDay },
    S4: {
      confirmMinutes: 30,
      firstContactMinutes: workingDay,
      missedReminderMinutes: workingDay,
      rerouteProposedMinutes: 2 * workingDay,
      statusEveryMinutes: 5 * workingDay,
    },
  },
};

import type { RoutingMoment, RoutingRegion } from './input.ts';
import type { RelaxationStep } from './relaxation.ts';
import type { RoutingRules } from './rules.ts';

/**
 * The hard filters. F13, the company's wish, turns nobody away: it decides who is asked first (`ranking.ts`), and an
 * exclusion by the company is a conflict (F4).
 */
export const filterIds = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11', 'F12'] as const;
export type FilterId = (typeof filterIds)[number];

/** Vetting, suspension, conflict, panel, reachability: no relaxation and no person in a hurry sets these aside. */
export const neverRelaxed: readonly FilterId[] = ['F1', 'F2', 'F4', 'F10', 'F12'];

/** Why a provider is not offered a case. */
export const reasonCodes = [
  'VETTING_INVALID',
  'PROOF_EXPIRED',
  'PROOF_EXPIRING',
  'SUSPENDED',
  'PAUSED',
  'CAPABILITY',
  'SKILL',
  'AREA',
  'OFF_DUTY',
  'CAPACITY',
  'RESPONSE_CLASS',
  'LANGUAGE',
  'INSURER_PANEL',
  'ALREADY_TRIED',
  'UNREACHABLE',
  'CONFLICT',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** One failed filter with the data it rests on. `data` is for the office; nobody else is shown it. */
export type FilterFailure = {
  readonly filter: FilterId;
  readonly reason: ReasonCode;
  readonly data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

export type FilterContext = RoutingMoment & {
  readonly rules: RoutingRules;
  readonly region: RoutingRegion;
  /** Steps of relaxation in force. */
  readonly relaxed: readonly RelaxationStep[];
};

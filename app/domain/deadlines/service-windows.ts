import type { Severity } from '../triage/kinds.ts';
import { endOfPeriod } from './business-hours.ts';
import type { BusinessCalendar } from './business-hours.ts';
import type { LadderStep, ServiceRules } from './service-rules.ts';

/** What the promises are computed from: the rule set of the case and the region's calendar. */
export type ServiceClock = { readonly rules: ServiceRules; readonly calendar: BusinessCalendar };

export type WaveWindow = {
  /** 1-based. */
  readonly wave: number;
  readonly size: number | 'all_remaining';
  readonly opensAt: Date;
  readonly closesAt: Date;
};

export type LadderDue = { readonly step: LadderStep; readonly dueAt: Date };

export type FirstContactDue = { readonly remindAt: Date; readonly dueAt: Date; readonly proposeReroutingAt: Date };

/** Waves after the last one of the rules do not exist: then the ladder alone runs. */
export function waveCount(severity: Severity, clock: ServiceClock): number {
  return clock.rules.bySeverity[severity].waves.length;
}

/** The window of one wave that opens at a given instant; null when the rules know no such wave (1-based). */
export function waveWindow(severity: Severity, wave: number, opensAt: Date, clock: ServiceClock): WaveWindow | null {
  const rule = clock.rules.bySeverity[severity].waves[wave - 1];
  if (rule === undefined) return null;
  return { wave, size: rule.size, opensAt, closesAt: endOfPeriod(opensAt, rule.window, clock.calendar) };
}

/** All waves one after the other, when nobody answers and none is skipped. */
export function plannedWaves(severity: Severity, startedAt: Date, clock: ServiceClock): readonly WaveWindow[] {
  const planned: WaveWindow[] = [];
  let opensAt = startedAt;
  for (let wave = 1; wave <= waveCount(severity, clock); wave += 1) {
    const window = waveWindow(severity, wave, opensAt, clock);
    if (window === null) break;
    planned.push(window);
    opensAt = window.closesAt;
  }
  return planned;
}

/**
 * The duty ladder from the start of routing. Steps that hang on a wave use the planned waves, so a wave that is skipped
 * because nobody is on duty brings the person in no later than planned.
 */
export function dutyLadder(severity: Severity, startedAt: Date, clock: ServiceClock): readonly LadderDue[] {
  const waves = plannedWaves(severity, startedAt, clock);
  return clock.rules.bySeverity[severity].ladder.map((rule) => {
    const wave = rule.from === 'start' ? 1 : rule.from.wave;
    const from = rule.from === 'start' ? startedAt : (waves[wave - 1]?.opensAt ?? startedAt);
    return { step: rule.step, dueAt: endOfPeriod(from, rule.after, clock.calendar) };
  });
}

/** Until when the company is promised an answer: a provider has taken the case, or a person of the office has acted. */
export function answerPromise(severity: Severity, startedAt: Date, clock: ServiceClock): Date {
  const mustAct = dutyLadder(severity, startedAt, clock).find((one) => one.step === 'duty_must_act');
  if (mustAct === undefined) throw new Error(`Service rules ${clock.rules.version} have no duty officer for ${severity}`);
  return mustAct.dueAt;
}

/** Until when a provider that accepted must confirm or report a conflict. */
export function confirmationDue(severity: Severity, acceptedAt: Date, clock: ServiceClock): Date {
  return endOfPeriod(acceptedAt, clock.rules.bySeverity[severity].confirmation, clock.calendar);
}

export function firstContactDue(severity: Severity, confirmedAt: Date, clock: ServiceClock): FirstContactDue {
  const rule = clock.rules.bySeverity[severity].firstContact;
  return {
    remindAt: endOfPeriod(confirmedAt, rule.remind, clock.calendar),
    dueAt: endOfPeriod(confirmedAt, rule.due, clock.calendar),
    proposeReroutingAt: endOfPeriod(confirmedAt, rule.proposeRerouting, clock.calendar),
  };
}

/** When the company is reminded to release the content, first to last. */
export function releaseReminders(severity: Severity, confirmedAt: Date, clock: ServiceClock): readonly Date[] {
  return clock.rules.bySeverity[severity].releaseReminders.map((period) => endOfPeriod(confirmedAt, period, clock.calendar));
}

/** Until when the provider owes the next word on where it stands. */
export function statusDue(severity: Severity, lastWordAt: Date, clock: ServiceClock): Date {
  return endOfPeriod(lastWordAt, clock.rules.bySeverity[severity].status, clock.calendar);
}

/** A promised window never shortens: of what was promised and what would be computed now, the later. */
export function neverShortened(promised: Date | null, recomputed: Date): Date {
  return promised !== null && promised > recomputed ? promised : recomputed;
}

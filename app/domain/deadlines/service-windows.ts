import type { Clock, LadderStep, RoutingRules, WaveRule } from '../routing/rules.ts';
import { windowMinutes } from '../routing/waves.ts';
import type { Severity } from '../triage/kinds.ts';
import { addBusinessMinutes, endOfBusinessDay } from './business-hours.ts';
import type { BusinessCalendar } from './business-hours.ts';
import { addMinutes, toLocal } from './local-time.ts';

/** What promised windows are computed from: the rule set of the case, whose numbers they are, and the region's calendar. */
export type ServiceClock = { readonly rules: RoutingRules; readonly calendar: BusinessCalendar };

/** A wave as far as its window is concerned; a `PlannedWave` of routing is one. */
export type TimedWave = Pick<WaveRule, 'minutes' | 'nightMinutes'> & { readonly wave: number; readonly clock: Clock };

export type WaveWindow = { readonly wave: number; readonly opensAt: Date; readonly closesAt: Date };

export type LadderDueAt = { readonly step: LadderStep['step']; readonly dueAt: Date };

export type FirstContactDue = { readonly remindAt: Date; readonly dueAt: Date; readonly proposeReroutingAt: Date };

/** Minutes from confirmation to the reminders to release the content, on the clock of the severity. */
const releaseReminderMinutes: Readonly<Record<Severity, readonly number[]>> = {
  S1: [15, 60],
  S2: [60, 240],
  S3: [240, 600],
  S4: [600, 1800],
};

/** When a wave that opens at an instant closes; night counts by the local hour of opening. */
export function waveWindow(wave: TimedWave, opensAt: Date, { rules, calendar }: ServiceClock): WaveWindow {
  const minutes = windowMinutes(wave, toLocal(opensAt, calendar.zone).hour, rules);
  return { wave: wave.wave, opensAt, closesAt: after(opensAt, minutes, wave.clock, calendar) };
}

/** The windows of planned waves one after the other, when nobody answers and none is skipped. */
export function plannedWindows(waves: readonly TimedWave[], startedAt: Date, clock: ServiceClock): readonly WaveWindow[] {
  const windows: WaveWindow[] = [];
  let opensAt = startedAt;
  for (const wave of waves) {
    const window = waveWindow(wave, opensAt, clock);
    windows.push(window);
    opensAt = window.closesAt;
  }
  return windows;
}

/** The windows the rules foresee for a severity, before anybody knows how many providers there are. */
export function foreseenWindows(severity: Severity, startedAt: Date, clock: ServiceClock): readonly WaveWindow[] {
  const waves = clock.rules.waves[severity].map((rule, index) => ({
    wave: index + 1,
    minutes: rule.minutes,
    nightMinutes: rule.nightMinutes,
    clock: clock.rules.clock[severity],
  }));
  return plannedWindows(waves, startedAt, clock);
}

/**
 * The duty ladder from the start of routing. A step that hangs on a wave is due when that wave opens; when there are fewer
 * waves, as soon as the last one has closed, so that few providers bring the person in earlier, never later.
 */
export function dutyLadder(
  severity: Severity,
  startedAt: Date,
  windows: readonly WaveWindow[],
  clock: ServiceClock,
): readonly LadderDueAt[] {
  return clock.rules.ladder[severity].map(({ step, due }) => ({ step, dueAt: ladderDue(due, startedAt, windows, clock) }));
}

function ladderDue(due: LadderStep['due'], startedAt: Date, windows: readonly WaveWindow[], { calendar }: ServiceClock): Date {
  switch (due.after) {
    case 'minutes':
      return after(startedAt, due.minutes, due.clock, calendar);
    case 'wave_opened':
      return windows.find((one) => one.wave === due.wave)?.opensAt ?? windows.at(-1)?.closesAt ?? startedAt;
    case 'end_of_working_day':
      return endOfBusinessDay(startedAt, due.workingDays, calendar);
  }
}

/** Until when the company is promised an answer: a provider has taken the case, or a person of the office has acted. */
export function answerPromise(severity: Severity, startedAt: Date, clock: ServiceClock): Date {
  const ladder = dutyLadder(severity, startedAt, foreseenWindows(severity, startedAt, clock), clock);
  const mustAct = ladder.find((one) => one.step === 'duty_must_act');
  if (mustAct === undefined) throw new Error(`Rule set ${clock.rules.version} has no duty officer for ${severity}`);
  return mustAct.dueAt;
}

/** Until when a provider that accepted must confirm or report a conflict. Runs on the wall clock: it has just answered. */
export function confirmationDue(severity: Severity, acceptedAt: Date, { rules }: ServiceClock): Date {
  return addMinutes(acceptedAt, rules.handling[severity].confirmMinutes);
}

/** First contact promised to the company, from confirmation on, with its reminder and the proposal to ask somebody else. */
export function firstContactDue(severity: Severity, confirmedAt: Date, { rules, calendar }: ServiceClock): FirstContactDue {
  const { firstContactMinutes, missedReminderMinutes, rerouteProposedMinutes } = rules.handling[severity];
  const due = (minutes: number) => after(confirmedAt, minutes, rules.clock[severity], calendar);
  return { remindAt: due(missedReminderMinutes), dueAt: due(firstContactMinutes), proposeReroutingAt: due(rerouteProposedMinutes) };
}

/** When the company is reminded to release the content, first to last. */
export function releaseReminders(severity: Severity, confirmedAt: Date, { rules, calendar }: ServiceClock): readonly Date[] {
  return releaseReminderMinutes[severity].map((minutes) => after(confirmedAt, minutes, rules.clock[severity], calendar));
}

/** Until when the provider owes the next word on where it stands. */
export function statusDue(severity: Severity, lastWordAt: Date, { rules, calendar }: ServiceClock): Date {
  return after(lastWordAt, rules.handling[severity].statusEveryMinutes, rules.clock[severity], calendar);
}

/** A promised window never shortens: of what was promised and what would be computed now, the later. */
export function neverShortened(promised: Date | null, recomputed: Date): Date {
  return promised !== null && promised > recomputed ? promised : recomputed;
}

function after(from: Date, minutes: number, clock: Clock, calendar: BusinessCalendar): Date {
  return clock === 'wall' ? addMinutes(from, minutes) : addBusinessMinutes(from, minutes, calendar);
}

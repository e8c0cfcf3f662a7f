import { addBusinessDays } from '../deadlines/business-hours.ts';
import { addDays, atHour, localDate } from '../deadlines/local-time.ts';
import { releaseReminders } from '../deadlines/service-windows.ts';
import type { ServiceClock } from '../deadlines/service-windows.ts';
import type { Severity } from '../triage/kinds.ts';
import type { CaseStep } from './case-machine.ts';
import { hasLeadingProvider } from './statuses.ts';
import type { CaseState } from './statuses.ts';

/** What the worker does in a case by itself when its time has come. */
export const caseTimerKinds = ['closure_reminder', 'closure_end', 'self_help_reminder', 'self_help_end', 'release_reminder'] as const;
export type CaseTimerKind = (typeof caseTimerKinds)[number];

export type PlannedTimer = { readonly kind: CaseTimerKind; readonly dueAt: Date };

/** Working days after which a proposed closure, and a self-help without an answer, end by themselves. */
export const CLOSURE_WORKING_DAYS = 10;
const closureReminderDays: readonly number[] = [4, 8];

/** Days after which a company that helps itself is asked how it went, and the local hour. */
const FOLLOW_UP_DAYS = 3;
const FOLLOW_UP_HOUR = 12;
const secondFollowUpWorkingDays = 5;

/** When a company that helps itself is asked for the outcome. */
export function selfHelpFollowUp(since: Date, zone: string): Date {
  return atHour(addDays(localDate(since, zone), FOLLOW_UP_DAYS), FOLLOW_UP_HOUR, zone);
}

/** The timers that begin with a step, each batch in the order in which it fires. */
export function timersFrom(step: CaseStep, at: Date, { calendar }: ServiceClock): readonly PlannedTimer[] {
  if (step.effects.includes('submit_report')) {
    const reminders = closureReminderDays.map((days) => ({ kind: 'closure_reminder', dueAt: addBusinessDays(at, days, calendar) }) as const);
    return [...reminders, { kind: 'closure_end', dueAt: addBusinessDays(at, CLOSURE_WORKING_DAYS, calendar) }];
  }
  if (step.effects.includes('schedule_follow_up')) {
    const first = selfHelpFollowUp(at, calendar.zone);
    return [
      { kind: 'self_help_reminder', dueAt: first },
      { kind: 'self_help_reminder', dueAt: addBusinessDays(first, secondFollowUpWorkingDays, calendar) },
      { kind: 'self_help_end', dueAt: addBusinessDays(first, CLOSURE_WORKING_DAYS, calendar) },
    ];
  }
  return [];
}

/** Reminders to release the content to a provider that leads and cannot read it yet. */
export function releaseTimers(severity: Severity, at: Date, clock: ServiceClock): readonly PlannedTimer[] {
  return releaseReminders(severity, at, clock).map((dueAt) => ({ kind: 'release_reminder', dueAt }));
}

/** Whether a timer still means something while its case is in this state. */
export function timerHolds(kind: CaseTimerKind, state: CaseState): boolean {
  switch (kind) {
    case 'closure_reminder':
    case 'closure_end':
      return state === 'closure_proposed';
    case 'self_help_reminder':
    case 'self_help_end':
      return state === 'self_help';
    case 'release_reminder':
      return hasLeadingProvider(state);
  }
}

/** The reminders that must have gone out before an end; null for a timer that ends nothing. */
export function remindersBefore(kind: CaseTimerKind): CaseTimerKind | null {
  if (kind === 'closure_end') return 'closure_reminder';
  return kind === 'self_help_end' ? 'self_help_reminder' : null;
}

/** A worker looks every few seconds; what is later than this was held up. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * A reminder that goes out late pushes what follows it by as much: nobody is reminded twice in one breath, and no case closes in
 * the next. Returns the new time of a timer that follows.
 */
export function pushedBy(fired: { readonly dueAt: Date; readonly at: Date }, following: Date): Date {
  const late = fired.at.getTime() - fired.dueAt.getTime();
  return late <= TOLERANCE_MS ? following : new Date(following.getTime() + late);
}


import type { CaseEventName } from '#app/domain/case/case-machine.ts';

/** Steps of a case that change no state, beside the events of its machine. */
export type CaseNoteName =
  | 'released'
  | 'report_opened'
  | 'messages_opened'
  | 'exhibits_opened'
  | 'exhibit_added'
  | 'exhibit_opened'
  | 'deadlines_opened'
  | 'history_opened'
  | 'exhibit_removed'
  | 'deadline_reported'
  | 'facts_corrected'
  | 'reminded'
  | 'false_alarm_agreed'
  | 'access_ended';

/** A name for everything that stands in the timeline of a case. */
export type TimelineEventLabels = Readonly<Record<CaseEventName | CaseNoteName, string>>;

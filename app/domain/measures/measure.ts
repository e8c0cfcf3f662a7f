import type { Answer } from '../checklist/answers.ts';
import type { Bilingual, ScoredRequirement } from '../checklist/version.ts';

/** A measure on the board: `open` (planned or not), `in_progress`, `done`, `deferred` (with a reason). */
export const measureStates = ['open', 'in_progress', 'done', 'deferred'] as const;
export type MeasureState = (typeof measureStates)[number];

/** States that are chosen when planning; `done` is reached by the close alone, which asks about the control's answer. */
export const plannedStates = ['open', 'in_progress', 'deferred'] as const;
export type PlannedState = (typeof plannedStates)[number];

/** Who takes care: somebody of the company, somebody outside by name (the IT provider), or nobody yet. */
export type MeasureOwner =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'member'; readonly userId: string }
  | { readonly kind: 'outside'; readonly name: string };

/** What is read and changed only by the company itself: everything that tells which control is open, and every free word. */
export type MeasureContent = {
  readonly schema: 1;
  /** The control with the words of the run it came from. */
  readonly control: ScoredRequirement;
  readonly source: {
    readonly assessmentId: string;
    readonly checklist: Bilingual;
    /** ISO time of that run's close. */
    readonly closedAt: string;
  };
  /** As it stood in that run. */
  readonly outcome: 'partly' | 'not_met' | 'unknown';
  /** Hours, estimated for the company's size. */
  readonly effortHours: number;
  /** Name of an owner outside the company. */
  readonly outsideOwner: string;
  readonly note: string;
  /** Why it was put off. */
  readonly deferredBecause: string;
  /** Hours really spent so far. */
  readonly hoursSpent: number | null;
  /** Set by the close. `answer` is null when the person left the control's answer as it is. */
  readonly closing: { readonly answer: Answer | null; readonly since: string | null; readonly at: string; readonly by: string } | null;
  /** The case in which a vetted provider is asked. */
  readonly adviceCaseId: string | null;
};

/** The columns beside it, by which work is sorted and counted. `dueOn` is a local date (`YYYY-MM-DD`). */
export type MeasureFacts = {
  readonly state: MeasureState;
  readonly dueOn: string | null;
  readonly ownerUserId: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
};

/** A measure as others than the board see it: what, how far, who (null: nobody yet), until which local date, done when. */
export type PlannedMeasure = {
  readonly requirement: ScoredRequirement;
  readonly state: MeasureState;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly doneAt: Date | null;
};

/** Days ahead from which a measure counts as due soon. */
export const soonDays = 14;

export type DueStanding = 'overdue' | 'soon' | 'later' | 'none';

/** How near the due date is on a local day. What is done or put off is never overdue; the day itself is still in time. */
export function dueStanding({ state, dueOn }: Pick<MeasureFacts, 'state' | 'dueOn'>, today: string): DueStanding {
  if (dueOn === null || state === 'done' || state === 'deferred') return 'none';
  if (dueOn < today) return 'overdue';
  return daysBetween(today, dueOn) <= soonDays ? 'soon' : 'later';
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

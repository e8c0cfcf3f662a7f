import type { Actor } from '#app/domain/access/actor.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { DueStanding } from '#app/domain/measures/measure.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';

/** What the first page of a company gathers from other features; times are ISO 8601. */

export type CaseAtAGlance = {
  readonly caseId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  readonly title: string | null;
  readonly updatedAt: string;
  readonly nextDeadline: { readonly duty: string; readonly dueAt: string; readonly possible: boolean } | null;
};

export type AssessmentAtAGlance = {
  readonly id: string;
  readonly title: Readonly<Record<'de' | 'en', string>>;
  readonly closed: boolean;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly answered: number;
  readonly asked: number;
  /** 0 to 100; null while nothing can be said. */
  readonly percent: number | null;
  /** The time to look again that the company chose has come, and no further run has begun. */
  readonly repeatDue: boolean;
  /** Titles of the first measures of a closed run, most useful first. */
  readonly firstMeasures: readonly Readonly<Record<'de' | 'en', string>>[];
};

/** A topic of a checklist that a colleague has handed to this person. */
export type TopicAtAGlance = {
  readonly handOverId: string;
  readonly assessmentId: string;
  readonly title: Readonly<Record<'de' | 'en', string>>;
  /** Who asks; null when that person is gone. */
  readonly from: string | null;
  readonly dueAt: string | null;
};

/** A measure of the plan that is not done; `dueOn` is a local date. */
export type MeasureAtAGlance = {
  readonly id: string;
  readonly title: Readonly<Record<'de' | 'en', string>>;
  readonly dueOn: string | null;
  readonly due: DueStanding;
};

export type OverviewSources = {
  /** The ones due first before the others. */
  topics(actor: Actor, keys: KeyRing): Promise<Result<readonly TopicAtAGlance[]>>;
  /** By due date. */
  measures(actor: Actor, keys: KeyRing): Promise<Result<readonly MeasureAtAGlance[]>>;
  cases(actor: Actor, keys: KeyRing): Promise<Result<{ drafts: readonly CaseAtAGlance[]; running: readonly CaseAtAGlance[] }>>;
  /** Newest first. */
  assessments(actor: Actor, keys: KeyRing): Promise<Result<readonly AssessmentAtAGlance[]>>;
};

export type OverviewDeps = { readonly sources: OverviewSources };

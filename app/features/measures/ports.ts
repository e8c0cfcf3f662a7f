import type { Actor } from '#app/domain/access/actor.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Bilingual } from '#app/domain/checklist/version.ts';
import type { RunPlan } from '#app/domain/measures/gaps.ts';
import type { MeasureState } from '#app/domain/measures/measure.ts';
import type { Result } from '#app/domain/result.ts';
import type { ActRecord, Clock, KeyGrants, KeyRing, Locale, Random, Transact } from '../ports.ts';

/** One measure as stored. `dueOn` is a local date, `YYYY-MM-DD`. */
export type MeasureRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly planId: string;
  readonly state: MeasureState;
  readonly dueOn: string | null;
  readonly ownerUserId: string | null;
  readonly sealedContent: Uint8Array;
  /** From 1; raised by one with every change. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly doneAt: Date | null;
};

export type PlanRow = { readonly id: string; readonly organisationId: string; readonly revision: number; readonly measures: readonly MeasureRow[] };

export type MeasureStore = {
  /** The plan of an organisation with every measure; null before the first is taken over. */
  plan(organisationId: string): Promise<PlanRow | null>;
  /** Null also for a measure of another organisation. */
  find(organisationId: string, measureId: string): Promise<MeasureRow | null>;
};

export type MeasureChange = Pick<MeasureRow, 'id' | 'organisationId' | 'state' | 'dueOn' | 'ownerUserId' | 'updatedBy' | 'doneAt'> & {
  readonly sealedContent: Buffer;
  readonly seenRevision: number;
  readonly at: Date;
};

export type MeasureWrites = {
  /** Begins the organisation's plan; the id of the plan that is there afterwards, which another person may have begun. */
  begin(plan: { readonly id: string; readonly organisationId: string; readonly at: Date }): Promise<string>;
  /** False when a measure was taken over or out since `seenRevision`. */
  claimPlan(organisationId: string, seenRevision: number): Promise<boolean>;
  add(measure: Omit<MeasureRow, 'sealedContent' | 'revision' | 'updatedAt' | 'doneAt'> & { readonly sealedContent: Buffer }): Promise<void>;
  /** False when the measure was changed since `seenRevision` or is gone. */
  change(change: MeasureChange): Promise<boolean>;
  remove(measure: { readonly id: string; readonly organisationId: string; readonly seenRevision: number }): Promise<boolean>;
};

export type FeedScope = 'all' | 'mine';

export type FeedRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string;
  readonly scope: FeedScope;
  readonly createdAt: Date;
  readonly lastFetchedAt: Date | null;
};

/** A day on which something is due; no content, no key. */
export type DueDay = { readonly id: string; readonly dueOn: string; readonly changedAt: Date; readonly revision: number };

export type FeedStore = {
  /** The person's address for this organisation, when there is one. */
  own(organisationId: string, userId: string): Promise<FeedRow | null>;
  /** Null when it is unknown or ended, and when its owner does not belong to the organisation any more. */
  byToken(tokenHash: string): Promise<FeedRow | null>;
  dueDays(feed: FeedRow): Promise<readonly DueDay[]>;
  markFetched(feed: FeedRow, at: Date): Promise<void>;
};

export type FeedWrites = {
  /** Ends the person's addresses; how many there were. */
  revokeOwn(organisationId: string, userId: string, at: Date): Promise<number>;
  add(feed: Omit<FeedRow, 'lastFetchedAt'> & { readonly tokenHash: string }): Promise<void>;
};

export type MeasurePeople = {
  /** Confirmed, present members by name. */
  members(organisationId: string): Promise<readonly { readonly userId: string; readonly name: string }[]>;
  /** Names of members, present or gone. */
  names(organisationId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

/** A question of a running run that asks for the same control. */
export type RunningQuestion = {
  readonly assessmentId: string;
  readonly checklist: Bilingual;
  readonly startedAt: Date;
  /** What stands there now. */
  readonly answer: Answer | null;
  /** Of what is stored at it; 0 without anything. */
  readonly revision: number;
  /** Parts that are asked of this company. */
  readonly partIds: readonly string[];
};

/** What measures need of the checklists. */
export type MeasureRuns = {
  /** The newest closed run of every checklist with its plan. `known` is taken as it is instead of being opened again. */
  plans(actor: Actor, keys: KeyRing, known?: RunPlan): Promise<Result<readonly RunPlan[]>>;
  /** Running runs that ask for this control, newest first. */
  running(actor: Actor, keys: KeyRing, controlId: string): Promise<Result<readonly RunningQuestion[]>>;
  saveAnswer(actor: Actor, keys: KeyRing, input: { readonly assessmentId: string; readonly requirementId: string; readonly seenRevision: number; readonly answer: Answer }): Promise<Result<unknown>>;
};

/** What measures need of the cases. */
export type AdviceCases = {
  draft(actor: Actor, keys: KeyRing, input: { readonly idempotencyKey: string; readonly locale: Locale; readonly title: string; readonly description: string }): Promise<Result<{ readonly caseId: string }>>;
  /** Null for a case that is not of this organisation. */
  find(organisationId: string, caseId: string): Promise<{ readonly state: CaseState; readonly reference: string | null; readonly createdBy: string } | null>;
};

/** One thing that is counted; the pause begins when the free ones are used up. */
export type FetchLimit = { readonly key: string; readonly free: number; readonly windowMinutes: number; readonly then: { readonly pauseMinutes: number } };

export type FetchLimits = {
  /** Counts one fetch; null when it is free, otherwise the seconds to wait. */
  take(limits: readonly FetchLimit[], now: Date): Promise<number | null>;
};

export type MeasureTx = ActRecord & { readonly measures: MeasureWrites; readonly feeds: FeedWrites; readonly keyGrants: KeyGrants };

export type MeasureDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly measures: MeasureStore;
  readonly feeds: FeedStore;
  readonly people: MeasurePeople;
  readonly runs: MeasureRuns;
  readonly advice: AdviceCases;
  readonly limits: FetchLimits;
  readonly transact: Transact<MeasureTx>;
  /** IANA name of the region's time zone: a due date ends with its day there. */
  readonly zone: string;
};

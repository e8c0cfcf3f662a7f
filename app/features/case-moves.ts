import type { AssignmentContext } from '#app/domain/case/assignment-machine.ts';
import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseEventName, CaseFired, CaseStep } from '#app/domain/case/case-machine.ts';
import type { Consequences, Winner } from '#app/domain/case/consequences.ts';
import type { Party } from '#app/domain/case/parties.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { AuditActor } from '#app/domain/audit/events.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { SeverityInForce } from '#app/domain/triage/severity-change.ts';
import type { Triage } from '#app/domain/triage/triage.ts';

/** Who acts on a case, and when. */
export type MoveBy = {
  readonly actor: AuditActor;
  /** The organisation the actor acts for; null for the system. */
  readonly organisationId: string | null;
  readonly at: Date;
};

/** One event of a case. Several features fire events; one writer stores them with everything that hangs on them. */
export type CaseMove = MoveBy & {
  readonly caseId: string;
  readonly fired: CaseFired;
  /** What the guards of the case need. `now`, severity, first contact and the leading assignment are filled in. */
  readonly context?: CaseContext;
  /** What the guards of the assignments need besides. */
  readonly assignmentContext?: AssignmentContext;
  /** Who wins the case; needed by `assign`, and by `reopen` to the former provider. */
  readonly winner?: Winner | null;
  /** Codes, references and times for the timeline; never free text. */
  readonly data?: Readonly<Record<string, string>>;
  /** For notices that name a time; without it the time that this step sets. */
  readonly until?: Date | null;
  /** What the tasks that end with this step led to; its reason, or the event, without it. */
  readonly outcome?: string;
  /** Part of an act that has told everybody: no mails. */
  readonly quiet?: boolean;
  /** Another event follows in the same act: no person is asked to decide in between. */
  readonly goesOn?: boolean;
};

export type MovedCase = {
  readonly step: CaseStep;
  readonly from: CaseState;
  /** Number of the event in the case's timeline. */
  readonly sequence: number;
  readonly consequences: Consequences;
  /** Set when the move made a new assignment: until when the first word is promised, and whether the content was released with it. */
  readonly assignment: { readonly id: string; readonly firstContactDue: Date | null; readonly released: boolean } | null;
};

/**
 * Fires one event inside the transaction of the act: state, event row, audit entry, offers, assignments, key grants, legal
 * periods, tasks, timers, mails and the next look of the worker together. Begins with a write. After a refusal nothing but the time of
 * the last change was written: the caller must roll back, or write nothing that depends on the move.
 */
export type AdvanceCase = (move: CaseMove) => Promise<Result<MovedCase>>;

/** What is known of a case is put right, or weighed anew. Both functions see the case as it is under its lock. */
export type CaseRevision = MoveBy & {
  readonly caseId: string;
  readonly by: Party;
  /** The facts from now on; without it they stay. */
  readonly correct?: (facts: ReportFacts) => ReportFacts;
  /** The sealed call-back data from now on; without them they stay. Other ones are a correction, also when the facts are the same. */
  readonly callbackBox?: Uint8Array;
  /** The severity from now on. `judged`: what the rules say of the facts from now on. */
  readonly weigh: (inForce: SeverityInForce, judged: Triage) => Result<SeverityInForce>;
  /** What a task of triage led to when the case goes on to routing with this revision. */
  readonly outcome: string;
};

/**
 * Facts and severity of a running case: legal periods are computed anew and keep their old values, windows that were promised
 * stand, routing looks at the case at once, and a case that waited for the office and is urgent now goes to routing. Company,
 * provider and duty officer are told as the machine says. Changes nothing when nothing differs.
 */
export type ReviseCase = (revision: CaseRevision) => Promise<Result<{ readonly state: CaseState; readonly changed: boolean }>>;

/** The writer of a case's life on one transaction. */
export type CaseMoves = { readonly advance: AdvanceCase; readonly revise: ReviseCase };

/** A step worth telling that leaves the state as it is; `event` is one of `noteEvents`. */
export type CaseNote = MoveBy & {
  readonly caseId: string;
  readonly event: CaseNoteEvent;
  readonly data?: Readonly<Record<string, string>>;
};

/** Somebody of a provider opened a part of the sealed content: each has its line in the company's list of who opened what. */
export const openingEvents = ['report_opened', 'messages_opened', 'exhibits_opened', 'exhibit_opened', 'deadlines_opened', 'history_opened'] as const;
export type OpeningEvent = (typeof openingEvents)[number];

export const caseNoteEvents = [
  ...openingEvents,
  'released',
  'exhibit_added',
  'exhibit_removed',
  'deadline_reported',
  'facts_corrected',
  'reminded',
  'false_alarm_agreed',
  'access_ended',
] as const;
export type CaseNoteEvent = (typeof caseNoteEvents)[number];

/** Names of the rows in a case's timeline. */
export type TimelineEvent = CaseEventName | CaseNoteEvent;

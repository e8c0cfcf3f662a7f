import type { AssignmentContext } from '#app/domain/case/assignment-machine.ts';
import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseEventName, CaseFired, CaseStep } from '#app/domain/case/case-machine.ts';
import type { Consequences, Winner } from '#app/domain/case/consequences.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { AuditActor } from '#app/domain/audit/events.ts';
import type { Result } from '#app/domain/result.ts';

/** One event of a case, and everything that has to be stored with it. Several features fire events; one writer stores them. */
export type CaseMove = {
  readonly caseId: string;
  readonly fired: CaseFired;
  /** What the guards of the case need. `now`, severity, first contact and the leading assignment are filled in. */
  readonly context?: CaseContext;
  /** What the guards of the assignments need besides. */
  readonly assignmentContext?: AssignmentContext;
  /** Who wins the case; needed by `assign`, and by `reopen` to the former provider. */
  readonly winner?: Winner | null;
  /** Of a new assignment: until when the first word is promised. */
  readonly firstContactDue?: Date | null;
  readonly actor: AuditActor;
  /** The organisation the actor acts for; null for the system. */
  readonly organisationId: string | null;
  readonly at: Date;
  /** Codes, references and times for the timeline; never free text. */
  readonly data?: Readonly<Record<string, string>>;
  /** When the worker must look at the case again; left as it is without this. */
  readonly nextActionAt?: Date | null;
  /** The task that `create_duty_task` stores. */
  readonly dutyTask?: { readonly kind: string; readonly dueAt: Date; readonly data?: Readonly<Record<string, string>> };
  /** For notices that name a time. */
  readonly until?: Date | null;
};

export type MovedCase = {
  readonly step: CaseStep;
  readonly from: CaseState;
  /** Number of the event in the case's timeline. */
  readonly sequence: number;
  readonly consequences: Consequences;
  /** Set when the move made a new assignment. */
  readonly assignmentId: string | null;
};

/**
 * Fires one event inside the transaction of the act: state, event row, audit entry, offers, assignments, key grants that
 * end, tasks and notices together. Begins with a write. After a refusal the caller must roll back or write nothing more.
 */
export type AdvanceCase = (move: CaseMove) => Promise<Result<MovedCase>>;

/** A step worth telling that leaves the state as it is; `event` is one of `noteEvents`. */
export type CaseNote = {
  readonly caseId: string;
  readonly event: CaseNoteEvent;
  readonly actor: AuditActor;
  readonly organisationId: string | null;
  readonly at: Date;
  readonly data?: Readonly<Record<string, string>>;
};

export const caseNoteEvents = [
  'released',
  'report_opened',
  'messages_opened',
  'exhibit_added',
  'exhibit_opened',
  'exhibit_removed',
  'deadline_reported',
  'access_ended',
] as const;
export type CaseNoteEvent = (typeof caseNoteEvents)[number];

/** Names of the rows in a case's timeline. */
export type TimelineEvent = CaseEventName | CaseNoteEvent;

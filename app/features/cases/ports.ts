import type { CaseAccessFacts } from '#app/domain/access/relations.ts';
import type { CaseFile } from '#app/domain/case/consequences.ts';
import type { CaseTimerKind, PlannedTimer } from '#app/domain/case/timers.ts';
import type { AssignmentRole, AssignmentState, CaseState, OfferState } from '#app/domain/case/statuses.ts';
import type { DeadlineRow as NewDeadline, StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import type { IncidentKind, Severity, SizeClass } from '#app/domain/triage/kinds.ts';
import type { SeverityChangeData } from '#app/domain/triage/severity-change.ts';
import type { CaseMoves } from '../case-moves.ts';
import type { AccountVault, ActRecord, CasePeople, Clock, Idempotency, KeyGrants, Random, SealedFiles, Transact } from '../ports.ts';

// ---------------------------------------------------------------- what is stored

export type AssignmentRow = {
  readonly id: string;
  readonly providerId: string;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  readonly createdAt: Date;
  readonly firstContactDue: Date | null;
  readonly firstContactAt: Date | null;
  readonly endedAt: Date | null;
  readonly accessEndsAt: Date | null;
};

export type CaseRow = {
  readonly id: string;
  readonly reference: string | null;
  readonly organisationId: string;
  readonly state: CaseState;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  /** JSON of the triage facts. */
  readonly facts: string;
  readonly reasons: string;
  readonly callbackBox: Uint8Array | null;
  readonly district: string | null;
  readonly sectorSection: string | null;
  readonly sizeClass: SizeClass | null;
  readonly keyVersion: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly noticedAt: Date | null;
  readonly reportedAt: Date | null;
  readonly closedAt: Date | null;
  readonly assignments: readonly AssignmentRow[];
  readonly offers: readonly { readonly id: string; readonly providerId: string; readonly state: OfferState }[];
};

/** A case with the facts that decide who may do what. */
export type CaseOnFile = { readonly row: CaseRow; readonly access: CaseAccessFacts };

export const recordKinds = ['message', 'journal', 'milestone', 'closing_report', 'internal_note', 'reason', 'deadline_report'] as const;
export type RecordKind = (typeof recordKinds)[number];

export type RecordRow = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly authorUserId: string;
  readonly organisationId: string;
  readonly keyVersion: number;
  readonly sealedContent: Uint8Array;
  readonly createdAt: Date;
};

export type EventRow = {
  readonly sequence: number;
  readonly event: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actorKind: string;
  readonly actorUserId: string | null;
  readonly organisationId: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

export type ExhibitRow = {
  readonly id: string;
  readonly uploadedBy: string;
  readonly organisationId: string;
  /** Of `sealedMeta`. */
  readonly keyVersion: number;
  readonly sealedMeta: Uint8Array;
  readonly wrappedFileKey: Uint8Array;
  /** Of `wrappedFileKey`. */
  readonly fileKeyVersion: number;
  readonly storageName: string;
  readonly size: number;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
};

export type DeadlineRow = StoredDeadline & { readonly doneAt: Date | null };

export type OfficeNoteRow = { readonly id: string; readonly authorUserId: string; readonly organisationId: string; readonly box: Uint8Array; readonly createdAt: Date };

/** A running or ended case of a provider, for its list. */
export type ProviderCaseRow = {
  readonly id: string;
  readonly reference: string | null;
  readonly organisationId: string;
  readonly state: CaseState;
  readonly severity: Severity | null;
  readonly assignmentState: AssignmentState;
  readonly firstContactDue: Date | null;
  readonly accessEndsAt: Date | null;
};

export type TimerRow = PlannedTimer & { readonly id: string; readonly caseId: string; /** When it was set; what was set together is one batch. */ readonly createdAt: Date };

/** What the worker does in a case by itself, and when. */
export type CaseTimers = {
  add(caseId: string, timers: readonly PlannedTimer[], at: Date): Promise<void>;
  /** Neither fired nor dropped, in the order of their time. */
  open(caseId: string): Promise<readonly TimerRow[]>;
  /** Takes a timer that is due; false when another run was faster, or it was dropped or postponed. */
  claim(timerId: string, caseId: string, at: Date): Promise<boolean>;
  drop(caseId: string, ids: readonly string[], at: Date): Promise<void>;
  postpone(timerId: string, caseId: string, dueAt: Date): Promise<void>;
  /** How many of this kind have fired among those that were set at that moment. */
  countFired(caseId: string, kind: CaseTimerKind, setAt: Date): Promise<number>;
};

export type CaseReads = {
  /** Null for an id that does not exist. Who may know of it is decided from `access`. */
  byId(caseId: string): Promise<CaseOnFile | null>;
  sealedReport(caseId: string): Promise<Uint8Array | null>;
  /** Oldest first. */
  records(caseId: string, kinds: readonly RecordKind[]): Promise<RecordRow[]>;
  countRecords(caseId: string, kind: RecordKind): Promise<number>;
  /** Messages and present exhibits that were sealed under one of these versions. */
  counts(caseId: string, keyVersions: readonly number[]): Promise<{ readonly messages: number; readonly exhibits: number }>;
  events(caseId: string): Promise<EventRow[]>;
  exhibits(caseId: string): Promise<ExhibitRow[]>;
  exhibit(caseId: string, exhibitId: string): Promise<ExhibitRow | null>;
  deadlines(caseId: string): Promise<DeadlineRow[]>;
  officeNotes(caseId: string): Promise<OfficeNoteRow[]>;
  casesOfProvider(providerId: string): Promise<ProviderCaseRow[]>;
  /** Ended assignments whose time of grace is over and whose provider still holds a key. */
  accessToEnd(now: Date): Promise<{ readonly caseId: string; readonly organisationId: string; readonly providerId: string; readonly assignmentId: string }[]>;
  /** Timers of all cases whose time has come. */
  dueTimers(now: Date, limit: number): Promise<readonly TimerRow[]>;
  /** When a case ends by itself if nobody answers; null: it does not. */
  endsByItselfAt(caseId: string): Promise<Date | null>;
  storageNames(names: readonly string[]): Promise<ReadonlySet<string>>;
};

export type NewEvent = {
  readonly event: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly actorKind: string;
  readonly actorUserId: string | null;
  readonly organisationId: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

export type LockedCase = {
  readonly organisationId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly severity: Severity | null;
  readonly closedAt: Date | null;
  readonly keyVersion: number;
  /** JSON of the triage facts. */
  readonly facts: string;
  readonly file: CaseFile;
  readonly assignments: readonly AssignmentRow[];
};

export type CaseChange = Partial<{
  state: CaseState;
  severity: Severity;
  kind: IncidentKind;
  facts: string;
  reasons: string;
  /** JSON of the consent. */
  consent: string;
  district: string;
  callbackBox: Uint8Array;
  noticedAt: Date;
  closedAt: Date | null;
  nextActionAt: Date | null;
  reservedOfferId: null;
  currentWave: number;
}>;

export type AssignmentChange = Partial<{
  state: AssignmentState;
  firstContactAt: Date | null;
  endedAt: Date | null;
  accessEndsAt: Date | null;
  /** 0 nothing told, 1 reminded, 2 asked the duty officer. */
  reminderStep: number;
}>;

export type NewAssignmentRow = {
  readonly id: string;
  readonly providerId: string;
  readonly offerId: string | null;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  readonly at: Date;
  readonly firstContactDue: Date | null;
  readonly firstContactAt: Date | null;
};

export type OpenTaskRow = { readonly id: string; readonly kind: string; readonly dueAt: Date };

export type CaseWrites = {
  /**
   * Takes the writer's lock with a write, then reads; null when the case does not exist. First statement of every act.
   * `at` null leaves the time of the last change as it is.
   */
  lock(caseId: string, at: Date | null): Promise<LockedCase | null>;
  /** A worker that has seen the case before does nothing with it when `wake` is set. */
  changeCase(caseId: string, change: CaseChange, wake?: boolean): Promise<void>;
  /** Returns the event's number. */
  addEvent(caseId: string, event: NewEvent): Promise<number>;
  /** True when this person has such an event since `since`. */
  hasEventSince(caseId: string, event: string, userId: string, since: Date): Promise<boolean>;
  /** True when somebody of this organisation has noted such an event since `since`. */
  hasNoteOf(caseId: string, event: string, organisationId: string, since: Date): Promise<boolean>;
  /** Who set the severity that holds, and what the rules had said; null: nobody changed it. */
  lastSeverityChange(caseId: string): Promise<Partial<SeverityChangeData> | null>;
  changeOffer(caseId: string, offerId: string, change: { state: OfferState; decidedAt: Date; declineReason: string }): Promise<void>;
  /** Ends every wave of the case that runs. */
  endWaves(caseId: string, at: Date): Promise<void>;
  changeAssignment(caseId: string, assignmentId: string, change: AssignmentChange): Promise<void>;
  createAssignment(caseId: string, assignment: NewAssignmentRow): Promise<void>;
  openTasks(caseId: string): Promise<readonly OpenTaskRow[]>;
  /** Returns the task's id. */
  addDutyTask(task: { caseId: string; kind: string; dueAt: Date; data: Readonly<Record<string, string>>; at: Date }): Promise<string>;
  endTask(taskId: string, by: string, outcome: string, at: Date): Promise<void>;
  /** Drops mails of this case that have not gone out. */
  dropPendingNotices(caseId: string): Promise<number>;
  addRecord(caseId: string, record: Omit<RecordRow, 'createdAt'> & { readonly at: Date }): Promise<void>;
  exhibitTotals(caseId: string): Promise<{ readonly count: number; readonly bytes: number }>;
  addExhibit(caseId: string, exhibit: Omit<ExhibitRow, 'createdAt' | 'removedAt'> & { readonly at: Date }): Promise<void>;
  /** False when it was removed already. */
  removeExhibit(caseId: string, exhibitId: string, at: Date): Promise<boolean>;
  /** False when it is not open any more. */
  finishDeadline(caseId: string, deadlineId: string, doneAt: Date): Promise<boolean>;
  reopenDeadline(caseId: string, deadlineId: string): Promise<boolean>;
  addDeadline(caseId: string, deadline: NewDeadline, at: Date): Promise<void>;
  /** All but the superseded ones. */
  deadlines(caseId: string): Promise<readonly StoredDeadline[]>;
  supersedeDeadlines(caseId: string, ids: readonly string[], at: Date): Promise<void>;
  addOfficeNote(caseId: string, note: { id: string; authorUserId: string; organisationId: string; box: Buffer; at: Date }): Promise<void>;
};

// ---------------------------------------------------------------- people

/** Names out of the account data. */
export type CaseDirectory = {
  organisations(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly town: string; readonly telephone: string | null }>>;
  people(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  vetting(providerId: string): Promise<{ readonly approvedSince: Date | null; readonly approvedUntil: Date | null; readonly state: string } | null>;
  /** Of the newest public key; null when the organisation has none. */
  fingerprint(organisationId: string): Promise<string | null>;
};

/** Addresses for mails, German ones. */
export type CaseLinks = {
  company(caseId: string): string;
  companyRelease(caseId: string): string;
  companyMessages(caseId: string): string;
  companyClosure(caseId: string): string;
  companyDeadlines(caseId: string): string;
  provider(caseId: string): string;
  providerMessages(caseId: string): string;
  /** Where a provider goes that has no part in the case any more. */
  providerArea: string;
  providerOffer(offerId: string): string;
  office(caseId: string): string;
};

// ---------------------------------------------------------------- all together

export type CaseTx = ActRecord & {
  readonly cases: CaseWrites;
  readonly timers: CaseTimers;
  readonly people: CasePeople;
  readonly keyGrants: KeyGrants;
  readonly idempotency: Idempotency;
} & CaseMoves;

export type CaseDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly reads: CaseReads;
  readonly directory: CaseDirectory;
  readonly links: CaseLinks;
  readonly files: SealedFiles;
  readonly transact: Transact<CaseTx>;
  /** Adds one month for the final report to the BSI, and the like. */
  readonly finalReportDue: (sentAt: Date) => { readonly dueAt: Date; readonly legalBasis: string; readonly recipient: string };
  /** Tells the operators that something is wrong that no person asked for. */
  readonly alarm: (code: string, caseId: string) => void;
};

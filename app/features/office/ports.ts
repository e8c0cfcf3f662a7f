import type { Actor } from '#app/domain/access/actor.ts';
import type { AssignmentOnFile, OfferOnFile } from '#app/domain/case/consequences.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { Result } from '#app/domain/result.ts';
import type { OfficeExplanation } from '#app/domain/routing/explain.ts';
import type { RelaxationStep } from '#app/domain/routing/relaxation.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { CaseMoves } from '../case-moves.ts';
import type { AccountVault, ActRecord, CasePeople, Clock, Idempotency, Random, Transact } from '../ports.ts';

/**
 * What the office works with: triage facts, times, states, counts, account data. Nothing here can open content: no key ring is
 * among the dependencies, and no import leads to the opening half of the sealed box.
 */

export type OfferAtOffice = OfferOnFile & { readonly sentAt: Date | null; readonly expiresAt: Date | null; readonly confirmBy: Date | null; readonly rank: number; readonly waveNumber: number };
export type AssignmentAtOffice = AssignmentOnFile & { readonly createdAt: Date; readonly firstContactDue: Date | null; readonly firstContactAt: Date | null; readonly endedAt: Date | null };
export type DeadlineAtOffice = { readonly id: string; readonly duty: string; readonly regime: string; readonly precision: string; readonly triggerAt: Date; readonly dueAt: Date; readonly state: string };

/** A reported case as the office knows it. */
export type CaseAtOffice = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly companyKind: string | null;
  readonly district: string | null;
  readonly sectorSection: string | null;
  readonly sizeClass: string | null;
  readonly language: string;
  readonly currentWave: number;
  readonly reportedAt: Date;
  /** Since when the case is in its state. */
  readonly inStateSince: Date;
  readonly offers: readonly OfferAtOffice[];
  readonly assignments: readonly AssignmentAtOffice[];
  readonly deadlines: readonly DeadlineAtOffice[];
  readonly exhibits: number;
};

/** What one case adds on its own page. */
export type CaseFileAtOffice = CaseAtOffice & {
  /** Coded facts as JSON (app/domain/triage/facts.ts). */
  readonly facts: string;
  readonly reasons: string;
  readonly consent: string;
  readonly callback: { readonly name: string; readonly telephone: string } | null;
  readonly waves: readonly { readonly number: number; readonly startedAt: Date; readonly endsAt: Date | null; readonly endedAt: Date | null }[];
  readonly events: readonly { readonly sequence: number; readonly event: string; readonly toState: string | null; readonly actorKind: string; readonly actorUserId: string | null; readonly organisationId: string | null; readonly reason: string | null; readonly at: Date }[];
};

export type TaskAtOffice = { readonly id: string; readonly caseId: string | null; readonly kind: string; readonly dueAt: Date; readonly createdAt: Date };

export type OfficeNoteRow = { readonly id: string; readonly authorUserId: string; readonly organisationId: string; readonly text: string; readonly createdAt: Date };

export type OutboxRow = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly state: string;
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly createdAt: Date;
  readonly nextAt: Date;
};

export type OutboxCounts = { readonly pending: number; readonly sending: number; readonly dead: number; readonly sentToday: number; readonly oldestPendingAt: Date | null };

export type OfficeReads = {
  running(): Promise<readonly CaseAtOffice[]>;
  findCase(caseId: string): Promise<CaseFileAtOffice | null>;
  /** The case of exactly this reference, for duplicates. */
  caseByReference(reference: string): Promise<string | null>;
  openTasks(caseId?: string): Promise<readonly TaskAtOffice[]>;
  notes(caseId: string): Promise<readonly OfficeNoteRow[]>;
  outboxCounts(since: Date): Promise<OutboxCounts>;
  /** Dead letters first, then what waits, oldest first. */
  outbox(limit: number): Promise<readonly OutboxRow[]>;
};

export type OfficeDirectory = {
  organisations(ids: readonly string[]): Promise<ReadonlyMap<string, { readonly name: string; readonly town: string; readonly telephone: string | null }>>;
  people(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Providers that are approved now, for asking one by name. */
  approvedProviders(): Promise<readonly { readonly id: string; readonly name: string }[]>;
};

export type OfficeWrites = {
  addNote(note: { id: string; caseId: string; authorUserId: string; organisationId: string; text: string; at: Date }): Promise<void>;
  /** A dead letter is sent anew; false when it is none. */
  requeue(id: string, at: Date): Promise<boolean>;
};

export type OfficeTx = ActRecord & CaseMoves & { readonly office: OfficeWrites; readonly people: CasePeople; readonly idempotency: Idempotency };

/** What the office decides about routing; belongs to matching. */
export type DutyDecisions = {
  relaxRouting(actor: Actor, caseId: string, upTo: RelaxationStep): Promise<Result<unknown>>;
  addProvider(actor: Actor, caseId: string, providerId: string): Promise<Result<unknown>>;
  takeBackFromSilent(actor: Actor, caseId: string): Promise<Result<unknown>>;
  recordDecision(actor: Actor, taskId: string, outcome: string): Promise<Result<unknown>>;
  /** The stored decision with every filter and term; belongs to matching. */
  officeRoutingView(actor: Actor, caseId: string): Promise<Result<{ readonly explanation: OfficeExplanation | null; readonly providers: Readonly<Record<string, string>> }>>;
};

export type OfficeDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly transact: Transact<OfficeTx>;
  readonly reads: OfficeReads;
  readonly directory: OfficeDirectory;
  readonly duty: DutyDecisions;
  /** Addresses in mails. */
  readonly links: { companyCase(caseId: string): string; providerCase(caseId: string): string };
  readonly zone: string;
};

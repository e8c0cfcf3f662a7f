import type { AuditEventName } from '#app/domain/audit/events.ts';
import { contactTasks, ladderTasks } from '#app/domain/case/duty-tasks.ts';
import type { AssignmentRole, AssignmentState, CaseState, OfferState } from '#app/domain/case/statuses.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { Brief } from '#app/domain/routing/brief.ts';
import type { CompanyCount } from '#app/domain/routing/coarsening.ts';
import type { RoutingContext, RoutingDecision } from '#app/domain/routing/decision.ts';
import type { ProviderExplanation } from '#app/domain/routing/explain.ts';
import type { FairShareBatch } from '#app/domain/routing/fair-share.ts';
import type { RoutingCase, RoutingProvider, RoutingRegion } from '#app/domain/routing/input.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { CaseMoves } from '../case-moves.ts';
import type { AccountVault, ActRecord, CasePeople, Clock, Random, Transact } from '../ports.ts';

/** What is stored of a decision: the result, and the inputs it can be replayed from. */
export type DecisionRecord = {
  readonly decision: RoutingDecision;
  readonly routingCase: RoutingCase;
  readonly providers: readonly RoutingProvider[];
  readonly context: RoutingContext;
};

export type StoredDecision = { readonly id: string; readonly sequence: number; readonly record: DecisionRecord };

export type WaveRow = {
  readonly id: string;
  /** Counts the waves of the case. */
  readonly number: number;
  /** Its place in the rule set; 0: an offer to a named provider. */
  readonly step: number;
  readonly decisionId: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
};

export type OfferRow = {
  readonly id: string;
  readonly caseId: string;
  readonly waveId: string;
  readonly providerId: string;
  readonly state: OfferState;
  readonly rank: number;
  readonly brief: Brief;
  readonly explanation: ProviderExplanation | null;
  readonly sentAt: Date | null;
  readonly seenAt: Date | null;
  readonly expiresAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly confirmBy: Date | null;
  readonly decidedAt: Date | null;
};

export type AssignmentRow = {
  readonly id: string;
  readonly providerId: string;
  readonly offerId: string | null;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
  readonly createdAt: Date;
  readonly firstContactDue: Date | null;
  readonly firstContactAt: Date | null;
  /** 0 nothing told, 1 reminded, 2 asked the duty officer. */
  readonly reminderStep: number;
};

/** The tasks that routing reads: the ladder, and what a person must decide about a first contact. */
export const routingTasks = [...ladderTasks, ...contactTasks] as const;
export type TaskKind = (typeof routingTasks)[number];

export type TaskRow = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly outcome: string | null;
  /** 1 once its time has come and people were told. */
  readonly told: boolean;
};

/** Everything that routing knows of one case. Triage facts, never content. */
export type RoutingFile = {
  readonly id: string;
  readonly organisationId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly severity: Severity;
  readonly facts: ReportFacts;
  readonly reservedOfferId: string | null;
  /** Number of the newest wave of the present run; 0: routing has to begin anew. */
  readonly currentWave: number;
  readonly fence: number;
  readonly nextActionAt: Date | null;
  readonly reportedAt: Date;
  readonly decision: StoredDecision | null;
  readonly waves: readonly WaveRow[];
  readonly offers: readonly OfferRow[];
  readonly assignments: readonly AssignmentRow[];
  /** Ladder and decisions of the office; only the kinds above. */
  readonly tasks: readonly TaskRow[];
};

export type DueCase = { readonly id: string; readonly fence: number; readonly nextActionAt: Date };

export type OfferSummary = {
  readonly offer: OfferRow;
  readonly caseState: CaseState;
  readonly organisationId: string;
  readonly reservedOfferId: string | null;
};

export type ProviderCase = {
  readonly caseId: string;
  readonly reference: string;
  readonly organisationId: string;
  readonly state: CaseState;
  readonly severity: Severity;
  readonly kind: string;
  readonly assignmentState: AssignmentState;
  readonly firstContactDue: Date | null;
  /** When a former provider's reading ends. */
  readonly accessEndsAt: Date | null;
  readonly createdAt: Date;
};

export type OpenTask = {
  readonly id: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly severity: Severity | null;
  readonly caseState: CaseState | null;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly told: boolean;
};

export type Shift = {
  readonly id: string;
  readonly organisationId: string;
  readonly userId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

export type NamedPerson = { readonly userId: string; readonly name: string };

export type CompanyName = { readonly name: string; readonly town: string };

export type MatchingReads = {
  file(caseId: string): Promise<RoutingFile | null>;
  /** Whether the person can open the case of its own company: all confirmed members, or the chosen ones. */
  isRecipient(caseId: string, organisationId: string, userId: string): Promise<boolean>;
  due(now: Date, limit: number): Promise<readonly DueCase[]>;
  /** All providers, or the named ones, as they stand at this moment. */
  pool(at: Date, ids?: readonly string[]): Promise<readonly RoutingProvider[]>;
  /** How many registered companies share district, sector section and size class. */
  companyCounts(): Promise<readonly CompanyCount[]>;
  /** Null also for another provider's offer. */
  offer(offerId: string, providerId: string): Promise<OfferSummary | null>;
  /** Sent offers of running searches whose every mail is a dead letter. */
  undeliveredOffers(): Promise<readonly { readonly caseId: string; readonly offerId: string }[]>;
  offersOf(providerId: string, since: Date): Promise<readonly OfferSummary[]>;
  casesOf(providerId: string): Promise<readonly ProviderCase[]>;
  companyName(organisationId: string): Promise<CompanyName | null>;
  batchOf(caseId: string, offer: Pick<OfferRow, 'waveId' | 'providerId'>): Promise<FairShareBatch | null>;
  /** Not done, and not overtaken by what has happened to their case. */
  openTasks(limit: number): Promise<readonly OpenTask[]>;
  task(taskId: string): Promise<(TaskRow & { readonly caseId: string | null }) | null>;
  /** Shifts of one organisation, or of the office, that end after `from` and begin before `to`. */
  shifts(of: string | 'office', from: Date, to: Date): Promise<readonly Shift[]>;
  officers(): Promise<readonly NamedPerson[]>;
};

/** What routing itself keeps on a case. Its state belongs to the writer of cases. */
export type CasePatch = Partial<{ reservedOfferId: string | null; currentWave: number; nextActionAt: Date | null }>;

export type OfferPatch = Partial<{
  state: OfferState;
  seenAt: Date;
  acceptedAt: Date;
  acceptedBy: string;
  confirmBy: Date | null;
  decidedAt: Date;
  declineReason: string;
}>;

export type NewOffer = Omit<OfferRow, 'seenAt' | 'acceptedAt' | 'acceptedBy' | 'confirmBy' | 'decidedAt'> & { readonly createdAt: Date };

export type MatchingWrites = {
  /**
   * First statement of every step: takes the writer's lock, raises the fence. With `expected` only when nobody was there before;
   * without, in the given states. False: somebody else acted, or the case left these states.
   */
  lock(caseId: string, expected: DueCase | readonly CaseState[]): Promise<boolean>;
  /** The reservation is taken only while nobody holds it; false otherwise. */
  reserve(caseId: string, offerId: string): Promise<boolean>;
  /** Changes the case only while this offer holds it (null: while nobody does); false otherwise. */
  changeCase(caseId: string, heldBy: string | null, patch: CasePatch, at: Date): Promise<boolean>;
  addDecision(caseId: string, record: DecisionRecord, at: Date): Promise<string>;
  addWave(caseId: string, wave: Omit<WaveRow, 'id' | 'endedAt'>): Promise<string>;
  endWaves(caseId: string, ids: readonly string[], at: Date): Promise<void>;
  addOffer(offer: NewOffer): Promise<void>;
  /** False when the offer is in none of these states any more. */
  changeOffer(offerId: string, caseId: string, from: readonly OfferState[], patch: OfferPatch): Promise<boolean>;
  /** 1 reminded, 2 asked the duty officer. */
  remindOfFirstContact(assignmentId: string, caseId: string, step: 1 | 2): Promise<void>;
  addTask(caseId: string, kind: TaskKind, dueAt: Date, at: Date): Promise<string>;
  tellTask(taskId: string): Promise<void>;
  /** False when it was done already. */
  endTask(taskId: string, by: string, outcome: string, at: Date): Promise<boolean>;
  addBatch(caseId: string, waveId: string, batch: FairShareBatch): Promise<void>;
  replaceBatch(batch: FairShareBatch, at: Date): Promise<void>;
  addShift(shift: Shift & { readonly at: Date }): Promise<void>;
  removeShift(shiftId: string, organisationId: string): Promise<boolean>;
};

export type MatchingStore = MatchingReads & MatchingWrites;

export type MatchingTx = ActRecord & CaseMoves & { readonly store: MatchingStore; readonly people: CasePeople };

export type MatchingLinks = {
  providerOffer(id: string): string;
  providerCase(id: string): string;
  officeCase(id: string): string;
};

export type MatchingDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly reads: MatchingReads;
  readonly transact: Transact<MatchingTx>;
  readonly serviceClock: (at: Date) => ServiceClock;
  readonly region: RoutingRegion;
  /** IANA name of the region's time zone. */
  readonly zone: string;
  /** German paths, for mails. */
  readonly links: MatchingLinks;
};

export type OfferAudit = Extract<AuditEventName, `offer.${string}`>;

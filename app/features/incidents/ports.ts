import type { CaseEventName } from '#app/domain/case/case-machine.ts';
import type { Party } from '#app/domain/case/parties.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { CaseAccessFacts } from '#app/domain/access/relations.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { LegalRules } from '#app/domain/deadlines/legal.ts';
import type { RoutingCase } from '#app/domain/routing/input.ts';
import type { FirstAidCards } from '#app/domain/triage/first-aid-card.ts';
import type { IncidentKind, Nis2Scope, Severity, SizeClass } from '#app/domain/triage/kinds.ts';
import type { AccountVault, ActRecord, Clock, Idempotency, KeyGrants, Random, Transact } from '../ports.ts';

/** What the reporting company is, as far as triage and routing ask. */
export type ReportingCompany = {
  readonly organisationId: string;
  readonly district: string | null;
  readonly sectorSection: string | null;
  readonly sizeClass: SizeClass | null;
  readonly nis2Scope: Nis2Scope;
};

export type ReportCompanies = { find(organisationId: string): Promise<ReportingCompany | null> };

/** Published, approved providers by name, for wishes and exclusions. */
export type ProviderNames = { list(): Promise<readonly { readonly id: string; readonly name: string }[]> };

/** People of the office who must hear of a report. */
export type OfficePeople = {
  coordinators(): Promise<readonly string[]>;
  /** The officers on duty at this moment; when the calendar names none, everybody with that role. */
  onDuty(at: Date): Promise<readonly string[]>;
};

/** Providers to which the key of an urgent case may be sealed at report time: those that pass the filters which are never relaxed. */
export type ReleaseCandidates = { passing(routingCase: RoutingCase, at: Date): Promise<readonly string[]> };

/** The sealed report of a case, as stored. */
export type StoredReport = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly createdBy: string;
  readonly state: CaseState;
  readonly keyVersion: number;
  readonly sealedReport: Uint8Array;
  /** Raised by every change; a change based on an older one is refused. */
  readonly revision: number;
  readonly step: string;
  readonly updatedAt: Date;
};

export type StoredDeadline = {
  readonly id: string;
  readonly regime: string;
  readonly trigger: string;
  readonly triggerAt: Date;
  readonly dueAt: Date;
  readonly state: DeadlineRowState;
  readonly reason: string;
  readonly data: DeadlineRowData;
};

export type DeadlineRowState = 'open' | 'possible' | 'done' | 'superseded' | 'not_applicable';

/** JSON beside a deadline row. */
export type DeadlineRowData = {
  readonly duty: string;
  readonly precision: 'exact' | 'at_once';
  readonly legalBasis: string;
  readonly recipient: string;
};

export type NewDeadline = Omit<StoredDeadline, 'id'>;

export type StoredCase = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  readonly facts: string;
  readonly reasons: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly reportedAt: Date | null;
  readonly keyVersion: number;
};

export type StoredCaseEvent = { readonly sequence: number; readonly event: string; readonly data: string; readonly at: Date };

export type CaseListRow = StoredCase & {
  /** Sealed under the key version of its own time; null for a discarded draft. */
  readonly report: { readonly sealedReport: Uint8Array; readonly keyVersion: number } | null;
  readonly deadlines: readonly StoredDeadline[];
};

export type IncidentReads = {
  /** Null for absent and foreign cases alike. */
  access(caseId: string, organisationId: string): Promise<CaseAccessFacts | null>;
  report(caseId: string, organisationId: string): Promise<StoredReport | null>;
  findCase(caseId: string, organisationId: string): Promise<StoredCase | null>;
  deadlines(caseId: string): Promise<readonly StoredDeadline[]>;
  events(caseId: string): Promise<readonly StoredCaseEvent[]>;
  /** Newest first; drafts of the named person only. */
  list(organisationId: string, userId: string, limit: number): Promise<readonly CaseListRow[]>;
};

export type NewDraft = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly createdBy: string;
  readonly language: 'de' | 'en';
  readonly keyVersion: number;
  readonly sealedReport: Buffer;
  readonly step: string;
  readonly at: Date;
};

/** What a draft becomes when it is sent. */
export type SubmittedCase = {
  readonly state: CaseState;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly facts: string;
  readonly reasons: string;
  readonly consent: string;
  readonly callbackBox: Buffer;
  readonly district: string;
  readonly sectorSection: string | null;
  readonly sizeClass: string | null;
  readonly language: string;
  readonly noticedAt: Date;
  readonly reportedAt: Date;
  readonly nextActionAt: Date | null;
};

export type NewCaseEvent = {
  readonly event: CaseEventName;
  readonly from: CaseState;
  readonly to: CaseState;
  readonly by: Party;
  readonly userId: string | null;
  readonly organisationId: string | null;
  readonly reason: string | null;
  /** Codes, references and times only. */
  readonly data: Readonly<Record<string, string>>;
  readonly at: Date;
};

export type CaseChange = Partial<{
  state: CaseState;
  severity: Severity;
  kind: IncidentKind;
  facts: string;
  reasons: string;
  nextActionAt: Date | null;
  closedAt: Date;
  noticedAt: Date;
}>;

export type IncidentWrites = {
  insertDraft(draft: NewDraft): Promise<void>;
  /** False when somebody changed the report since `revision`, or it is no draft any more. */
  saveDraft(place: { caseId: string; organisationId: string; revision: number }, sealedReport: Buffer, step: string, at: Date): Promise<boolean>;
  /** False when the case is no draft (any more): then nothing was written. */
  submitDraft(place: { caseId: string; organisationId: string; revision: number }, submitted: SubmittedCase, sealedReport: Buffer): Promise<boolean>;
  /** False when the case has left that state in the meantime. */
  changeCase(place: { caseId: string; organisationId: string; from: CaseState; updatedAt: Date }, change: CaseChange, at: Date): Promise<boolean>;
  /** Takes the next number of the year; two reports never get the same. */
  takeReference(caseId: string, organisationId: string, year: number): Promise<string>;
  addEvent(caseId: string, event: NewCaseEvent): Promise<void>;
  addDeadlines(caseId: string, deadlines: readonly NewDeadline[], at: Date): Promise<void>;
  supersedeDeadlines(caseId: string, ids: readonly string[], at: Date): Promise<void>;
  addDutyTask(task: { caseId: string; kind: string; dueAt: Date; at: Date }): Promise<void>;
  endDutyTasks(caseId: string, kind: string, outcome: string, at: Date): Promise<void>;
  /** Removes the sealed report of a discarded draft. */
  removeReport(caseId: string): Promise<void>;
};

export type IncidentTx = ActRecord & { readonly incidents: IncidentWrites; readonly keyGrants: KeyGrants; readonly idempotency: Idempotency };

export type IncidentDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly transact: Transact<IncidentTx>;
  readonly reads: IncidentReads;
  readonly companies: ReportCompanies;
  readonly providers: ProviderNames;
  readonly office: OfficePeople;
  readonly candidates: ReleaseCandidates;
  /** Read when first asked for, then kept. */
  firstAidCards(): Promise<FirstAidCards>;
  readonly legalRules: LegalRules;
  /** Rules and calendar that hold around a moment. */
  serviceClock(at: Date): ServiceClock;
  /** German paths for mails. */
  readonly links: { companyCase(caseId: string): string; officeCase(caseId: string): string };
  readonly districtIds: readonly string[];
  /** IANA name of the region's time zone. */
  readonly zone: string;
};

import type { CaseState } from '#app/domain/case/statuses.ts';
import type { CaseAccessFacts } from '#app/domain/access/relations.ts';
import type { ServiceClock } from '#app/domain/deadlines/service-windows.ts';
import type { StoredDeadline } from '#app/domain/deadlines/deadline-rows.ts';
import type { RoutingCase } from '#app/domain/routing/input.ts';
import type { FirstAidCards } from '#app/domain/triage/first-aid-card.ts';
import type { IncidentKind, Nis2Scope, Severity, SizeClass } from '#app/domain/triage/kinds.ts';
import type { CaseMoves } from '../case-moves.ts';
import type { AccountVault, ActRecord, Clock, Idempotency, KeyGrants, Random, SiteReads, Transact } from '../ports.ts';

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

export type StoredCase = {
  readonly caseId: string;
  readonly organisationId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly kind: IncidentKind | null;
  readonly severity: Severity | null;
  readonly facts: string;
  readonly reasons: string;
  /** Sealed call-back data; null for a draft. */
  readonly callbackBox: Uint8Array | null;
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
};

export type IncidentWrites = {
  insertDraft(draft: NewDraft): Promise<void>;
  /** False when somebody changed the report since `revision`, or it is no draft any more. */
  saveDraft(place: { caseId: string; organisationId: string; revision: number }, sealedReport: Buffer, step: string, at: Date): Promise<boolean>;
  /** False when the case is no draft (any more): then nothing was written. */
  submitDraft(place: { caseId: string; organisationId: string; revision: number }, submitted: SubmittedCase, sealedReport: Buffer): Promise<boolean>;
  /** Takes the next number of the year; two reports never get the same. */
  takeReference(caseId: string, organisationId: string, year: number): Promise<string>;
  /** Removes the sealed report of a discarded draft. */
  removeReport(caseId: string): Promise<void>;
};

export type IncidentTx = ActRecord & CaseMoves & { readonly incidents: IncidentWrites; readonly keyGrants: KeyGrants; readonly idempotency: Idempotency };

export type IncidentDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly vault: AccountVault;
  readonly transact: Transact<IncidentTx>;
  readonly reads: IncidentReads;
  readonly companies: ReportCompanies;
  readonly providers: ProviderNames;
  readonly candidates: ReleaseCandidates;
  /** Read when first asked for, then kept. */
  firstAidCards(): Promise<FirstAidCards>;
  /** Rules and calendar that hold around a moment. */
  serviceClock(at: Date): ServiceClock;
  readonly sites: SiteReads;
  readonly districtIds: readonly string[];
  /** IANA name of the region's time zone. */
  readonly zone: string;
};

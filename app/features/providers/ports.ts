import type { SizeClass } from '#app/domain/triage/kinds.ts';
import type { BusinessCalendar } from '#app/domain/deadlines/business-hours.ts';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { FileType } from '#app/domain/files/file-types.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { ItemCode, ItemState } from '#app/domain/vetting/items.ts';
import type { ResponseClass } from '#app/domain/routing/response-class.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { DeclaredTie } from '#app/domain/vetting/conflicts.ts';
import type { LocalDate } from '#app/domain/vetting/validity.ts';
import type { AccountVault, ActRecord, Clock, Random, SealedFiles, Transact } from '../ports.ts';
import type { ApprovalCondition, ItemContent, ItemInReview, RequestedCapability } from './vetting-content.ts';

/** What a provider says about itself, and where it stands. */
export type ProviderProfile = {
  readonly providerId: string;
  readonly vettingState: VettingState;
  readonly approvedUntil: LocalDate | null;
  readonly districts: readonly string[];
  readonly languages: readonly string[];
  readonly remote: boolean;
  readonly onSite: boolean;
  /** Cases it can lead at once, by weight. */
  readonly capacityLimit: number;
  readonly responseClass: ResponseClass;
  /** Names of insurers whose panel it belongs to. */
  readonly insurerPanels: readonly string[];
  /** Companies it does not work for, by organisation id. */
  readonly exclusions: readonly string[];
  /** Agreed to stand in the public list. */
  readonly published: boolean;
  /** Day of the last successful test call, or null. */
  readonly channelTestOn: LocalDate | null;
};

export type ProfileChange = Pick<
  ProviderProfile,
  'districts' | 'languages' | 'remote' | 'onSite' | 'capacityLimit' | 'responseClass' | 'insurerPanels' | 'exclusions' | 'published'
>;

export type ApprovalRow = { readonly capability: IncidentKind; readonly level: CapabilityLevel; readonly validUntil: LocalDate };

/** A suspension and the second person it waits for. */
export type Suspension = {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly confirmBy: string;
  readonly confirmedBy: string | null;
};

/** Why the second person rejected an application or gave it back. A rejection's words reach the provider, those of a disagreement stay with the office. */
export type Verdict = {
  readonly verdict: 'reject' | 'disagree';
  /** A code of `rejectionReasons`; null for a disagreement. */
  readonly reason: string | null;
  /** May be empty for a rejection. */
  readonly words: string;
  readonly by: string;
  readonly at: string;
};

export type VettingItem = ItemInReview & { readonly decidedBy: string | null; readonly decidedAt: Date | null };

export type Vetting = {
  readonly id: string;
  readonly providerId: string;
  readonly state: VettingState;
  readonly submittedAt: Date | null;
  readonly reviewerA: string | null;
  readonly reviewerB: string | null;
  readonly decidedAt: Date | null;
  readonly validUntil: LocalDate | null;
  readonly conditions: readonly ApprovalCondition[];
  readonly suspension: Suspension | null;
  readonly verdict: Verdict | null;
  /** Until when missing proofs must be handed in. */
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly items: readonly VettingItem[];
  readonly requested: readonly RequestedCapability[];
};

export type VettingChange = Partial<
  Pick<Vetting, 'submittedAt' | 'reviewerA' | 'reviewerB' | 'decidedAt' | 'validUntil' | 'conditions' | 'suspension' | 'verdict' | 'dueAt'>
> & { readonly state?: VettingState };

/** A file handed in for one proof. */
export type VettingDocument = {
  readonly id: string;
  readonly vettingId: string;
  readonly providerId: string;
  readonly code: ItemCode;
  readonly name: string;
  readonly type: FileType;
  /** As the browser called it. */
  readonly claimedType: string;
  /** Over the original, taken while it came in; 64 hexadecimal digits. */
  readonly sha256: string;
  readonly size: number;
  readonly uploadedBy: string;
  readonly createdAt: Date;
  /** Replaced or taken back. */
  readonly withdrawnAt: Date | null;
  /** Its body is gone. */
  readonly erasedAt: Date | null;
};

export type StoredDocument = VettingDocument & { readonly storageName: string; readonly wrappedFileKey: Uint8Array };

/** One provider in the office's list: no documents. */
export type ProviderListRow = {
  readonly providerId: string;
  readonly name: string;
  readonly town: string;
  readonly districts: readonly string[];
  readonly standing: VettingState;
  readonly approvedUntil: LocalDate | null;
  /** State of an application that runs beside the standing, or null. */
  readonly application: { readonly state: VettingState; readonly submittedAt: Date | null; readonly reviewerA: string | null } | null;
  readonly suspensionOpen: boolean;
  readonly approvals: readonly ApprovalRow[];
};

export type PublicProvider = {
  readonly name: string;
  readonly town: string;
  readonly districts: readonly string[];
  readonly languages: readonly string[];
  readonly remote: boolean;
  readonly onSite: boolean;
  readonly approvals: readonly ApprovalRow[];
  readonly approvedUntil: LocalDate;
};

export type ProviderReads = {
  profile(providerId: string): Promise<ProviderProfile | null>;
  /** Approved, in time and agreed to be shown on this day. */
  published(today: LocalDate): Promise<readonly PublicProvider[]>;
  list(): Promise<readonly ProviderListRow[]>;
  openOffers(providerId: string): Promise<number>;
};

export type VettingReads = {
  /** Newest first. */
  ofProvider(providerId: string): Promise<readonly Vetting[]>;
  approvals(providerId: string): Promise<readonly ApprovalRow[]>;
  /** Everything the daily run looks at: running approvals, suspensions and applications that wait for proofs. */
  runningWithDates(): Promise<readonly Vetting[]>;
};

export type DocumentReads = {
  /** Withdrawn ones too, oldest first. */
  ofVetting(vettingId: string): Promise<readonly VettingDocument[]>;
  /** Null as well when its body is erased. */
  stored(providerId: string, documentId: string): Promise<StoredDocument | null>;
  /** Those of the names whose body is still needed. */
  storageNames(names: readonly string[]): Promise<ReadonlySet<string>>;
};

export type DocumentWrites = {
  ofVetting(vettingId: string): Promise<readonly VettingDocument[]>;
  add(document: Omit<StoredDocument, 'withdrawnAt' | 'erasedAt'>): Promise<void>;
  /** Returns those that were not withdrawn before. */
  withdraw(vettingId: string, documentIds: readonly string[], at: Date): Promise<readonly string[]>;
  /** Destroys the keys of what was withdrawn from an application; the sweep removes the bodies. Returns the ids. */
  eraseWithdrawn(vettingId: string, at: Date): Promise<readonly string[]>;
};

export type ProviderWrites = {
  /** Makes the provider; true when it is new. Writes in any case. */
  ensure(providerId: string, at: Date): Promise<boolean>;
  saveProfile(providerId: string, change: ProfileChange): Promise<boolean>;
  setStanding(providerId: string, state: VettingState, approvedUntil: LocalDate | null): Promise<void>;
  /** False when there is no such provider. */
  recordChannelTest(providerId: string, test: { readonly channels: number; readonly voice: boolean; readonly at: Date }): Promise<boolean>;
  /** Gives the people who lead the company the lead of the provider. */
  makeLeads(providerId: string, at: Date): Promise<void>;
  /** Takes back what is still open; the routing worker looks at the cases concerned at once. */
  revokeOpenOffers(providerId: string, reason: string, at: Date): Promise<readonly { readonly offerId: string; readonly caseId: string }[]>;
  /** Companies whose running case the provider leads or supports. */
  runningCompanies(providerId: string): Promise<readonly { readonly caseId: string; readonly reference: string; readonly userIds: readonly string[] }[]>;
};

export type VettingWrites = {
  create(vetting: { id: string; providerId: string; items: readonly { code: ItemCode; state: ItemState; content: ItemContent }[]; requested: readonly RequestedCapability[]; at: Date }): Promise<void>;
  /** Holds an application in one of these states until the transaction ends; false when it has left them. Writes in any case. */
  hold(vetting: Pick<Vetting, 'id' | 'providerId'>, states: readonly VettingState[] | 'any'): Promise<boolean>;
  /** False when somebody changed the application since it was read. */
  change(vetting: Pick<Vetting, 'id' | 'providerId' | 'state' | 'updatedAt'>, change: VettingChange, at: Date): Promise<boolean>;
  saveItem(vettingId: string, item: { code: ItemCode; state: ItemState; validUntil: LocalDate | null; content: ItemContent; decidedBy?: string; decidedAt?: Date }): Promise<void>;
  setRequested(vettingId: string, requested: readonly RequestedCapability[]): Promise<void>;
  /** Replaces what the provider was approved for. */
  storeApprovals(vetting: Pick<Vetting, 'id' | 'providerId'>, approvals: readonly ApprovalRow[], at: Date): Promise<void>;
  endApprovals(providerId: string, at: Date): Promise<void>;
};

export type TieRow = DeclaredTie & { readonly id: string; readonly declaredAt: Date };

export type TieReads = {
  /** Declared by this person, ended ones too, newest first. */
  of(userId: string): Promise<readonly TieRow[]>;
};

export type TieWrites = {
  declare(tie: { id: string; userId: string; kind: DeclaredTie['kind']; organisationId: string | null; capabilities: readonly string[]; at: Date }): Promise<void>;
  /** False when the person has no such running tie. */
  end(tieId: string, userId: string, at: Date): Promise<boolean>;
};

export type ProviderDirectory = {
  organisation(organisationId: string): Promise<{ readonly name: string; readonly town: string; readonly district: string | null; readonly sizeClass: SizeClass | null; readonly isMember: boolean } | null>;
  personNames(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The company of exactly this name, or null. */
  companyByName(name: string): Promise<string | null>;
  organisationNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Confirmed leads of a provider. */
  leads(organisationId: string): Promise<readonly string[]>;
  /** Confirmed reviewers of the office. */
  reviewers(): Promise<readonly string[]>;
  /** Companies a person of the office works for. */
  employersOf(userId: string): Promise<readonly string[]>;
  /** What these organisations are approved for or have applied for. */
  capabilitiesOf(organisationIds: readonly string[]): Promise<readonly string[]>;
};

export type ProviderTx = ActRecord & { readonly providers: ProviderWrites; readonly vettings: VettingWrites; readonly documents: DocumentWrites; readonly ties: TieWrites };

export type ProviderDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly transact: Transact<ProviderTx>;
  readonly providers: ProviderReads;
  readonly vettings: VettingReads;
  readonly documents: DocumentReads;
  readonly ties: TieReads;
  readonly vault: AccountVault;
  readonly files: SealedFiles;
  readonly directory: ProviderDirectory;
  readonly districtIds: readonly string[];
  /** IANA name of the region's time zone: approvals end at its midnight. */
  readonly zone: string;
  calendar(at: Date): BusinessCalendar;
  /** Tells the operators that something is wrong that no person asked for. */
  readonly alarm: (code: string, objectId: string) => void;
};

import type { IncidentKind, InsurerState, ReportLanguage, Severity, TriState } from '#app/domain/triage/kinds.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import type { CapabilityApproval, CapabilityLevel } from './capabilities.ts';
import type { TravelMatrix } from './travel.ts';

/** Outcome of an earlier offer or assignment in the same case; each closes the case for that provider (filter F11). */
export type TriedOutcome = 'declined' | 'withdrawn' | 'conflict';

/** What routing knows of a case: triage facts only, never content. */
export type RoutingCase = {
  readonly caseId: string;
  readonly severity: Severity;
  readonly kind: IncidentKind;
  /** District of the site concerned. */
  readonly district: string;
  readonly remotePossible: TriState;
  readonly onsiteWanted: TriState;
  readonly language: ReportLanguage;
  readonly insurer: InsurerState;
  /** Providers the insurer's panel permits; read only when `insurer` is `bound`. */
  readonly panelProviderIds: readonly string[];
  /** Asked first, in this order, one after the other; each must pass the filters. */
  readonly wishedProviderIds: readonly string[];
  /** The company's exclusion list. */
  readonly excludedProviderIds: readonly string[];
  /** Providers that may have caused the incident. */
  readonly causingProviderIds: readonly string[];
  /** Providers that audited the company's checklist; they conflict only when `independenceRequired`. */
  readonly auditorProviderIds: readonly string[];
  readonly independenceRequired: boolean;
  readonly companyId: string;
  /** Group of companies the reporting company belongs to; null: none. */
  readonly companyGroupId: string | null;
  /** A level the facts ask for beyond what the severity needs, for instance 4 for a team. */
  readonly minimumLevel: CapabilityLevel | null;
  /** Skills that would be good to have; given up last but before the duty officer. */
  readonly wantedSkills: readonly string[];
  readonly tried: readonly { readonly providerId: string; readonly outcome: TriedOutcome }[];
};

/**
 * A mandatory proof. Valid until the 24:00 local time of `validUntil`; null: has no end. What a routine test call renews every
 * month (V9) is not listed here: F12 judges it by the channels.
 */
export type MandatoryProof = {
  readonly item: string;
  readonly validUntil: string | null;
  readonly renewalFiled: boolean;
};

/** A way to reach a provider; `lastTestOkAt` is the instant of the last successful test, null: never tested. */
export type ReachChannel = {
  readonly kind: 'voice' | 'sms' | 'email' | 'push';
  readonly verified: boolean;
  readonly lastTestOkAt: string | null;
};

/** A local calendar span, both days included, `YYYY-MM-DD`. */
export type LocalSpan = { readonly from: string; readonly to: string };

/** What routing knows of a provider at the moment of the decision. */
export type RoutingProvider = {
  readonly providerId: string;
  readonly companyId: string;
  readonly groupId: string | null;
  readonly vettingState: VettingState;
  /** Local end date of the approval as a whole; null: none was ever given. */
  readonly vettingValidUntil: string | null;
  readonly proofs: readonly MandatoryProof[];
  readonly approvals: readonly CapabilityApproval[];
  readonly skills: readonly string[];
  /** Paused by its own wish, whatever the vetting state says. */
  readonly paused: boolean;
  readonly holidays: readonly LocalSpan[];
  /** Companies it declared not to work for (customers' competitors, shareholdings). */
  readonly declinedCompanyIds: readonly string[];
  /** Districts it serves on site. */
  readonly areas: readonly string[];
  readonly offersRemote: boolean;
  /** Districts of its sites; travel counts from the nearest. */
  readonly siteDistricts: readonly string[];
  /** On the duty calendar or within service hours at this moment (S1, S2). */
  readonly onDutyNow: boolean;
  /** Business minutes until the next free slot (S3, S4), 0: now; null: none known. */
  readonly nextFreeSlotMinutes: number | null;
  /** Contractual reaction in minutes on the clock of the severity; null: not offered. */
  readonly reactionMinutes: Readonly<Record<Severity, number | null>>;
  readonly languages: readonly ReportLanguage[];
  readonly activeWeight: number;
  readonly weightLimit: number;
  readonly channels: readonly ReachChannel[];
  /** An offer could not be delivered and no test has succeeded since. */
  readonly undeliverable: boolean;
  readonly record: ProviderRecord;
};

/** Measured history. Empty for a newcomer, which the score must not punish. */
export type ProviderRecord = {
  /** Latest accepted offers, newest first; at most ten are read. Minutes on the clock of the offer. */
  readonly acceptances: readonly { readonly minutes: number; readonly windowMinutes: number }[];
  /** Closed, confirmed cases of the last 24 months by kind. */
  readonly closedCases: Readonly<Partial<Record<IncidentKind, number>>>;
  /** Assignments accepted, and of these kept: first contact in time and no unexcused hand-back. */
  readonly accepted: number;
  readonly kept: number;
  /** Fair-share balance in micro-offers; positive: was owed more offers than it got. */
  readonly balanceMicro: number;
  /** Instant of the last offer; null: never. */
  readonly lastOfferAt: string | null;
};

/** The moment of the decision, as an instant and as the wall calendar and clock of the region. */
export type RoutingMoment = {
  readonly at: string;
  /** `YYYY-MM-DD` in the region. */
  readonly localDate: string;
  /** 0 to 23 in the region. */
  readonly localHour: number;
};

/** What routing needs from the region's data. */
export type RoutingRegion = {
  readonly travel: TravelMatrix;
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
};

import type { CaseEventName } from '#app/domain/case/case-machine.ts';
import type { ClosingReport } from '#app/domain/case/closing-report.ts';
import type { ExhibitPurpose } from '#app/domain/case/exhibit-types.ts';
import type { FileType } from '#app/domain/files/file-types.ts';
import type { AssignmentState, CaseState } from '#app/domain/case/statuses.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';

import type { CompanyStep } from './company-steps/company-steps.ts';

/** What the pages of a case show: plain JSON, instants as ISO text. */

/** Above every page of a case. */
export type CaseHeadView = {
  readonly caseId: string;
  readonly reference: string | null;
  readonly state: CaseState;
  readonly severity: Severity | null;
  readonly kind: IncidentKind | null;
  /** The sealed title; null without one, or before the release. */
  readonly title: string | null;
  readonly companyName: string;
  readonly companyTown: string;
  readonly providerName: string | null;
  /** May this side read the sealed content? */
  readonly released: boolean;
  /** The provider has no part in the case any more and only sees what it could see. */
  readonly formerUntil: string | null;
  readonly counts: { readonly messages: number; readonly exhibits: number };
  readonly now: string;
};

export type MessageView = {
  readonly id: string;
  readonly author: string;
  readonly organisation: string;
  readonly own: boolean;
  readonly ownSide: boolean;
  readonly at: string;
  readonly text: string;
};

export type MessagesView = { readonly head: CaseHeadView; readonly messages: readonly MessageView[] };

export type ExhibitView = {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly type: FileType;
  readonly purpose: ExhibitPurpose;
  readonly origin: string;
  readonly size: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly by: string;
  readonly organisation: string;
  readonly at: string;
  readonly removedAt: string | null;
  readonly mayRemove: boolean;
};

export type ExhibitsView = { readonly head: CaseHeadView; readonly exhibits: readonly ExhibitView[]; readonly mayAdd: boolean };

export type DeadlineView = {
  readonly id: string;
  readonly duty: string;
  readonly regime: string;
  readonly reason: string;
  readonly triggerAt: string;
  readonly dueAt: string;
  readonly atOnce: boolean;
  readonly legalBasis: string;
  readonly recipient: string;
  readonly state: 'open' | 'possible' | 'done' | 'not_applicable';
  readonly doneAt: string | null;
  readonly fileNumber: string | null;
  /** `lapsed`: the hour went by without an entry, and the case is over. */
  readonly clock: 'running' | 'soon' | 'overdue' | 'lapsed' | 'done';
  readonly periodMs: number;
  readonly leftMs: number;
};

export type DeadlinesView = { readonly head: CaseHeadView; readonly deadlines: readonly DeadlineView[]; readonly mayReport: boolean };

export type TimelineEntryView = {
  readonly key: string;
  readonly event: string;
  readonly at: string;
  readonly by: string | null;
  readonly organisation: string | null;
  readonly reason: string | null;
  readonly toState: CaseState | null;
  /** Sealed words beside the step, where the reader may see them. */
  readonly note: string | null;
  /** What was opened or added, for instance the name of an exhibit. */
  readonly about: string | null;
  readonly data: Readonly<Record<string, string>>;
};

export type HistoryView = {
  readonly head: CaseHeadView;
  readonly entries: readonly TimelineEntryView[];
  /** Who opened what; null for those who may not see it. */
  readonly openings: readonly TimelineEntryView[] | null;
};

export type OfficeNoteView = { readonly fromOffice: boolean; readonly id: string; readonly author: string; readonly organisation: string; readonly own: boolean; readonly at: string; readonly text: string };

export type ReportView = {
  readonly description: string | null;
  readonly systems: string | null;
  readonly measuresSoFar: string | null;
  readonly furtherContacts: string | null;
  readonly insurerName: string | null;
  readonly policyNumber: string | null;
};

export type ClosingReportView = ClosingReport & { readonly at: string; readonly by: string };

/** What matters most now, for the lamp. */
export type NowView =
  | { readonly kind: 'release'; readonly providerName: string }
  | { readonly kind: 'first_contact'; readonly providerName: string; readonly dueAt: string | null; readonly late: boolean }
  | { readonly kind: 'closure'; readonly providerName: string; /** When it closes without an answer. */ readonly endsAt: string | null }
  | { readonly kind: 'waiting_company'; readonly reason: string | null; readonly resumeAt: string | null; readonly note: string | null }
  | { readonly kind: 'deadlines' }
  | { readonly kind: 'triage' }
  | { readonly kind: 'query'; readonly question: string | null }
  | { readonly kind: 'routing' }
  | { readonly kind: 'self_help'; readonly endsAt: string | null }
  | { readonly kind: 'working'; readonly providerName: string }
  | { readonly kind: 'over'; readonly at: string | null; readonly mayReopen: boolean };

export type HelperView = {
  readonly name: string;
  readonly town: string;
  readonly person: string | null;
  readonly telephone: string | null;
  readonly state: AssignmentState;
  readonly since: string;
  readonly firstContactAt: string | null;
  readonly firstContactDue: string | null;
  readonly released: boolean;
};

/** What a page asks on which the company takes one step. */
export type CompanyStepView = {
  readonly severity: Severity | null;
  /** What the office wants to know. */
  readonly question: string | null;
  /** The provider that leads has not said yet that it was a false alarm. */
  readonly waitsForProvider: boolean;
};

export type CompanyCaseView = {
  readonly head: CaseHeadView;
  readonly now: NowView;
  readonly report: ReportView;
  readonly deadlines: readonly DeadlineView[];
  readonly helper: HelperView | null;
  readonly messages: readonly MessageView[];
  readonly timeline: readonly TimelineEntryView[];
  readonly officeNotes: readonly OfficeNoteView[];
  /** What the company may do on pages of their own. */
  readonly steps: readonly CompanyStep[];
  readonly mayDenyContact: boolean;
  readonly mayCorrectFacts: boolean;
  readonly closingReport: ClosingReportView | null;
};

export type ReleaseView = {
  readonly head: CaseHeadView;
  readonly provider: { readonly id: string; readonly name: string; readonly town: string; readonly approvedSince: string | null; readonly approvedUntil: string | null; readonly fingerprint: string };
  readonly alreadyReleased: boolean;
  /** The second factor was given again a moment ago. */
  readonly steppedUp: boolean;
  readonly consentVersion: string;
};

export type ClosureView = { readonly head: CaseHeadView; readonly report: ClosingReportView; readonly mayDecide: boolean };

export type ProviderCaseView = {
  readonly head: CaseHeadView;
  readonly assignment: { readonly state: AssignmentState; readonly firstContactDue: string | null; readonly firstContactAt: string | null; readonly late: boolean } | null;
  /** `site`: where the provider is needed; null where the company has one. */
  readonly callback: { readonly name: string; readonly phone: string; readonly site: { readonly name: string | null; readonly town: string } | null } | null;
  /** Null before the release. */
  readonly report: ReportView | null;
  readonly waiting: { readonly reason: string | null; readonly resumeAt: string | null } | null;
  readonly deadlines: readonly DeadlineView[];
  readonly messages: readonly MessageView[];
  readonly timeline: readonly TimelineEntryView[];
  readonly internalNotes: readonly MessageView[];
  readonly officeNotes: readonly OfficeNoteView[];
  readonly may: readonly CaseEventName[];
  readonly closingReport: ClosingReportView | null;
};

export type ProviderCaseListItem = {
  readonly caseId: string;
  readonly reference: string | null;
  readonly companyName: string;
  readonly severity: Severity | null;
  readonly state: CaseState;
  readonly firstContactDue: string | null;
  readonly over: boolean;
};

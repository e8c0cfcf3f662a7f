import type { CaseState, OfferState } from '#app/domain/case/statuses.ts';
import type { DeadlineOwner } from '#app/domain/case/deadline-owner.ts';
import type { OfficeExplanation } from '#app/domain/routing/explain.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { Decision } from './decisions.ts';

/** Plain JSON for pages; instants are ISO 8601. Triage facts, times, states and counts only. */

export type ClockView = {
  readonly kind: 'task' | 'answer_window' | 'confirmation' | 'first_contact' | 'legal' | 'waiting';
  readonly dueAt: string | null;
  readonly since: string;
  readonly regime: string | null;
  readonly late: boolean;
};

export const boardColumns = ['new', 'asked', 'working', 'closing'] as const;
export type BoardColumnName = (typeof boardColumns)[number];

export type TicketView = {
  readonly caseId: string;
  readonly reference: string;
  readonly state: CaseState;
  readonly kind: IncidentKind;
  readonly severity: Severity;
  readonly companyKind: string | null;
  readonly district: string | null;
  readonly sectorSection: string | null;
  readonly sizeClass: string | null;
  readonly language: string;
  readonly owner: DeadlineOwner | null;
  /** The provider that leads or holds the case, and those that are asked. */
  readonly leading: string | null;
  readonly asked: readonly string[];
  readonly offersOpen: number;
  readonly offersOver: number;
  readonly wave: number;
  readonly exhibits: number;
  readonly clock: ClockView;
};

export type DueTaskView = { readonly id: string; readonly kind: string; readonly caseId: string | null; readonly reference: string | null; readonly severity: Severity | null; readonly dueAt: string; readonly late: boolean };

export type BoardView = {
  readonly now: string;
  /** The most urgent thing that is late or waits for a person; null: nothing. */
  readonly urgent: TicketView | null;
  readonly columns: Readonly<Record<BoardColumnName, readonly TicketView[]>>;
  readonly total: number;
  readonly shown: number;
  readonly tasks: readonly DueTaskView[];
  readonly mail: { readonly pending: number; readonly dead: number };
};

export type EventView = { readonly key: string; readonly event: string; readonly toState: string | null; readonly reason: string | null; readonly by: string; readonly who: string | null; readonly at: string };

export type OfficeCaseView = {
  readonly now: string;
  readonly ticket: TicketView;
  readonly company: { readonly name: string; readonly town: string; readonly telephone: string | null };
  readonly callback: { readonly name: string; readonly telephone: string } | null;
  readonly reportedAt: string;
  /** Coded facts as they were given. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly reasons: readonly string[];
  readonly routingWanted: boolean;
  readonly deadlines: readonly { readonly id: string; readonly duty: string; readonly dueAt: string; readonly triggerAt: string; readonly state: string; readonly precision: string }[];
  readonly offers: readonly { readonly id: string; readonly provider: string; readonly state: OfferState; readonly wave: number; readonly rank: number; readonly sentAt: string | null; readonly until: string | null }[];
  readonly waves: readonly { readonly number: number; readonly startedAt: string; readonly endsAt: string | null; readonly endedAt: string | null }[];
  readonly explanation: OfficeExplanation | null;
  readonly providerNames: Readonly<Record<string, string>>;
  readonly events: readonly EventView[];
  readonly tasks: readonly DueTaskView[];
  readonly decisions: readonly Decision[];
  readonly askable: readonly { readonly id: string; readonly name: string }[];
  readonly notes: readonly { readonly id: string; readonly author: string; readonly from: string; readonly own: boolean; readonly at: string; readonly text: string }[];
  readonly mayChangeSeverity: boolean;
  readonly formKey: string;
};

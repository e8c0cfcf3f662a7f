import type { ClosingReport, ContactChannel } from '#app/domain/case/closing-report.ts';
import type { ExhibitPurpose } from '#app/domain/case/exhibit-types.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import type { CompanyRaiseReason } from '#app/domain/triage/severity-change.ts';

/** When a case was reported: on a working day so many days ago, or so many minutes ago. */
export type Moment = { readonly days: number; readonly time: string } | { readonly minutesAgo: number };

/** Answers as the form posts them, by field; lists are several ticks of one question. */
export type PostedAnswers = Readonly<Record<string, string | readonly string[]>>;

/** A small file, made while the demo is filled. */
export type DemoFile = {
  readonly kind: 'png' | 'pdf' | 'txt' | 'eml';
  readonly name: string;
  readonly purpose: ExhibitPurpose;
  readonly origin: string;
  /** What stands in it, line by line; the seed of the picture for `png`. */
  readonly lines: readonly string[];
};

/** One thing somebody does in a case. `company` and `provider` act through a person of the tale. */
export type Act =
  | { readonly act: 'office'; readonly decision: string; readonly question?: string; readonly consents?: boolean; readonly survivor?: string }
  | { readonly act: 'decline'; readonly reason: string }
  | { readonly act: 'accept' }
  | { readonly act: 'conflict' }
  | { readonly act: 'release' }
  | { readonly act: 'contact'; readonly channel: ContactChannel; readonly note?: string }
  | { readonly act: 'say'; readonly side: 'company' | 'provider'; readonly text: string; readonly second?: true }
  | { readonly act: 'attach'; readonly side: 'company' | 'provider'; readonly file: DemoFile }
  | { readonly act: 'milestone'; readonly milestone: 'mark_contained' | 'mark_restored'; readonly note: string; readonly reason?: string }
  | { readonly act: 'wait'; readonly reason: string; readonly days: number; readonly note: string }
  | { readonly act: 'resume' }
  | { readonly act: 'report'; readonly report: ClosingReport }
  | { readonly act: 'agree' }
  | { readonly act: 'object'; readonly text: string }
  | { readonly act: 'withdraw'; readonly text: string }
  | { readonly act: 'raise'; readonly severity: Severity; readonly reason: CompanyRaiseReason }
  | { readonly act: 'deadline_done'; readonly fileNumber: string }
  | { readonly act: 'tell_office'; readonly side: 'company' | 'provider'; readonly text: string }
  | { readonly act: 'office_answers'; readonly text: string }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'document'; readonly recipient: string };

/** An act and after how many minutes from the report it happens at the earliest. */
export type Step = readonly [minutes: number, act: Act];

export type CaseTale = {
  readonly key: string;
  readonly at: Moment;
  readonly kind: IncidentKind;
  /** Who reports, and a colleague who writes too. */
  readonly by: string;
  readonly colleague?: string;
  /** Minutes before the report at which it was noticed. */
  readonly noticed: number;
  readonly answers: PostedAnswers;
  /** False: stays a draft. */
  readonly sent?: false;
  readonly steps: readonly Step[];
};

export const hours = (count: number): number => count * 60;
export const days = (count: number): number => count * 24 * 60;

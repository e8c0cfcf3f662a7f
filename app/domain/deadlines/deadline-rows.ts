import type { ReportFacts } from '../triage/facts.ts';
import type { Severity } from '../triage/kinds.ts';
import { legalDeadlines } from './legal.ts';
import type { LegalDeadline, LegalRules } from './legal.ts';

/** `superseded`: a value that held before the facts were corrected; it stays, so that everybody sees what was said when. */
export const deadlineRowStates = ['open', 'possible', 'done', 'superseded', 'not_applicable'] as const;
export type DeadlineRowState = (typeof deadlineRowStates)[number];

/** A legal period as it is stored. */
export type DeadlineRow = {
  readonly regime: string;
  readonly trigger: string;
  readonly triggerAt: Date;
  readonly dueAt: Date;
  readonly state: DeadlineRowState;
  readonly reason: string;
  readonly data: {
    readonly duty: string;
    readonly precision: 'exact' | 'at_once';
    readonly legalBasis: string;
    readonly recipient: string;
  };
};

export type StoredDeadline = DeadlineRow & { readonly id: string };

/** The legal periods of a report as rows. `open`: the duty applies; `possible`: the facts do not say yet. */
export function deadlineRows(facts: ReportFacts, severity: Severity, rules: LegalRules): readonly DeadlineRow[] {
  return legalDeadlines({ facts, severity, nis2ReportSentAt: null }, rules).map(rowOf);
}

function rowOf(one: LegalDeadline): DeadlineRow {
  return {
    regime: one.regime,
    trigger: one.trigger,
    triggerAt: new Date(one.triggerAt),
    dueAt: new Date(one.dueAt),
    state: one.state === 'due' ? 'open' : 'possible',
    reason: one.reason,
    data: { duty: one.duty, precision: one.precision, legalBasis: one.legalBasis, recipient: one.recipient },
  };
}

export type DeadlineRevision = { readonly replaced: readonly StoredDeadline[]; readonly added: readonly DeadlineRow[] };

/**
 * What corrected facts change: rows that no longer hold are superseded and stay, new values come beside them. What is done
 * stays done, what starts from another event than awareness is left alone. The same correction twice changes nothing the second time.
 */
export function revisedDeadlines(stored: readonly StoredDeadline[], fresh: readonly DeadlineRow[]): DeadlineRevision {
  const settled = new Set(stored.filter((row) => row.state === 'done').map((row) => row.data.duty));
  const running = stored.filter((row) => (row.state === 'open' || row.state === 'possible') && row.trigger === 'awareness');
  const wanted = fresh.filter((row) => !settled.has(row.data.duty));
  return {
    replaced: running.filter((row) => !wanted.some((one) => same(one, row))),
    added: wanted.filter((one) => !running.some((row) => same(one, row))),
  };
}

function same(a: DeadlineRow, b: DeadlineRow): boolean {
  return (
    a.data.duty === b.data.duty &&
    a.state === b.state &&
    a.reason === b.reason &&
    a.triggerAt.getTime() === b.triggerAt.getTime() &&
    a.dueAt.getTime() === b.dueAt.getTime()
  );
}

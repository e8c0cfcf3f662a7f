import { legalDeadlines } from '#app/domain/deadlines/legal.ts';
import type { LegalDeadline, LegalRules } from '#app/domain/deadlines/legal.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { NewDeadline, StoredDeadline } from './ports.ts';

/** The legal periods of a report as rows. `open`: the duty applies; `possible`: the facts do not say yet. */
export function deadlineRows(facts: ReportFacts, severity: Severity, rules: LegalRules): readonly NewDeadline[] {
  return legalDeadlines({ facts, severity, nis2ReportSentAt: null }, rules).map(rowOf);
}

function rowOf(one: LegalDeadline): NewDeadline {
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

export type DeadlineRevision = { readonly replaced: readonly StoredDeadline[]; readonly added: readonly NewDeadline[] };

/**
 * What corrected facts change: rows that no longer hold are superseded and stay, new values come beside them. What is done
 * stays done, what starts from another event than awareness is left alone.
 */
export function revisedDeadlines(stored: readonly StoredDeadline[], fresh: readonly NewDeadline[]): DeadlineRevision {
  const settled = new Set(stored.filter((row) => row.state === 'done').map((row) => row.data.duty));
  const running = stored.filter((row) => (row.state === 'open' || row.state === 'possible') && row.trigger === 'awareness');
  const wanted = fresh.filter((row) => !settled.has(row.data.duty));
  return {
    replaced: running.filter((row) => !wanted.some((one) => same(one, row))),
    added: wanted.filter((one) => !running.some((row) => same(one, row))),
  };
}

function same(a: NewDeadline, b: NewDeadline): boolean {
  return (
    a.data.duty === b.data.duty &&
    a.state === b.state &&
    a.reason === b.reason &&
    a.triggerAt.getTime() === b.triggerAt.getTime() &&
    a.dueAt.getTime() === b.dueAt.getTime()
  );
}

import type { LegalDeadline, LegalDuty } from './legal.ts';

/** A value that held before the facts were corrected. */
export type SupersededDeadline = Pick<LegalDeadline, 'triggerAt' | 'dueAt' | 'state' | 'reason'> & {
  /** ISO 8601: when it was replaced. */
  readonly replacedAt: string;
};

/** A duty with everything that was ever computed for it; `current` is null once the facts no longer give rise to it. */
export type DeadlineHistory = {
  readonly duty: LegalDuty;
  readonly current: LegalDeadline | null;
  /** Oldest first. */
  readonly superseded: readonly SupersededDeadline[];
};

/** What changed, for the audit entry and the notice. */
export type DeadlineChange = { readonly duty: LegalDuty; readonly change: 'added' | 'moved' | 'lapsed' };

/** The first computation. */
export function startHistories(rows: readonly LegalDeadline[]): readonly DeadlineHistory[] {
  return rows.map((current) => ({ duty: current.duty, current, superseded: [] }));
}

/**
 * Replaces the rows of corrected facts. The old value is kept with the moment of its replacement; a duty that no longer
 * applies lapses but stays visible; one that did not change stays as it is, so repeating the act changes nothing.
 */
export function recomputeHistories(
  before: readonly DeadlineHistory[],
  fresh: readonly LegalDeadline[],
  at: string,
): { readonly histories: readonly DeadlineHistory[]; readonly changes: readonly DeadlineChange[] } {
  const changes: DeadlineChange[] = [];
  const kept = before.map((history): DeadlineHistory => {
    const next = fresh.find((one) => one.duty === history.duty) ?? null;
    if (sameRow(history.current, next)) return history;
    changes.push({ duty: history.duty, change: history.current === null ? 'added' : next === null ? 'lapsed' : 'moved' });
    return { duty: history.duty, current: next, superseded: [...history.superseded, ...asSuperseded(history.current, at)] };
  });
  const added = fresh.filter((one) => !before.some((history) => history.duty === one.duty));
  changes.push(...added.map((one) => ({ duty: one.duty, change: 'added' as const })));
  return { histories: [...kept, ...startHistories(added)], changes };
}

function asSuperseded(row: LegalDeadline | null, replacedAt: string): readonly SupersededDeadline[] {
  if (row === null) return [];
  return [{ triggerAt: row.triggerAt, dueAt: row.dueAt, state: row.state, reason: row.reason, replacedAt }];
}

function sameRow(a: LegalDeadline | null, b: LegalDeadline | null): boolean {
  if (a === null || b === null) return a === b;
  return a.triggerAt === b.triggerAt && a.dueAt === b.dueAt && a.state === b.state && a.reason === b.reason && a.recipient === b.recipient;
}

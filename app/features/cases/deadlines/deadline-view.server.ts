import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { isTerminal } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { OpeningEvent } from '../../case-moves.ts';
import type { KeyRing } from '../../ports.ts';
import { headOf } from '../case-head.server.ts';
import { requireCase, subjectOf } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import type { CaseDeps, DeadlineRow } from '../ports.ts';
import { noteOpenings } from '../history/note-opening.server.ts';
import { openJson, recordPlace } from '../sealed-json.ts';
import type { DeadlineView, DeadlinesView } from '../view.ts';

/** The legal duties of the company with their clocks; the provider sees them, the company marks them as done. */
export function openDeadlines(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<DeadlinesView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_deadlines', side);
    if (!opened.ok) return opened;
    const deadlines = await readDeadlines(deps, keys, opened.value);
    await noteOpenings(deps, opened.value, openingsOfDeadlines(deadlines));
    return ok({
      head: await headOf(deps, keys, opened.value),
      deadlines,
      mayReport: may(actor, 'case.change_deadline', opened.value.relations),
    });
  };
}

/** Of the legal duties only the file numbers are sealed. */
export function openingsOfDeadlines(deadlines: readonly DeadlineView[]): OpeningEvent[] {
  return deadlines.some((one) => one.fileNumber !== null) ? ['deadlines_opened'] : [];
}

export async function readDeadlines(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<DeadlineView[]> {
  const rows = await deps.reads.deadlines(opened.row.id);
  const fileNumbers = await readFileNumbers(deps, keys, opened);
  const now = deps.clock.now();
  const over = isTerminal(opened.row.state);
  return rows.map((row) => viewOf(row, fileNumbers.get(row.id) ?? null, now, over));
}

function viewOf(row: DeadlineRow, fileNumber: string | null, now: Date, over: boolean): DeadlineView {
  const periodMs = row.dueAt.getTime() - row.triggerAt.getTime();
  const leftMs = row.dueAt.getTime() - now.getTime();
  const atOnce = row.data.precision === 'at_once';
  const state = row.state === 'done' || row.state === 'possible' || row.state === 'not_applicable' ? row.state : 'open';
  return {
    id: row.id,
    duty: row.data.duty ?? row.regime,
    regime: row.regime,
    reason: row.reason,
    triggerAt: row.triggerAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    atOnce,
    legalBasis: row.data.legalBasis ?? '',
    recipient: row.data.recipient ?? '',
    state,
    doneAt: row.doneAt?.toISOString() ?? null,
    fileNumber: fileNumber === '' ? null : fileNumber,
    clock: clockOf(state, atOnce, leftMs, periodMs, over),
    periodMs,
    leftMs,
  };
}

/** The last quarter is marked as soon. What the law wants at once names no hour and is never late. In a case that is over nobody is pressed any more. */
function clockOf(state: DeadlineView['state'], atOnce: boolean, leftMs: number, periodMs: number, over: boolean): DeadlineView['clock'] {
  if (state === 'done' || state === 'not_applicable') return 'done';
  if (over && leftMs <= 0) return 'lapsed';
  if (atOnce) return 'soon';
  if (leftMs <= 0) return 'overdue';
  return leftMs <= periodMs / 4 ? 'soon' : 'running';
}

/** Sealed file numbers; without the case's key the duties are shown without them. */
async function readFileNumbers(deps: CaseDeps, keys: KeyRing, opened: OpenedCase): Promise<ReadonlyMap<string, string>> {
  const numbers = new Map<string, string>();
  const key = await keys.open(subjectOf(opened.row));
  if (!key.ok) return numbers;
  for (const row of await deps.reads.records(opened.row.id, ['deadline_report'])) {
    const content = openJson<{ deadlineId: string; fileNumber: string }>(key.value, recordPlace(row.id), row.sealedContent);
    if (content.ok) numbers.set(content.value.deadlineId, content.value.fileNumber);
  }
  return numbers;
}

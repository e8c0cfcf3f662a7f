import type { Actor } from '#app/domain/access/actor.ts';
import { stillAsks, waitsForDecision } from '#app/domain/case/duty-tasks.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import { requireOffice } from './office-rights.ts';
import type { CaseAtOffice, OfficeDeps, TaskAtOffice } from './ports.ts';
import { boardColumnOf, byUrgency, taskView, ticketOf } from './ticket.ts';
import { boardColumns } from './view.ts';
import type { BoardView, TicketView } from './view.ts';

export type BoardFilter = { readonly district: string | null; readonly severities: readonly Severity[] | null };

/** All running cases by where they stand, what is due, and the most urgent thing. Filters narrow the columns, never what is due. */
export function readBoard(deps: OfficeDeps) {
  return async function (actor: Actor, filter: BoardFilter): Promise<Result<BoardView>> {
    const member = requireOffice(deps, actor, 'board.read');
    if (!member.ok) return member;
    const now = deps.clock.now();
    const [cases, tasks, mail] = await Promise.all([deps.reads.running(), deps.reads.openTasks(), deps.reads.outboxCounts(now)]);
    const names = await deps.directory.organisations(cases.flatMap((one) => [...one.offers, ...one.assignments].map((each) => each.providerId)));
    const tickets = cases.map((one) => ticketOf(one, tasks, names, now)).sort(byUrgency);
    const shown = tickets.filter((one) => matches(one, filter));
    const byId = new Map(cases.map((one) => [one.caseId, one]));
    const due = tasks.filter((task) => waitsForDecision(task.kind) && stillWaits(task, byId)).map((task) => taskView(task, byId, now));
    return ok({
      now: now.toISOString(),
      urgent: tickets.find((one) => one.clock.late) ?? null,
      columns: Object.fromEntries(boardColumns.map((column) => [column, shown.filter((one) => boardColumnOf(one.state) === column)])) as unknown as BoardView['columns'],
      total: tickets.length,
      shown: shown.length,
      tasks: due.sort((a, b) => a.dueAt.localeCompare(b.dueAt)),
      mail: { pending: mail.pending, dead: mail.dead },
    });
  };
}

/** What nobody can decide any more is not due: the case is over, or stands where the question has no answer. */
function stillWaits(task: TaskAtOffice, running: ReadonlyMap<string, CaseAtOffice>): boolean {
  const found = running.get(task.caseId ?? '');
  return found !== undefined && stillAsks(task.kind, found.state);
}

function matches(ticket: TicketView, filter: BoardFilter): boolean {
  return (filter.district === null || ticket.district === filter.district) && (filter.severities === null || filter.severities.includes(ticket.severity));
}

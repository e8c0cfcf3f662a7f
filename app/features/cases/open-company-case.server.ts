import type { Actor } from '#app/domain/access/actor.ts';
import { caseEventsFor } from '#app/domain/case/case-machine.ts';
import type { CaseEventName } from '#app/domain/case/case-machine.ts';
import { REOPENING_DAYS } from '#app/domain/case/case-guards.ts';
import { isActiveAssignment, isBeingWorkedOn, isTerminal } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { headOf, leadOf, readReport, reportViewOf, valueOf } from './case-head.server.ts';
import { requireCase } from './case-rights.server.ts';
import type { OpenedCase } from './case-rights.server.ts';
import { readClosingReport } from './closing-report.server.ts';
import { readDeadlines } from './deadline-view.server.ts';
import { readSteps } from './history.server.ts';
import { readMessages } from './list-messages.server.ts';
import { readOfficeNotes } from './notes.server.ts';
import type { AssignmentRow, CaseDeps } from './ports.ts';
import type { CompanyCaseView, DeadlineView, HelperView, NowView, TimelineEntryView } from './view.ts';

/** What pages of this feature offer; everything else of the machine belongs to others. */
const offered: readonly CaseEventName[] = ['close', 'object', 'reopen', 'withdraw', 'deny_first_contact'];

/** The company's page of a case: what matters now, who helps, what is due. */
export function openCompanyCase(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, caseId: string): Promise<Result<CompanyCaseView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_content', 'company');
    if (!opened.ok) return opened;
    const report = valueOf(await readReport(deps, keys, opened.value));
    const messages = await readMessages(deps, keys, opened.value, 2);
    if (!messages.ok) return messages;
    const timeline = await readSteps(deps, keys, opened.value);
    const helper = await helperOf(deps, opened.value, timeline);
    const deadlines = await readDeadlines(deps, keys, opened.value);
    const endsAt = await deps.reads.endsByItselfAt(caseId);
    return ok({
      head: await headOf(deps, keys, opened.value, report ?? undefined),
      now: nowOf(deps, opened.value, helper, deadlines, timeline, endsAt),
      report: reportViewOf(report),
      deadlines,
      helper,
      messages: messages.value,
      timeline: timeline.slice(0, 6),
      officeNotes: await readOfficeNotes(deps, opened.value),
      may: caseEventsFor(opened.value.row.state, 'company').filter((one) => offered.includes(one)),
      closingReport: valueOf(await readClosingReport(deps, keys, opened.value)),
    });
  };
}

async function helperOf(deps: CaseDeps, opened: OpenedCase, timeline: readonly TimelineEntryView[]): Promise<HelperView | null> {
  const lead: AssignmentRow | null = leadOf(opened.row);
  if (lead === null || (!isActiveAssignment(lead.state) && lead.state !== 'fulfilled')) return null;
  const names = await deps.directory.organisations([lead.providerId]);
  const provider = names.get(lead.providerId);
  const found = await deps.reads.byId(opened.row.id);
  return {
    name: provider?.name ?? '',
    town: provider?.town ?? '',
    person: timeline.find((one) => one.event === 'log_first_contact')?.by ?? null,
    telephone: provider?.telephone ?? null,
    state: lead.state,
    since: lead.createdAt.toISOString(),
    firstContactAt: lead.firstContactAt?.toISOString() ?? null,
    firstContactDue: lead.firstContactDue?.toISOString() ?? null,
    released: found?.access.assignments.some((one) => one.providerId === lead.providerId && one.released) ?? false,
  };
}

/** One thing at a time, the most pressing first: without a release the provider cannot work with the content. */
function nowOf(deps: CaseDeps, { row }: OpenedCase, helper: HelperView | null, deadlines: readonly DeadlineView[], timeline: readonly TimelineEntryView[], endsByItselfAt: Date | null): NowView {
  const now = deps.clock.now();
  if (isTerminal(row.state)) {
    const mayReopen = row.state === 'closed' && row.closedAt !== null && now.getTime() - row.closedAt.getTime() <= REOPENING_DAYS * 86_400_000;
    return { kind: 'over', at: row.closedAt?.toISOString() ?? null, mayReopen };
  }
  if (helper !== null && !helper.released) return { kind: 'release', providerName: helper.name };
  if (row.state === 'closure_proposed' && helper !== null) return { kind: 'closure', providerName: helper.name, endsAt: endsByItselfAt?.toISOString() ?? null };
  if (row.state === 'waiting_company') {
    const step = timeline.find((one) => one.event === 'wait_for_company');
    return { kind: 'waiting_company', reason: step?.reason ?? null, resumeAt: step?.data.resumeAt ?? null, note: step?.note ?? null };
  }
  if (row.state === 'assigned' && helper !== null) {
    const late = helper.firstContactDue !== null && now.getTime() > new Date(helper.firstContactDue).getTime();
    return { kind: 'first_contact', providerName: helper.name, dueAt: helper.firstContactDue, late };
  }
  if (row.state === 'self_help') return { kind: 'self_help', endsAt: endsByItselfAt?.toISOString() ?? null };
  if (isBeingWorkedOn(row.state) && helper !== null) {
    return deadlines.some((one) => one.state === 'open' || one.state === 'possible') ? { kind: 'deadlines' } : { kind: 'working', providerName: helper.name };
  }
  return { kind: 'routing' };
}

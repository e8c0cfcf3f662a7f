import type { Actor } from '#app/domain/access/actor.ts';
import { caseEventsFor } from '#app/domain/case/case-machine.ts';
import { hasLeadingProvider, isActiveAssignment, isBeingWorkedOn, isRunning, isTerminal } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { headOf, leadOf, readReport, reportViewOf, valueOf } from './case-head.server.ts';
import { requireCase } from './case-rights.server.ts';
import type { OpenedCase } from './case-rights.server.ts';
import { readClosingReport } from './closing/closing-report.server.ts';
import { readDeadlines } from './deadlines/deadline-view.server.ts';
import { readSteps } from './history/history.server.ts';
import { readMessages } from './messages/list-messages.server.ts';
import { readOfficeNotes } from './history/notes.server.ts';
import { questionIn, stepsOffered } from './company-steps/open-company-step.server.ts';
import type { AssignmentRow, CaseDeps } from './ports.ts';
import type { CompanyCaseView, DeadlineView, HelperView, NowView, OfficeNoteView, TimelineEntryView } from './view.ts';

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
    const officeNotes = await readOfficeNotes(deps, opened.value);
    const { row } = opened.value;
    return ok({
      head: await headOf(deps, keys, opened.value, report ?? undefined),
      now: nowOf(deps, opened.value, { helper, deadlines, timeline, endsAt, officeNotes }),
      report: reportViewOf(report),
      deadlines,
      helper,
      messages: messages.value,
      timeline: timeline.slice(0, 6),
      officeNotes,
      steps: stepsOffered(row, deps.clock.now()),
      mayDenyContact: caseEventsFor(row.state, 'company').includes('deny_first_contact'),
      mayCorrectFacts: isRunning(row.state),
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

type Around = {
  readonly helper: HelperView | null;
  readonly deadlines: readonly DeadlineView[];
  readonly timeline: readonly TimelineEntryView[];
  readonly endsAt: Date | null;
  readonly officeNotes: readonly OfficeNoteView[];
};

/** One thing at a time, the most pressing first: without a release the provider cannot work with the content. */
function nowOf(deps: CaseDeps, { row }: OpenedCase, { helper, deadlines, timeline, endsAt: endsByItselfAt, officeNotes }: Around): NowView {
  const now = deps.clock.now();
  if (isTerminal(row.state)) {
    return { kind: 'over', at: row.closedAt?.toISOString() ?? null, mayReopen: stepsOffered(row, now).includes('reopen') };
  }
  if (helper !== null && !helper.released && hasLeadingProvider(row.state)) return { kind: 'release', providerName: helper.name };
  if (row.state === 'closure_proposed' && helper !== null) return { kind: 'closure', providerName: helper.name, endsAt: endsByItselfAt?.toISOString() ?? null };
  if (row.state === 'waiting_company') {
    const step = timeline.find((one) => one.event === 'wait_for_company');
    return { kind: 'waiting_company', reason: step?.reason ?? null, resumeAt: step?.data.resumeAt ?? null, note: step?.note ?? null };
  }
  if (row.state === 'assigned' && helper !== null) {
    const late = helper.firstContactDue !== null && now.getTime() > new Date(helper.firstContactDue).getTime();
    return { kind: 'first_contact', providerName: helper.name, dueAt: helper.firstContactDue, late };
  }
  if (row.state === 'query') return { kind: 'query', question: questionIn(officeNotes) };
  if (row.state === 'in_triage' || row.state === 'reported') return { kind: 'triage' };
  if (row.state === 'self_help') return { kind: 'self_help', endsAt: endsByItselfAt?.toISOString() ?? null };
  if (isBeingWorkedOn(row.state) && helper !== null) {
    return deadlines.some((one) => one.state === 'open' || one.state === 'possible') ? { kind: 'deadlines' } : { kind: 'working', providerName: helper.name };
  }
  return { kind: 'routing' };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import { caseEventsFor } from '#app/domain/case/case-machine.ts';
import { isActiveAssignment } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { headOf, mayReadContent, readReport, reportViewOf, valueOf } from './case-head.server.ts';
import { requireCase } from './case-rights.server.ts';
import { readClosingReport } from './closing/closing-report.server.ts';
import { openingsOfDeadlines, readDeadlines } from './deadlines/deadline-view.server.ts';
import { openingsOfSteps, readSteps } from './history/history.server.ts';
import { readMessages } from './messages/list-messages.server.ts';
import { noteOpenings } from './history/note-opening.server.ts';
import { readInternalNotes, readOfficeNotes } from './history/notes.server.ts';
import type { CaseDeps } from './ports.ts';
import type { ProviderCaseListItem, ProviderCaseView } from './view.ts';

/** Steps on the first page of a case; the rest stands in its history. */
const SHOWN_STEPS = 6;

/** The provider's page of a case. Before the release: whom to call, what is due, nothing of the content. */
export function openProviderCase(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, caseId: string): Promise<Result<ProviderCaseView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_facts', 'provider');
    if (!opened.ok) return opened;
    const { row, relations } = opened.value;
    const readable = mayReadContent(opened.value);
    const report = readable ? await readReport(deps, keys, opened.value) : null;
    const messages = readable ? valueOf(await readMessages(deps, keys, opened.value, 2)) : null;
    const timeline = await readSteps(deps, keys, opened.value);
    const deadlines = may(actor, 'case.read_deadlines', relations) ? await readDeadlines(deps, keys, opened.value) : [];
    const own = row.assignments.filter((one) => one.providerId === opened.value.actor.organisationId).at(-1) ?? null;
    const waits = timeline.find((one) => one.event === 'wait_for_company' || one.event === 'wait_for_third_party');
    const working = own !== null && isActiveAssignment(own.state);
    const now = deps.clock.now();
    await noteOpenings(deps, opened.value, [
      ...(report?.ok ? (['report_opened'] as const) : []),
      ...(messages === null || messages.length === 0 ? [] : (['messages_opened'] as const)),
      ...openingsOfSteps(timeline.slice(0, SHOWN_STEPS)),
      ...openingsOfDeadlines(deadlines),
    ]);
    return ok({
      head: await headOf(deps, keys, opened.value, report?.ok ? report.value : undefined),
      assignment:
        own === null
          ? null
          : {
              state: own.state,
              firstContactDue: own.firstContactDue?.toISOString() ?? null,
              firstContactAt: own.firstContactAt?.toISOString() ?? null,
              late: own.firstContactAt === null && own.firstContactDue !== null && now.getTime() > own.firstContactDue.getTime(),
            },
      callback: may(actor, 'case.read_callback', relations) && row.callbackBox !== null ? callbackOf(deps, row.id, row.callbackBox) : null,
      report: report?.ok ? reportViewOf(report.value) : null,
      waiting: (row.state === 'waiting_company' || row.state === 'waiting_third_party') && waits ? { reason: waits.reason, resumeAt: waits.data.resumeAt ?? null } : null,
      deadlines,
      messages: messages ?? [],
      timeline: timeline.slice(0, SHOWN_STEPS),
      internalNotes: await readInternalNotes(deps, keys, opened.value),
      officeNotes: may(actor, 'office_note.read', relations) ? await readOfficeNotes(deps, opened.value) : [],
      may: working ? caseEventsFor(row.state, 'provider') : [],
      closingReport: readable ? valueOf(await readClosingReport(deps, keys, opened.value)) : null,
    });
  };
}

function callbackOf(deps: CaseDeps, caseId: string, box: Uint8Array): NonNullable<ProviderCaseView['callback']> {
  const { name, phone, site } = deps.vault.open<{ name: string; phone: string; site?: { name: string | null; town: string } | null }>('Case', caseId, box);
  return { name, phone, site: site ?? null };
}

/** Cases the provider works on, and those that ended lately. Names only where it may still know them. */
export function listProviderCases(deps: CaseDeps) {
  return async function list(actor: Actor): Promise<Result<readonly ProviderCaseListItem[]>> {
    if (actor.kind !== 'member') return err('not_signed_in');
    const right = requireRight(actor, 'case.list', relationToOrganisation(actor, actor.organisationId), deps.clock.now());
    if (!right.ok) return right;
    const now = deps.clock.now();
    const rows = (await deps.reads.casesOfProvider(actor.organisationId)).filter(
      (one) => isActiveAssignment(one.assignmentState) || (one.accessEndsAt !== null && one.accessEndsAt.getTime() > now.getTime()),
    );
    const names = await deps.directory.organisations(rows.map((one) => one.organisationId));
    return ok(
      rows.map((one) => ({
        caseId: one.id,
        reference: one.reference,
        companyName: names.get(one.organisationId)?.name ?? '',
        severity: one.severity,
        state: one.state,
        firstContactDue: one.assignmentState === 'first_contact_due' ? (one.firstContactDue?.toISOString() ?? null) : null,
        over: !isActiveAssignment(one.assignmentState),
      })),
    );
  };
}

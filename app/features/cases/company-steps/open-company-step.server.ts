import type { Actor } from '#app/domain/access/actor.ts';
import { REOPENING_DAYS } from '#app/domain/case/case-guards.ts';
import { caseEventsFor } from '#app/domain/case/case-machine.ts';
import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireCase } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import { companySteps } from './company-steps.ts';
import type { CompanyStep } from './company-steps.ts';
import { readOfficeNotes } from '../history/notes.server.ts';
import type { CaseDeps, CaseRow } from '../ports.ts';
import type { CompanyStepView, OfficeNoteView } from '../view.ts';

/** What one step asks, for the page on which the company takes it. Refused with `wrong_state` when the case offers it no more. */
export function openCompanyStep(deps: CaseDeps) {
  return async function open(actor: Actor, caseId: string, step: CompanyStep): Promise<Result<CompanyStepView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_content', 'company');
    if (!opened.ok) return opened;
    const { row } = opened.value;
    if (!stepsOffered(row, deps.clock.now()).includes(step)) return err('wrong_state', { detail: row.state });
    return ok({
      severity: row.severity,
      question: step === 'answer_query' ? questionIn(await readOfficeNotes(deps, opened.value)) : null,
      waitsForProvider: step === 'declare_false_alarm' && !(await providerAgreed(deps, opened.value)),
    });
  };
}

/** What the company may do with its case now, in the order of the pages. */
export function stepsOffered(row: Pick<CaseRow, 'state' | 'severity' | 'closedAt'>, now: Date): readonly CompanyStep[] {
  // A draft is thrown away on a page of its report.
  const events: readonly string[] = row.state === 'draft' ? [] : caseEventsFor(row.state, 'company');
  return companySteps.filter((step) => {
    if (!events.includes(step)) return false;
    if (step === 'change_severity') return row.severity !== 'S1';
    if (step === 'reopen') return row.closedAt !== null && now.getTime() - row.closedAt.getTime() <= REOPENING_DAYS * 86_400_000;
    return true;
  });
}

/** The last word of the office in the channel that both read. */
export function questionIn(notes: readonly OfficeNoteView[]): string | null {
  return notes.find((note) => note.fromOffice)?.text ?? null;
}

/** For showing only: the act itself asks again under the lock. */
async function providerAgreed(deps: CaseDeps, { row }: OpenedCase): Promise<boolean> {
  const leading = leadingAssignmentOf({ offers: row.offers, assignments: row.assignments });
  const since = row.assignments.find((one) => one.id === leading?.id)?.createdAt;
  if (leading === null || since === undefined) return true;
  return (await deps.reads.events(row.id)).some((one) => one.event === 'false_alarm_agreed' && one.organisationId === leading.providerId && one.at >= since);
}

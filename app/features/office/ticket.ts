import { isOpenOffer } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { severities } from '#app/domain/triage/kinds.ts';
import { clockOf, ownerOf } from './case-clock.ts';
import type { CaseClock } from './case-clock.ts';
import type { CaseAtOffice, TaskAtOffice } from './ports.ts';
import type { BoardColumnName, ClockView, DueTaskView, TicketView } from './view.ts';

const columnOf: Partial<Record<CaseState, BoardColumnName>> = {
  reported: 'new',
  in_triage: 'new',
  query: 'new',
  self_help: 'new',
  ready: 'asked',
  matching: 'asked',
  escalated: 'asked',
  assigned: 'working',
  in_progress: 'working',
  waiting_company: 'working',
  waiting_third_party: 'working',
  contained: 'working',
  restored: 'working',
  closure_proposed: 'closing',
};

export function boardColumnOf(state: CaseState): BoardColumnName | null {
  return columnOf[state] ?? null;
}

export function ticketOf(found: CaseAtOffice, tasks: readonly TaskAtOffice[], names: ReadonlyMap<string, { readonly name: string }>, now: Date): TicketView {
  const leading = leadingAssignmentOf(found)?.providerId ?? found.offers.find((offer) => offer.state === 'accepted')?.providerId ?? null;
  const open = found.offers.filter((offer) => isOpenOffer(offer.state));
  return {
    caseId: found.caseId,
    reference: found.reference,
    state: found.state,
    kind: found.kind,
    severity: found.severity,
    companyKind: found.companyKind,
    district: found.district,
    sectorSection: found.sectorSection,
    sizeClass: found.sizeClass,
    language: found.language,
    owner: ownerOf(found),
    leading: leading === null ? null : (names.get(leading)?.name ?? null),
    asked: open.map((offer) => names.get(offer.providerId)?.name ?? '').filter((name) => name !== ''),
    offersOpen: open.length,
    offersOver: found.offers.filter((offer) => offer.state === 'expired' || offer.state === 'declined').length,
    wave: found.currentWave,
    exhibits: found.exhibits,
    clock: clockView(clockOf(found, tasks, now)),
  };
}

function clockView({ kind, dueAt, since, regime, late }: CaseClock): ClockView {
  return { kind, dueAt: dueAt?.toISOString() ?? null, since: since.toISOString(), regime, late };
}

export function taskView(task: TaskAtOffice, cases: ReadonlyMap<string, Pick<CaseAtOffice, 'reference' | 'severity'>>, now: Date): DueTaskView {
  const found = task.caseId === null ? undefined : cases.get(task.caseId);
  return { id: task.id, kind: task.kind, caseId: task.caseId, reference: found?.reference ?? null, severity: found?.severity ?? null, dueAt: task.dueAt.toISOString(), late: task.dueAt <= now };
}

/** Late before waiting, severe before harmless, long before short. */
export function byUrgency(a: TicketView, b: TicketView): number {
  if (a.clock.late !== b.clock.late) return a.clock.late ? -1 : 1;
  const severity = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return severity === 0 ? dueOf(a).localeCompare(dueOf(b)) : severity;
}

function dueOf({ clock }: TicketView): string {
  return clock.dueAt ?? clock.since;
}

import { ownerOfNextDeadline } from '#app/domain/case/deadline-owner.ts';
import type { DeadlineOwner } from '#app/domain/case/deadline-owner.ts';
import { waitsForDecision } from '#app/domain/case/duty-tasks.ts';
import { isAnswerable, isOpenOffer } from '#app/domain/case/statuses.ts';
import type { CaseAtOffice, TaskAtOffice } from './ports.ts';

/** What runs in a case. `dueAt` null: nothing but the waiting itself. */
export type CaseClock = {
  readonly kind: 'task' | 'answer_window' | 'confirmation' | 'first_contact' | 'legal' | 'waiting';
  readonly dueAt: Date | null;
  readonly since: Date;
  /** Regime of a legal period. */
  readonly regime: string | null;
  readonly late: boolean;
};

/** The one clock that matters now: what somebody of the network owes first, then the company's next legal period. */
export function clockOf(found: CaseAtOffice, tasks: readonly TaskAtOffice[], now: Date): CaseClock {
  const since = found.inStateSince;
  const at = (kind: CaseClock['kind'], dueAt: Date | null, regime: string | null = null): CaseClock => ({ kind, dueAt, since, regime, late: dueAt !== null && kind !== 'legal' && dueAt <= now });

  const task = tasks.filter((one) => one.caseId === found.caseId && waitsForDecision(one.kind)).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (task !== undefined && (task.dueAt <= now || found.state === 'escalated' || found.state === 'in_triage')) return at('task', task.dueAt);
  if (found.state === 'matching' || found.state === 'escalated') {
    const holder = found.offers.find((offer) => offer.state === 'accepted');
    if (holder?.confirmBy) return at('confirmation', holder.confirmBy);
    const windows = found.offers.filter((offer) => isOpenOffer(offer.state) && isAnswerable(offer.state) && offer.expiresAt !== null);
    const last = windows.sort((a, b) => (b.expiresAt?.getTime() ?? 0) - (a.expiresAt?.getTime() ?? 0))[0];
    if (last?.expiresAt) return at('answer_window', last.expiresAt);
    return { ...at('waiting', null), late: found.state === 'escalated' };
  }
  const unanswered = found.assignments.find((one) => one.state === 'first_contact_due' && one.firstContactAt === null);
  if (unanswered?.firstContactDue) return at('first_contact', unanswered.firstContactDue);
  const legal = found.deadlines
    .filter((one) => (one.state === 'open' || one.state === 'possible') && one.precision === 'exact' && one.dueAt > now)
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  if (legal !== undefined && found.state !== 'in_triage' && found.state !== 'reported') return at('legal', legal.dueAt, legal.regime);
  return at('waiting', null);
}

export function ownerOf(found: CaseAtOffice): DeadlineOwner | null {
  return ownerOfNextDeadline(found.state, found);
}

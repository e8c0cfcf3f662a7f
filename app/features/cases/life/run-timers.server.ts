import { pushedBy, remindersBefore, timerHolds } from '#app/domain/case/timers.ts';
import type { CaseTimerKind } from '#app/domain/case/timers.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import { enqueueCaseNotice } from '../../case-notices.ts';
import type { CaseDeps, CaseLinks, CaseTx, LockedCase, TimerRow } from '../ports.ts';
import { noteCase } from './store-step.ts';

const timersAtOnce = 100;

/** What a reminder says, and where it leads. */
const reminders: Partial<Record<CaseTimerKind, { readonly notice: NoticeKind; readonly path: keyof Pick<CaseLinks, 'company' | 'companyClosure' | 'companyRelease'> }>> = {
  closure_reminder: { notice: 'case_closure_reminder', path: 'companyClosure' },
  self_help_reminder: { notice: 'case_self_help_reminder', path: 'company' },
  release_reminder: { notice: 'case_release_waiting', path: 'companyRelease' },
};

/**
 * Does what is due in cases by itself: reminders, and ends that nobody objected to. Each timer is one transaction that begins
 * with the case's lock and takes the timer under a condition: run twice or in two processes it happens once, broken off it
 * happens at the next run. Returns how many fired.
 */
export function runTimers(deps: CaseDeps) {
  return async function run(): Promise<number> {
    let fired = 0;
    const failures: unknown[] = [];
    for (const timer of await deps.reads.dueTimers(deps.clock.now(), timersAtOnce)) {
      try {
        if (await deps.transact((tx) => fire(deps, tx, timer))) fired += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    // One broken case must not hold up the others; the worker hears of it all the same.
    if (failures.length > 0) throw failures[0];
    return fired;
  };
}

async function fire(deps: CaseDeps, tx: CaseTx, timer: TimerRow): Promise<boolean> {
  const held = await tx.cases.lock(timer.caseId, null);
  const at = deps.clock.now();
  if (held === null || !(await tx.timers.claim(timer.id, timer.caseId, at))) return false;
  if (!timerHolds(timer.kind, held.state)) return false;
  const before = remindersBefore(timer.kind);
  if (before === null) await remind(deps, tx, held, timer, at);
  else await closeByItself(tx, timer, before, at);
  return true;
}

async function remind(deps: CaseDeps, tx: CaseTx, held: LockedCase, timer: TimerRow, at: Date): Promise<void> {
  const reminder = reminders[timer.kind];
  if (reminder === undefined) throw new Error(`${timer.kind} is no reminder`);
  let end: Date | null = null;
  for (const later of (await tx.timers.open(timer.caseId)).filter((one) => one.createdAt.getTime() === timer.createdAt.getTime())) {
    const dueAt = pushedBy({ dueAt: timer.dueAt, at }, later.dueAt);
    if (dueAt > later.dueAt) await tx.timers.postpone(later.id, timer.caseId, dueAt);
    if (remindersBefore(later.kind) === timer.kind) end = dueAt;
  }
  await noteCase(tx.cases, { caseId: timer.caseId, event: 'reminded', actor: { kind: 'system' }, organisationId: null, at, data: { of: timer.kind } }, 'system');
  await enqueueCaseNotice(tx.outbox, await tx.people.ofCompany(timer.caseId, held.organisationId), {
    kind: reminder.notice,
    caseId: timer.caseId,
    reference: held.reference,
    path: deps.links[reminder.path](timer.caseId),
    until: end,
    turn: `timer:${timer.id}`,
  });
}

async function closeByItself(tx: CaseTx, timer: TimerRow, before: CaseTimerKind, at: Date): Promise<void> {
  const closed = await tx.advance({
    caseId: timer.caseId,
    fired: { name: 'close', by: 'system' },
    context: { closesItselfAt: timer.dueAt, remindersSent: await tx.timers.countFired(timer.caseId, before, timer.createdAt) },
    actor: { kind: 'system' },
    organisationId: null,
    at,
  });
  if (!closed.ok) throw new Error(`a case could not close by itself: ${closed.refusal.detail ?? closed.refusal.code}`);
}

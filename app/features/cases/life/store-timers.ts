import { releaseTimers, timerHolds, timersFrom } from '#app/domain/case/timers.ts';
import type { MovedCase } from '../../case-moves.ts';
import type { Writing } from '../writing.ts';

/** Drops the timers that a step makes pointless, and sets those that begin with it. */
export async function storeTimers({ parts, move, held, step }: Writing, assignment: MovedCase['assignment']): Promise<void> {
  const open = await parts.timers.open(move.caseId);
  await parts.timers.drop(move.caseId, open.filter((one) => !timerHolds(one.kind, step.state)).map((one) => one.id), move.at);
  const clock = parts.serviceClock(move.at);
  const waitsForRelease = assignment !== null && assignment.firstContactDue !== null && !assignment.released && held.severity !== null;
  const reminders = waitsForRelease && held.severity !== null ? releaseTimers(held.severity, move.at, clock) : [];
  await parts.timers.add(move.caseId, [...timersFrom(step, move.at, clock), ...reminders], move.at);
}

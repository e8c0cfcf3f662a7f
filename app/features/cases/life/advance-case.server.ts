import { step as caseStep } from '#app/domain/case/case-machine.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import { consequencesOf, leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import type { Consequences } from '#app/domain/case/consequences.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AdvanceCase, CaseMove } from '../../case-moves.ts';
import type { LockedCase } from '../ports.ts';
import { storeAssignments, storeNewAssignment } from './store-assignments.ts';
import { storeEvent, storeLegalPeriods, storeOffers, storeState, storeTasks } from './store-step.ts';
import { storeTimers } from './store-timers.ts';
import { tellOfAssignments, tellOfNewAssignment, tellOfOffers, tellOfStep } from './tell-of-step.ts';
import type { WriterParts, Writing } from '../writing.ts';

/** The one writer of changes of a case's state; see `AdvanceCase`. */
export function createAdvanceCase(parts: WriterParts): AdvanceCase {
  return async function advanceCase(move) {
    const held = await parts.cases.lock(move.caseId, move.at);
    if (held === null) return err('not_found');
    const decided = decide(held, move);
    if (!decided.ok) return decided;
    const { step, consequences } = decided.value;
    const writing: Writing = { parts, move, held, step, consequences };

    // Before anything new is written: what the end of the case drops is what was waiting until now.
    if (step.effects.includes('drop_pending_notices')) await parts.cases.dropPendingNotices(move.caseId);
    await storeState(writing);
    const sequence = await storeEvent(writing);
    await storeLegalPeriods(writing);
    await storeOffers(writing);
    await storeAssignments(writing);
    const assignment = await storeNewAssignment(writing);
    const taskDue = await storeTasks(writing);
    await storeTimers(writing, assignment);
    if (!move.quiet) {
      const until = move.until ?? taskDue ?? assignment?.firstContactDue ?? null;
      await tellOfStep(writing, sequence, until);
      await tellOfOffers(writing, sequence);
      await tellOfAssignments(writing, sequence);
      if (assignment !== null) await tellOfNewAssignment(writing, sequence, assignment);
    }
    return ok({ step, from: held.state, sequence, consequences, assignment });
  };
}

/** The machine's word on the event, with everything that is known of the case. */
function decide(held: LockedCase, move: CaseMove): Result<{ step: CaseStep; consequences: Consequences }> {
  const leading = leadingAssignmentOf(held.file);
  const row = held.assignments.find((one) => one.id === leading?.id) ?? null;
  const known = {
    now: move.at,
    ...(held.severity === null ? {} : { severity: held.severity }),
    ...(row?.firstContactAt ? { firstContactAt: row.firstContactAt } : {}),
    ...(row?.firstContactDue ? { firstContactDueAt: row.firstContactDue } : {}),
  };
  const closed = held.closedAt === null ? {} : { closedAt: held.closedAt };
  const stepped = caseStep(held.state, move.fired, { leadingAssignment: leading?.state ?? null, ...closed, ...known, ...move.context });
  if (!stepped.ok) return stepped;
  const followed = consequencesOf(stepped.value, held.file, { ...known, ...move.assignmentContext }, move.winner ?? null);
  return followed.ok ? ok({ step: stepped.value, consequences: followed.value }) : followed;
}

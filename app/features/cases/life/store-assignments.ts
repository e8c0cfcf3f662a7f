import { ACCESS_GRACE_HOURS, firstAssignmentState } from '#app/domain/case/assignment-machine.ts';
import type { AssignmentStep } from '#app/domain/case/assignment-machine.ts';
import { isActiveAssignment, isTerminal } from '#app/domain/case/statuses.ts';
import { firstContactDue } from '#app/domain/deadlines/service-windows.ts';
import type { MovedCase } from '../../case-moves.ts';
import type { Subject } from '../../ports.ts';
import type { AssignmentChange } from '../ports.ts';
import type { Writing } from '../writing.ts';

/** What a step does to who leads the case, and with it to who holds its key. */

export async function storeAssignments(writing: Writing): Promise<void> {
  const { parts, move, held, step, consequences } = writing;
  for (const { id, step: own } of consequences.assignments) await storeAssignment(writing, id, own);
  // The others of an immediate release are needed until the first word was exchanged, for a re-routing at night.
  if (step.effects.includes('log_first_contact') || isTerminal(step.state)) {
    await parts.keyGrants.dropAwaitingRelease(subjectOf(move.caseId, held.organisationId), null);
  }
}

async function storeAssignment({ parts, move, held }: Writing, id: string, own: AssignmentStep): Promise<void> {
  const providerId = held.file.assignments.find((one) => one.id === id)?.providerId;
  if (providerId === undefined) return;
  await parts.cases.changeAssignment(move.caseId, id, changeOf(own, move.at, move.assignmentContext?.firstContactAt));
  await parts.audit.append({ event: 'assignment.changed_state', actor: move.actor, at: move.at, organisationId: providerId, object: { kind: 'assignment', id }, reason: own.record.event });
  if (own.effects.includes('end_access_now') && providerId !== held.organisationId) {
    await parts.keyGrants.remove(subjectOf(move.caseId, held.organisationId), { kind: 'organisation', organisationId: providerId });
  }
}

function changeOf(own: AssignmentStep, at: Date, firstContactAt: Date | undefined): AssignmentChange {
  const { event } = own.record;
  return {
    state: own.state,
    ...(event === 'log_first_contact' ? { firstContactAt: firstContactAt ?? at } : {}),
    // The duty officer is asked with the denial itself.
    ...(event === 'deny_first_contact' ? { firstContactAt: null, reminderStep: 2 } : {}),
    ...(isActiveAssignment(own.state) ? {} : { endedAt: at }),
    ...(own.effects.includes('end_access_now') ? { accessEndsAt: at } : {}),
    ...(own.effects.includes('end_access_after_grace') ? { accessEndsAt: new Date(at.getTime() + ACCESS_GRACE_HOURS * 3_600_000) } : {}),
  };
}

/**
 * The assignment that the step makes. A provider that confirms signed in gets the key that waited for it; one that was assigned
 * by hand waits for the company's release.
 */
export async function storeNewAssignment({ parts, move, held, step, consequences }: Writing): Promise<MovedCase['assignment']> {
  const made = consequences.newAssignment;
  if (made === null) return null;
  const id = parts.random.id();
  const begins = made.state === firstAssignmentState;
  const due = begins && held.severity !== null ? firstContactDue(held.severity, move.at, parts.serviceClock(move.at)).dueAt : null;
  await parts.cases.createAssignment(move.caseId, { id, ...made, at: move.at, firstContactDue: due, firstContactAt: begins ? null : move.at });
  const mark = { actor: move.actor, at: move.at, organisationId: made.providerId } as const;
  await parts.audit.append({ event: 'assignment.changed_state', ...mark, object: { kind: 'assignment', id }, reason: begins ? 'confirmed' : step.record.event });
  const signedIn = begins && step.record.by === 'provider';
  const released = signedIn && (await parts.keyGrants.lift(subjectOf(move.caseId, held.organisationId), made.providerId, move.at));
  if (released) await parts.audit.append({ event: 'key.released', ...mark, object: { kind: 'case', id: move.caseId }, reason: 'immediate_release' });
  return { id, firstContactDue: due, released };
}

function subjectOf(id: string, organisationId: string): Subject {
  return { kind: 'case', id, organisationId };
}

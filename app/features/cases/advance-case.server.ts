import { ACCESS_GRACE_HOURS } from '#app/domain/case/assignment-machine.ts';
import type { AssignmentStep } from '#app/domain/case/assignment-machine.ts';
import { step as caseStep } from '#app/domain/case/case-machine.ts';
import { consequencesOf, leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import { isActiveAssignment, isTerminal } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Audience } from '#app/domain/case/parties.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { AdvanceCase, CaseMove, CaseNote } from '../case-moves.ts';
import type { ActRecord, KeyGrants, Random } from '../ports.ts';
import type { CaseDirectory, CaseLinks, CaseRecipients, CaseWrites, LockedCase } from './ports.ts';

export type AdvanceParts = ActRecord & {
  readonly cases: CaseWrites;
  readonly keyGrants: KeyGrants;
  readonly directory: CaseDirectory;
  readonly links: CaseLinks;
  readonly random: Random;
  /** The company's side of a case, as its key grants say. */
  recipientsOf(caseId: string, organisationId: string): Promise<CaseRecipients>;
};

/** The one writer of changes of a case's state; see `AdvanceCase`. */
export function createAdvanceCase(parts: AdvanceParts): AdvanceCase {
  return async function advanceCase(move) {
    const held = await parts.cases.lock(move.caseId, move.at);
    if (held === null) return err('not_found');
    const leading = leadingAssignmentOf(held.file);
    const leadingRow = held.assignments.find((one) => one.id === leading?.id) ?? null;
    const contact = leadingRow?.firstContactAt ? { firstContactAt: leadingRow.firstContactAt } : {};
    const due = leadingRow?.firstContactDue ? { firstContactDueAt: leadingRow.firstContactDue } : {};
    const severity = held.severity === null ? {} : { severity: held.severity };
    const known = { now: move.at, ...severity, ...contact, ...due };
    const closed = held.closedAt === null ? {} : { closedAt: held.closedAt };

    const stepped = caseStep(held.state, move.fired, { leadingAssignment: leading?.state ?? null, ...closed, ...known, ...move.context });
    if (!stepped.ok) return stepped;
    const step = stepped.value;
    const consequences = consequencesOf(step, held.file, { ...known, ...move.assignmentContext }, move.winner ?? null);
    if (!consequences.ok) return consequences;

    // Before anything new is written: what the end of the case drops is what was waiting until now.
    if (step.effects.includes('drop_pending_notices')) await parts.cases.dropPendingNotices(move.caseId);
    await storeState(move, step);
    const sequence = await parts.cases.addEvent(move.caseId, eventOf(move, step));
    await parts.audit.append({
      event: step.record.event === 'change_severity' ? 'case.severity_changed' : 'case.changed_state',
      actor: move.actor,
      at: move.at,
      organisationId: held.organisationId,
      object: { kind: 'case', id: move.caseId },
      reason: move.fired.reason ?? step.record.event,
    });
    for (const offer of consequences.value.offers) {
      await parts.cases.changeOffer(move.caseId, offer.id, offer.step.state, move.at);
    }
    for (const { id, step: own } of consequences.value.assignments) await storeAssignment(move, held, id, own);
    const assignmentId = await storeNewAssignment(move, consequences.value.newAssignment);
    if (step.effects.includes('create_duty_task')) {
      const task = move.dutyTask ?? { kind: step.record.event, dueAt: move.at };
      await parts.cases.addDutyTask({ caseId: move.caseId, kind: task.kind, dueAt: task.dueAt, data: task.data ?? {}, at: move.at });
    }
    if (step.effects.includes('log_first_contact')) {
      // The others of an immediate release are needed until the first word was exchanged, for a re-routing at night.
      await parts.keyGrants.dropAwaitingRelease({ kind: 'case', id: move.caseId, organisationId: held.organisationId }, null);
    }
    await tell(move, held, step, sequence);
    for (const { id, step: own } of consequences.value.assignments) await tellProviders(move, held, id, own, sequence);
    for (const { id, step: own } of consequences.value.offers) {
      const providerId = held.file.offers.find((one) => one.id === id)?.providerId;
      if (providerId === undefined) continue;
      const people = await parts.directory.members(providerId);
      for (const notice of own.notices) await enqueue(move, held, notice.kind, people, parts.links.provider(move.caseId), `${sequence}:${id}`);
    }
    return ok({ step, from: held.state, sequence, consequences: consequences.value, assignmentId });
  };

  async function storeState(move: CaseMove, step: CaseStep): Promise<void> {
    const over = isTerminal(step.state);
    const wakes = step.effects.includes('start_wave') || step.effects.includes('start_routing');
    await parts.cases.changeCase(move.caseId, {
      state: step.state,
      ...(step.state === 'closed' || over ? { closedAt: move.at } : {}),
      ...(step.record.event === 'reopen' ? { closedAt: null } : {}),
      ...(over ? { nextActionAt: null, reservedOfferId: null } : {}),
      ...(wakes ? { nextActionAt: move.at, wakeRouting: true } : {}),
      ...(move.nextActionAt === undefined ? {} : { nextActionAt: move.nextActionAt }),
    });
  }

  async function storeAssignment(move: CaseMove, held: LockedCase, id: string, own: AssignmentStep): Promise<void> {
    const atOnce = own.effects.includes('end_access_now');
    const later = own.effects.includes('end_access_after_grace');
    const ended = !isActiveAssignment(own.state);
    await parts.cases.changeAssignment(move.caseId, id, {
      state: own.state,
      ...(own.record.event === 'log_first_contact' ? { firstContactAt: move.assignmentContext?.firstContactAt ?? move.at } : {}),
      ...(own.record.event === 'deny_first_contact' ? { firstContactAt: null } : {}),
      ...(ended ? { endedAt: move.at } : {}),
      ...(atOnce ? { accessEndsAt: move.at } : {}),
      ...(later ? { accessEndsAt: new Date(move.at.getTime() + ACCESS_GRACE_HOURS * 3_600_000) } : {}),
    });
    const providerId = held.file.assignments.find((one) => one.id === id)?.providerId;
    if (atOnce && providerId !== undefined && providerId !== held.organisationId) {
      const subject = { kind: 'case', id: move.caseId, organisationId: held.organisationId } as const;
      await parts.keyGrants.remove(subject, { kind: 'organisation', organisationId: providerId });
    }
  }

  async function storeNewAssignment(move: CaseMove, made: { providerId: string; offerId: string | null; role: 'leading' | 'supporting'; state: 'first_contact_due' | string } | null): Promise<string | null> {
    if (made === null) return null;
    const id = parts.random.id();
    const renewed = made.state === 'active';
    await parts.cases.createAssignment(move.caseId, {
      id,
      providerId: made.providerId,
      offerId: made.offerId,
      role: made.role,
      state: renewed ? 'active' : 'first_contact_due',
      at: move.at,
      firstContactDue: move.firstContactDue ?? null,
      firstContactAt: renewed ? move.at : null,
    });
    return id;
  }

  async function tell(move: CaseMove, held: LockedCase, step: CaseStep, sequence: number): Promise<void> {
    for (const notice of step.notices) {
      const people = await audience(notice.to, move, held);
      await enqueue(move, held, notice.kind, people, pathFor(notice.to, notice.kind, move.caseId), String(sequence));
    }
  }

  async function tellProviders(move: CaseMove, held: LockedCase, id: string, own: AssignmentStep, sequence: number): Promise<void> {
    const providerId = held.file.assignments.find((one) => one.id === id)?.providerId;
    for (const notice of own.notices) {
      const toProvider = notice.to === 'provider' || notice.to === 'provider_admin';
      const people = toProvider && providerId !== undefined ? await parts.directory.members(providerId) : await audience(notice.to, move, held);
      await enqueue(move, held, notice.kind, people, pathFor(notice.to, notice.kind, move.caseId), `${sequence}:${id}`);
    }
  }

  async function audience(to: Audience, move: CaseMove, held: LockedCase): Promise<readonly string[]> {
    switch (to) {
      case 'company':
        return companyPeople(parts.directory, await parts.recipientsOf(move.caseId, held.organisationId));
      case 'provider':
      case 'provider_admin': {
        const providerId = move.winner?.providerId ?? leadingAssignmentOf(held.file)?.providerId;
        return providerId === undefined ? [] : parts.directory.members(providerId, to === 'provider_admin' ? 'provider.admin' : undefined);
      }
      case 'office':
        return parts.directory.officePeople('office.coordinator');
      case 'duty':
        return parts.directory.officePeople('office.duty');
      case 'reviewer_a':
      case 'reviewer_b':
        return [];
    }
  }

  function pathFor(to: Audience, kind: NoticeKind, caseId: string): string {
    if (to === 'provider' || to === 'provider_admin') return parts.links.provider(caseId);
    if (to !== 'company') return parts.links.office(caseId);
    if (kind === 'case_closure_proposed') return parts.links.companyClosure(caseId);
    return parts.links.company(caseId);
  }

  async function enqueue(move: CaseMove, held: LockedCase, kind: NoticeKind, people: readonly string[], path: string, turn: string): Promise<void> {
    // Whoever did it need not be told.
    const others = people.filter((userId) => move.actor.kind !== 'user' || move.actor.userId !== userId);
    for (const userId of others) {
      await parts.outbox.enqueue({
        kind,
        to: { userId },
        dedupeKey: `case:${move.caseId}:${turn}:${kind}:${userId}`,
        data: noticeData(move.caseId, held.reference, path, move.until ?? null),
      });
    }
  }
}

/** References, a path and a time: nothing of what the case is about. */
export function noticeData(caseId: string, reference: string | null, path: string, until: Date | null): Record<string, string> {
  return {
    caseId,
    path,
    ...(reference === null ? {} : { reference }),
    ...(until === null ? {} : { until: until.toISOString() }),
  };
}

/** The people of the company's side: confirmed members of the organisations, or the chosen persons. */
export async function companyPeople(directory: CaseDirectory, recipients: CaseRecipients): Promise<string[]> {
  const people = new Set(recipients.userIds);
  for (const organisationId of recipients.organisationIds) {
    for (const userId of await directory.members(organisationId)) people.add(userId);
  }
  return [...people];
}

function eventOf(move: CaseMove, step: CaseStep) {
  return {
    event: step.record.event,
    fromState: step.record.from,
    toState: step.record.to,
    actorKind: step.record.by,
    actorUserId: move.actor.kind === 'user' ? move.actor.userId : null,
    organisationId: move.organisationId,
    reason: move.fired.reason ?? null,
    data: move.data ?? {},
    at: move.at,
  };
}

/** Writes a step worth telling that changes no state. The case must be locked already. */
export async function noteCase(cases: CaseWrites, note: CaseNote, by: 'company' | 'provider' | 'system'): Promise<number> {
  return cases.addEvent(note.caseId, {
    event: note.event,
    fromState: null,
    toState: null,
    actorKind: by,
    actorUserId: note.actor.kind === 'user' ? note.actor.userId : null,
    organisationId: note.organisationId,
    reason: null,
    data: note.data ?? {},
    at: note.at,
  });
}

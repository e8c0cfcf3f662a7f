import type { AuditActor, AuditEventName } from '#app/domain/audit/events.ts';
import { endsWith, taskAskedBy } from '#app/domain/case/duty-tasks.ts';
import type { DutyTaskKind } from '#app/domain/case/duty-tasks.ts';
import type { CaseStep } from '#app/domain/case/case-machine.ts';
import { acceptsOffers, isTerminal } from '#app/domain/case/statuses.ts';
import { deadlineRows, revisedDeadlines } from '#app/domain/deadlines/deadline-rows.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { Severity } from '#app/domain/triage/kinds.ts';
import type { CaseNote, MoveBy } from '../../case-moves.ts';
import type { CaseChange, CaseWrites } from '../ports.ts';
import type { WriterParts, Writing } from '../writing.ts';

/** The parts of a step that are stored beside its assignments: state, event with log entry, offers, legal periods, tasks. */

export async function storeState({ parts, move, step }: Writing): Promise<void> {
  const over = isTerminal(step.state);
  const newRun = ['start_wave', 'start_routing', 'create_assignment'] as const;
  // The worker looks at every case that routing or a first contact waits for, and plans anew.
  const watched = step.state === 'ready' || step.state === 'assigned' || acceptsOffers(step.state);
  const change: CaseChange = {
    state: step.state,
    nextActionAt: watched ? move.at : null,
    ...(over ? { closedAt: move.at } : {}),
    ...(step.record.event === 'reopen' ? { closedAt: null } : {}),
    ...(over || step.effects.includes('create_assignment') ? { reservedOfferId: null } : {}),
    ...(newRun.some((effect) => step.effects.includes(effect)) ? { currentWave: 0 } : {}),
    ...(step.record.event === 'change_severity' && move.context?.wantedSeverity ? { severity: move.context.wantedSeverity } : {}),
  };
  await parts.cases.changeCase(move.caseId, change, watched);
  if (step.effects.includes('revoke_open_offers')) await parts.cases.endWaves(move.caseId, move.at);
}

/** Row of the timeline and entry of the log: who, when, by which code. Returns the row's number. */
export async function storeEvent({ parts, move, held, step }: Writing): Promise<number> {
  const reason = move.fired.reason ?? null;
  const sequence = await parts.cases.addEvent(move.caseId, {
    event: step.record.event,
    fromState: step.record.from,
    toState: step.record.to,
    actorKind: step.record.by,
    actorUserId: move.actor.kind === 'user' ? move.actor.userId : null,
    organisationId: move.organisationId,
    reason,
    data: move.data ?? {},
    at: move.at,
  });
  await parts.audit.append({
    event: auditNameOf(step),
    actor: move.actor,
    at: move.at,
    organisationId: held.organisationId,
    object: { kind: 'case', id: move.caseId },
    reason: reason ?? step.record.event,
  });
  return sequence;
}

function auditNameOf({ record }: CaseStep): AuditEventName {
  if (record.event === 'submit') return 'case.reported';
  if (record.event === 'change_severity') return 'case.severity_changed';
  return record.from === 'draft' ? 'case.draft_discarded' : 'case.changed_state';
}

export async function storeOffers({ parts, move, held, consequences }: Writing): Promise<void> {
  for (const { id, step } of consequences.offers) {
    const reason = step.record.reason ?? step.record.event;
    await parts.cases.changeOffer(move.caseId, id, { state: step.state, decidedAt: move.at, declineReason: reason });
    const providerId = held.file.offers.find((one) => one.id === id)?.providerId ?? null;
    await parts.audit.append({ event: 'offer.revoked', actor: move.actor, at: move.at, organisationId: providerId, object: { kind: 'offer', id }, reason });
  }
}

/** The legal clocks of a report begin with it, and follow its severity; what was said before stays as a superseded row. */
export async function storeLegalPeriods({ parts, move, held, step }: Writing): Promise<void> {
  const concerned = step.effects.includes('open_deadlines') || step.effects.includes('recompute_windows');
  const severity = move.context?.wantedSeverity ?? held.severity;
  if (concerned && severity !== null) await reviseLegalPeriods(parts, move, JSON.parse(held.facts) as ReportFacts, severity);
}

/** What no longer holds of the stored periods is superseded, what the facts give rise to comes beside it. */
export async function reviseLegalPeriods(parts: WriterParts, { caseId, at }: { readonly caseId: string; readonly at: Date }, facts: ReportFacts, severity: Severity): Promise<void> {
  const { replaced, added } = revisedDeadlines(await parts.cases.deadlines(caseId), deadlineRows(facts, severity, parts.legalRules));
  if (replaced.length > 0) await parts.cases.supersedeDeadlines(caseId, replaced.map((row) => row.id), at);
  for (const row of added) await parts.cases.addDeadline(caseId, row, at);
}

/** Ends what the step answers or makes pointless, and asks for what it needs from a person. Returns until when that is due. */
export async function storeTasks({ parts, move, held, step }: Writing): Promise<Date | null> {
  const open = await parts.cases.openTasks(move.caseId);
  const outcome = move.outcome ?? move.fired.reason ?? step.record.event;
  for (const task of open.filter((one) => endsWith(one.kind, step))) {
    await parts.cases.endTask(task.id, move.actor.kind === 'user' ? move.actor.userId : 'system', outcome, move.at);
    await parts.audit.append({ event: 'duty.task_done', actor: move.actor, at: move.at, object: { kind: 'duty_task', id: task.id }, reason: outcome });
  }
  const asked = move.goesOn || held.severity === null ? null : taskAskedBy(step, held.severity, move.at, parts.serviceClock(move.at));
  if (asked === null) return null;
  const there = open.find((one) => one.kind === asked.kind && !endsWith(one.kind, step));
  if (there !== undefined) return there.dueAt;
  await askOffice(parts, { caseId: move.caseId, kind: asked.kind, dueAt: asked.dueAt, data: {}, actor: move.actor, at: move.at });
  return asked.dueAt;
}

type OfficeTask = { readonly caseId: string; readonly kind: DutyTaskKind; readonly dueAt: Date; readonly data: Readonly<Record<string, string>>; readonly actor: AuditActor; readonly at: Date };

/** A task for a person of the office, with its entry in the log. */
export async function askOffice({ cases, audit }: Pick<WriterParts, 'cases' | 'audit'>, { actor, ...task }: OfficeTask): Promise<void> {
  const id = await cases.addDutyTask(task);
  await audit.append({ event: 'duty.task_created', actor, at: task.at, object: { kind: 'duty_task', id }, reason: task.kind });
}

/** Writes a step worth telling that changes no state. The case must be locked already. */
export async function noteCase(cases: CaseWrites, note: CaseNote, by: 'company' | 'provider' | 'system'): Promise<number> {
  return cases.addEvent(note.caseId, {
    event: note.event,
    fromState: null,
    toState: null,
    actorKind: by,
    actorUserId: userOf(note),
    organisationId: note.organisationId,
    reason: null,
    data: note.data ?? {},
    at: note.at,
  });
}

function userOf({ actor }: MoveBy): string | null {
  return actor.kind === 'user' ? actor.userId : null;
}

import type { Actor } from '#app/domain/access/actor.ts';
import type { Action } from '#app/domain/access/actions.ts';
import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseEventName } from '#app/domain/case/case-machine.ts';
import type { AssignmentContext } from '#app/domain/case/assignment-machine.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import type { KeyRing } from '../../ports.ts';
import { newRecord, storeRecord } from '../history/add-record.server.ts';
import { requireCase } from '../case-rights.server.ts';
import type { OpenedCase, Side } from '../case-rights.server.ts';
import { goOnToRouting, routesByItself } from '../go-on.ts';
import type { CaseDeps, CaseTx, LockedCase, RecordKind } from '../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';

type Act = {
  readonly actor: Actor;
  readonly keys: KeyRing;
  readonly side: Side;
  readonly caseId: string;
  readonly action: Action;
  readonly event: CaseEventName;
  readonly reason?: string;
  readonly context?: CaseContext;
  readonly assignmentContext?: AssignmentContext;
  readonly data?: Readonly<Record<string, string>>;
  /** Sealed words beside the step; needs the case's key. */
  readonly words?: { readonly kind: RecordKind; readonly content: Readonly<Record<string, unknown>> } | null;
  /** Looks at the case before anything is written. */
  readonly check?: (opened: OpenedCase) => Result<null>;
  /** What depends on the case under its lock, and what is stored beside the event. */
  readonly prepare?: (tx: CaseTx, held: LockedCase, opened: OpenedCase, at: Date) => Promise<Result<Prepared>>;
};

/** `onward`: the facts with which the case goes on from triage to routing by itself, when it is urgent. */
type Prepared = { readonly context?: CaseContext; readonly onward?: ReportFacts };

export type Acted = { readonly state: CaseState };

/** One event fired by one side: the right, then state, sealed words, log and mails in one transaction. */
export async function actOnCase(deps: CaseDeps, act: Act): Promise<Result<Acted>> {
  const opened = await requireCase(deps, act.actor, act.caseId, act.action, act.side);
  if (!opened.ok) return opened;
  const checked = act.check?.(opened.value) ?? ok(null);
  if (!checked.ok) return checked;
  const record = act.words ? newRecord(deps.random, act.words.kind, act.words.content) : null;
  const at = deps.clock.now();
  const { actor: member } = opened.value;
  return transactOrRefuse(deps.transact, async (tx) => {
    const held = await tx.cases.lock(act.caseId, at);
    if (held === null) return err('not_found');
    const prepared: Result<Prepared> = (await act.prepare?.(tx, held, opened.value, at)) ?? ok({});
    if (!prepared.ok) return prepared;
    const { onward, context } = prepared.value;
    const goesOn = onward !== undefined && routesByItself(held.severity, onward);
    const moved = await tx.advance({
      caseId: act.caseId,
      fired: { name: act.event, by: act.side, ...(act.reason === undefined ? {} : { reason: act.reason }) },
      context: { ...act.context, ...context },
      goesOn,
      ...(act.assignmentContext ? { assignmentContext: act.assignmentContext } : {}),
      actor: { kind: 'user', userId: member.userId },
      organisationId: member.organisationId,
      at,
      data: { ...act.data, ...(record === null ? {} : { recordId: record.id }) },
    });
    if (!moved.ok) return moved;
    const stored = record === null ? ok(null) : await storeRecord(tx, act.keys, opened.value, record, at);
    if (!stored.ok) return stored;
    const routed = goesOn && held.severity !== null ? await goOnToRouting(tx.advance, { caseId: act.caseId, at, facts: onward, severity: held.severity, outcome: act.event, quiet: false }) : null;
    return ok({ state: routed ?? moved.value.step.state });
  });
}

/** A free text of a form, or null when nothing was written. Longer ones are refused at the form. */
export function wordsOf(kind: RecordKind, event: CaseEventName, text: string | undefined): { kind: RecordKind; content: Record<string, unknown> } | null {
  const note = text?.trim() ?? '';
  return note === '' ? null : { kind, content: { event, note } };
}

/** Refused as input of one field of a form. */
export function fieldFault(field: string, key: string): Result<never> {
  return err('invalid_input', { fields: { [field]: [key] } });
}

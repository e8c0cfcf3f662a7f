import type { Action } from '#app/domain/access/actions.ts';
import type { Actor, Member } from '#app/domain/access/actor.ts';
import { casePartyOf } from '#app/domain/access/case-party.ts';
import type { CaseContext } from '#app/domain/case/case-guards.ts';
import type { CaseEventName } from '#app/domain/case/case-machine.ts';
import { waitsForDecision } from '#app/domain/case/duty-tasks.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { relaxationOrder } from '#app/domain/routing/relaxation.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { offeredDecisions, splitDecision } from './decisions.ts';
import { storeNote } from './notes.server.ts';
import { requireOffice } from './office-rights.ts';
import type { CaseFileAtOffice, OfficeDeps, TaskAtOffice } from './ports.ts';

/** What the form says beside the decision. */
export type DecisionInput = {
  readonly caseId: string;
  readonly decision: string;
  /** The task it answers; empty: the most urgent one. */
  readonly taskId: string;
  /** Who is asked, for `add_provider`. */
  readonly providerId: string;
  /** The company agrees, for `self_help` and `refer`. */
  readonly companyConsents: boolean;
  /** What is asked, for `ask`: goes into the channel the office reads along. */
  readonly question: string;
  /** Reference of the case that remains, for `duplicate`. */
  readonly survivingReference: string;
};

/** Records a decision of the office and does what was decided. Refused with `wrong_state` when the case offers no such decision any more. */
export function decideCase(deps: OfficeDeps) {
  return async function (actor: Actor, input: DecisionInput): Promise<Result<null>> {
    const member = requireOffice(deps, actor, 'duty_task.done');
    if (!member.ok) return member;
    const found = await deps.reads.findCase(input.caseId);
    if (found === null) return err('not_found');
    const tasks = (await deps.reads.openTasks(input.caseId)).filter((task) => waitsForDecision(task.kind));
    if (input.decision === '') return err('invalid_input', { fields: { decision: ['choose'] } });
    if (!offeredDecisions(found.state, tasks.length > 0).includes(input.decision)) return err('wrong_state', { detail: found.state });
    const done = await act(deps, actor, member.value, found, tasks, input);
    return done.ok ? ok(null) : done;
  };
}

async function act(deps: OfficeDeps, actor: Actor, member: Member, found: CaseFileAtOffice, tasks: readonly TaskAtOffice[], input: DecisionInput): Promise<Result<unknown>> {
  const { act: name, code } = splitDecision(input.decision);
  switch (name) {
    case 'add_provider':
      return input.providerId === '' ? err('invalid_input', { fields: { providerId: ['choose'] } }) : deps.duty.addProvider(actor, found.caseId, input.providerId);
    case 'relax': {
      const step = relaxationOrder.find((one) => one === code);
      return step === undefined ? err('invalid_input') : deps.duty.relaxRouting(actor, found.caseId, step);
    }
    case 'take_back':
      return deps.duty.takeBackFromSilent(actor, found.caseId);
    case 'record': {
      const task = tasks.find((one) => one.id === input.taskId) ?? tasks[0];
      return task === undefined ? err('wrong_state') : deps.duty.recordDecision(actor, task.id, code);
    }
    default:
      return moveCase(deps, actor, member, found, input);
  }
}

type Move = { readonly action: Action; readonly event: CaseEventName; readonly reason?: string; readonly context: CaseContext };

async function moveOf(deps: OfficeDeps, found: CaseFileAtOffice, input: DecisionInput): Promise<Result<Move>> {
  const { act: name, code } = splitDecision(input.decision);
  switch (name) {
    case 'make_ready': {
      const { insurer } = JSON.parse(found.facts) as { insurer?: string };
      const { routingWanted } = JSON.parse(found.consent) as { routingWanted?: boolean };
      return ok({ action: 'case.make_ready', event: 'make_ready', context: { routingConsent: routingWanted === true, insurerAnswered: insurer !== undefined } });
    }
    case 'ask':
      if (input.question.trim() === '') return err('invalid_input', { fields: { question: ['required'] } });
      return ok({ action: 'case.ask_query', event: 'ask', context: { questionStored: true } });
    case 'self_help':
      if (!input.companyConsents) return err('invalid_input', { fields: { companyConsents: ['consentNeeded'] } });
      return ok({ action: 'case.choose_self_help', event: 'choose_self_help', context: { companyConsents: true } });
    case 'refer':
      if (!input.companyConsents) return err('invalid_input', { fields: { companyConsents: ['consentNeeded'] } });
      return ok({ action: 'case.refer_out', event: 'refer_out', reason: code, context: { referralRecorded: true, companyConsents: true } });
    case 'close':
      return ok({ action: 'case.close_by_office', event: 'close', reason: code, context: {} });
    case 'false_alarm':
      return ok({ action: 'case.declare_false_alarm', event: 'declare_false_alarm', reason: code, context: {} });
    case 'duplicate': {
      const surviving = await deps.reads.caseByReference(input.survivingReference.trim());
      if (surviving === null || surviving === found.caseId) return err('invalid_input', { fields: { survivingReference: ['referenceUnknown'] } });
      return ok({ action: 'case.mark_duplicate', event: 'mark_duplicate', context: { survivingCaseLinked: true } });
    }
    default:
      return err('invalid_input', { fields: { decision: ['choose'] } });
  }
}

/** A step of the case itself, through its one writer. */
async function moveCase(deps: OfficeDeps, actor: Actor, member: Member, found: CaseFileAtOffice, input: DecisionInput): Promise<Result<null>> {
  const party = casePartyOf(actor, ['office']);
  const move = await moveOf(deps, found, input);
  if (!move.ok) return move;
  const right = requireOffice(deps, actor, move.value.action);
  if (!right.ok || party === null) return right.ok ? err('not_allowed') : right;
  const { event, reason, context } = move.value;
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    const moved = await tx.advance({
      caseId: found.caseId,
      fired: { name: event, by: party, ...(reason === undefined ? {} : { reason }) },
      context,
      actor: { kind: 'user', userId: member.userId },
      organisationId: member.organisationId,
      at,
      ...(event === 'mark_duplicate' ? { data: { survivingReference: input.survivingReference.trim() } } : {}),
    });
    if (!moved.ok) return moved;
    if (event === 'ask') await storeNote(deps, tx, { caseId: found.caseId, member, text: input.question.trim(), at });
    return ok(null);
  });
}

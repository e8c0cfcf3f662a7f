import type { Actor } from '#app/domain/access/actor.ts';
import { leadingAssignmentOf } from '#app/domain/case/consequences.ts';
import { falseAlarmReasons, isReasonOf } from '#app/domain/case/reasons.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, fieldFault } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps, CaseTx, LockedCase } from '../ports.ts';

/** `reason`: a code of `falseAlarmReasons`. */
export type FalseAlarmInput = { readonly caseId: string; readonly reason: string };

/**
 * The company ends a case that was none. Where a provider leads, it must have said the same before; refused with `wrong_state`,
 * detail `provider_agrees`, otherwise.
 */
export function declareFalseAlarm(deps: CaseDeps) {
  return async function declare(actor: Actor, keys: KeyRing, input: FalseAlarmInput): Promise<Result<Acted>> {
    if (!isReasonOf(falseAlarmReasons, input.reason)) return fieldFault('reason', 'choose');
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.declare_false_alarm',
      event: 'declare_false_alarm',
      reason: input.reason,
      prepare: async (tx, held) => ok({ context: { providerAgrees: await providerAgrees(tx, held, input.caseId) } }),
    });
  };
}

/** True also when no provider leads that could disagree. */
async function providerAgrees(tx: CaseTx, held: LockedCase, caseId: string): Promise<boolean> {
  const leading = leadingAssignmentOf(held.file);
  const row = held.assignments.find((one) => one.id === leading?.id);
  return row === undefined || tx.cases.hasNoteOf(caseId, 'false_alarm_agreed', row.providerId, row.createdAt);
}

import type { Actor } from '#app/domain/access/actor.ts';
import { isReasonOf, reopeningReasons } from '#app/domain/case/reasons.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { fieldFault, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import { newRecord, storeRecord } from '../history/add-record.server.ts';
import { leadOf } from '../case-head.server.ts';
import { requireCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';

/** `reason`: a code of `reopeningReasons`. */
export type ReopenInput = { readonly caseId: string; readonly reason: string; readonly text?: string };

const servingStates = ['approved', 'approved_with_conditions', 'expiring'];

/**
 * Within 30 days a closed case goes on: with the provider it had while that one is approved, else it is looked at anew.
 * The provider's old key copy may be gone; then the company releases once more.
 */
export function reopenCase(deps: CaseDeps) {
  return async function reopen(actor: Actor, keys: KeyRing, input: ReopenInput): Promise<Result<Acted>> {
    const opened = await requireCase(deps, actor, input.caseId, 'case.reopen', 'company');
    if (!opened.ok) return opened;
    if (!isReasonOf(reopeningReasons, input.reason)) return fieldFault('reason', 'choose');
    const { row, actor: member } = opened.value;
    const former = leadOf(row);
    const vetting = former === null ? null : await deps.directory.vetting(former.providerId);
    const at = deps.clock.now();
    const available =
      former !== null &&
      former.state === 'fulfilled' &&
      vetting !== null &&
      servingStates.includes(vetting.state) &&
      (vetting.approvedUntil === null || vetting.approvedUntil.getTime() > at.getTime());
    const words = wordsOf('reason', 'reopen', input.text);
    const record = words === null ? null : newRecord(deps.random, words.kind, words.content);
    return transactOrRefuse(deps.transact, async (tx) => {
      const moved = await tx.advance({
        caseId: input.caseId,
        fired: { name: 'reopen', by: 'company', reason: input.reason },
        context: { formerProviderAvailable: available },
        winner: available && former !== null ? { providerId: former.providerId, offerId: null } : null,
        actor: { kind: 'user', userId: member.userId },
        organisationId: member.organisationId,
        at,
        data: record === null ? {} : { recordId: record.id },
      });
      if (!moved.ok) return moved;
      const stored = record === null ? ok(null) : await storeRecord(tx, keys, opened.value, record, at);
      return stored.ok ? ok({ state: moved.value.step.state }) : stored;
    });
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { isReasonOf, waitingForCompanyReasons } from '#app/domain/case/reasons.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

/** `reason` decides who is waited for; `resumeAt`: ISO 8601, must lie ahead. */
export type WaitingInput = { readonly caseId: string; readonly reason: string; readonly resumeAt: string; readonly note?: string };

/** Work waits for the company or for somebody else, until a day that both sides see. */
export function setWaiting(deps: CaseDeps) {
  return function wait(actor: Actor, keys: KeyRing, input: WaitingInput): Promise<Result<Acted>> {
    const event = isReasonOf(waitingForCompanyReasons, input.reason) ? 'wait_for_company' : 'wait_for_third_party';
    const resumeAt = new Date(input.resumeAt);
    return actOnCase(deps, {
      actor,
      keys,
      side: 'provider',
      caseId: input.caseId,
      action: 'case.set_waiting',
      event,
      reason: input.reason,
      context: { resumeAt },
      data: { resumeAt: resumeAt.toISOString() },
      words: wordsOf('milestone', event, input.note),
    });
  };
}

export function resumeWork(deps: CaseDeps) {
  return function resume(actor: Actor, keys: KeyRing, input: { readonly caseId: string }): Promise<Result<Acted>> {
    return actOnCase(deps, { actor, keys, side: 'provider', caseId: input.caseId, action: 'case.set_waiting', event: 'resume_work' });
  };
}

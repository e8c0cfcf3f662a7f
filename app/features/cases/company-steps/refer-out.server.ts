import type { Actor } from '#app/domain/access/actor.ts';
import { isReasonOf, referralTargets } from '#app/domain/case/reasons.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, fieldFault, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

/** `target`: a code of `referralTargets`; `passedOn`: to whom exactly, and what was handed over, in own words. */
export type ReferOutInput = { readonly caseId: string; readonly target: string; readonly passedOn: string };

/** The company hands its case to somebody outside the network; the words about it stay sealed. */
export function referOut(deps: CaseDeps) {
  return async function refer(actor: Actor, keys: KeyRing, input: ReferOutInput): Promise<Result<Acted>> {
    if (!isReasonOf(referralTargets, input.target)) return fieldFault('target', 'choose');
    const words = wordsOf('reason', 'refer_out', input.passedOn);
    if (words === null) return fieldFault('passedOn', 'required');
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.refer_out',
      event: 'refer_out',
      reason: input.target,
      context: { referralRecorded: true },
      words,
    });
  };
}

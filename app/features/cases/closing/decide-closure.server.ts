import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, fieldFault, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

/** The company agrees that the case is over. Also ends a case of self-help. */
export function confirmClosure(deps: CaseDeps) {
  return function confirm(actor: Actor, keys: KeyRing, input: { readonly caseId: string }): Promise<Result<Acted>> {
    return actOnCase(deps, { actor, keys, side: 'company', caseId: input.caseId, action: 'case.confirm_closure', event: 'close' });
  };
}

/** The company says what is still missing; the work goes on. */
export function objectToClosure(deps: CaseDeps) {
  return async function object(actor: Actor, keys: KeyRing, input: { readonly caseId: string; readonly text: string }): Promise<Result<Acted>> {
    const words = wordsOf('reason', 'object', input.text);
    if (words === null) return fieldFault('text', 'required');
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.object_to_closure',
      event: 'object',
      context: { objectionStored: true },
      assignmentContext: { objectionStored: true },
      words,
    });
  };
}

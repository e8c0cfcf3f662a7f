import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase, wordsOf } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

/** The company takes its case back, with or without words: offers are revoked, the provider's part ends. */
export function withdrawCase(deps: CaseDeps) {
  return function withdraw(actor: Actor, keys: KeyRing, input: { readonly caseId: string; readonly text?: string }): Promise<Result<Acted>> {
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.withdraw',
      event: 'withdraw',
      words: wordsOf('reason', 'withdraw', input.text),
    });
  };
}

/** The company says that no contact took place; within a day of the entry. */
export function denyFirstContact(deps: CaseDeps) {
  return function deny(actor: Actor, keys: KeyRing, input: { readonly caseId: string }): Promise<Result<Acted>> {
    return actOnCase(deps, {
      actor,
      keys,
      side: 'company',
      caseId: input.caseId,
      action: 'case.deny_first_contact',
      event: 'deny_first_contact',
    });
  };
}

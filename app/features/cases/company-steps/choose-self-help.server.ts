import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { actOnCase } from '../life/act-on-case.server.ts';
import type { Acted } from '../life/act-on-case.server.ts';
import type { CaseDeps } from '../ports.ts';

/** The company solves its case by itself; after three days it is asked how it went, and help can be asked for at any time. */
export function chooseSelfHelp(deps: CaseDeps) {
  return function choose(actor: Actor, keys: KeyRing, input: { readonly caseId: string }): Promise<Result<Acted>> {
    return actOnCase(deps, { actor, keys, side: 'company', caseId: input.caseId, action: 'case.choose_self_help', event: 'choose_self_help' });
  };
}

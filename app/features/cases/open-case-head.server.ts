import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { headOf } from './case-head.server.ts';
import { requireCase } from './case-rights.server.ts';
import type { Side } from './case-rights.server.ts';
import type { CaseDeps } from './ports.ts';
import type { CaseHeadView } from './view.ts';

/** The head above a page of the case whose content comes from another feature. */
export function openCaseHead(deps: CaseDeps) {
  return async function open(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<CaseHeadView>> {
    const opened = await requireCase(deps, actor, caseId, 'case.read_timeline', side);
    return opened.ok ? ok(await headOf(deps, keys, opened.value)) : opened;
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { headOf } from '../case-head.server.ts';
import { requireCase } from '../case-rights.server.ts';
import type { Side } from '../case-rights.server.ts';
import { noteOpenings } from '../history/note-opening.server.ts';
import type { CaseDeps } from '../ports.ts';
import { readExhibits } from './read-exhibits.server.ts';
import type { ExhibitsView } from '../view.ts';

/** Every exhibit of a case, removed ones with their hash too: what was there stays known. */
export function listExhibits(deps: CaseDeps) {
  return async function list(actor: Actor, keys: KeyRing, side: Side, caseId: string): Promise<Result<ExhibitsView>> {
    const opened = await requireCase(deps, actor, caseId, 'exhibit.list', side);
    if (!opened.ok) return opened;
    const exhibits = await readExhibits(deps, keys, opened.value);
    if (!exhibits.ok) return exhibits;
    await noteOpenings(deps, opened.value, exhibits.value.length > 0 ? ['exhibits_opened'] : []);
    const mayAdd = isRunning(opened.value.row.state) && may(actor, 'exhibit.upload', opened.value.relations);
    return ok({ head: await headOf(deps, keys, opened.value), exhibits: exhibits.value, mayAdd });
  };
}

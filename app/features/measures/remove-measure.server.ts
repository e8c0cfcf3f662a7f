import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { requireOwn } from './open-measures.server.ts';
import type { MeasureDeps } from './ports.ts';

/**
 * Takes a measure out of the plan with everything that was noted on it; the gap can be taken over again. `not_found` when it
 * is gone already, `conflict_of_versions` when somebody has changed it since the page was made.
 */
export function removeMeasure(deps: MeasureDeps) {
  return async function (actor: Actor, input: { readonly measureId: string; readonly seenRevision: number }): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'measure.change');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    if ((await deps.measures.find(organisationId, input.measureId)) === null) return err('not_found');
    const at = deps.clock.now();
    return transactOrRefuse(deps.transact, async (tx) => {
      if (!(await tx.measures.remove({ id: input.measureId, organisationId, seenRevision: input.seenRevision }))) return err('conflict_of_versions');
      await tx.audit.append({ event: 'measure.removed', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'measure', id: input.measureId } });
      return ok(null);
    });
  };
}

import type { Member } from '#app/domain/access/actor.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { MatchingDeps } from './ports.ts';
import type { Act } from './record.ts';
import { scheduleNext } from './schedule-next.ts';

/**
 * One act of a person in routing: takes the case, reads it as it stands, acts, plans what comes next, all in one transaction.
 * `work` decides everything from what it reads after the lock. `otherwise`: the answer when the case has left `states`.
 */
export function takeTurn<T>(
  deps: MatchingDeps,
  member: Member,
  caseId: string,
  states: readonly CaseState[],
  otherwise: Result<T>,
  work: (act: Act) => Promise<Result<T>>,
): Promise<Result<T>> {
  return deps.transact(async (tx) => {
    if (!(await tx.store.lock(caseId, states))) return otherwise;
    const file = await tx.store.file(caseId);
    if (file === null) return err('not_found');
    const act: Act = { deps, tx, file, now: deps.clock.now(), actor: { kind: 'user', userId: member.userId }, organisationId: member.organisationId };
    const result = await work(act);
    await scheduleNext(act);
    return result;
  });
}

import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** Every run of the member's organisation that the keys open, newest first. */
export function listAssessments(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<OpenRun[]>> {
    const member = requireOwn(actor, 'assessment.list', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const facts = await deps.assessments.factsOf(organisationId);
    const runs: OpenRun[] = [];
    for (const assessment of await deps.assessments.list(organisationId)) {
      const run = await openRun(assessment, keys, assessment.factsAtClose ?? facts);
      if (run.ok) runs.push(run.value);
      else if (run.refusal.code !== 'key_missing') return err(run.refusal.code);
    }
    return ok(runs);
  };
}

export type NewestAssessments = {
  /** Newest first. */
  readonly runs: readonly OpenRun[];
  /** How many closed ones were left out. */
  readonly older: number;
};

/** What goes on and the `mostClosed` runs that were closed last; of the others only how many there are: to open one costs as much as its answers. */
export function listNewestAssessments(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, mostClosed: number): Promise<Result<NewestAssessments>> {
    const member = requireOwn(actor, 'assessment.list', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const facts = await deps.assessments.factsOf(organisationId);
    const heads = await deps.assessments.heads(organisationId);
    const older = new Set(heads.filter((head) => head.state === 'closed').sort((a, b) => Number(b.closedAt) - Number(a.closedAt)).slice(mostClosed));
    const runs: OpenRun[] = [];
    for (const { id } of heads.filter((head) => !older.has(head))) {
      const assessment = await deps.assessments.find(organisationId, id);
      if (assessment === null) continue;
      const run = await openRun(assessment, keys, assessment.factsAtClose ?? facts);
      if (run.ok) runs.push(run.value);
      else if (run.refusal.code !== 'key_missing') return err(run.refusal.code);
    }
    return ok({ runs, older: older.size });
  };
}

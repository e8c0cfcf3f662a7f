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

import type { Actor } from '#app/domain/access/actor.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { requireOwn } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { startAssessment } from './start-assessment.server.ts';
import type { StartedAssessment } from './start-assessment.server.ts';

/** Starts the checklist of an earlier run once more, in today's version; its answers are offered there, none is taken over. `not_found` where the checklist is gone. */
export function startAgain(deps: ChecklistDeps) {
  const start = startAssessment(deps);
  return async function (actor: Actor, keys: KeyRing, input: { readonly assessmentId: string; readonly idempotencyKey: string }): Promise<Result<StartedAssessment>> {
    const member = requireOwn(actor, 'assessment.start', deps.clock.now());
    if (!member.ok) return member;
    const earlier = await deps.assessments.find(member.value.organisationId, input.assessmentId);
    if (earlier === null) return err('not_found');
    return start(actor, keys, { checklistId: earlier.frozen.checklistId, idempotencyKey: input.idempotencyKey });
  };
}

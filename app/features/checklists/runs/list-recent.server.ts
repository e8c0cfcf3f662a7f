import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { AssessmentHead, ChecklistDeps } from '../ports.ts';

const newest = 4;

/**
 * The runs that a first page speaks of, newest first: the four newest, and whatever their age the newest one that goes on, the newest
 * closed one and the newest that is due again. However many runs there are, no more than these are opened.
 */
export function listRecentAssessments(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<OpenRun[]>> {
    const now = deps.clock.now();
    const member = requireOwn(actor, 'assessment.list', now);
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const facts = await deps.assessments.factsOf(organisationId);
    const runs: OpenRun[] = [];
    for (const { id } of recent(await deps.assessments.heads(organisationId), now)) {
      const assessment = await deps.assessments.find(organisationId, id);
      if (assessment === null) continue;
      const run = await openRun(assessment, keys, assessment.factsAtClose ?? facts);
      if (run.ok) runs.push(run.value);
      else if (run.refusal.code !== 'key_missing') return err(run.refusal.code);
    }
    return ok(runs);
  };
}

function recent(heads: readonly AssessmentHead[], now: Date): AssessmentHead[] {
  const wanted = new Set<AssessmentHead | undefined>([
    ...heads.slice(0, newest),
    heads.find((head) => head.state === 'running'),
    heads.find((head) => head.state === 'closed'),
    heads.find((head) => head.state === 'closed' && head.remindAt !== null && head.remindAt <= now),
  ]);
  return heads.filter((head) => wanted.has(head));
}

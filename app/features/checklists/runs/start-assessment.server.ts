import type { Actor } from '#app/domain/access/actor.ts';
import { scopeOf } from '#app/domain/checklist/site-scope.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { requireOwn, subjectOf } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type StartAssessmentInput = {
  readonly checklistId: string;
  /** From the form; posts with the same key start one run. */
  readonly idempotencyKey: string;
};

/** `first` is the first question with its topic, null when nothing is asked of this company. */
export type StartedAssessment = { readonly assessmentId: string; readonly first: { readonly id: string; readonly topicId: string } | null; /** The company has several sites: somebody has to say for which the answers hold. */ readonly asksSites: boolean };

/** Starts a run: freezes the version, makes its own key for the organisation. Starting anew is always allowed. */
export function startAssessment(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: StartAssessmentInput): Promise<Result<StartedAssessment>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.start', at);
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const version = deps.library.checklists.find((each) => each.version.checklistId === input.checklistId);
    if (version === undefined) return err('not_found');

    const facts = await deps.assessments.factsOf(organisationId);
    const asked = standingsOf(version.version, {}, facts).find((standing) => standing.notAsked === null);
    const first = asked ? { id: asked.requirement.id, topicId: asked.topicId } : null;
    const asksSites = scopeOf(await deps.sites.sitesOf(organisationId), null).kind === 'undecided';
    const id = deps.random.id();
    const made = await keys.create(subjectOf({ id, organisationId }), [{ kind: 'organisation', organisationId }]);
    if (!made.ok) return made;
    const { key, grants } = made.value;

    return deps.transact(async (tx) => {
      const earlier = await tx.idempotency.claim(input.idempotencyKey, userId, id, at);
      if (earlier !== null) return ok({ assessmentId: earlier, first, asksSites });
      await tx.assessments.start({ id, organisationId, version, keyVersion: key.version, startedBy: userId, at });
      await tx.keyGrants.add(grants, userId);
      await tx.audit.append({
        event: 'assessment.started',
        actor: { kind: 'user', userId },
        at,
        organisationId,
        object: { kind: 'assessment', id },
        reason: `${version.version.checklistId}@${version.version.version}`,
      });
      return ok({ assessmentId: id, first, asksSites });
    });
  };
}

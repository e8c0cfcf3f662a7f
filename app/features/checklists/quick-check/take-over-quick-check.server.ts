import type { Actor } from '#app/domain/access/actor.ts';
import { answersOfQuickRun, readQuickCode } from '#app/domain/checklist/quick-code.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { answerRow, plainContent, requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { quickCheck } from './quick-check.server.ts';

export type TakeOverInput = {
  readonly code: string;
  /** From the form; posts with the same key make one run. */
  readonly idempotencyKey: string;
};

/**
 * Makes a run of the company out of a quick check that was done without account: own key, answers sealed, all in one transaction.
 * `not_found` when the code is no run of the present version.
 */
export function takeOverQuickCheck(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: TakeOverInput): Promise<Result<{ readonly assessmentId: string }>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.start', at);
    if (!member.ok) return member;
    const { userId, organisationId } = member.value;
    const published = quickCheck(deps).published();
    const run = readQuickCode(published.version, input.code);
    if (run === null) return err('not_found');

    const id = deps.random.id();
    const made = await keys.create(subjectOf({ id, organisationId }), [{ kind: 'organisation', organisationId }]);
    if (!made.ok) return made;
    const { key, grants } = made.value;
    const sealed = Object.entries(answersOfQuickRun(run)).map(([requirementId, answer]) => ({
      requirementId,
      sealedAnswer: key.seal(answerRow(id, requirementId), plainContent({ answer, unfinished: null })),
    }));

    return deps.transact(async (tx) => {
      const earlier = await tx.idempotency.claim(input.idempotencyKey, userId, id, at);
      if (earlier !== null) return ok({ assessmentId: earlier });
      await tx.assessments.start({ id, organisationId, version: published, keyVersion: key.version, startedBy: userId, at });
      await tx.keyGrants.add(grants, userId);
      for (const { requirementId, sealedAnswer } of sealed) {
        await tx.assessments.saveAnswer({ organisationId, assessmentId: id, requirementId, sealedAnswer, seenRevision: 0, answeredBy: userId, at });
      }
      await tx.audit.append({
        event: 'assessment.started',
        actor: { kind: 'user', userId },
        at,
        organisationId,
        object: { kind: 'assessment', id },
        reason: `${published.version.checklistId}@${published.version.version}`,
      });
      return ok({ assessmentId: id });
    });
  };
}

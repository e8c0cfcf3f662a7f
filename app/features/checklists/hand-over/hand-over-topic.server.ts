import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { holderOf, openHandOvers } from './open-hand-overs.server.ts';
import { requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { handOverPlace } from './topic-content.ts';
import type { HandOverContent } from './topic-content.ts';

export type HandOverInput = {
  readonly assessmentId: string;
  readonly topicId: string;
  readonly userId: string;
  readonly message: string;
  readonly dueAt: Date | null;
  readonly idempotencyKey: string;
};

/**
 * Asks a confirmed colleague to answer a topic; a mail says that something waits. `already_taken` while somebody has the topic,
 * `not_eligible` for who is no confirmed person of the organisation, `wrong_state` once the run is closed.
 */
export function handOverTopic(deps: ChecklistDeps) {
  const open = openHandOvers(deps);
  return async function (actor: Actor, keys: KeyRing, input: HandOverInput): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.answer', at);
    if (!member.ok) return member;
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const { run, handOvers, members } = opened.value;
    if (!run.standings.some((one) => one.topicId === input.topicId && one.notAsked === null)) return err('not_found');
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    if (!members.some((one) => one.userId === input.userId)) return err('not_eligible');
    const { userId, organisationId } = member.value;
    const id = deps.random.id();
    const content: HandOverContent = { topicId: input.topicId, message: input.message.trim(), outsider: null };

    return transactOrRefuse(deps.transact, async (tx): Promise<Result<null>> => {
      const earlier = await tx.idempotency.claim(`hand-over:${input.idempotencyKey}`, userId, id, at);
      if (earlier !== null) return ok(null);
      if (holderOf(handOvers, input.topicId) !== null) return err('already_taken');
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(run.assessment));
      if (!key.ok) return key;
      const outcome = await tx.handOvers.add(
        {
          id,
          assessmentId: run.assessment.id,
          organisationId,
          kind: 'colleague',
          assignedBy: userId,
          assignedTo: input.userId,
          shareLinkId: null,
          sealedContent: key.value.seal(handOverPlace(id), Buffer.from(JSON.stringify(content), 'utf8')),
          dueAt: input.dueAt,
          createdAt: at,
        },
        handOvers.length,
      );
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      if (outcome === 'conflict') return err('conflict_of_versions');
      await tx.audit.append({ event: 'assessment.topic_handed_over', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'hand_over', id }, reason: 'colleague' });
      await tx.outbox.enqueue({
        kind: 'topic_handed_over',
        to: { userId: input.userId },
        dedupeKey: `hand-over:${id}`,
        data: { path: deps.paths.handOver(run.assessment.id, id), ...(input.dueAt ? { until: input.dueAt.toISOString() } : {}) },
      });
      return ok(null);
    });
  };
}

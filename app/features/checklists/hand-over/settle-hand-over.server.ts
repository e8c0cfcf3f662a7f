import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { handOverIn, openHandOvers } from './open-hand-overs.server.ts';
import { requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { ChecklistDeps, HandOverState } from '../ports.ts';
import type { Settlement } from './settlements.ts';
import { replyPlace } from './topic-content.ts';

const ends: Readonly<Record<Settlement, { readonly from: readonly HandOverState[]; readonly to: HandOverState }>> = {
  done: { from: ['open'], to: 'done' },
  hand_back: { from: ['open'], to: 'handed_back' },
  withdraw: { from: ['open', 'answered'], to: 'withdrawn' },
  looked_at: { from: ['answered'], to: 'done' },
};

export type SettleInput = { readonly assessmentId: string; readonly handOverId: string; readonly how: Settlement; /** Said with it; may be empty. */ readonly words: string };

/** Ends a hand-over. Ending what has ended already is no fault. */
export function settleHandOver(deps: ChecklistDeps) {
  const open = openHandOvers(deps);
  return async function (actor: Actor, keys: KeyRing, input: SettleInput): Promise<Result<null>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'assessment.answer', at);
    if (!member.ok) return member;
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const found = handOverIn(opened.value, input.handOverId);
    if (!found.ok) return found;
    const { row } = found.value;
    const { userId, organisationId } = member.value;
    const isMine = row.assignedTo === userId;
    if ((input.how === 'done' || input.how === 'hand_back') && !isMine) return err('not_allowed');
    const { from, to } = ends[input.how];
    const words = input.words.trim();

    return transactOrRefuse(deps.transact, async (tx): Promise<Result<null>> => {
      const key = words === '' ? null : await tx.keyGrants.openForWriting(keys, subjectOf(opened.value.run.assessment));
      if (key !== null && !key.ok) return key;
      const sealedReply = key === null ? null : key.value.seal(replyPlace(row.id), Buffer.from(words, 'utf8'));
      if (!(await tx.handOvers.settle({ organisationId, id: row.id, from, to, sealedReply, at }))) return ok(null);
      const about = { actor: { kind: 'user', userId }, at, organisationId } as const;
      if (row.link !== null && (await tx.links.revokeLink(organisationId, row.link.id, at))) {
        await tx.audit.append({ event: 'share.revoked', ...about, object: { kind: 'share', id: row.link.id }, reason: 'by_hand' });
      }
      await tx.audit.append({ event: 'assessment.hand_over_settled', ...about, object: { kind: 'hand_over', id: row.id }, reason: input.how });
      if (isMine && row.assignedBy !== userId) {
        await tx.outbox.enqueue({ kind: 'topic_settled', to: { userId: row.assignedBy }, dedupeKey: `hand-over:${row.id}:${to}`, data: { path: deps.paths.handOver(row.assessmentId, row.id) } });
      }
      return ok(null);
    });
  };
}

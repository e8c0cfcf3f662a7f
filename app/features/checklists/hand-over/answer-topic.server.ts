import { requireRight } from '#app/domain/access/may.ts';
import { relationToShare } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { enterLink, findValidLink, openForLink, sealForLink } from '../../share-link.server.ts';
import type { LinkDoor, ShareSecret } from '../../share-link.server.ts';
import type { ChecklistDeps, ChecklistTx, TopicDraftRow, TopicLinkRow } from '../ports.ts';
import { draftPlace, sentPlace, sharedTopicPlace } from './topic-content.ts';
import type { SentAnswers, SharedTopic, TopicDraft } from './topic-content.ts';

/** A topic in front of the outsider who answers it. */
export type TopicForOutsider = {
  readonly topic: SharedTopic;
  readonly expiresAt: Date;
  /** What was kept so far; empty at first and after sending. */
  readonly draft: TopicDraft;
  readonly revision: number;
  /** When the answers were sent; null before. */
  readonly sentAt: Date | null;
};

/** Whether a link to a topic holds, without its code. */
export function findTopicLink(deps: ChecklistDeps) {
  return async function (token: string): Promise<Result<null>> {
    const link = await findValidLink(doorOf(deps), token);
    return link.ok ? ok(null) : link;
  };
}

/** Opens the topic of a link for answering; refusals as in `enterLink`. `first`: it is counted as an opening. */
export function openTopicLink(deps: ChecklistDeps) {
  return async function (token: string, typedCode: string, first: boolean): Promise<Result<TopicForOutsider>> {
    const entered = await enter(deps, token, typedCode);
    if (!entered.ok) return entered;
    const { link, kept, secret, topic } = entered.value;
    const at = deps.clock.now();
    if (first) {
      const counted = await deps.transact(async (tx) => {
        if (!(await tx.links.countOpened(link, at))) return false;
        await tx.audit.append({ event: 'share.opened', actor: { kind: 'guest' }, at, organisationId: link.organisationId, object: { kind: 'share', id: link.id } });
        return true;
      });
      if (!counted) return err('link_expired');
    }
    const draft = kept.sealedDraft === null ? ok(Buffer.from('{}')) : openForLink(kept.sealedDraft, draftPlace(link, kept.handOverId), secret);
    if (!draft.ok) return draft;
    return ok({ topic, expiresAt: link.expiresAt, draft: JSON.parse(draft.value.toString('utf8')) as TopicDraft, revision: kept.revision, sentAt: kept.sentAt });
  };
}

/** Keeps what was typed so far, under the key of the link. `conflict_of_versions` when another draft was kept meanwhile. */
export function saveTopicDraft(deps: ChecklistDeps) {
  return async function (token: string, typedCode: string, input: { readonly draft: TopicDraft; readonly seenRevision: number }): Promise<Result<{ readonly at: Date; readonly revision: number }>> {
    const entered = await enter(deps, token, typedCode);
    if (!entered.ok) return entered;
    const { link, kept, secret } = entered.value;
    const at = deps.clock.now();
    const sealedDraft = sealForLink(Buffer.from(JSON.stringify(input.draft), 'utf8'), draftPlace(link, kept.handOverId), secret, deps.random.bytes);
    const saved = await deps.transact((tx) => tx.handOvers.saveDraft({ handOverId: kept.handOverId, organisationId: link.organisationId, sealedDraft, seenRevision: input.seenRevision, at }));
    return saved === 'saved' ? ok({ at, revision: input.seenRevision + 1 }) : err('conflict_of_versions');
  };
}

/**
 * Sends the answers: sealed to the organisation's public key, opened by none but its people. Who handed the topic out gets a mail.
 * Sending what was sent already changes nothing.
 */
export function sendTopicAnswers(deps: ChecklistDeps) {
  return async function (token: string, typedCode: string, sent: SentAnswers): Promise<Result<null>> {
    const entered = await enter(deps, token, typedCode);
    if (!entered.ok) return entered;
    const { link, kept } = entered.value;
    const { organisationId, assessmentId } = link;
    const sealed = await deps.sealToOrganisation(organisationId, sentPlace(kept.handOverId), Buffer.from(JSON.stringify(sent), 'utf8'));
    if (!sealed.ok) return sealed;
    const assignedBy = await deps.handOvers.assignedBy(link);
    const at = deps.clock.now();
    await deps.transact(async (tx) => {
      if (!(await tx.handOvers.send({ handOverId: kept.handOverId, organisationId, sealedAnswers: sealed.value, at }))) return;
      await tx.audit.append({ event: 'assessment.topic_answered', actor: { kind: 'guest' }, at, organisationId, object: { kind: 'hand_over', id: kept.handOverId } });
      if (assignedBy === null) return;
      await tx.outbox.enqueue({ kind: 'topic_answered', to: { userId: assignedBy }, dedupeKey: `hand-over:${kept.handOverId}:answered`, data: { path: deps.paths.handOver(assessmentId, kept.handOverId) } });
    });
    return ok(null);
  };
}

type Entered = { readonly link: TopicLinkRow; readonly secret: ShareSecret; readonly topic: SharedTopic; readonly kept: TopicDraftRow };

async function enter(deps: ChecklistDeps, token: string, typedCode: string): Promise<Result<Entered>> {
  const entered = await enterLink(doorOf(deps), token, typedCode);
  if (!entered.ok) return entered;
  const { link, plain, secret } = entered.value;
  const reader = { kind: 'reader', shareId: link.id } as const;
  const right = requireRight(reader, 'share.open', relationToShare(reader, link), deps.clock.now());
  if (!right.ok) return right;
  const kept = await deps.handOvers.draftOf(link);
  if (kept === null) return err('link_expired');
  return ok({ link, secret, topic: JSON.parse(plain.toString('utf8')) as SharedTopic, kept });
}

function doorOf({ clock, attempts, transact, handOvers }: ChecklistDeps): LinkDoor<TopicLinkRow, ChecklistTx> {
  return { clock, attempts, transact, find: (tokenHash) => handOvers.linkOfToken(tokenHash), placeOf: sharedTopicPlace, writes: (tx) => tx.links };
}

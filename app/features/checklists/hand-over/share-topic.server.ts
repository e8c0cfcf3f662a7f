import type { Actor, Member } from '#app/domain/access/actor.ts';
import type { AnswerSource } from '#app/domain/checklist/answers.ts';
import { applicableParts } from '#app/domain/checklist/standing.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { createAccessCode, formatCode } from '#app/domain/sealed-box/codes.ts';
import { createShareToken, formatShareToken } from '#app/domain/sealed-box/share-key.ts';
import type { KeyRing } from '../../ports.ts';
import { sealForLink, shareSecretOf, tokenHashOf } from '../../share-link.server.ts';
import { transactOrRefuse } from '../../transact-or-refuse.ts';
import { holderOf, openHandOvers } from './open-hand-overs.server.ts';
import { requireOwn, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { handOverPlace, sharedTopicPlace } from './topic-content.ts';
import type { HandOverContent, SharedTopic } from './topic-content.ts';

/** A new link's secrets. They are posted with its form and nowhere stored. */
export type NewTopicSecrets = { readonly token: string; readonly accessCode: string };

/** Begins the form of a link for an outsider: `step_up_required` when the second factor is due, before anything is filled in. */
export function beginTopicShare(deps: ChecklistDeps) {
  return function (actor: Actor): Result<NewTopicSecrets> {
    const member = requireOwn(actor, 'share.create', deps.clock.now());
    if (!member.ok) return member;
    return ok({ token: formatShareToken(createShareToken(deps.random.bytes)), accessCode: formatCode(createAccessCode(deps.random.bytes)) });
  };
}

export type ShareTopicInput = {
  readonly assessmentId: string;
  readonly topicId: string;
  readonly outsider: AnswerSource;
  readonly message: string;
  readonly days: number;
  readonly token: string;
  readonly accessCode: string;
};

/**
 * Lets somebody outside answer a topic through a link. What he sees is sealed anew under token and code: the frozen questions
 * and the company's name. A repeated post finds the link of the first. Refusals as in `handOverTopic`.
 */
export function shareTopic(deps: ChecklistDeps) {
  const open = openHandOvers(deps);
  return async function (actor: Actor, keys: KeyRing, input: ShareTopicInput): Promise<Result<{ readonly expiresAt: Date }>> {
    const at = deps.clock.now();
    const member = requireOwn(actor, 'share.create', at);
    if (!member.ok) return member;
    const secret = shareSecretOf(input.token, input.accessCode);
    const tokenHash = tokenHashOf(input.token);
    if (!secret.ok || tokenHash === null) return err('invalid_input');
    const opened = await open(actor, keys, input.assessmentId);
    if (!opened.ok) return opened;
    const { run, handOvers } = opened.value;
    const { assessment } = run;
    const before = await deps.handOvers.linkOfToken(tokenHash);
    if (before !== null) return before.organisationId === assessment.organisationId && before.assessmentId === assessment.id ? ok({ expiresAt: before.expiresAt }) : err('invalid_input');
    const shared = await sharedTopicOf(deps, member.value, run, input);
    if (shared.questions.length === 0) return err('not_found');
    if (assessment.state !== 'running') return err('wrong_state', { detail: assessment.state });
    if (holderOf(handOvers, input.topicId) !== null) return err('already_taken');

    const { userId, organisationId } = member.value;
    const id = deps.random.id();
    const link = { id: deps.random.id(), organisationId, assessmentId: assessment.id, createdBy: userId, createdAt: at, expiresAt: new Date(at.getTime() + input.days * 24 * 60 * 60_000) };
    const content: HandOverContent = { topicId: input.topicId, message: shared.message, outsider: shared.outsider };
    return transactOrRefuse(deps.transact, async (tx): Promise<Result<{ readonly expiresAt: Date }>> => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(assessment));
      if (!key.ok) return key;
      const row = { id, assessmentId: assessment.id, organisationId, kind: 'outsider', assignedBy: userId, assignedTo: null, shareLinkId: link.id, dueAt: null, createdAt: at } as const;
      const outcome = await tx.handOvers.add({ ...row, sealedContent: key.value.seal(handOverPlace(id), Buffer.from(JSON.stringify(content), 'utf8')) }, handOvers.length);
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      if (outcome === 'conflict') return err('conflict_of_versions');
      const sealedContent = sealForLink(Buffer.from(JSON.stringify(shared), 'utf8'), sharedTopicPlace(link), secret.value, deps.random.bytes);
      await tx.handOvers.addLink({ ...link, tokenHash, sealedContent });
      const about = { actor: { kind: 'user', userId }, at, organisationId } as const;
      await tx.audit.append({ event: 'assessment.topic_handed_over', ...about, object: { kind: 'hand_over', id }, reason: 'outsider' });
      await tx.audit.append({ event: 'share.created', ...about, object: { kind: 'share', id: link.id }, reason: `days:${input.days}` });
      return ok({ expiresAt: link.expiresAt });
    });
  };
}

/** The questions of the topic that are asked now; what the company says about itself is not for others to answer. */
async function sharedTopicOf(deps: ChecklistDeps, { organisationId }: Member, { version, standings, answers, facts }: OpenRun, { topicId, outsider, message }: ShareTopicInput): Promise<SharedTopic> {
  const { name } = await deps.directory.companyOf(organisationId);
  const topic = version.topics.find((one) => one.id === topicId);
  const questions = standings.flatMap(({ requirement, notAsked, topicId: of }) =>
    of === topicId && notAsked === null && requirement.kind === 'control' ? [{ requirement, parts: applicableParts(version, requirement, answers, facts) }] : [],
  );
  return { company: name, checklist: version.title, topic: topic?.title ?? version.title, message: message.trim(), outsider: { name: outsider.name.trim(), role: outsider.role.trim() }, questions };
}

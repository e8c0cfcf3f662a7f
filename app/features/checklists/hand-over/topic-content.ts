import type { Answer, AnswerSource } from '#app/domain/checklist/answers.ts';
import type { Bilingual, Part, ScoredRequirement } from '#app/domain/checklist/version.ts';
import type { RowIdentity } from '#app/domain/sealed-box/envelope.ts';
import type { SealedRow } from '../../ports.ts';
import type { TopicLinkRow } from '../ports.ts';

/** What lies sealed in a hand-over, and where. */

/** Under the key of the run. `outsider`: who answers through the link. */
export type HandOverContent = { readonly topicId: string; readonly message: string; readonly outsider: AnswerSource | null };

/** Under the key of the link: the questions in their frozen words, and of the company its name. No answer, no note, no other topic. */
export type SharedTopic = {
  readonly company: string;
  readonly checklist: Bilingual;
  readonly topic: Bilingual;
  readonly message: string;
  readonly outsider: AnswerSource;
  readonly questions: readonly { readonly requirement: ScoredRequirement; readonly parts: readonly Part[] }[];
};

/** Under the key of the link, until they are sent: field name -> what was typed. */
export type TopicDraft = Readonly<Record<string, string>>;

/** Sealed to the organisation. */
export type SentAnswers = { readonly source: AnswerSource; readonly answers: Readonly<Record<string, Answer>> };

export function handOverPlace(handOverId: string): SealedRow {
  return { table: 'TopicHandOver', column: 'sealedContent', rowId: handOverId };
}

export function replyPlace(handOverId: string): SealedRow {
  return { table: 'TopicHandOver', column: 'sealedReply', rowId: handOverId };
}

export function sentPlace(handOverId: string): SealedRow {
  return { table: 'TopicAnswers', column: 'sealedAnswers', rowId: handOverId };
}

type Link = Pick<TopicLinkRow, 'id' | 'organisationId' | 'assessmentId'>;

export function sharedTopicPlace({ id, organisationId, assessmentId }: Link): RowIdentity {
  return { table: 'ShareLink', column: 'sealedContent', rowId: id, organisationId, subjectId: `assessment:${assessmentId}` };
}

export function draftPlace({ organisationId, assessmentId }: Link, handOverId: string): RowIdentity {
  return { table: 'TopicAnswers', column: 'sealedDraft', rowId: handOverId, organisationId, subjectId: `assessment:${assessmentId}` };
}

import { reminderStages } from '#app/domain/checklist/hand-over-reminder.ts';
import type { ReminderStage } from '#app/domain/checklist/hand-over-reminder.ts';
import type { HandOverKind, HandOverReads, HandOverRow, HandOverState, HandOverWrites } from '#app/features/checklists/ports.ts';
import { toBytes, toBytesOrNull } from './bytes.ts';
import type { Database } from './connect.ts';
import type { TopicAnswers, TopicHandOver } from './generated/client.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Links of other purposes belong to other features. */
const purpose = 'answer_topic';

/** Reads topics that are in other hands. Every query names the organisation, save for the look-up by a link's token. */
export function createHandOverReads(db: Database | DatabaseTransaction): HandOverReads {
  return {
    async ofRun(organisationId, assessmentId) {
      return withLinks(await db.topicHandOver.findMany({ where: { organisationId, assessmentId }, include: { answers: true }, orderBy: { createdAt: 'asc' } }));
    },
    async openOf(organisationId, userId) {
      return withLinks(await db.topicHandOver.findMany({ where: { organisationId, assignedTo: userId, state: 'open' }, include: { answers: true }, orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }] }));
    },
    async due(dueBefore, limit) {
      const rows = await db.topicHandOver.findMany({
        where: { state: 'open', kind: 'colleague', dueAt: { lte: dueBefore }, remindersSent: { lt: reminderStages.asker }, assessment: { state: 'running' } },
        orderBy: { dueAt: 'asc' },
        take: limit,
      });
      return rows.flatMap(({ id, assessmentId, organisationId, assignedBy, assignedTo, createdAt, dueAt, remindersSent }) =>
        dueAt === null || assignedTo === null ? [] : [{ id, assessmentId, organisationId, assignedBy, assignedTo, createdAt, dueAt, stage: stageOf(remindersSent) }],
      );
    },
    async linkOfToken(tokenHash) {
      const row = await db.shareLink.findFirst({ where: { tokenHash, purpose }, select: { id: true, organisationId: true, subjectId: true, expiresAt: true, revokedAt: true, sealedContent: true } });
      return row === null ? null : { id: row.id, organisationId: row.organisationId, assessmentId: row.subjectId, expiresAt: row.expiresAt, revokedAt: row.revokedAt, sealedContent: row.sealedContent };
    },
    async draftOf({ id, organisationId }) {
      const row = await db.topicHandOver.findFirst({ where: { shareLinkId: id, organisationId }, select: { id: true, answers: true } });
      return row === null ? null : { handOverId: row.id, sealedDraft: row.answers?.sealedDraft ?? null, revision: row.answers?.revision ?? 0, sentAt: row.answers?.sentAt ?? null };
    },
    async assignedBy({ id, organisationId }) {
      const row = await db.topicHandOver.findFirst({ where: { shareLinkId: id, organisationId }, select: { assignedBy: true } });
      return row?.assignedBy ?? null;
    },
  };

  async function withLinks(rows: readonly (TopicHandOver & { answers: TopicAnswers | null })[]): Promise<HandOverRow[]> {
    const ids = rows.flatMap((row) => row.shareLinkId ?? []);
    const links = await db.shareLink.findMany({ where: { id: { in: ids }, organisationId: { in: rows.map((row) => row.organisationId) } }, select: { id: true, expiresAt: true, revokedAt: true, openedCount: true } });
    return rows.map(({ answers, shareLinkId, kind, state, ...row }) => ({
      ...row,
      kind: kindOf(kind),
      state: stateOf(state),
      link: links.find((one) => one.id === shareLinkId) ?? null,
      sent: answers?.sealedAnswers && answers.sentAt ? { sealedAnswers: answers.sealedAnswers, at: answers.sentAt } : null,
    }));
  }
}

/** Changes them inside the given transaction. Each method begins with a write. */
export function createHandOverWrites(tx: DatabaseTransaction): HandOverWrites {
  return {
    async add({ sealedContent, ...row }, seen) {
      const running = { id: row.assessmentId, organisationId: row.organisationId, state: 'running' };
      const held = await tx.assessment.updateMany({ where: running, data: { state: 'running' } });
      if (held.count === 0) return 'not_running';
      const count = await tx.topicHandOver.count({ where: { assessmentId: row.assessmentId, organisationId: row.organisationId } });
      if (count !== seen) return 'conflict';
      await tx.topicHandOver.create({ data: { ...row, state: 'open', sealedContent: toBytes(sealedContent) } });
      return 'added';
    },
    async claimReminder({ id, organisationId, stage: seen }, stage) {
      const { count } = await tx.topicHandOver.updateMany({ where: { id, organisationId, state: 'open', remindersSent: seen }, data: { remindersSent: stage } });
      return count > 0;
    },
    async addLink({ assessmentId, sealedContent, ...link }) {
      await tx.shareLink.create({ data: { ...link, purpose, subjectKind: 'assessment', subjectId: assessmentId, sealedContent: toBytes(sealedContent) } });
    },
    async settle({ organisationId, id, from, to, sealedReply, at }) {
      const { count } = await tx.topicHandOver.updateMany({ where: { id, organisationId, state: { in: [...from] } }, data: { state: to, sealedReply: toBytesOrNull(sealedReply), settledAt: at } });
      return count > 0;
    },
    async saveDraft({ handOverId, organisationId, sealedDraft, seenRevision, at }) {
      if (!(await isOpen(handOverId, organisationId))) return 'conflict';
      const stored = await tx.topicAnswers.findFirst({ where: { handOverId }, select: { revision: true, sentAt: true } });
      if ((stored?.revision ?? 0) !== seenRevision || stored?.sentAt) return 'conflict';
      const draft = { sealedDraft: toBytes(sealedDraft), revision: seenRevision + 1, draftedAt: at };
      await tx.topicAnswers.upsert({ where: { handOverId }, create: { handOverId, ...draft }, update: draft });
      return 'saved';
    },
    async send({ handOverId, organisationId, sealedAnswers, at }) {
      const { count } = await tx.topicHandOver.updateMany({ where: { id: handOverId, organisationId, state: 'open' }, data: { state: 'answered' } });
      if (count === 0) return false;
      const sent = { sealedDraft: null, sealedAnswers: toBytes(sealedAnswers), sentAt: at };
      await tx.topicAnswers.upsert({ where: { handOverId }, create: { handOverId, ...sent }, update: sent });
      return true;
    },
  };

  /** Takes the lock of the writer. */
  async function isOpen(id: string, organisationId: string): Promise<boolean> {
    const { count } = await tx.topicHandOver.updateMany({ where: { id, organisationId, state: 'open' }, data: { state: 'open' } });
    return count > 0;
  }
}

function stageOf(count: number): ReminderStage {
  return count === 0 ? reminderStages.nobody : count === 1 ? reminderStages.colleague : reminderStages.asker;
}

function kindOf(text: string): HandOverKind {
  if (text === 'colleague' || text === 'outsider') return text;
  throw new Error('Unknown kind of hand-over in the database');
}

function stateOf(text: string): HandOverState {
  const known: readonly HandOverState[] = ['open', 'done', 'handed_back', 'answered', 'withdrawn'];
  const state = known.find((one) => one === text);
  if (state === undefined) throw new Error('Unknown state of a hand-over in the database');
  return state;
}

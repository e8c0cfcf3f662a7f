import type { Actor } from '#app/domain/access/actor.ts';
import { answerToStore, checkAnswer } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { openQuestions, progressOf } from '#app/domain/checklist/navigation.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { answerRow, openOwnRun, plainContent, revisionToReplace, subjectOf } from '../runs/open-run.server.ts';
import { writeTyped } from './keep-typed.server.ts';
import type { TypedInput } from './keep-typed.server.ts';
import { isSameAnswer } from './save-answer.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type TopicAnswer = {
  readonly requirementId: string;
  /** The revision that stood on the page; 0 when there was no answer. */
  readonly seenRevision: number;
  readonly answer: Answer;
};

export type SaveTopicInput = {
  readonly assessmentId: string;
  readonly topicId: string;
  /** Ids of the questions that stood on the page. */
  readonly shown: readonly string[];
  readonly answers: readonly TopicAnswer[];
  /** What was typed and is no answer (yet). */
  readonly typed?: readonly TypedInput[];
};

export type SavedTopic = {
  /** Questions that somebody else has answered meanwhile; their answers stand as they are. */
  readonly conflicts: readonly string[];
  /** What was typed and is kept without an answer: requirement id -> its revision now. */
  readonly kept: Readonly<Record<string, number>>;
  /** Questions of the topic that came up through these answers and have none yet. */
  readonly appeared: readonly string[];
  /** The next topic with an open question, after this one, else from the start; null when nothing else is open. */
  readonly nextTopic: string | null;
  readonly openQuestions: number;
};

/**
 * Seals and stores the answers to a topic in one transaction, each against the revision its person has seen: what somebody
 * else has answered meanwhile is left alone and named, the rest is stored. `wrong_state` once the run is closed.
 */
export function saveTopic(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: SaveTopicInput): Promise<Result<SavedTopic>> {
    const own = await openOwnRun(deps, actor, 'assessment.answer', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run, at } = own.value;
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });

    const changed: TopicAnswer[] = [];
    for (const each of input.answers) {
      const requirement = findRequirement(run.version, each.requirementId);
      if (requirement === null) return err('not_found');
      const checked = checkAnswer(requirement, each.answer);
      if (!checked.ok) return checked;
      const stored = run.records.get(requirement.id);
      if (!stored || !isSameAnswer(stored, each.answer) || run.unfinished.has(requirement.id)) changed.push(each);
    }

    const { userId, organisationId } = member;
    const saved = await deps.transact(async (tx): Promise<Result<Pick<SavedTopic, 'conflicts' | 'kept'>>> => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(run.assessment));
      if (!key.ok) return key;
      const conflicts: string[] = [];
      for (const { requirementId, seenRevision, answer } of changed) {
        const sealedAnswer = key.value.seal(answerRow(run.assessment.id, requirementId), plainContent({ answer: answerToStore(run.records.get(requirementId)?.answer ?? null, answer), unfinished: null }));
        const outcome = await tx.assessments.saveAnswer({ organisationId, assessmentId: run.assessment.id, requirementId, sealedAnswer, seenRevision: revisionToReplace(run, requirementId, seenRevision), answeredBy: userId, at });
        if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
        if (outcome === 'conflict') conflicts.push(requirementId);
      }
      const kept: Record<string, number> = {};
      for (const each of input.typed ?? []) {
        const written = await writeTyped(tx, key.value, { run, member, at }, each);
        if (written.ok) kept[each.requirementId] = written.value.revision;
        else if (written.refusal.code === 'conflict_of_versions') conflicts.push(each.requirementId);
        else return written;
      }
      return ok({ conflicts, kept });
    });
    if (!saved.ok) return saved;

    const stored = changed.filter(({ requirementId }) => !saved.value.conflicts.includes(requirementId));
    const answers = { ...run.answers, ...Object.fromEntries(stored.map(({ requirementId, answer }) => [requirementId, answer])) };
    const standings = standingsOf(run.version, answers, run.facts);
    const open = openQuestions(standings);
    const here = new Set(standings.filter((standing) => standing.topicId === input.topicId).map(({ requirement }) => requirement.id));
    const topics = progressOf(standings).topics;
    const place = topics.findIndex(({ topicId }) => topicId === input.topicId);
    const later = [...topics.slice(place + 1), ...topics.slice(0, Math.max(place, 0))];
    return ok({
      ...saved.value,
      appeared: open.filter(({ id }) => here.has(id) && !input.shown.includes(id)).map(({ id }) => id),
      nextTopic: later.find(({ answered, total }) => answered < total)?.topicId ?? null,
      openQuestions: open.length,
    });
  };
}

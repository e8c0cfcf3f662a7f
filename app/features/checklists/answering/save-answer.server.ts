import type { Actor } from '#app/domain/access/actor.ts';
import { answerToStore, checkAnswer, isStoredAlready } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { neighbours, nextOpenQuestion } from '#app/domain/checklist/navigation.ts';
import { standingsOf } from '#app/domain/checklist/standing.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { answerRow, openOwnRun, plainContent, revisionToReplace, subjectOf } from '../runs/open-run.server.ts';
import type { AnswerRecord } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type SaveAnswerInput = {
  readonly assessmentId: string;
  readonly requirementId: string;
  /** The revision that stood on the page; 0 when nothing was stored. */
  readonly seenRevision: number;
  readonly answer: Answer;
  /** The question was open when its page was made, although it may have been saved since; by default, when there was no answer. */
  readonly wasOpen?: boolean;
  /** The answer does not come from the question's own page: what was typed there stays beside it. By default it goes, the page has shown it. */
  readonly keepsTyped?: boolean;
};

export type SavedAnswer = {
  readonly savedAt: Date;
  readonly revision: number;
  /** Where to go on: the next open question after a new answer, the next question after a changed one; null at the end. */
  readonly next: string | null;
  readonly openQuestions: number;
};

/**
 * Seals and stores one answer. `conflict_of_versions` when somebody has stored another one since the page was made: nobody's
 * answer is replaced unseen. `wrong_state` once the run is closed. The same answer posted twice is stored once;
 * one that came out of a file and is said again becomes its person's own.
 */
export function saveAnswer(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: SaveAnswerInput): Promise<Result<SavedAnswer>> {
    const own = await openOwnRun(deps, actor, 'assessment.answer', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run, at } = own.value;
    const requirement = findRequirement(run.version, input.requirementId);
    if (requirement === null) return err('not_found');
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    const checked = checkAnswer(requirement, input.answer);
    if (!checked.ok) return checked;

    const after = { ...run.answers, [requirement.id]: checked.value };
    const standings = standingsOf(run.version, after, run.facts);
    const stored = run.records.get(requirement.id);
    const isNew = input.wasOpen ?? stored === undefined;
    const next = isNew ? nextOpenQuestion(standings, requirement.id) : neighbours(standings, requirement.id).next;
    const openQuestions = standings.filter((standing) => standing.notAsked === null && standing.outcome === 'unanswered').length;
    const saved = (revision: number, savedAt: Date): SavedAnswer => ({ savedAt, revision, next: next?.id ?? null, openQuestions });
    const beside = run.unfinished.get(requirement.id) ?? null;
    const unfinished = input.keepsTyped ? beside : null;
    if (stored && isSameAnswer(stored, checked.value) && beside === unfinished) return ok(saved(stored.revision, stored.answeredAt));

    const seenRevision = revisionToReplace(run, requirement.id, input.seenRevision);
    const plain = plainContent({ answer: answerToStore(stored?.answer ?? null, checked.value), unfinished });
    const { userId, organisationId } = member;
    return deps.transact(async (tx) => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(run.assessment));
      if (!key.ok) return key;
      const outcome = await tx.assessments.saveAnswer({
        organisationId,
        assessmentId: run.assessment.id,
        requirementId: requirement.id,
        sealedAnswer: key.value.seal(answerRow(run.assessment.id, requirement.id), plain),
        seenRevision,
        answeredBy: userId,
        at,
      });
      if (outcome === 'conflict') return err('conflict_of_versions');
      if (outcome === 'not_running') return err('wrong_state', { detail: 'closed' });
      return ok(saved(seenRevision + 1, at));
    });
  };
}

/** Whether storing it would change nothing. */
export function isSameAnswer(stored: AnswerRecord, answer: Answer): boolean {
  return isStoredAlready(stored.answer, answer);
}

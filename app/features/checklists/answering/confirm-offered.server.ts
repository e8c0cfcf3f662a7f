import type { Actor } from '#app/domain/access/actor.ts';
import { confirmedAnswer, isUnchanged } from '#app/domain/checklist/carry-over.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import type { ChecklistDeps } from '../ports.ts';
import { openRequirement } from './open-requirement.server.ts';
import { saveAnswer } from './save-answer.server.ts';
import type { SavedAnswer } from './save-answer.server.ts';

export type ConfirmOfferedInput = {
  readonly assessmentId: string;
  readonly requirementId: string;
  /** When the answer was given that stood on the page, ISO. */
  readonly seen: string;
};

/**
 * Stores the earlier answer to a question as it stands, with the day it was first given. `conflict_of_versions` when it is not offered
 * any more as it stood on the page, when somebody has answered meanwhile, or has begun to. Confirmed twice it is stored once.
 */
export function confirmOffered(deps: ChecklistDeps) {
  const open = openRequirement(deps);
  const save = saveAnswer(deps);
  return async function (actor: Actor, keys: KeyRing, { seen, ...place }: ConfirmOfferedInput): Promise<Result<SavedAnswer>> {
    const opened = await open(actor, keys, place);
    if (!opened.ok) return opened;
    const { record, offered, unfinished, parts, revision, run } = opened.value;
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    const isMine = record !== null && actor.kind === 'member' && record.answeredBy === actor.userId;
    if (isMine && record.answer.firstAnsweredAt !== undefined) return save(actor, keys, { ...place, answer: record.answer, seenRevision: revision, wasOpen: true });
    if (record !== null || unfinished !== null || offered === null || offered.answeredAt !== seen || !isUnchanged(offered, parts)) return err('conflict_of_versions');
    return save(actor, keys, { ...place, answer: confirmedAnswer(offered), seenRevision: revision, wasOpen: true });
  };
}

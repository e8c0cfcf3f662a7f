import type { Actor, Member } from '#app/domain/access/actor.ts';
import { isBlank, isSameTyped } from '#app/domain/checklist/unfinished.ts';
import type { Typed } from '#app/domain/checklist/unfinished.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, WritingKey } from '../../ports.ts';
import { answerRow, openOwnRun, plainContent, revisionToReplace, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps, ChecklistTx } from '../ports.ts';

/** What stands at one question and is no answer (yet). */
export type TypedInput = {
  readonly requirementId: string;
  /** The revision that stood on the page; 0 when nothing was stored. */
  readonly seenRevision: number;
  readonly typed: Typed;
};

export type KeptTyped = { readonly at: Date; readonly revision: number };

/**
 * Keeps, sealed, what was typed at a question before it can be stored as an answer; an answer that stands goes on standing beside
 * it. Blank forgets what was kept. The rules of answers hold: `conflict_of_versions` when somebody has stored something since,
 * `wrong_state` once the run is closed.
 */
export function keepTyped(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: TypedInput & { readonly assessmentId: string }): Promise<Result<KeptTyped>> {
    const own = await openOwnRun(deps, actor, 'assessment.answer', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run, at } = own.value;
    if (findRequirement(run.version, input.requirementId) === null) return err('not_found');
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    return deps.transact(async (tx) => {
      const key = await tx.keyGrants.openForWriting(keys, subjectOf(run.assessment));
      return key.ok ? writeTyped(tx, key.value, { run, member, at }, input) : key;
    });
  };
}

/** Inside a transaction. What is kept already in these very words is not written again. */
export async function writeTyped(tx: ChecklistTx, key: WritingKey, { run, member, at }: { readonly run: OpenRun; readonly member: Member; readonly at: Date }, { requirementId, seenRevision: seen, typed }: TypedInput): Promise<Result<KeptTyped>> {
  const { userId, organisationId } = member;
  const seenRevision = revisionToReplace(run, requirementId, seen);
  const before = run.unfinished.get(requirementId) ?? null;
  const record = run.records.get(requirementId);
  if (isSameTyped(before ?? {}, typed) || (before === null && isBlank(typed))) {
    // A request that is repeated because its answer got lost must not meet itself; what others typed is not thereby seen.
    const isOwn = before?.by === userId && record === undefined;
    return ok({ at, revision: isOwn ? (run.revisions.get(requirementId) ?? 0) : seenRevision });
  }
  const unfinished = isBlank(typed) ? null : { ...typed, by: userId, at: at.toISOString() };
  const outcome = await tx.assessments.saveAnswer({
    organisationId,
    assessmentId: run.assessment.id,
    requirementId,
    sealedAnswer: key.seal(answerRow(run.assessment.id, requirementId), plainContent({ answer: record?.answer ?? null, unfinished })),
    seenRevision,
    answeredBy: record?.answeredBy ?? userId,
    answeredAt: record?.answeredAt ?? at,
    at,
  });
  if (outcome === 'conflict') return err('conflict_of_versions');
  return outcome === 'saved' ? ok({ at, revision: seenRevision + 1 }) : err('wrong_state', { detail: 'closed' });
}

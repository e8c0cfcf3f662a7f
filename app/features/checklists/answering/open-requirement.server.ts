import type { Actor } from '#app/domain/access/actor.ts';
import { isUnconfirmedImport } from '#app/domain/checklist/answers.ts';
import { offeredAnswers } from '#app/domain/checklist/carry-over.ts';
import type { EarlierRun, OfferedAnswer } from '#app/domain/checklist/carry-over.ts';
import { questionNumber } from '#app/domain/checklist/navigation.ts';
import { applicableParts } from '#app/domain/checklist/standing.ts';
import type { Unfinished } from '#app/domain/checklist/unfinished.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { Part, Requirement } from '#app/domain/checklist/version.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { evidenceToReuse } from '../evidence/continue-evidence.server.ts';
import type { OfferedEvidence } from '../evidence/continue-evidence.server.ts';
import { namesIn } from '../runs/open-assessment.server.ts';
import type { Names } from '../runs/open-assessment.server.ts';
import { thaw } from '../catalogue/frozen-version.server.ts';
import { answersIn, openAnswers, openOwnRun, subjectOf } from '../runs/open-run.server.ts';
import type { AnswerRecord, OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type OpenRequirement = {
  readonly run: OpenRun;
  readonly requirement: Requirement;
  /** Parts that concern this company. */
  readonly parts: readonly Part[];
  /** What is stored; null while it is open. */
  readonly record: AnswerRecord | null;
  /** What was typed without an answer coming of it yet. */
  readonly unfinished: Unfinished | null;
  /** Of what is stored; 0 without anything. */
  readonly revision: number;
  /** The youngest answer of an earlier run; only while nothing is stored here. */
  readonly offered: OfferedAnswer | null;
  /** Evidence of other runs that may go on being used; only while the run goes on. */
  readonly offeredEvidence: readonly OfferedEvidence[];
  readonly names: Names;
};

/** One question of a run. `not_found` also for a question that is not asked of this company. */
export function openRequirement(deps: ChecklistDeps) {
  return async function (
    actor: Actor,
    keys: KeyRing,
    input: { readonly assessmentId: string; readonly requirementId: string },
  ): Promise<Result<OpenRequirement>> {
    const own = await openOwnRun(deps, actor, 'assessment.read', keys, input.assessmentId);
    if (!own.ok) return own;
    const { run } = own.value;
    const requirement = findRequirement(run.version, input.requirementId);
    if (requirement === null || questionNumber(run.standings, requirement.id) === null) return err('not_found');
    const record = run.records.get(requirement.id) ?? null;
    const isRunning = run.assessment.state === 'running';
    return ok({
      run,
      requirement,
      parts: requirement.kind === 'control' ? applicableParts(run.version, requirement, run.answers, run.facts) : [],
      record,
      unfinished: run.unfinished.get(requirement.id) ?? null,
      revision: run.revisions.get(requirement.id) ?? 0,
      offered: record === null && isRunning ? ((await earlierAnswers(deps, keys, run, new Set([requirement.id])))[0] ?? null) : null,
      offeredEvidence: isRunning ? await evidenceToReuse(deps, keys, run, requirement.id) : [],
      names: await namesIn(deps, run),
    });
  };
}

/** The youngest answers of earlier runs to these requirements. */
export async function earlierAnswers(deps: ChecklistDeps, keys: KeyRing, run: OpenRun, requirementIds: ReadonlySet<string>): Promise<OfferedAnswer[]> {
  if (requirementIds.size === 0) return [];
  const { id, organisationId } = run.assessment;
  const runs: EarlierRun[] = [];
  for (const row of await deps.assessments.answersTo(organisationId, [...requirementIds], id)) {
    const key = await keys.open(subjectOf(row));
    const opened = key.ok ? openAnswers(row, key.value) : key;
    if (!opened.ok) continue;
    const { records } = opened.value;
    runs.push({
      runId: row.id,
      version: thaw(row.frozen.content, row.frozen.contentHash),
      answers: answersIn(records),
      answeredAt: Object.fromEntries([...records].map(([of, { answer, answeredAt }]) => [of, (isUnconfirmedImport(answer) ? answer.imported?.answeredAt : null) ?? answeredAt.toISOString()])),
    });
  }
  return offeredAnswers(run.version, [...runs, ...(await deps.answersOfMeasures(organisationId, keys))], requirementIds);
}

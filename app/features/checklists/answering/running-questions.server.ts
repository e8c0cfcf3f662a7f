import type { Actor } from '#app/domain/access/actor.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { questionNumber } from '#app/domain/checklist/navigation.ts';
import { applicableParts } from '#app/domain/checklist/standing.ts';
import { findRequirement } from '#app/domain/checklist/version.ts';
import type { Bilingual } from '#app/domain/checklist/version.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

export type RunningQuestion = {
  readonly assessmentId: string;
  readonly checklist: Bilingual;
  readonly startedAt: Date;
  readonly answer: Answer | null;
  /** Of what is stored at it; 0 without anything. */
  readonly revision: number;
  readonly partIds: readonly string[];
};

/** Where a control is asked in runs that go on, newest run first. */
export function runningQuestions(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, controlId: string): Promise<Result<readonly RunningQuestion[]>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const rows = await deps.assessments.running(organisationId);
    const facts = await deps.assessments.factsOf(organisationId);
    const questions: RunningQuestion[] = [];
    for (const row of rows) {
      const opened = await openRun(row, keys, facts);
      if (!opened.ok) return opened;
      const { version, standings, answers, records, revisions } = opened.value;
      const requirement = findRequirement(version, controlId);
      if (requirement === null || requirement.kind !== 'control' || questionNumber(standings, controlId) === null) continue;
      const record = records.get(controlId);
      questions.push({
        assessmentId: row.id,
        checklist: version.title,
        startedAt: row.startedAt,
        answer: record?.answer ?? null,
        revision: revisions.get(controlId) ?? 0,
        partIds: applicableParts(version, requirement, answers, facts).map((part) => part.id),
      });
    }
    return ok(questions);
  };
}

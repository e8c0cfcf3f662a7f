import { allowedPartValues, allowedValues } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import type { AnswerValue } from '#app/domain/checklist/vocabulary.ts';
import type { Result } from '#app/domain/result.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import type { KeyHolder } from './key-holders.ts';

/** Runs of the basic checklist through the use cases, for tests that need their results. */

export function mustOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export async function startRun(services: ChecklistServices, { actor, keys }: KeyHolder, checklistId = 'basis'): Promise<string> {
  return mustOf(await services.startAssessment(actor, keys, { checklistId, idempotencyKey: services.newFormKey() })).assessmentId;
}

/** Answers what is open, question after question, as near to the wanted value as each question allows. */
export async function answerAll(services: ChecklistServices, { actor, keys }: KeyHolder, assessmentId: string, wanted: (turn: number) => AnswerValue): Promise<void> {
  const { run } = mustOf(await services.openAssessment(actor, keys, assessmentId));
  let next = run.standings.find((standing) => standing.notAsked === null && standing.outcome === 'unanswered')?.requirement.id ?? null;
  for (let turn = 0; next !== null; turn += 1) {
    const { requirement, parts } = mustOf(await services.openRequirement(actor, keys, { assessmentId, requirementId: next }));
    const answer = answerLike(requirement, wanted(turn), parts.map((part) => part.id));
    next = mustOf(await services.saveAnswer(actor, keys, { assessmentId, requirementId: next, seenRevision: 0, answer })).next;
  }
}

export async function closeRun(services: ChecklistServices, { actor, keys }: KeyHolder, assessmentId: string): Promise<void> {
  const { run } = mustOf(await services.openAssessment(actor, keys, assessmentId));
  mustOf(await services.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(run), position: 'Geschäftsführung' }));
}

function answerLike(requirement: Requirement, wanted: AnswerValue, partIds: readonly string[]): Answer {
  const value = allowedValues(requirement).includes(wanted) ? wanted : 'no';
  const reason = value === 'not_applicable' ? { reason: 'Gibt es hier nicht.' } : {};
  if (requirement.kind === 'status') return { value };
  if (partIds.length === 0 || (value !== 'yes' && value !== 'partly')) return { value, basis: 'checked', ...reason };
  const other = allowedPartValues(requirement)[1] ?? 'no';
  return { value, basis: 'checked', parts: Object.fromEntries(partIds.map((id, at) => [id, value === 'yes' || at === 0 ? 'yes' : other])) };
}

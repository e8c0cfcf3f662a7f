import { allowedPartValues } from '#app/domain/checklist/answers.ts';
import { scopeOf, stampOfScope } from '#app/domain/checklist/site-scope.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import { stampOf } from '#app/features/checklists/runs/open-run.server.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import { must } from './people.ts';
import type { TestRuntime } from './runtime.ts';

type Runtime = Pick<TestRuntime, 'services'>;
type Person = Pick<OpenSession, 'actor' | 'keys'>;

/** A run of the basic checklist, answered with every value in turn through the use cases, and closed. */
export async function closedAssessment(runtime: Runtime, person: Person, note = ''): Promise<string> {
  const assessmentId = await answeredAssessment(runtime, person, { checklistId: 'basis', atMost: Infinity, note });
  await closeAsItStands(runtime, person, assessmentId);
  return assessmentId;
}

/** A run that goes on, with at most so many answers, given in turn. */
export async function answeredAssessment({ services: { checklists } }: Runtime, { actor, keys }: Person, wanted: { readonly checklistId: string; readonly atMost: number; readonly note?: string }): Promise<string> {
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: wanted.checklistId, idempotencyKey: checklists.newFormKey() }));
  const { run } = must(await checklists.openAssessment(actor, keys, assessmentId));
  let next = run.standings.find((standing) => standing.notAsked === null)?.requirement.id ?? null;
  const values = ['yes', 'no', 'yes', 'partly', 'unknown', 'yes', 'not_applicable'] as const;
  for (let turn = 0; next !== null && turn < wanted.atMost; turn += 1) {
    const opened = must(await checklists.openRequirement(actor, keys, { assessmentId, requirementId: next }));
    const answer = { ...answerOf(opened.requirement, values[turn % values.length] ?? 'yes', opened.parts.map((part) => part.id)), ...(wanted.note ? { note: wanted.note } : {}) };
    next = must(await checklists.saveAnswer(actor, keys, { assessmentId, requirementId: next, seenRevision: 0, answer })).next;
  }
  return assessmentId;
}

export async function closeAsItStands({ services: { checklists } }: Runtime, { actor, keys }: Person, assessmentId: string): Promise<void> {
  const before = must(await checklists.openSites(actor, keys, assessmentId));
  // Of several sites, the answers of a test hold for all but the last.
  if (before.scope?.kind === 'undecided') must(await checklists.chooseSites(actor, { assessmentId, siteIds: before.sites.slice(0, -1).map((site) => site.id), seenRevision: 0 }));
  const { run, sites } = must(await checklists.openClose(actor, keys, assessmentId));
  const seenSites = stampOfScope(scopeOf(sites, run.assessment.siteIds));
  must(await checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(run), seenSites, position: 'Geschäftsführung' }));
}

/** The same with the first questions only, for what does not depend on how many there are. The rest counts as not answered. */
export async function shortAssessment(services: ChecklistServices, { actor, keys }: Pick<OpenSession, 'actor' | 'keys'>, note: string): Promise<string> {
  const { assessmentId } = must(await services.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: services.newFormKey() }));
  const { run } = must(await services.openAssessment(actor, keys, assessmentId));
  const asked = run.standings.filter((standing) => standing.notAsked === null).slice(0, 8);
  for (const [turn, { requirement }] of asked.entries()) {
    const partIds = requirement.kind === 'control' ? (requirement.parts ?? []).map((part) => part.id) : [];
    const answer = { ...answerOf(requirement, turn % 3 === 1 ? 'no' : 'yes', partIds), note };
    must(await services.saveAnswer(actor, keys, { assessmentId, requirementId: requirement.id, seenRevision: 0, answer }));
  }
  const done = must(await services.openAssessment(actor, keys, assessmentId));
  must(await services.closeAssessment(actor, keys, { assessmentId, seenAnswers: stampOf(done.run), position: 'Geschäftsführung' }));
  return assessmentId;
}

/** An answer that the requirement accepts and that comes as near to the wanted value as it can. */
function answerOf(requirement: Requirement, wanted: Answer['value'], partIds: readonly string[]): Answer {
  if (requirement.kind === 'status') return { value: wanted === 'no' || wanted === 'unknown' ? wanted : 'yes' };
  if (wanted === 'not_applicable' && !requirement.notApplicableAllowed) return answerOf(requirement, 'yes', partIds);
  const reason = wanted === 'not_applicable' ? { reason: 'Kommt bei uns nicht vor.' } : {};
  if (!requirement.parts || (wanted !== 'yes' && wanted !== 'partly')) return { value: wanted, basis: 'checked', ...reason };
  const allowed = allowedPartValues(requirement);
  const parts = Object.fromEntries(partIds.map((id, index) => [id, wanted === 'yes' || index === 0 ? 'yes' : (allowed[1] ?? 'no')]));
  return { value: wanted, basis: 'document_seen', parts };
}

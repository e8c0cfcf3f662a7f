import { allowedPartValues, allowedValues } from '#app/domain/checklist/answers.ts';
import type { Answer } from '#app/domain/checklist/answers.ts';
import { scopeOf, stampOfScope } from '#app/domain/checklist/site-scope.ts';
import type { Requirement } from '#app/domain/checklist/version.ts';
import type { AnswerBasis, AnswerValue } from '#app/domain/checklist/vocabulary.ts';
import { stableFraction } from '../stable-fraction.ts';
import { must } from '../stage.ts';
import type { Stage } from '../stage.ts';

/** How far a company is: share of the questions it can answer with yes, by topic id; `otherwise` for the rest. */
export type Maturity = { readonly otherwise: number } & Readonly<Record<string, number>>;

export type RunPlan = {
  readonly person: string;
  readonly checklist: string;
  readonly maturity: Maturity;
  /** Share of the questions answered in this sitting; 1 answers all of them. */
  readonly share: number;
  /** Notes by requirement id, in the company's words. */
  readonly notes?: Readonly<Record<string, string>>;
};

/** Works through a checklist as the plan says. Returns the run, to be continued or closed. */
export async function answerChecklist(stage: Stage, plan: RunPlan, assessmentId: string | null): Promise<string> {
  const { checklists } = stage.services;
  const { actor, keys } = await stage.visit(plan.person);
  const id = assessmentId ?? must(await checklists.startAssessment(actor, keys, { checklistId: plan.checklist, idempotencyKey: stage.random.id() }), 'start').assessmentId;
  const opened = must(await checklists.openAssessment(actor, keys, id), 'open');
  const asked = opened.run.standings.filter((standing) => standing.notAsked === null);
  const last = Math.ceil(asked.length * plan.share);
  let next = asked.find((standing) => standing.outcome === 'unanswered')?.requirement.id ?? null;
  let answered = opened.run.records.size;
  const topicOf = new Map(opened.run.version.topics.flatMap((topic) => topic.requirements.map((requirement) => [requirement.id, topic.id] as const)));
  const requirements = new Map(opened.run.version.topics.flatMap((topic) => topic.requirements).map((requirement) => [requirement.id, requirement] as const));
  while (next !== null && answered < last) {
    const requirement = requirements.get(next);
    if (requirement === undefined) throw new Error(`No requirement ${next}.`);
    const maturity = plan.maturity[topicOf.get(next) ?? ''] ?? plan.maturity.otherwise;
    const answer = believableAnswer(plan.person, requirement, maturity, plan.notes?.[next]);
    const saved = must(await checklists.saveAnswer(actor, keys, { assessmentId: id, requirementId: next, seenRevision: 0, answer }), `answer to ${next}`);
    answered += 1;
    next = saved.next;
  }
  return id;
}

/** Closes a run as the person saw it. */
export async function closeRun(stage: Stage, person: string, assessmentId: string): Promise<void> {
  const { checklists } = stage.services;
  const { actor, keys } = await stage.visit(person);
  const { run, sites } = must(await checklists.openClose(actor, keys, assessmentId), 'open');
  const seenSites = stampOfScope(scopeOf(sites, run.assessment.siteIds));
  const seenAnswers = [...run.records.values()].reduce((sum, record) => sum + record.revision, 0);
  must(await checklists.closeAssessment(actor, keys, { assessmentId, seenAnswers, seenSites, position: 'Geschäftsführung' }), 'close');
}

/** The same person answers the same way twice, better where the maturity has grown. */
export function believableAnswer(person: string, requirement: Requirement, maturity: number, note: string | undefined): Answer {
  const place = stableFraction(`${person}/${requirement.id}`);
  const worded = note === undefined ? {} : { note };
  const basis = basisOf(stableFraction(`${person}/${requirement.id}/basis`));
  if (requirement.kind === 'status') return { value: place < 0.75 ? 'yes' : 'no', ...worded };
  const value = valueOf(place, maturity);
  const offered = allowedValues(requirement).includes(value) ? value : 'no';
  const partIds = (requirement.parts ?? []).map((part) => part.id);
  if (partIds.length === 0 || (offered !== 'yes' && offered !== 'partly')) return { value: offered, basis, ...worded };
  const parts = Object.fromEntries(partIds.map((id, at) => [id, partValue(requirement, offered, at, partIds.length)]));
  return { value: offered, parts, basis, ...worded };

  function partValue(of: Extract<Requirement, { kind: 'control' }>, whole: AnswerValue, at: number, count: number): AnswerValue {
    const wanted: AnswerValue = whole === 'yes' || at < count / 2 ? 'yes' : 'no';
    return allowedPartValues(of).includes(wanted) ? wanted : 'unknown';
  }
}

function valueOf(place: number, maturity: number): AnswerValue {
  if (place < maturity) return 'yes';
  const rest = (place - maturity) / (1 - maturity);
  if (rest < 0.4) return 'partly';
  return rest < 0.8 ? 'no' : 'unknown';
}

function basisOf(place: number): AnswerBasis {
  if (place < 0.45) return 'checked';
  if (place < 0.7) return 'provider_said';
  return place < 0.85 ? 'document_seen' : 'estimated';
}

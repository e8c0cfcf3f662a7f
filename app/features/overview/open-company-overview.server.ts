import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import type { AssessmentAtAGlance, CaseAtAGlance, MeasureAtAGlance, OverviewDeps, TopicAtAGlance } from './ports.ts';

/** The one thing that matters now; it stands in the lamp. */
export type NextStep =
  | { readonly kind: 'finish_report'; readonly case: CaseAtAGlance }
  | { readonly kind: 'look_at_case'; readonly case: CaseAtAGlance }
  | { readonly kind: 'continue_check'; readonly assessment: AssessmentAtAGlance }
  | { readonly kind: 'repeat_check'; readonly assessment: AssessmentAtAGlance }
  | { readonly kind: 'take_measure'; readonly assessment: AssessmentAtAGlance; readonly measure: Readonly<Record<'de' | 'en', string>> }
  | { readonly kind: 'do_measure'; readonly measure: MeasureAtAGlance }
  | { readonly kind: 'begin_check' };

export type CompanyOverview = {
  readonly next: NextStep;
  readonly drafts: readonly CaseAtAGlance[];
  readonly running: readonly CaseAtAGlance[];
  readonly assessments: readonly AssessmentAtAGlance[];
  /** Topics that wait for this person. */
  readonly topics: readonly TopicAtAGlance[];
  /** The plan, by due date; empty before anything was taken over. */
  readonly measures: readonly MeasureAtAGlance[];
};

/** The first page after signing in: what matters now, what runs, where one stands. */
export function openCompanyOverview(deps: OverviewDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<CompanyOverview>> {
    const cases = await deps.sources.cases(actor, keys);
    if (!cases.ok) return cases;
    const assessments = await deps.sources.assessments(actor, keys);
    if (!assessments.ok) return assessments;
    const topics = await deps.sources.topics(actor, keys);
    if (!topics.ok) return topics;
    const measures = await deps.sources.measures(actor, keys);
    if (!measures.ok) return measures;
    const { drafts, running } = cases.value;
    const next = nextStep(drafts, running, assessments.value, measures.value);
    return ok({ next, drafts, running, assessments: assessments.value, topics: topics.value, measures: measures.value });
  };
}

/** An unfinished report comes before a running case, that before a check, also one that is due again, a check before a measure, and a planned one before a proposed one. */
export function nextStep(drafts: readonly CaseAtAGlance[], running: readonly CaseAtAGlance[], assessments: readonly AssessmentAtAGlance[], measures: readonly MeasureAtAGlance[]): NextStep {
  const [draft] = drafts;
  if (draft) return { kind: 'finish_report', case: draft };
  const [current] = running;
  if (current) return { kind: 'look_at_case', case: current };
  const unfinished = assessments.find((each) => !each.closed);
  if (unfinished) return { kind: 'continue_check', assessment: unfinished };
  const due = assessments.find((each) => each.repeatDue);
  if (due) return { kind: 'repeat_check', assessment: due };
  const [planned] = measures;
  if (planned) return { kind: 'do_measure', measure: planned };
  const [newest] = assessments;
  const measure = newest?.firstMeasures[0];
  if (newest && measure) return { kind: 'take_measure', assessment: newest, measure };
  return { kind: 'begin_check' };
}

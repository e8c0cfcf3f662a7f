import { firstMeasures } from '#app/domain/checklist/measures.ts';
import { progressOf } from '#app/domain/checklist/navigation.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import { ok } from '#app/domain/result.ts';
import type { ChecklistServices } from '#app/features/checklists/services.server.ts';
import type { IncidentServices } from '#app/features/incidents/services.server.ts';
import type { MeasureServices } from '#app/features/measures/services.server.ts';
import type { AssessmentAtAGlance, OverviewSources, TopicAtAGlance } from '#app/features/overview/ports.ts';
import type { Clock } from '#app/features/ports.ts';
import { createOverviewServices } from '#app/features/overview/services.server.ts';
import type { OverviewServices } from '#app/features/overview/services.server.ts';
import type { Wired } from './base.ts';

type Features = { readonly clock: Clock; readonly checklists: ChecklistServices; readonly incidents: IncidentServices; readonly measures: MeasureServices };
type WaitingTopic = Extract<Awaited<ReturnType<ChecklistServices['topicsWaitingForMe']>>, { ok: true }>['value'][number];
type Run = Extract<Awaited<ReturnType<ChecklistServices['listRecentAssessments']>>, { ok: true }>['value'][number];

/** The first page of a company gathers from checklists, measures and incidents. */
export function wireOverview({ clock, checklists, incidents, measures }: Features): Wired<OverviewServices> {
  const sources: OverviewSources = {
    cases: (actor, keys) => incidents.listCases(actor, keys),
    async assessments(actor, keys) {
      const runs = await checklists.listRecentAssessments(actor, keys);
      return runs.ok ? ok(runs.value.map((run) => atAGlance(run, clock.now()))) : runs;
    },
    async topics(actor, keys) {
      const waiting = await checklists.topicsWaitingForMe(actor, keys);
      return waiting.ok ? ok(waiting.value.map(topicAtAGlance)) : waiting;
    },
    measures: (actor, keys) => measures.nextDue(actor, keys),
  };
  return { services: createOverviewServices({ sources }), jobs: [] };
}

function topicAtAGlance({ handOver, run, from }: WaitingTopic): TopicAtAGlance {
  const topic = run.version.topics.find((one) => one.id === handOver.topicId);
  return { handOverId: handOver.row.id, assessmentId: run.assessment.id, title: topic?.title ?? run.version.title, from, dueAt: handOver.row.dueAt?.toISOString() ?? null };
}

function atAGlance({ assessment, version, answers, facts, standings }: Run, now: Date): AssessmentAtAGlance {
  const progress = progressOf(standings);
  const closed = assessment.state === 'closed';
  return {
    id: assessment.id,
    title: version.title,
    closed,
    updatedAt: assessment.updatedAt.toISOString(),
    closedAt: assessment.closedAt?.toISOString() ?? null,
    answered: progress.answered,
    asked: progress.total,
    percent: closed ? resultOf(version, answers, facts).percent : null,
    repeatDue: closed && assessment.remindAt !== null && assessment.remindAt <= now,
    firstMeasures: closed ? firstMeasures(standings, facts).map((measure) => measure.requirement.title) : [],
  };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import type { PlannedMeasure } from '#app/domain/checklist/measures.ts';
import type { RunPlan } from '#app/domain/measures/gaps.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/**
 * What the newest closed run of every checklist says: its whole plan, and which controls it finds met. Newest first. `known`: a run
 * that the caller has opened anyway, so that it is not opened twice.
 */
export function plansOfRuns(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, known?: RunPlan): Promise<Result<readonly RunPlan[]>> {
    const member = requireOwn(actor, 'measure.read', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const closed = (await deps.assessments.heads(organisationId)).filter((head) => head.closedAt !== null);
    closed.sort((a, b) => Number(b.closedAt) - Number(a.closedAt));
    const plans = new Map<string, RunPlan>();
    for (const { id, checklistId } of closed) {
      if (plans.has(checklistId)) continue;
      if (id === known?.assessmentId) {
        plans.set(checklistId, known);
        continue;
      }
      const row = await deps.assessments.find(organisationId, id);
      if (row === null || row.factsAtClose === null) continue;
      const opened = await openRun(row, keys, row.factsAtClose);
      if (!opened.ok) return opened;
      const plan = runPlanOf(opened.value, planOf(opened.value.standings, opened.value.facts));
      if (plan !== null) plans.set(checklistId, plan);
    }
    return ok([...plans.values()]);
  };
}

/** A run with its plan as the board of measures knows it; null before the close. */
export function runPlanOf({ assessment, version, standings }: OpenRun, plan: readonly PlannedMeasure[]): RunPlan | null {
  if (assessment.closedAt === null) return null;
  const met = standings.filter((standing) => standing.outcome === 'met').map((standing) => standing.requirement.id);
  return { assessmentId: assessment.id, checklist: version.title, closedAt: assessment.closedAt.toISOString(), plan, met: new Set(met) };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import type { RunPlan } from '#app/domain/measures/gaps.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { openRun, requireOwn } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/** What the newest closed run of every checklist says: its whole plan, and which controls it finds met. Newest first. */
export function plansOfRuns(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing): Promise<Result<readonly RunPlan[]>> {
    const member = requireOwn(actor, 'measure.read', deps.clock.now());
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const closed = (await deps.assessments.heads(organisationId)).filter((head) => head.closedAt !== null);
    closed.sort((a, b) => Number(b.closedAt) - Number(a.closedAt));
    const plans = new Map<string, RunPlan>();
    for (const { id, checklistId } of closed) {
      const row = plans.has(checklistId) ? null : await deps.assessments.find(organisationId, id);
      if (row?.closedAt === undefined || row.closedAt === null || row.factsAtClose === null) continue;
      const opened = await openRun(row, keys, row.factsAtClose);
      if (!opened.ok) return opened;
      const { version, standings, facts } = opened.value;
      const met = standings.filter((standing) => standing.outcome === 'met').map((standing) => standing.requirement.id);
      plans.set(version.checklistId, { assessmentId: row.id, checklist: version.title, closedAt: row.closedAt.toISOString(), plan: planOf(standings, facts), met: new Set(met) });
    }
    return ok([...plans.values()]);
  };
}

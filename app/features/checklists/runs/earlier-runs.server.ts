import type { KeyRing } from '../../ports.ts';
import { openRun } from './open-run.server.ts';
import type { OpenRun } from './open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';

/**
 * Runs of the same checklist that were closed before this one, whatever their version, the newest first. Those whose key this person
 * does not hold are left out.
 */
export async function earlierRunsOf(deps: ChecklistDeps, keys: KeyRing, run: OpenRun, atMost = Infinity): Promise<OpenRun[]> {
  const closedAt = Number(run.assessment.closedAt);
  const { id, organisationId } = run.assessment;
  const heads = (await deps.assessments.heads(organisationId))
    .filter((head) => head.id !== id && head.checklistId === run.version.checklistId && head.closedAt !== null && head.closedAt.getTime() < closedAt)
    .sort((a, b) => Number(b.closedAt) - Number(a.closedAt));
  const runs: OpenRun[] = [];
  for (const head of heads) {
    if (runs.length >= atMost) break;
    const row = await deps.assessments.find(organisationId, head.id);
    const opened = row && (await openRun(row, keys, row.factsAtClose ?? run.facts));
    if (opened?.ok) runs.push(opened.value);
  }
  return runs;
}

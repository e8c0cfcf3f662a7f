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
  const rows = (await deps.assessments.list(run.assessment.organisationId))
    .filter((row) => row.id !== run.assessment.id && row.frozen.checklistId === run.version.checklistId && row.closedAt !== null && row.closedAt.getTime() < closedAt)
    .sort((a, b) => Number(b.closedAt) - Number(a.closedAt));
  const runs: OpenRun[] = [];
  for (const row of rows) {
    if (runs.length >= atMost) break;
    const opened = await openRun(row, keys, row.factsAtClose ?? run.facts);
    if (opened.ok) runs.push(opened.value);
  }
  return runs;
}

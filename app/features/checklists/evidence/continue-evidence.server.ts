import type { Actor } from '#app/domain/access/actor.ts';
import { reusableEvidence } from '#app/domain/checklist/evidence.ts';
import { questionNumber } from '#app/domain/checklist/navigation.ts';
import { err } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { storeEvidence } from './add-evidence.server.ts';
import type { AddedEvidence } from './add-evidence.server.ts';
import { openEvidenceOf } from './open-evidence.server.ts';
import type { EvidenceRecord } from './open-evidence.server.ts';
import { openOwnRun, subjectOf } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps, RunEvidence } from '../ports.ts';
import { contentOf } from './read-evidence.server.ts';
import { todayOf } from '../today.ts';

/** Evidence of another run of the organisation. */
export type OfferedEvidence = EvidenceRecord & { readonly assessment: RunEvidence };

/** Evidence of other runs for the same control that still holds and is not in this run yet; only its name and days are opened. */
export async function evidenceToReuse(deps: ChecklistDeps, keys: KeyRing, run: OpenRun, requirementId: string): Promise<OfferedEvidence[]> {
  const earlier: OfferedEvidence[] = [];
  for (const row of await deps.assessments.evidenceOf(run.assessment.organisationId)) {
    if (row.id === run.assessment.id) continue;
    const key = await keys.open(subjectOf(row));
    const opened = key.ok ? openEvidenceOf(row, key.value) : key;
    if (opened.ok) earlier.push(...opened.value.map((one) => ({ ...one, assessment: row })));
  }
  return reusableEvidence(earlier, run.evidence.filter((one) => one.requirementId === requirementId), requirementId, todayOf(deps.clock));
}

export type ContinueEvidenceInput = { readonly assessmentId: string; readonly requirementId: string; readonly evidenceId: string; readonly idempotencyKey: string };

/**
 * Goes on using evidence of an earlier run: a copy of the file under this run's own key, with the days and words it had. What
 * the earlier run holds stays untouched. `not_found` for what is not offered.
 */
export function continueEvidence(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, input: ContinueEvidenceInput): Promise<Result<AddedEvidence>> {
    const own = await openOwnRun(deps, actor, 'assessment.answer', keys, input.assessmentId);
    if (!own.ok) return own;
    const { member, run } = own.value;
    if (questionNumber(run.standings, input.requirementId) === null) return err('not_found');
    if (run.assessment.state !== 'running') return err('wrong_state', { detail: run.assessment.state });
    const offered = await evidenceToReuse(deps, keys, run, input.requirementId);
    const source = offered.find((one) => one.id === input.evidenceId);
    if (source === undefined) return err('not_found');
    const content = await contentOf(deps, keys, source, source);
    if (!content.ok) return content;
    const { requirementId, description, takenOn, expiresOn, claimedType, name } = source;
    return storeEvidence(deps, member, keys, run, {
      assessmentId: input.assessmentId,
      requirementId,
      description,
      takenOn,
      expiresOn,
      claimedType,
      fileName: name,
      idempotencyKey: input.idempotencyKey,
      content: content.value,
    });
  };
}

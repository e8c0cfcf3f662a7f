import type { Actor } from '#app/domain/access/actor.ts';
import { isTerminal } from '#app/domain/case/statuses.ts';
import type { CaseState } from '#app/domain/case/statuses.ts';
import { localDate } from '#app/domain/deadlines/local-time.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { findMeasure, requireOwn } from './open-measures.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';
import type { MeasureDeps, RunningQuestion } from './ports.ts';

export type MeasurePageData = OpenMeasure & {
  readonly today: string;
  /** For the choice of an owner. */
  readonly members: readonly { readonly userId: string; readonly name: string }[];
  /** Of owner, last writer, closer. */
  readonly names: ReadonlyMap<string, string>;
  readonly running: readonly RunningQuestion[];
  /** `isOwnDraft`: only its writer can open a draft. */
  readonly advice: null | { readonly caseId: string; readonly state: CaseState; readonly reference: string | null; readonly by: string | null; readonly isOwnDraft: boolean; readonly isOver: boolean };
};

/** One measure with everything its pages show. */
export function openMeasure(deps: MeasureDeps) {
  return async function (actor: Actor, keys: KeyRing, measureId: string): Promise<Result<MeasurePageData>> {
    const member = requireOwn(deps, actor, 'measure.read');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const found = await findMeasure(deps, member.value, keys, measureId);
    if (!found.ok) return found;
    const { row, content } = found.value;
    const running = await deps.runs.running(actor, keys, content.control.id);
    if (!running.ok) return running;
    const caseId = content.adviceCaseId;
    const advice = caseId === null ? null : await deps.advice.find(organisationId, caseId);
    const ids = [row.ownerUserId, row.updatedBy, content.closing?.by, advice?.createdBy].filter((id) => typeof id === 'string');
    const names = await deps.people.names(organisationId, ids);
    return ok({
      ...found.value,
      today: localDate(deps.clock.now(), deps.zone),
      members: await deps.people.members(organisationId),
      names,
      running: running.value,
      advice:
        caseId === null || advice === null
          ? null
          : {
              caseId,
              state: advice.state,
              reference: advice.reference,
              by: names.get(advice.createdBy) ?? null,
              isOwnDraft: advice.state === 'draft' && advice.createdBy === userId,
              isOver: isTerminal(advice.state),
            },
    });
  };
}

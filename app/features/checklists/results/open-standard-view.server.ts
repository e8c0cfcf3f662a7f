import type { Actor } from '#app/domain/access/actor.ts';
import { viewByInsurerTopic, viewByStandard } from '#app/domain/checklist/standard-views.ts';
import type { StandardIds, ViewRow } from '#app/domain/checklist/standard-views.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { findClosedRun } from './open-result.server.ts';
import { requireOwn } from '../runs/open-run.server.ts';
import type { OpenRun } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { schemeOfView } from './standard-view-names.ts';
import type { StandardViewName } from './standard-view-names.ts';

export type OpenStandardView = {
  readonly run: OpenRun;
  /** Null: by the subjects that insurers ask about. */
  readonly standard: StandardIds | null;
  readonly rows: readonly ViewRow[];
};

/** The answers of a closed run sorted by the ids of a standard. `wrong_state` before the close. */
export function openStandardView(deps: ChecklistDeps) {
  return async function (
    actor: Actor,
    keys: KeyRing,
    input: { readonly assessmentId: string; readonly view: StandardViewName },
  ): Promise<Result<OpenStandardView>> {
    const member = requireOwn(actor, 'assessment.read', deps.clock.now());
    if (!member.ok) return member;
    const found = await findClosedRun(deps, member.value, keys, input.assessmentId);
    if (!found.ok) return found;
    const run = found.value;
    const scheme = schemeOfView[input.view];
    if (scheme === null) return ok({ run, standard: null, rows: viewByInsurerTopic(run.standings) });
    const standard = deps.library.standards.find((each) => each.scheme === scheme);
    return standard ? ok({ run, standard, rows: viewByStandard(run.standings, standard) }) : err('not_found');
  };
}

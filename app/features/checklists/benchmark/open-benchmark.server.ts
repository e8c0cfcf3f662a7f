import { may } from '#app/domain/access/may.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import { mayStillShow, publishingRules, sizeGroupOf } from '#app/domain/statistics/benchmark.ts';
import type { SizeGroup } from '#app/domain/statistics/benchmark.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../../ports.ts';
import { thaw } from '../catalogue/frozen-version.server.ts';
import { requireOwn } from '../runs/open-run.server.ts';
import type { ChecklistDeps } from '../ports.ts';
import { openSharing } from './sharing.server.ts';

export type OpenBenchmark = {
  /** null while the size is not known: the company takes no part. */
  readonly sizeGroup: SizeGroup | null;
  /** null before the first decision. */
  readonly decision: { readonly state: 'shared' | 'declined'; readonly at: string } | null;
  readonly revision: number;
  readonly mayDecide: boolean;
  /** Topic id -> average of companies of this size, in percent; only what may be shown. */
  readonly averages: ReadonlyMap<string, number>;
};

/** How companies of the same size stand in this checklist, and what this company has decided about adding its own result. */
export function openBenchmark(deps: ChecklistDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string): Promise<Result<OpenBenchmark>> {
    const now = deps.clock.now();
    const member = requireOwn(actor, 'assessment.read', now);
    if (!member.ok) return member;
    const assessment = await deps.assessments.find(member.value.organisationId, assessmentId);
    if (assessment === null) return err('not_found');
    if (assessment.state !== 'closed') return err('wrong_state', { detail: assessment.state });
    const version = thaw(assessment.frozen.content, assessment.frozen.contentHash);
    const facts = assessment.factsAtClose ?? (await deps.assessments.factsOf(member.value.organisationId));
    const decision = (await deps.benchmark.decisions(member.value.organisationId)).find((one) => one.assessmentId === assessment.id);
    const sharing = decision === undefined ? ok(null) : await openSharing(decision, member.value.organisationId, keys);
    if (!sharing.ok) return sharing;
    const sizeGroup = sizeGroupOf(facts.sizeClass);
    const figures = sizeGroup === null ? [] : await deps.benchmark.figures({ checklistId: version.checklistId, version: version.version, sizeGroup });
    return ok({
      sizeGroup,
      decision: sharing.value === null ? null : { state: sharing.value.state, at: sharing.value.at },
      revision: decision?.revision ?? 0,
      mayDecide: may(actor, 'benchmark.decide', relationToOrganisation(member.value, member.value.organisationId)),
      averages: new Map(figures.filter((figure) => mayStillShow(figure.publishedRows, publishingRules)).map(({ topicId, average }) => [topicId, average])),
    });
  };
}

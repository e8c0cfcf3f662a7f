import type { Actor } from '#app/domain/access/actor.ts';
import { isRunning } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { fieldsOf } from '#app/domain/triage/fields.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import { requireOwnCase } from './case-rights.ts';
import { correctableSteps } from './correct-facts.server.ts';
import type { CorrectableStep } from './correct-facts.server.ts';
import type { IncidentDeps } from './ports.ts';
import type { DraftStep } from './read-step.server.ts';
import { readCallback, sitesToCorrectOf } from './report-sites.ts';

export type ReadFacts = {
  /** Pages that ask for facts of this kind of case. */
  readonly steps: readonly CorrectableStep[];
  /** The facts in force, and the site, as the pages of a report show answers. */
  readonly stated: DraftStep;
};

/** The coded facts of a running case, to be corrected. Sealed answers are none of them. */
export function readFacts(deps: IncidentDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<ReadFacts>> {
    const member = await requireOwnCase(deps, actor, caseId, 'case.correct_facts');
    if (!member.ok) return member;
    const found = await deps.reads.findCase(caseId, member.value.organisationId);
    if (found === null) return err('not_found');
    if (found.reference === null || !isRunning(found.state)) return err('wrong_state', { detail: found.state });
    const facts = JSON.parse(found.facts) as ReportFacts;
    const callback = readCallback(deps, found);
    return ok({
      steps: correctableSteps.filter((step) => factFieldsOf(step, facts.kind).length > 0),
      stated: {
        caseId,
        step: 'check',
        kind: facts.kind,
        answers: { ...answersFrom(facts), ...(callback?.site ? { siteId: callback.siteId } : {}) },
        openSteps: [],
        severity: found.severity,
        savedAt: found.updatedAt.toISOString(),
        providers: await deps.providers.list(),
        sites: await sitesToCorrectOf(deps, found.organisationId, callback, facts.district),
        districtIds: deps.districtIds,
        now: deps.clock.now().toISOString(),
        zone: deps.zone,
      },
    });
  };
}

/** The fields of a page that feed a fact. */
export function factFieldsOf(step: CorrectableStep, kind: IncidentKind) {
  return fieldsOf(step, kind).filter((field) => field.class === 'triage_fact' && field.fact !== undefined);
}

function answersFrom(facts: ReportFacts): DraftAnswers {
  const answers: Record<string, unknown> = {};
  for (const step of correctableSteps) {
    for (const { id, fact } of factFieldsOf(step, facts.kind)) if (fact !== undefined) answers[id] = facts[fact];
  }
  return answers as DraftAnswers;
}

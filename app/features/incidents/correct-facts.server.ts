import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { fieldsOf, intakeSteps } from '#app/domain/triage/fields.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import { withCorrectedFacts } from '#app/domain/triage/severity-change.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { requireOwnCase } from './case-rights.ts';
import { parseStep } from './form.ts';
import type { PostedValues } from './form.ts';
import type { IncidentDeps } from './ports.ts';
import { callbackAt } from './report-answers.ts';
import type { Callback } from './report-answers.ts';
import { readCallback, sitesToCorrectOf } from './report-sites.ts';

/** The pages whose coded facts may be corrected after sending; consent and kind have their own ways. */
export const correctableSteps = ['when_and_where', 'reach', 'data_and_money', 'insurer'] as const;

export type CorrectableStep = (typeof correctableSteps)[number];

export type CorrectFacts = { readonly caseId: string; readonly step: string; readonly posted: PostedValues };

/**
 * Corrects coded facts of a running case. Severity follows the rules unless a person set it and it did not get worse; legal
 * periods are computed anew, and the old values stay as superseded rows. Of several sites one is named, as in the report, and its
 * district goes with it. Saying the same again changes nothing.
 */
export function correctFacts(deps: IncidentDeps) {
  return async function (actor: Actor, input: CorrectFacts): Promise<Result<null>> {
    const member = await requireOwnCase(deps, actor, input.caseId, 'case.correct_facts');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const asked = correctableSteps.find((one) => one === input.step && intakeSteps.includes(one));
    const found = await deps.reads.findCase(input.caseId, organisationId);
    if (found === null || asked === undefined) return err('not_found');
    if (found.reference === null) return err('wrong_state', { detail: found.state });

    const { kind, district } = JSON.parse(found.facts) as ReportFacts;
    const callback = readCallback(deps, found);
    const sites = await sitesToCorrectOf(deps, organisationId, callback, district);
    const at = deps.clock.now();
    const providerIds = asked === 'insurer' ? (await deps.providers.list()).map((one) => one.id) : [];
    const parsed = parseStep(asked, kind, input.posted, { now: at, zone: deps.zone, districtIds: deps.districtIds, sites, providerIds });
    if (Object.keys(parsed.errors).length > 0) {
      return err('invalid_input', { fields: Object.fromEntries(Object.entries(parsed.errors).map(([name, text]) => [name, [text]])) });
    }
    const site = sites.find(({ id }) => id === parsed.answers.siteId);
    return transactOrRefuse(deps.transact, async (tx) => {
      const revised = await tx.revise({
        caseId: input.caseId,
        by: 'system',
        correct: (facts) => overlay(facts, asked, parsed.answers),
        ...relocation(deps, input.caseId, callback, site),
        weigh: (inForce, judged) => ok(withCorrectedFacts(inForce, judged.severity)),
        outcome: 'facts_corrected',
        actor: { kind: 'user', userId },
        organisationId,
        at,
      });
      return revised.ok ? ok(null) : revised;
    });
  };
}

/** Who calls back is told of another site, also where it lies in the same district. */
function relocation(deps: IncidentDeps, caseId: string, callback: Callback | null, site: ReportSite | undefined): { callbackBox?: Buffer } {
  if (callback === null || site === undefined) return {};
  const moved = callbackAt(callback, site);
  return isDeepStrictEqual(moved, callback) ? {} : { callbackBox: deps.vault.seal('Case', caseId, moved) };
}

/** The corrected facts of one page; a question left empty counts as not known again only where it had been asked there. */
function overlay(facts: ReportFacts, asked: CorrectableStep, answers: Readonly<Record<string, unknown>>): ReportFacts {
  const changed: Record<string, unknown> = {};
  for (const field of fieldsOf(asked, facts.kind)) {
    const value = answers[field.id];
    if (field.class === 'triage_fact' && field.fact !== undefined && value !== undefined) changed[field.fact] = value;
  }
  return { ...facts, ...(changed as Partial<ReportFacts>) };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { IntakeStep } from '#app/domain/triage/fields.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import { openSteps, reachableStep } from '#app/domain/triage/steps.ts';
import type { ReportSite } from '#app/domain/triage/site-of-report.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import { triage } from '#app/domain/triage/triage.ts';
import type { KeyRing } from '../ports.ts';
import { openDraft } from './open-draft.server.ts';
import type { IncidentDeps } from './ports.ts';
import { factsOf, kindOf } from './report-answers.ts';

export type DraftStep = {
  readonly caseId: string;
  /** The step that may be shown; differs from the wanted one when that does not apply or comes too early. */
  readonly step: IntakeStep | 'check';
  readonly kind: IncidentKind | null;
  readonly answers: DraftAnswers;
  readonly openSteps: readonly IntakeStep[];
  /** What the answers so far come to; null before the kind is known. */
  readonly severity: Severity | null;
  readonly savedAt: string;
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Among which the report asks; none: the district is asked instead. */
  readonly sites: readonly ReportSite[];
  readonly districtIds: readonly string[];
  readonly now: string;
  readonly zone: string;
};

/** One page of a draft. Names of providers are read only where the page asks for them. */
export function readStep(deps: IncidentDeps) {
  return async function (actor: Actor, keys: KeyRing, caseId: string, wanted: string): Promise<Result<DraftStep>> {
    const draft = await openDraft(deps, actor, keys, caseId);
    if (!draft.ok) return draft;
    const { answers, stored, member, sites } = draft.value;
    const kind = kindOf(answers);
    const step = reachableStep(wanted, kind, answers);
    const now = deps.clock.now();
    const company = await deps.companies.find(member.organisationId);
    const namesProviders = step === 'insurer' || step === 'consent' || step === 'check';
    return ok({
      caseId,
      step,
      kind,
      answers,
      openSteps: openSteps(kind, answers),
      severity: kind === null || company === null ? null : triage(factsOf({ ...answers, kind }, company, now)).severity,
      savedAt: stored.updatedAt.toISOString(),
      providers: namesProviders ? await deps.providers.list() : [],
      sites,
      districtIds: deps.districtIds,
      now: now.toISOString(),
      zone: deps.zone,
    });
  };
}

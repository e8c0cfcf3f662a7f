import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { onlySiteId } from '#app/domain/triage/site-of-report.ts';
import type { DraftAnswers } from '#app/domain/triage/steps.ts';
import type { KeyRing, Locale } from '../ports.ts';
import { caseSubject, requireOwnCompany } from './case-rights.ts';
import type { IncidentDeps } from './ports.ts';
import { sealReport } from './report-answers.ts';
import { reportSitesOf } from './report-sites.ts';

export type CreateDraftInput = {
  /** Made with the form: the same key leads to the same draft, however often it is posted. */
  readonly idempotencyKey: string;
  readonly locale: Locale;
  /** A kind chosen on the emergency pages; anything else is ignored. */
  readonly kind?: string;
  /** A request for advice that comes from elsewhere brings its first words; it is asked at the moment of its making. */
  readonly advice?: { readonly title: string; readonly description: string };
};

/**
 * Begins a report: a case in state `draft` with a key of its own, sealed to the person who writes it. Colleagues and the
 * office cannot see it until it is sent. Returns the case's id.
 */
export function createDraft(deps: IncidentDeps) {
  return async function (actor: Actor, keys: KeyRing, input: CreateDraftInput): Promise<Result<{ caseId: string }>> {
    const member = requireOwnCompany(deps, actor, 'incident.report');
    if (!member.ok) return member;
    if (!/^[\w-]{8,64}$/.test(input.idempotencyKey)) return err('invalid_input');
    const { userId, organisationId } = member.value;
    const company = await deps.companies.find(organisationId);
    if (company === null) return err('not_found');

    // With several sites it is asked which one is meant, and the district follows.
    const asksSite = (await reportSitesOf(deps, organisationId)).length > 0;

    const caseId = deps.random.id();
    const created = await keys.create(caseSubject(caseId, organisationId), [{ kind: 'user', userId }]);
    if (!created.ok) return created;
    const kind = input.advice ? 'advice' : incidentKinds.find((one) => one === input.kind);
    const answers: DraftAnswers = {
      language: input.locale,
      releaseMode: 'after_confirmation',
      ...(asksSite ? {} : { siteId: onlySiteId }),
      ...(asksSite || company.district === null ? {} : { district: company.district }),
      ...(company.nis2Scope === 'unknown' ? {} : { nis2Scope: company.nis2Scope }),
      ...(kind === undefined ? {} : { kind }),
      ...(input.advice ? { ...input.advice, noticedAt: deps.clock.now().toISOString() } : {}),
    };
    const sealedReport = sealReport(created.value.key, caseId, answers);

    return deps.transact(async (tx) => {
      const at = deps.clock.now();
      const earlier = await tx.idempotency.claim(`report:${input.idempotencyKey}`, userId, caseId, at);
      if (earlier !== null) return ok({ caseId: earlier });
      await tx.incidents.insertDraft({ caseId, organisationId, createdBy: userId, language: input.locale, keyVersion: created.value.key.version, sealedReport, step: 'what_happened', at });
      await tx.keyGrants.add(created.value.grants, userId);
      await tx.audit.append({ event: 'case.drafted', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'case', id: caseId } });
      return ok({ caseId });
    });
  };
}

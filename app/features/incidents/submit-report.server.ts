import type { Actor } from '#app/domain/access/actor.ts';
import { toLocal } from '#app/domain/deadlines/local-time.ts';
import { answerPromise } from '#app/domain/deadlines/service-windows.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { routingCaseOf } from '#app/domain/routing/case-from-facts.ts';
import type { ReportFacts } from '#app/domain/triage/facts.ts';
import { missingForSending } from '#app/domain/triage/steps.ts';
import { triage } from '#app/domain/triage/triage.ts';
import type { Triage } from '#app/domain/triage/triage.ts';
import type { KeyRing } from '../ports.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { caseSubject, requireOwnCase } from './case-rights.ts';
import type { StoredConsent } from '../case-consent.ts';
import { firstMoves } from './first-moves.ts';
import { openDraft } from './open-draft.server.ts';
import type { OpenDraft } from './open-draft.server.ts';
import type { IncidentDeps, IncidentTx, SubmittedCase } from './ports.ts';
import { answersOfClass, callbackOf, factsOf, kindOf, sealReport } from './report-answers.ts';

export type SubmittedReport = { readonly caseId: string; readonly reference: string };

type Prepared = {
  readonly draft: OpenDraft;
  readonly facts: ReportFacts;
  readonly judged: Triage;
  /** Providers to which the key is sealed for an immediate release. */
  readonly releaseTo: readonly string[];
  readonly promisedUntil: Date;
  readonly at: Date;
};

/**
 * Sends a report. In one transaction: the states up to the point where routing or the office takes over, reference, severity
 * with reasons, coded facts, call-back data, consent, legal periods, keys, log and mails. The case key then belongs to the
 * company; free text stays sealed. Sent again, it answers with what the first time led to.
 * Refused with `invalid_input` and the open fields while something needed is missing.
 */
export function submitReport(deps: IncidentDeps) {
  return async function (actor: Actor, keys: KeyRing, caseId: string): Promise<Result<SubmittedReport>> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const draft = await openDraft(deps, actor, keys, caseId);
      if (!draft.ok) return draft.refusal.code === 'wrong_state' ? alreadySent(deps, actor, caseId) : draft;
      const prepared = await prepare(deps, draft.value);
      if (!prepared.ok) return prepared;
      const reference = await transactOrRefuse(deps.transact, (tx) => store(deps, tx, keys, prepared.value));
      if (!reference.ok) return reference;
      if (reference.value !== null) return ok({ caseId, reference: reference.value });
    }
    return alreadySent(deps, actor, caseId);
  };
}

async function alreadySent(deps: IncidentDeps, actor: Actor, caseId: string): Promise<Result<SubmittedReport>> {
  const member = await requireOwnCase(deps, actor, caseId, 'incident.edit_draft');
  if (!member.ok) return member;
  const found = await deps.reads.findCase(caseId, member.value.organisationId);
  if (found === null) return err('not_found');
  return found.reference === null ? err('wrong_state', { detail: found.state }) : ok({ caseId, reference: found.reference });
}

/** Everything that needs other reads; nothing of it is stored yet. */
async function prepare(deps: IncidentDeps, draft: OpenDraft): Promise<Result<Prepared>> {
  const { answers, member, stored } = draft;
  const kind = kindOf(answers);
  const missing = kind === null ? ['kind'] : missingForSending(kind, answers);
  if (kind === null || missing.length > 0) {
    return err('invalid_input', { fields: Object.fromEntries(missing.map((id) => [id, ['required']])) });
  }
  const company = await deps.companies.find(member.organisationId);
  if (company === null) return err('not_found');
  const at = deps.clock.now();
  const told = factsOf({ ...answers, kind }, company, at);
  const judged = triage(told);
  const urgent = judged.severity === 'S1' || judged.severity === 'S2';
  // The immediate release is offered for urgent cases only; an earlier tick does not outlive a milder answer.
  const facts: ReportFacts = urgent && told.routingWanted ? told : { ...told, releaseMode: 'after_confirmation' };

  const routingCase = routingCaseOf(facts, { caseId: stored.caseId, companyId: member.organisationId, severity: judged.severity, tried: [] });
  return ok({
    draft,
    facts,
    judged,
    releaseTo: facts.releaseMode === 'immediate' ? await deps.candidates.passing(routingCase, at) : [],
    promisedUntil: answerPromise(judged.severity, at, deps.serviceClock(at)),
    at,
  });
}

/** The reference, or null when the draft had changed or was sent by somebody else in the meantime. */
async function store(deps: IncidentDeps, tx: IncidentTx, keys: KeyRing, prepared: Prepared): Promise<Result<string | null>> {
  const { draft, at } = prepared;
  const { caseId, organisationId, revision } = draft.stored;
  const { userId } = draft.member;
  const subject = caseSubject(caseId, organisationId);
  const key = await tx.keyGrants.openForWriting(keys, subject);
  if (!key.ok) return key;
  const sealed = sealReport(key.value, caseId, answersOfClass(draft.answers, 'sealed'));
  const submitted = await tx.incidents.submitDraft({ caseId, organisationId, revision }, submittedCase(deps, prepared), sealed);
  if (!submitted) return ok(null);
  const reference = await tx.incidents.takeReference(caseId, organisationId, toLocal(at, deps.zone).year);

  const toCompany = await tx.keyGrants.give(keys, subject, { kind: 'organisation', organisationId });
  if (!toCompany.ok) return toCompany;
  const waiting = await tx.keyGrants.giveAwaitingRelease(keys, subject, prepared.releaseTo);
  if (!waiting.ok) return waiting;
  await tx.keyGrants.remove(subject, { kind: 'user', userId });
  await fireFirstMoves(tx, prepared);
  for (const providerId of waiting.value) {
    await tx.audit.append({ event: 'key.granted', actor: { kind: 'user', userId }, at, organisationId: providerId, object: { kind: 'case', id: caseId }, reason: 'immediate_release' });
  }
  return ok(reference);
}

/** The receipt tells the company of every move of this moment: the mails of the later ones would only repeat it. */
async function fireFirstMoves(tx: IncidentTx, { draft, facts, judged, promisedUntil, at }: Prepared): Promise<void> {
  const { caseId, organisationId } = draft.stored;
  const moves = firstMoves(facts, judged.severity);
  for (const [index, { fired, context }] of moves.entries()) {
    const byPerson = fired.by === 'company';
    const moved = await tx.advance({
      caseId,
      fired,
      context,
      actor: byPerson ? { kind: 'user', userId: draft.member.userId } : { kind: 'system' },
      organisationId: byPerson ? organisationId : null,
      at,
      until: promisedUntil,
      ...(index === 0 ? { data: { severity: judged.severity, promisedUntil: promisedUntil.toISOString() } } : {}),
      goesOn: index < moves.length - 1,
      quiet: index > 0,
    });
    if (!moved.ok) throw new Error(`${fired.name} of a complete report was refused: ${moved.refusal.detail ?? moved.refusal.code}`);
  }
}

function submittedCase(deps: IncidentDeps, { draft, facts, judged, at }: Prepared): SubmittedCase {
  const { caseId } = draft.stored;
  const consent: StoredConsent = {
    routingWanted: facts.routingWanted,
    releaseMode: facts.releaseMode,
    textVersion: String(draft.answers.consentTextVersion),
    at: at.toISOString(),
    givenBy: draft.member.userId,
  };
  return {
    kind: judged.kind,
    severity: judged.severity,
    facts: JSON.stringify(facts),
    reasons: JSON.stringify(judged.reasons),
    consent: JSON.stringify(consent),
    callbackBox: deps.vault.seal('Case', caseId, callbackOf(draft.answers, draft.sites)),
    district: facts.district,
    sectorSection: facts.sectorSection,
    sizeClass: facts.sizeClass,
    language: facts.language,
    noticedAt: new Date(facts.noticedAt),
    reportedAt: at,
  };
}

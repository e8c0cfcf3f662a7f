import type { Actor } from '#app/domain/access/actor.ts';
import { offeringCaseStates } from '#app/domain/case/statuses.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { filterFailures } from '#app/domain/routing/filters.ts';
import { neverRelaxed } from '#app/domain/routing/reasons.ts';
import { relaxationOrder } from '#app/domain/routing/relaxation.ts';
import type { RelaxationStep } from '#app/domain/routing/relaxation.ts';
import { takeBackMissed } from './advance-routing.server.ts';
import { decide, moveCase, openWave, planNext } from './begin-routing.ts';
import { takeTurn } from './case-turn.ts';
import { filterContext } from './moment.ts';
import { requireOffice } from './offer-rights.ts';
import { relaxationsOf, windowOf } from './offers.ts';
import type { MatchingDeps } from './ports.ts';
import type { Act } from './record.ts';
import { routingCaseFrom } from './tried.ts';

/** What the officer on duty does in routing: with triage facts, never with content. */

export const relaxationReasonOf = {
  area: 'area_widened',
  language: 'language_relaxed',
  response_class: 'response_class_relaxed',
  wanted_skill: 'skill_relaxed',
} as const satisfies Readonly<Record<RelaxationStep, string>>;

/**
 * Gives up filters up to and including `upTo`, decides anew and asks whoever passes now and was not asked. Refused with
 * `not_eligible` when that finds nobody: vetting, suspension, conflict, panel and reachability are never given up.
 */
export function relaxRouting(deps: MatchingDeps) {
  return async function (actor: Actor, caseId: string, upTo: RelaxationStep): Promise<Result<{ readonly asked: number }>> {
    const own = requireOffice(deps, actor, 'routing.relax');
    if (!own.ok) return own;
    const steps = relaxationOrder.slice(0, relaxationOrder.indexOf(upTo) + 1);
    return takeTurn(deps, own.value, caseId, offeringCaseStates, err('wrong_state'), async (act) => {
      if (act.file.reservedOfferId !== null) return err('wrong_state', { detail: 'held' });
      const decision = await decide(act, steps);
      await noteRelaxation(act, relaxationReasonOf[upTo]);
      const planned = await planNext(act, decision, -1);
      if (planned === null) return err('not_eligible', { detail: 'nobody_left' });
      await resume(act, relaxationReasonOf[upTo]);
      await openWave(act, decision, planned);
      return ok({ asked: planned.providerIds.length });
    });
  };
}

/**
 * Offers the case to a provider the officer has named, mostly after a call. The provider accepts in the portal like any other.
 * Refused with `not_eligible` when it fails a filter that is never set aside or is not approved for the kind of incident.
 */
export function addProvider(deps: MatchingDeps) {
  return async function (actor: Actor, caseId: string, providerId: string): Promise<Result<null>> {
    const own = requireOffice(deps, actor, 'routing.add_provider');
    if (!own.ok) return own;
    return takeTurn(deps, own.value, caseId, offeringCaseStates, err('wrong_state'), async (act) => {
      const { file, tx, now } = act;
      if (file.reservedOfferId !== null) return err('wrong_state', { detail: 'held' });
      if (file.offers.some((offer) => offer.providerId === providerId && ['sent', 'delivered', 'seen', 'expired', 'reserve'].includes(offer.state))) {
        return err('wrong_state', { detail: 'asked_already' });
      }
      const [provider] = await tx.store.pool(now, [providerId]);
      if (provider === undefined) return err('not_found');
      const relaxed = file.decision === null ? [] : relaxationsOf(file.decision);
      const against = filterFailures(routingCaseFrom(file), provider, filterContext(deps, now, relaxed));
      const fixed = against.find((failure) => neverRelaxed.includes(failure.filter) || failure.reason === 'CAPABILITY');
      if (fixed !== undefined) return err('not_eligible', { detail: fixed.reason });
      const decision = file.decision ?? (await decide(act, []));
      await noteRelaxation(act, 'provider_added');
      await resume(act, 'provider_added');
      const last = deps.serviceClock(now).rules.waves[file.severity].length;
      await openWave(act, decision, { wave: last, providerIds: [providerId], ...windowOf(act, decision, last) });
      return ok(null);
    });
  };
}

async function noteRelaxation({ tx, file, now, actor }: Act, reason: string): Promise<void> {
  await tx.audit.append({ event: 'routing.relaxed', actor, at: now, organisationId: file.organisationId, object: { kind: 'case', id: file.id }, reason });
}

/** Back into matching; the decision that was due is recorded. The clock of the escalation is not set back: a new call to act follows. */
async function resume(act: Act, reason: string): Promise<void> {
  if (act.file.state !== 'escalated') return;
  await moveCase(act, { name: 'resume_matching', by: 'duty', reason }, { decisionStored: true }, null);
}

/** Takes a case back from a provider that has not called in time; routing begins anew. */
export function takeBackFromSilent(deps: MatchingDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<null>> {
    const own = requireOffice(deps, actor, 'routing.take_back_missed');
    if (!own.ok) return own;
    return takeTurn(deps, own.value, caseId, ['assigned'], err('wrong_state'), async (act) =>
      (await takeBackMissed(act, 'duty')) ? ok(null) : err('wrong_state', { detail: 'first_contact_missed' }),
    );
  };
}

import { ok } from '../result.ts';
import type { Result } from '../result.ts';
import { firstAssignmentState, renewedAssignmentState, step as assignmentStep } from './assignment-machine.ts';
import type { AssignmentContext, AssignmentEventName, AssignmentFired, AssignmentStep } from './assignment-machine.ts';
import type { CaseEffect, CaseStep } from './case-machine.ts';
import { step as offerStep } from './offer-machine.ts';
import type { OfferStep } from './offer-machine.ts';
import type { Party } from './parties.ts';
import { isActiveAssignment, isOpenOffer, isTerminal } from './statuses.ts';
import type { AssignmentRole, AssignmentState, OfferState } from './statuses.ts';

export type OfferOnFile = { readonly id: string; readonly providerId: string; readonly state: OfferState };
export type AssignmentOnFile = {
  readonly id: string;
  readonly providerId: string;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
};

/** What hangs on a case: read in the transaction in which the step is stored. */
export type CaseFile = {
  readonly offers: readonly OfferOnFile[];
  readonly assignments: readonly AssignmentOnFile[];
};

export type NewAssignment = {
  readonly providerId: string;
  readonly offerId: string | null;
  readonly role: AssignmentRole;
  readonly state: AssignmentState;
};

/** Changes that must be stored together with the step of the case. */
export type Consequences = {
  readonly offers: readonly { readonly id: string; readonly step: OfferStep }[];
  readonly assignments: readonly { readonly id: string; readonly step: AssignmentStep }[];
  readonly newAssignment: NewAssignment | null;
};

/** Who wins the case in this step: the confirmed offer, the provider assigned by hand, or the former one of a reopened case. */
export type Winner = { readonly providerId: string; readonly offerId: string | null };

const leadingEvents: Partial<Record<CaseEffect, AssignmentEventName>> = {
  log_first_contact: 'log_first_contact',
  deny_first_contact: 'deny_first_contact',
  take_back_assignment: 'take_back',
  submit_report: 'submit_report',
  object_to_report: 'object_to_report',
  fulfil_assignment: 'confirm_report',
};

/** The leading assignment that is not over, or null. */
export function leadingAssignmentOf(file: CaseFile): AssignmentOnFile | null {
  return file.assignments.find((one) => one.role === 'leading' && isActiveAssignment(one.state)) ?? null;
}

/**
 * What a step of a case does to its offers and assignments, in the order of its effects.
 * Refused when an assignment does not allow its part: then the step of the case must not be stored either.
 * `winner` is needed by `assign` and by `reopen` to the former provider; its absence there is a bug and throws.
 */
export function consequencesOf(
  step: CaseStep,
  file: CaseFile,
  context: AssignmentContext,
  winner: Winner | null,
): Result<Consequences> {
  const offers: { id: string; step: OfferStep }[] = [];
  const assignments: { id: string; step: AssignmentStep }[] = [];
  const states = new Map(file.assignments.map((one) => [one.id, one.state]));
  let newAssignment: NewAssignment | null = null;
  const caseContext: AssignmentContext = { ...context, caseEnds: isTerminal(step.state) };

  function fireOn(id: string, fired: AssignmentFired, given: AssignmentContext): Result<null> {
    const state = states.get(id);
    if (state === undefined) return ok(null);
    const stepped = assignmentStep(state, fired, given);
    if (!stepped.ok) return stepped;
    states.set(id, stepped.value.state);
    // The case stands where its own step puts it; nobody sends it to matching a second time.
    const effects = stepped.value.effects.filter((effect) => effect !== 'return_case_to_matching');
    assignments.push({ id, step: { ...stepped.value, effects } });
    return ok(null);
  }

  const leading = leadingAssignmentOf(file);
  for (const effect of step.effects) {
    const event = leadingEvents[effect];
    if (event !== undefined && leading !== null) {
      const fired = fireOn(leading.id, firedFor(event, step.record.by, step.record.reason), caseContext);
      if (!fired.ok) return fired;
    }
    if (effect === 'hand_over_predecessor' && leading !== null) {
      const fired = fireOn(leading.id, { name: 'hand_over', by: 'system' }, { ...caseContext, successorConfirmed: true });
      if (!fired.ok) return fired;
    }
    if (effect === 'abort_assignments') {
      for (const one of file.assignments) {
        if (!isActiveAssignment(states.get(one.id) ?? one.state)) continue;
        const fired = fireOn(one.id, { name: 'abort', by: 'system', reason: 'case_ended' }, caseContext);
        if (!fired.ok) return fired;
      }
    }
    if (effect === 'revoke_open_offers') {
      const reason = isTerminal(step.state) ? 'case_ended' : 'taken';
      for (const offer of file.offers.filter((one) => isOpenOffer(one.state) && one.id !== winner?.offerId)) {
        const revoked = offerStep(offer.state, { name: 'revoke', by: 'system', reason }, {});
        if (!revoked.ok) return revoked;
        // All open offers go together: there is no reserve left to promote.
        const effects = revoked.value.effects.filter((one) => one !== 'promote_first_reserve');
        offers.push({ id: offer.id, step: { ...revoked.value, effects } });
      }
    }
    if (effect === 'create_assignment' || effect === 'renew_assignment') {
      if (winner === null) throw new Error(`${step.record.event} needs a winner`);
      const state = effect === 'create_assignment' ? firstAssignmentState : renewedAssignmentState;
      newAssignment = { ...winner, role: 'leading', state };
    }
  }
  return ok({ offers, assignments, newAssignment });
}

function firedFor(name: AssignmentEventName, by: Party, reason: string | null): AssignmentFired {
  if (name === 'take_back') return { name, by, reason: 'first_contact_missed' };
  return reason === null ? { name, by } : { name, by, reason };
}

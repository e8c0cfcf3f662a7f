import { expect, it } from 'vitest';
import { step } from './case-machine.ts';
import type { CaseFired } from './case-machine.ts';
import type { CaseContext } from './case-guards.ts';
import { consequencesOf } from './consequences.ts';
import type { AssignmentOnFile, CaseFile, Winner } from './consequences.ts';
import type { AssignmentState, CaseState } from './statuses.ts';

const leader = (state: AssignmentState): AssignmentOnFile => ({ id: 'a1', providerId: 'p1', role: 'leading', state });
const supporter: AssignmentOnFile = { id: 'a2', providerId: 'p2', role: 'supporting', state: 'active' };

function follow(state: CaseState, fired: CaseFired, context: CaseContext, file: CaseFile, winner: Winner | null) {
  const stepped = step(state, fired, context);
  if (!stepped.ok) throw new Error(`the step itself was refused: ${stepped.refusal.detail}`);
  const followed = consequencesOf(stepped.value, file, context, winner);
  if (!followed.ok) return followed.refusal;
  return {
    offers: followed.value.offers.map((change) => [change.id, change.step.state, change.step.record.reason]),
    assignments: followed.value.assignments.map((change) => [change.id, change.step.state]),
    newAssignment: followed.value.newAssignment,
  };
}

const confirmed: CaseFired = { name: 'assign', by: 'provider' };
const winner: Winner = { providerId: 'p3', offerId: 'o1' };

it('ends the predecessor in the same step in which the successor begins', () => {
  const file: CaseFile = {
    offers: [
      { id: 'o1', providerId: 'p3', state: 'accepted' },
      { id: 'o2', providerId: 'p4', state: 'reserve' },
    ],
    assignments: [leader('handover_requested'), supporter],
  };
  const context: CaseContext = { offerHoldsCase: true, leadingAssignment: 'handover_requested' };
  expect(follow('matching', confirmed, context, file, winner)).toEqual({
    offers: [['o2', 'revoked', 'taken']],
    assignments: [['a1', 'handed_over']],
    newAssignment: { providerId: 'p3', offerId: 'o1', role: 'leading', state: 'first_contact_due' },
  });
});

it('assigns no second provider beside one that leads', () => {
  for (const leadingAssignment of ['first_contact_due', 'active', 'paused', 'report_submitted'] as const) {
    const result = step('matching', confirmed, { offerHoldsCase: true, leadingAssignment });
    expect(result).toMatchObject({ ok: false, refusal: { detail: 'no_other_leader' } });
  }
  expect(step('matching', confirmed, { offerHoldsCase: true }).ok).toBe(false);
});

it('fulfils the leading assignment and ends the others when the case is closed', () => {
  const file: CaseFile = { offers: [], assignments: [leader('report_submitted'), supporter] };
  expect(follow('closure_proposed', { name: 'close', by: 'company' }, {}, file, null)).toMatchObject({
    assignments: [['a1', 'fulfilled'], ['a2', 'aborted']],
  });
});

it('takes the assignment back with the missed first contact and sends the case to matching once', () => {
  const now = new Date('2026-11-20T12:00:00Z');
  const file: CaseFile = { offers: [], assignments: [leader('first_contact_due')] };
  expect(follow('assigned', { name: 'miss_first_contact', by: 'duty' }, { now, firstContactDueAt: now }, file, null)).toMatchObject({
    assignments: [['a1', 'taken_back']],
  });
});

it('is refused as a whole when the assignment does not allow its part', () => {
  const file: CaseFile = { offers: [], assignments: [leader('paused')] };
  const result = follow('in_progress', { name: 'propose_closure', by: 'provider' }, { reportComplete: true }, file, null);
  expect(result).toMatchObject({ code: 'wrong_state', detail: 'paused' });
});

it('takes a missing winner for a bug', () => {
  const context: CaseContext = { offerHoldsCase: true, leadingAssignment: null };
  expect(() => follow('matching', confirmed, context, { offers: [], assignments: [] }, null)).toThrow('winner');
});

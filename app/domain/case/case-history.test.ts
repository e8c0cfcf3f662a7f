import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignmentRules, step as assignmentStep } from './assignment-machine.ts';
import { caseRules, step as caseStep } from './case-machine.ts';
import type { CaseContext } from './case-guards.ts';
import { consequencesOf, leadingAssignmentOf } from './consequences.ts';
import type { AssignmentOnFile, OfferOnFile, Winner } from './consequences.ts';
import { ownerOfNextDeadline } from './deadline-owner.ts';
import { offerRules, step as offerStep } from './offer-machine.ts';
import * as reasonLists from './reasons.ts';
import { caseStates, holdsCase, isActiveAssignment, isOpen, isOpenOffer, isTerminal } from './statuses.ts';
import type { CaseState } from './statuses.ts';

type World = {
  state: CaseState;
  offers: OfferOnFile[];
  assignments: AssignmentOnFile[];
  records: { from: CaseState; to: CaseState }[];
};

const now = new Date('2026-11-20T12:00:00Z');
/** The first reason of each list: enough to open every way, few enough that chance finds it. */
const allReasons = [...new Set(Object.values(reasonLists).flatMap((list) => (Array.isArray(list) ? [list[0] as string] : [])))];

/** A context in which every guard about facts is satisfied: what remains is the order of events. */
function generous(world: World): CaseContext {
  return {
    now,
    severity: 'S1',
    wantedSeverity: 'S2',
    requiredFieldsComplete: true,
    triaged: true,
    questionStored: true,
    companyConsents: true,
    routingConsent: true,
    insurerAnswered: true,
    decisionStored: true,
    eligibleProviders: 3,
    leadingAssignment: leadingAssignmentOf(world)?.state ?? null,
    offerHoldsCase: world.offers.some((offer) => offer.state === 'accepted'),
    providerAccepted: true,
    firstContactDueAt: new Date(now.getTime() - 60 * 60_000),
    dutyAskedAt: new Date(now.getTime() - 60 * 60_000),
    resumeAt: new Date(now.getTime() + 1),
    reportComplete: true,
    objectionStored: true,
    closesItselfAt: now,
    remindersSent: 2,
    closedAt: now,
    formerProviderAvailable: world.assignments.length > 0,
    referralRecorded: true,
    providerAgrees: true,
    survivingCaseLinked: true,
    retentionEndsAt: now,
    onLegalHold: false,
    statisticsWritten: true,
  };
}

function replaceIn<T extends { id: string }>(list: T[], id: string, state: string): T[] {
  return list.map((one) => (one.id === id ? { ...one, state } : one));
}

/** What a use case does in its transaction: step, consequences, new assignment, one record. */
function applyToCase(world: World, name: string, by: string, reason: string | undefined): void {
  const accepted = world.offers.find((offer) => offer.state === 'accepted');
  const former = world.assignments.at(-1);
  const winner: Winner | null =
    name === 'assign'
      ? by === 'provider'
        ? accepted === undefined ? null : { providerId: accepted.providerId, offerId: accepted.id }
        : { providerId: 'by-hand', offerId: null }
      : former === undefined ? null : { providerId: former.providerId, offerId: null };
  const contactMade = world.state !== 'assigned';
  const context = contactMade ? { ...generous(world), firstContactAt: now } : generous(world);
  const stepped = caseStep(world.state, { name, by, reason } as never, context);
  if (!stepped.ok) return;
  const followed = consequencesOf(
    stepped.value,
    world,
    { ...context, contactLogged: true, severity: 'S1', handoverNoteStored: true },
    winner,
  );
  if (!followed.ok) return;
  world.state = stepped.value.state;
  world.records.push({ from: stepped.value.record.from, to: stepped.value.record.to });
  for (const change of followed.value.offers) world.offers = replaceIn(world.offers, change.id, change.step.state);
  for (const change of followed.value.assignments) world.assignments = replaceIn(world.assignments, change.id, change.step.state);
  if (name === 'assign' && winner?.offerId) world.offers = replaceIn(world.offers, winner.offerId, 'confirmed');
  const made = followed.value.newAssignment;
  if (made) world.assignments.push({ id: `a${world.assignments.length}`, providerId: made.providerId, role: made.role, state: made.state });
}

function applyToOffer(world: World, index: number, name: string, by: string, reason: string | undefined): void {
  if (name === 'confirm') return applyToCase(world, 'assign', 'provider', undefined);
  if (name === 'send' && world.offers.length < 8 && (world.state === 'matching' || world.state === 'escalated')) {
    world.offers.push({ id: `o${world.offers.length}`, providerId: `p${world.offers.length}`, state: 'planned' });
  }
  const offer = world.offers[index % Math.max(1, world.offers.length)];
  if (!offer) return;
  const stepped = offerStep(offer.state, { name, by, reason } as never, {
    caseState: world.state,
    now,
    expiresAt: now,
    confirmBy: now,
    passesFilters: true,
    notSuspended: true,
    holdsCase: offer.state === 'accepted',
    caseHeldByAnother: world.offers.some(
      (one) => one.id !== offer.id && one.state === 'accepted',
    ),
  });
  if (!stepped.ok) return;
  world.offers = replaceIn(world.offers, offer.id, stepped.value.state);
}

function applyToAssignment(world: World, index: number, name: string, by: string, reason: string | undefined): void {
  const assignment = world.assignments[index % Math.max(1, world.assignments.length)];
  // Contact, report and ends of an assignment come with the step of its case.
  const own = ['pause', 'resume', 'request_handover', 'take_back'];
  if (!assignment || !own.includes(name)) return;
  const stepped = assignmentStep(assignment.state, { name, by, reason } as never, {
    now,
    severity: 'S2',
    resumeAt: new Date(now.getTime() + 1),
    handoverNoteStored: true,
    firstContactDueAt: now,
  });
  if (!stepped.ok) return;
  world.assignments = replaceIn(world.assignments, assignment.id, stepped.value.state);
  if (stepped.value.effects.includes('return_case_to_matching')) applyToCase(world, 'return_to_matching', 'system', undefined);
}

const caseMove = fc
  .constantFrom(...caseRules)
  .chain((rule) => fc.record({ on: fc.constant('case' as const), name: fc.constant(rule.event), by: fc.constantFrom(...rule.by), index: fc.nat(8), reason: fc.constantFrom(...allReasons) }));
const offerMove = fc
  .constantFrom(...offerRules)
  .chain((rule) => fc.record({ on: fc.constant('offer' as const), name: fc.constant(rule.event), by: fc.constantFrom(...rule.by), index: fc.nat(8), reason: fc.constantFrom(...allReasons) }));
const assignmentMove = fc
  .constantFrom(...assignmentRules)
  .chain((rule) => fc.record({ on: fc.constant('assignment' as const), name: fc.constant(rule.event), by: fc.constantFrom(...rule.by), index: fc.nat(8), reason: fc.constantFrom(...allReasons) }));
const move = fc.oneof({ weight: 3, arbitrary: caseMove }, { weight: 4, arbitrary: offerMove }, { weight: 2, arbitrary: assignmentMove });

/** Starting points spread over the life of a case, so that short histories reach every corner. */
const starts = ['draft', 'in_triage', 'ready', 'matching', 'escalated', 'in_progress'] as const;
const start = fc.constantFrom<CaseState>(...starts);

function play(state: CaseState, moves: readonly { on: string; name: string; by: string; index: number; reason: string }[], check: (world: World, before: World) => void): World {
  const leader: AssignmentOnFile = { id: 'a0', providerId: 'first', role: 'leading', state: 'active' };
  const world: World = { state, offers: [], assignments: state === 'in_progress' ? [leader] : [], records: [] };
  for (const one of moves) {
    const before = { ...world, records: [...world.records] };
    if (one.on === 'case') applyToCase(world, one.name, one.by, one.reason);
    if (one.on === 'offer') applyToOffer(world, one.index, one.name, one.by, one.reason);
    if (one.on === 'assignment') applyToAssignment(world, one.index, one.name, one.by, one.reason);
    check(world, before);
  }
  return world;
}

function holdsAlways(check: (world: World, before: World) => void): void {
  fc.assert(
    fc.property(start, fc.array(move, { minLength: 20, maxLength: 120 }), (state, moves) => {
      play(state, moves, check);
    }),
    { numRuns: 100 },
  );
}

describe('random histories of a case', () => {
  it('have one leading assignment at most', () => {
    holdsAlways((world) => {
      const leading = world.assignments.filter((one) => one.role === 'leading' && isActiveAssignment(one.state));
      expect(leading.length).toBeLessThanOrEqual(1);
    });
  });

  it('have one accepted offer at most while the case is offered', () => {
    holdsAlways((world) => {
      expect(world.offers.filter((offer) => offer.state === 'accepted').length).toBeLessThanOrEqual(1);
      if (!isOpen(world.state)) expect(world.offers.filter((offer) => offer.state === 'accepted')).toEqual([]);
    });
  });

  it('leave no open offer and no active assignment in a case that is over', () => {
    holdsAlways((world) => {
      if (!isTerminal(world.state)) return;
      expect(world.offers.filter((offer) => isOpenOffer(offer.state))).toEqual([]);
      expect(world.assignments.filter((one) => isActiveAssignment(one.state))).toEqual([]);
    });
  });

  it('record every change of state exactly once, each where the last one ended', () => {
    holdsAlways((world, before) => {
      const added = world.records.slice(before.records.length);
      if (world.state !== before.state) expect(added.length).toBe(1);
      expect(added.length).toBeLessThanOrEqual(1);
      for (const record of added) expect(record).toEqual({ from: before.state, to: world.state });
    });
  });

  it('have exactly one owner of the next deadline while open, and none afterwards', () => {
    holdsAlways((world) => {
      const owner = ownerOfNextDeadline(world.state, world);
      expect(owner !== null).toBe(isOpen(world.state));
      if (owner?.owner === 'provider') {
        const bound = [
          ...world.offers.filter((offer) => holdsCase(offer.state)),
          ...world.assignments.filter((one) => isActiveAssignment(one.state)),
        ];
        expect(bound.map((one) => one.providerId)).toContain(owner.providerId);
      }
    });
  });

  it('visit every state', () => {
    const visited = new Set<CaseState>();
    const long = fc.array(move, { minLength: 60, maxLength: 60 });
    for (const moves of fc.sample(long, { numRuns: 200, seed: 7 })) {
      for (const state of starts) play(state, moves, (world) => visited.add(world.state));
    }
    expect(caseStates.filter((state) => !visited.has(state))).toEqual([]);
  });
});

it('names the duty officer wherever a working case has lost its provider', () => {
  for (const state of ['assigned', 'in_progress', 'contained', 'restored', 'waiting_third_party'] as const) {
    expect(ownerOfNextDeadline(state, { offers: [], assignments: [] })).toEqual({ owner: 'duty', next: 'find_successor', providerId: null });
  }
});

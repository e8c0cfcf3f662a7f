import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noticeKinds } from '../notices/notice.ts';
import { arrowsOf } from '../state-machine.ts';
import { approvedFor, personsSuffice } from './approved-for.ts';
import type { Evidence, Qualification } from './approved-for.ts';
import { tieBetween } from './conflicts.ts';
import type { Reviewer } from './conflicts.ts';
import { itemCodes, mandatoryItems, vettingItems } from './items.ts';
import { vettingStatesDocument } from './states-document.ts';
import { finalVettingStates, vettingStates } from './statuses.ts';
import {
  addMonths,
  dueExpiryNotice,
  endOfLocalDay,
  isValidOn,
  itemValidUntil,
  renewalProcedure,
  standingOn,
} from './validity.ts';
import { step, vettingEvents, vettingGuards, vettingParties, vettingRules } from './vetting-machine.ts';
import type { VettingContext, VettingEventName } from './vetting-machine.ts';

const zone = 'Europe/Berlin';
const now = new Date('2026-11-20T12:00:00Z');
const applicant = { organisationId: 'firm', capabilities: ['ransomware'] };
const reviewer = (userId: string, more: Partial<Reviewer> = {}): Reviewer => ({
  userId,
  organisationIds: ['association'],
  declared: [],
  ownCapabilities: [],
  ...more,
});

/** Everything proven: what remains is who acts. */
const proven: VettingContext = {
  now,
  applicant,
  actor: reviewer('b'),
  reviewerA: 'a',
  firstReviewer: reviewer('a'),
  firstPerson: 'a',
  secondFactor: true,
  firstSecondFactor: true,
  mandatoryItemsPresent: true,
  reasonPerItem: true,
  items: [{ state: 'accepted', noted: true }],
  capabilitiesDecided: true,
  moreNeededUntil: new Date('2026-11-21T00:00:00Z'),
  reasonStored: true,
  standing: 'valid',
  hasConditions: false,
  newProofVerified: true,
  openOffers: 0,
  suspensionConfirmBy: new Date('2026-11-21T00:00:00Z'),
  suspensionConfirmed: false,
  hearingDocumented: true,
  revocationNoticeOver: true,
};

describe('the table of vetting', () => {
  it('answers every state, event and party: by a rule, or by the right refusal', () => {
    for (const state of vettingStates) {
      for (const name of vettingEvents) {
        for (const by of vettingParties) {
          const here = vettingRules.filter((rule) => rule.event === name && rule.from.includes(state));
          const result = step(state, { name, by }, {});
          if (here.length === 0) expect(result).toEqual({ ok: false, refusal: { code: 'wrong_state', detail: state } });
          else if (!here.some((rule) => rule.by.includes(by))) expect(result).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
          // Every step of vetting rests on something proven: an empty context opens none.
          else expect(result).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
        }
      }
    }
  });

  it('uses every event and guard, names notices that exist, and reaches every state', () => {
    expect(new Set(vettingRules.map((rule) => rule.event))).toEqual(new Set(vettingEvents));
    expect(new Set(vettingRules.flatMap((rule) => rule.guards))).toEqual(new Set(Object.keys(vettingGuards)));
    for (const rule of vettingRules) for (const notice of rule.notices) expect(noticeKinds).toContain(notice.kind);
    const arrows = arrowsOf(vettingRules).filter((arrow) => arrow.from !== arrow.to);
    const reached = new Set(['draft', ...arrows.map((arrow) => arrow.to)]);
    expect(vettingStates.filter((state) => !reached.has(state))).toEqual([]);
    const stuck = vettingStates.filter((state) => !arrows.some((arrow) => arrow.from === state));
    expect(stuck).toEqual([...finalVettingStates]);
  });
});

describe('two persons decide', () => {
  const judging: readonly VettingEventName[] = ['approve', 'approve_with_conditions', 'reject', 'disagree', 'renew'];

  it('never the one who reviewed, and never one tied to the applicant, whatever else is proven', () => {
    const people = fc.constantFrom('a', 'b', 'c');
    const someReviewer = fc.record({
      userId: people,
      organisationIds: fc.subarray(['firm', 'association']),
      declared: fc.subarray(['firm', 'other']).map((ids) => ids.map((organisationId) => ({ kind: 'customer' as const, organisationId, capabilities: [], endedOn: null }))),
      ownCapabilities: fc.subarray(['ransomware', 'ddos']),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...vettingStates),
        fc.constantFrom(...vettingEvents),
        fc.constantFrom('reviewer' as const, 'office' as const),
        someReviewer,
        people,
        fc.boolean(),
        (state, name, by, actor, reviewerA, hasConditions) => {
          const result = step(state, { name, by, reason: 'other' }, { ...proven, actor, reviewerA, firstPerson: reviewerA, hasConditions });
          if (!result.ok || name === 'end') return;
          expect(tieBetween(actor, applicant)).toBe(null);
          if (judging.includes(name) || ['confirm_suspension', 'lift_suspension', 'revoke'].includes(name)) expect(actor.userId).not.toBe(reviewerA);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('lets an untied second reviewer approve, with both second factors', () => {
    const approve = { name: 'approve', by: 'reviewer' } as const;
    expect(step('ready_for_decision', approve, proven)).toMatchObject({ ok: true, value: { state: 'approved', effects: ['store_approvals'] } });
    expect(step('ready_for_decision', approve, { ...proven, actor: reviewer('a') })).toMatchObject({ refusal: { detail: 'is_not_reviewer_a' } });
    expect(step('ready_for_decision', approve, { ...proven, firstSecondFactor: false })).toMatchObject({ refusal: { detail: 'both_second_factors' } });
    expect(step('ready_for_decision', approve, { ...proven, reviewerA: null }).ok).toBe(false);
  });

  it('lets nobody decide when a tie of the first reviewer has come up since', () => {
    const approve = { name: 'approve', by: 'reviewer' } as const;
    const tied = reviewer('a', { declared: [{ kind: 'customer', organisationId: 'firm', capabilities: [], endedOn: null }] });
    expect(step('ready_for_decision', approve, { ...proven, firstReviewer: tied })).toMatchObject({ refusal: { detail: 'reviewer_a_untied' } });
    const takeOver = { name: 'take_over', by: 'reviewer' } as const;
    expect(step('ready_for_decision', takeOver, { ...proven, firstReviewer: tied })).toMatchObject({ value: { state: 'in_review' } });
    expect(step('in_review', takeOver, { ...proven, actor: reviewer('a') })).toMatchObject({ refusal: { detail: 'is_not_reviewer_a' } });
  });
});

describe('limits of time', () => {
  it('closes an application after 21 days and takes nothing any more', () => {
    const late = { ...proven, now: new Date('2026-11-21T00:00:00Z') };
    expect(step('more_needed', { name: 'hand_in_more', by: 'provider' }, proven).ok).toBe(true);
    expect(step('more_needed', { name: 'hand_in_more', by: 'provider' }, late).ok).toBe(false);
    expect(step('more_needed', { name: 'close_stale', by: 'system' }, proven).ok).toBe(false);
    expect(step('more_needed', { name: 'close_stale', by: 'system' }, late)).toMatchObject({ value: { state: 'ended' } });
  });

  it('lets an unconfirmed suspension lapse to where dates and conditions put the provider', () => {
    const late = { ...proven, now: new Date('2026-11-21T00:00:00Z') };
    const lapse = { name: 'lapse_suspension', by: 'system' } as const;
    expect(step('suspended', { name: 'confirm_suspension', by: 'office' }, proven)).toMatchObject({ value: { state: 'suspended' } });
    expect(step('suspended', { name: 'confirm_suspension', by: 'office' }, late).ok).toBe(false);
    expect(step('suspended', lapse, proven).ok).toBe(false);
    expect(step('suspended', lapse, late)).toMatchObject({ value: { state: 'approved' } });
    expect(step('suspended', lapse, { ...late, hasConditions: true })).toMatchObject({ value: { state: 'approved_with_conditions' } });
    expect(step('suspended', lapse, { ...late, standing: 'expired' })).toMatchObject({ value: { state: 'expired' } });
    expect(step('suspended', lapse, { ...late, suspensionConfirmed: true }).ok).toBe(false);
  });

  it('holds an approval until 24:00 local time of its last day, in summer and winter', () => {
    expect(endOfLocalDay('2026-07-31', zone).toISOString()).toBe('2026-07-31T22:00:00.000Z');
    expect(endOfLocalDay('2026-11-20', zone).toISOString()).toBe('2026-11-20T23:00:00.000Z');
    expect(endOfLocalDay('2026-10-25', zone).toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(isValidOn('2026-11-20', new Date('2026-11-20T22:59:59Z'), zone)).toBe(true);
    expect(isValidOn('2026-11-20', new Date('2026-11-20T23:00:00Z'), zone)).toBe(false);
  });

  it('sends each notice once, at 90, 60, 30, 14 and 1 days, and the nearest after a break', () => {
    const sent: number[] = [];
    const days: number[] = [];
    for (let left = 120; left >= -3; left -= 1) {
      const today = new Date(Date.parse('2026-12-31T11:00:00Z') - left * 86_400_000);
      const due = dueExpiryNotice('2026-12-31', today, zone, sent);
      if (due !== null) {
        sent.push(due);
        days.push(left);
      }
    }
    expect(sent).toEqual([90, 60, 30, 14, 1]);
    expect(days).toEqual([90, 60, 30, 14, 1]);
    expect(dueExpiryNotice('2026-12-31', new Date('2026-12-21T11:00:00Z'), zone, [90])).toBe(14);
  });

  it('tells valid, expiring and expired apart, and the short renewal from the full one', () => {
    expect(standingOn('2027-02-19', now, zone)).toBe('valid');
    expect(standingOn('2027-02-18', now, zone)).toBe('expiring');
    expect(standingOn('2026-11-20', now, zone)).toBe('expiring');
    expect(standingOn('2026-11-19', now, zone)).toBe('expired');
    expect(renewalProcedure('2026-10-21', '2026-11-20')).toBe('short');
    expect(renewalProcedure('2026-10-20', '2026-11-20')).toBe('full');
  });

  it('counts months to the last day of a shorter one', () => {
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-02-28', 24)).toBe('2028-02-28');
    expect(itemValidUntil({ kind: 'test', days: 90 }, '2026-01-01', null, '2026-11-01')).toBe('2027-01-30');
    expect(itemValidUntil({ kind: 'end_date' }, '2026-01-01', null, null)).toBe(null);
  });
});

describe('for what evidence suffices', () => {
  const person = (personId: string, kind: Qualification['kind'], validUntil: string | null = null): Qualification => ({ personId, kind, validUntil });
  const evidence: Evidence = {
    items: itemCodes.map((code) => ({ code, state: 'accepted' as const, validUntil: '2027-06-30' })),
    persons: [person('p', 'expert')],
    certifiedProviderUntil: null,
    capabilities: [{ capability: 'ransomware', confirmedCases: 3, certificateUntil: null }],
  };

  it('ends with the first mandatory proof, 24 months after the decision at the latest', () => {
    expect(approvedFor(evidence, 'ransomware', 3, true, '2026-11-20')).toEqual({ approved: true, until: '2027-06-30' });
    const endless = { ...evidence, items: evidence.items.map((item) => ({ ...item, validUntil: null })) };
    expect(approvedFor(endless, 'ransomware', 3, true, '2026-11-20')).toEqual({ approved: true, until: '2028-11-20' });
  });

  it('names every mandatory item that is missing, and forgives those of other levels', () => {
    for (const level of [1, 2, 3] as const) {
      for (const code of itemCodes) {
        const without = { ...evidence, items: evidence.items.filter((item) => item.code !== code) };
        const result = approvedFor(without, 'ransomware', level, false, '2026-11-20');
        const needed = mandatoryItems(level, false).includes(code);
        expect(result.approved).toBe(!needed);
        if (!result.approved) expect(result.lacking).toEqual([{ kind: 'item', code, state: 'missing' }]);
      }
    }
    expect(mandatoryItems(1, true)).toContain('V9');
    expect(mandatoryItems(1, false)).not.toContain('V9');
    expect(vettingItems.map((item) => item.code)).toEqual([...itemCodes]);
  });

  it('asks for persons by level, each counted once', () => {
    const enough = (persons: Qualification[], level: 1 | 2 | 3 | 4) => personsSuffice({ persons, certifiedProviderUntil: null }, level, '2026-11-20');
    expect(enough([person('p', 'first_responder')], 1)).toBe(true);
    expect(enough([person('p', 'first_responder')], 2)).toBe(false);
    expect(enough([person('p', 'expert_equal')], 3)).toBe(true);
    expect(enough([person('p', 'expert'), person('p', 'expert')], 4)).toBe(false);
    expect(enough([person('p', 'expert'), person('q', 'expert')], 4)).toBe(true);
    expect(enough([person('p', 'expert'), person('q', 'practitioner'), person('r', 'practitioner')], 4)).toBe(true);
    expect(enough([person('p', 'expert', '2026-11-19')], 1)).toBe(false);
    expect(personsSuffice({ persons: [], certifiedProviderUntil: '2026-11-20' }, 4, '2026-11-20')).toBe(true);
  });

  it('ends with the person on whom it rests, not with one that can be spared', () => {
    const pair = (first: string | null, second: string | null) =>
      approvedFor({ ...evidence, persons: [person('p', 'expert', first), person('q', 'expert', second)] }, 'ransomware', 3, false, '2026-11-20');
    expect(pair('2026-12-31', '2027-03-31')).toEqual({ approved: true, until: '2027-03-31' });
    expect(pair('2026-12-31', null)).toEqual({ approved: true, until: '2027-06-30' });
    expect(pair('2026-12-31', '2026-11-01')).toEqual({ approved: true, until: '2026-12-31' });
  });

  it('approves a kind of incident only where it is proven', () => {
    expect(approvedFor(evidence, 'ddos', 1, false, '2026-11-20')).toEqual({ approved: false, lacking: [{ kind: 'capability' }] });
    const certified = { ...evidence, capabilities: [{ capability: 'ddos' as const, confirmedCases: 0, certificateUntil: '2027-01-31' }] };
    expect(approvedFor(certified, 'ddos', 1, false, '2026-11-20')).toEqual({ approved: true, until: '2027-01-31' });
  });

  it('never approves longer than any mandatory proof lasts', () => {
    const date = fc.integer({ min: -10, max: 900 }).map((days) => new Date(Date.parse('2026-11-20') + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(date, { minLength: 16, maxLength: 16 }), fc.constantFrom(1 as const, 2 as const, 3 as const), (dates, level) => {
        const items = itemCodes.map((code, index) => ({ code, state: 'accepted' as const, validUntil: dates[index] ?? null }));
        const result = approvedFor({ ...evidence, items }, 'ransomware', level, true, '2026-11-20');
        const ends = items.filter((item) => mandatoryItems(level, true).includes(item.code)).map((item) => item.validUntil ?? '');
        if (result.approved) for (const end of ends) expect(result.until <= end).toBe(true);
        else expect(ends.some((end) => end < '2026-11-20')).toBe(true);
      }),
    );
  });
});

it('draws docs/vetting-states.md from the tables', async () => {
  await expect(vettingStatesDocument()).toMatchFileSnapshot('../../../docs/vetting-states.md');
});

import { describe, expect, it } from 'vitest';
import { arrowsOf } from '../state-machine.ts';
import { noticeKinds } from '../notices/notice.ts';
import { assignmentEvents, assignmentGuards, assignmentRules, step as assignmentStep } from './assignment-machine.ts';
import { caseGuards } from './case-guards.ts';
import { caseEvents, caseRules, step as caseStep } from './case-machine.ts';
import { offerEvents, offerGuards, offerRules, step as offerStep } from './offer-machine.ts';
import { parties } from './parties.ts';
import { caseStatesDocument } from './states-document.ts';
import { assignmentStates, caseStates, isOpen, offerStates } from './statuses.ts';

const machines = [
  { name: 'case', states: caseStates as readonly string[], events: caseEvents, rules: caseRules, guards: caseGuards, step: caseStep, ends: ['anonymised'], first: 'draft' },
  { name: 'offer', states: offerStates as readonly string[], events: offerEvents, rules: offerRules, guards: offerGuards, step: offerStep,
    ends: ['confirmed', 'conflict', 'declined', 'revoked', 'undeliverable'], first: 'planned' },
  { name: 'assignment', states: assignmentStates as readonly string[], events: assignmentEvents, rules: assignmentRules, guards: assignmentGuards, step: assignmentStep,
    ends: ['handed_over', 'taken_back', 'fulfilled', 'aborted'], first: 'first_contact_due' },
] as const;

describe.each(machines)('the table of the $name', (machine) => {
  // Each step is called with every combination of its own closed lists; the types differ per machine.
  const step = machine.step as (state: string, fired: object, context: object) => ReturnType<typeof caseStep>;
  const rules = machine.rules as typeof caseRules;

  it('answers every state, event and party: by a rule, or by the right refusal', () => {
    for (const state of machine.states) {
      for (const name of machine.events) {
        const here = rules.filter((rule) => rule.event === name && (rule.from as readonly string[]).includes(state));
        for (const by of parties) {
          const result = step(state, { name, by }, {});
          const permitted = here.filter((rule) => rule.by.includes(by));
          if (here.length === 0) expect(result).toEqual({ ok: false, refusal: { code: 'wrong_state', detail: state } });
          else if (permitted.length === 0) expect(result).toMatchObject({ ok: false, refusal: { code: 'not_allowed' } });
          else if (permitted.every((rule) => rule.guards.length > 0)) {
            expect(result).toMatchObject({ ok: false, refusal: { code: 'wrong_state' } });
          } else expect(result.ok).toBe(true);
        }
      }
    }
  });

  it('uses every event and every guard, and names only states and notices that exist', () => {
    expect(new Set(rules.map((rule) => rule.event))).toEqual(new Set(machine.events));
    const used = rules.flatMap((rule) => [...rule.guards, ...rule.notices.flatMap((notice) => notice.when ?? [])]);
    expect(new Set(used)).toEqual(new Set(Object.keys(machine.guards)));
    for (const rule of rules) {
      for (const state of [...rule.from, rule.to]) if (state !== 'same') expect(machine.states).toContain(state);
      for (const notice of rule.notices) expect(noticeKinds).toContain(notice.kind);
      expect(rule.by.length).toBeGreaterThan(0);
    }
  });

  it('reaches every state from the first, and only the ends have no way out', () => {
    const arrows = arrowsOf(machine.rules).filter((arrow) => arrow.from !== arrow.to);
    const reached = new Set<string>([machine.first]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const arrow of arrows) if (reached.has(arrow.from)) reached.add(arrow.to);
    }
    expect([...machine.states].filter((state) => !reached.has(state))).toEqual([]);
    const stuck = machine.states.filter((state) => !arrows.some((arrow) => arrow.from === state));
    expect([...stuck].sort()).toEqual([...machine.ends].sort());
  });
});

describe('parts and guards', () => {
  const now = new Date('2026-11-20T12:00:00Z');

  it('lets the company raise a severity and refuses to let it lower one', () => {
    const fired = { name: 'change_severity', by: 'company', reason: 'spreading' } as const;
    expect(caseStep('matching', fired, { severity: 'S3', wantedSeverity: 'S1' })).toMatchObject({ ok: true, value: { state: 'matching' } });
    expect(caseStep('matching', fired, { severity: 'S1', wantedSeverity: 'S3' })).toMatchObject({ ok: false, refusal: { detail: 'severity_raised' } });
  });

  it('routes urgent cases by itself and leaves the others to the office', () => {
    const facts = { routingConsent: true, insurerAnswered: true };
    expect(caseStep('in_triage', { name: 'make_ready', by: 'system' }, { ...facts, severity: 'S2' }).ok).toBe(true);
    expect(caseStep('query', { name: 'make_ready', by: 'system' }, { ...facts, severity: 'S1' }).ok).toBe(true);
    expect(caseStep('in_triage', { name: 'make_ready', by: 'system' }, { ...facts, severity: 'S3' })).toMatchObject({ refusal: { detail: 'urgent' } });
    expect(caseStep('in_triage', { name: 'make_ready', by: 'office' }, { ...facts, severity: 'S3' }).ok).toBe(true);
    expect(caseStep('in_triage', { name: 'make_ready', by: 'office' }, { insurerAnswered: true })).toMatchObject({ refusal: { detail: 'routing_consent' } });
  });

  it('tells the duty officer of an urgent report only', () => {
    const told = (severity: 'S2' | 'S3') => {
      const result = caseStep('draft', { name: 'submit', by: 'company' }, { requiredFieldsComplete: true, severity });
      return result.ok ? result.value.notices.map((notice) => notice.to) : [];
    };
    expect(told('S2')).toContain('duty');
    expect(told('S3')).toEqual(['company', 'office']);
  });

  it('takes an S1 case back by itself only after ten silent minutes of the duty officer', () => {
    const context = { severity: 'S1', now, firstContactDueAt: new Date('2026-11-20T11:30:00Z') } as const;
    const asked = (minutesAgo: number) => ({ ...context, dutyAskedAt: new Date(now.getTime() - minutesAgo * 60_000) });
    const fired = { name: 'miss_first_contact', by: 'system' } as const;
    expect(caseStep('assigned', fired, asked(9))).toMatchObject({ ok: false, refusal: { detail: 'duty_silent' } });
    expect(caseStep('assigned', fired, asked(10))).toMatchObject({ ok: true, value: { state: 'matching' } });
    expect(caseStep('assigned', fired, { ...asked(10), severity: 'S2' }).ok).toBe(false);
  });

  it('reopens a closed case for thirty days, with the former provider or anew', () => {
    const fired = { name: 'reopen', by: 'company', reason: 'problem_returned' } as const;
    const closedAt = new Date('2026-10-21T12:00:00Z');
    expect(caseStep('closed', fired, { now, closedAt, formerProviderAvailable: true })).toMatchObject({ value: { state: 'in_progress' } });
    expect(caseStep('closed', fired, { now, closedAt })).toMatchObject({ value: { state: 'in_triage' } });
    expect(caseStep('closed', fired, { now: new Date('2026-11-20T12:00:01Z'), closedAt }).ok).toBe(false);
  });

  it('never anonymises an open case, nor one on hold', () => {
    const context = { now, retentionEndsAt: now, onLegalHold: false, statisticsWritten: true };
    for (const state of caseStates) {
      const result = caseStep(state, { name: 'anonymise', by: 'system' }, context);
      expect(result.ok).toBe(!isOpen(state) && state !== 'anonymised');
      expect(caseStep(state, { name: 'anonymise', by: 'system' }, { ...context, onLegalHold: true }).ok).toBe(false);
    }
  });

  it('offers nothing to a provider that fails the filters, at sending and at accepting', () => {
    const context = { caseState: 'matching', caseHeldByAnother: false } as const;
    expect(offerStep('planned', { name: 'send', by: 'system' }, { ...context, passesFilters: false }).ok).toBe(false);
    for (const state of offerStates) {
      for (const held of [true, false]) {
        const result = offerStep(state, { name: 'accept', by: 'provider' }, { caseState: 'matching', caseHeldByAnother: held, passesFilters: false });
        expect(result.ok).toBe(false);
      }
    }
  });

  it('confirms an acceptance after midnight of the last day, but not after a suspension', () => {
    const context = { caseState: 'matching', holdsCase: true, passesFilters: false } as const;
    expect(offerStep('accepted', { name: 'confirm', by: 'provider' }, { ...context, notSuspended: true }).ok).toBe(true);
    expect(offerStep('accepted', { name: 'confirm', by: 'provider' }, { ...context, notSuspended: false }).ok).toBe(false);
  });

  it('makes a second acceptance a reserve, and a late one an acceptance', () => {
    const context = { caseState: 'escalated', passesFilters: true } as const;
    expect(offerStep('seen', { name: 'accept', by: 'provider' }, { ...context, caseHeldByAnother: true })).toMatchObject({ value: { state: 'reserve' } });
    expect(offerStep('expired', { name: 'accept', by: 'provider' }, { ...context, caseHeldByAnother: false })).toMatchObject({ value: { state: 'accepted' } });
    expect(offerStep('expired', { name: 'accept', by: 'provider' }, { ...context, caseState: 'assigned', caseHeldByAnother: false }).ok).toBe(false);
  });

  it('asks no reason of a company that takes its case back, and one of everybody else', () => {
    expect(assignmentStep('active', { name: 'take_back', by: 'company' }, {}).ok).toBe(true);
    expect(assignmentStep('active', { name: 'take_back', by: 'duty' }, {}).ok).toBe(false);
    expect(assignmentStep('active', { name: 'take_back', by: 'duty', reason: 'suspended' }, {}).ok).toBe(true);
  });

  it('lets a critical case rest only by the duty officer', () => {
    const context = { now, resumeAt: new Date('2026-11-21T12:00:00Z'), severity: 'S1' } as const;
    expect(assignmentStep('active', { name: 'pause', by: 'provider', reason: 'vendor' }, context).ok).toBe(false);
    expect(assignmentStep('active', { name: 'pause', by: 'duty', reason: 'vendor' }, context).ok).toBe(true);
  });
});

it('draws docs/case-states.md from the tables', async () => {
  await expect(caseStatesDocument()).toMatchFileSnapshot('../../../docs/case-states.md');
});

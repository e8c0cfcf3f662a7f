import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeFacts } from '../triage/facts.ts';
import type { ReportFacts } from '../triage/facts.ts';
import { incidentKinds, insurerStates, nis2Scopes, severities, triStates } from '../triage/kinds.ts';
import type { Severity } from '../triage/kinds.ts';
import { deadlineRows, revisedDeadlines } from './deadline-rows.ts';
import type { StoredDeadline } from './deadline-rows.ts';
import { legalDeadlines } from './legal.ts';
import type { LegalDuty, LegalRule, LegalRules } from './legal.ts';

function rule(some: Partial<LegalRule>): LegalRule {
  return { regime: 'gdpr', trigger: 'awareness', period: { unit: 'at_once' }, legalBasis: 'basis', recipient: 'somebody', ...some };
}

const rules: LegalRules = {
  version: 'test',
  checkedOn: '2026-11-01',
  zone: 'Europe/Berlin',
  duties: {
    gdpr_authority: rule({ period: { unit: 'hours', amount: 72 } }),
    gdpr_controller: rule({}),
    gdpr_persons: rule({}),
    nis2_early_warning: rule({ regime: 'nis2', period: { unit: 'hours', amount: 24 } }),
    nis2_report: rule({ regime: 'nis2', period: { unit: 'hours', amount: 72 } }),
    nis2_final: rule({ regime: 'nis2', trigger: 'nis2_report_sent', period: { unit: 'months', amount: 1 } }),
    insurer_notice: rule({ regime: 'insurer' }),
  },
};

const harmless: Partial<ReportFacts> = { personalData: 'no', nis2Scope: 'no', insurer: 'none' };

function rows(some: Partial<ReportFacts>, severity: Severity = 'S2', nis2ReportSentAt: string | null = null) {
  const facts = completeFacts({ kind: 'ransomware', noticedAt: '2026-11-19T05:40:00.000Z', district: 'zwickau', ...harmless, ...some });
  return legalDeadlines({ facts, severity, nis2ReportSentAt }, rules);
}

const duties = (found: ReturnType<typeof rows>): readonly LegalDuty[] => found.map((one) => one.duty);

test('nothing applies when there are no personal data, no NIS2 and no insurance', () => {
  expect(rows({})).toEqual([]);
});

test('personal data bring the 72 hours from awareness and the question of a high risk', () => {
  const found = rows({ personalData: 'yes', processorForOthers: 'no' });
  expect(duties(found)).toEqual(['gdpr_persons', 'gdpr_authority']);
  expect(found[1]).toMatchObject({ dueAt: '2026-11-22T05:40:00.000Z', state: 'due', precision: 'exact', reason: 'personal_data_concerned' });
});

test('an open question about personal data shows the clock as possible', () => {
  expect(rows({ personalData: 'unknown' })).toMatchObject([{ duty: 'gdpr_authority', state: 'possible_unknown', dueAt: '2026-11-22T05:40:00.000Z' }]);
});

test('who processes for others tells the customer at once', () => {
  expect(rows({ personalData: 'yes', sensitiveData: 'no', processorForOthers: 'yes' })[0]).toMatchObject({ duty: 'gdpr_controller', precision: 'at_once', state: 'due' });
});

test('hours run through the nights when the clocks change', () => {
  expect(rows({ personalData: 'yes', noticedAt: '2026-03-27T23:00:00.000Z' }).at(-1)?.dueAt).toBe('2026-03-30T23:00:00.000Z');
  expect(rows({ personalData: 'yes', noticedAt: '2026-10-24T10:00:00.000Z' }).at(-1)?.dueAt).toBe('2026-10-27T10:00:00.000Z');
  expect(rows({ nis2Scope: 'important', noticedAt: '2027-03-27T22:30:00.000Z' })[0]?.dueAt).toBe('2027-03-28T22:30:00.000Z');
  expect(rows({ nis2Scope: 'important', noticedAt: '2027-10-30T22:30:00.000Z' })[0]?.dueAt).toBe('2027-10-31T22:30:00.000Z');
});

test('an important entity with a high case owes 24 and 72 hours', () => {
  expect(rows({ nis2Scope: 'important' })).toMatchObject([
    { duty: 'nis2_early_warning', dueAt: '2026-11-20T05:40:00.000Z', state: 'due', reason: 'nis2_entity_significant_incident' },
    { duty: 'nis2_report', dueAt: '2026-11-22T05:40:00.000Z', state: 'due' },
  ]);
});

test('for a small incident of an important entity the significance is weighed first', () => {
  expect(rows({ nis2Scope: 'very_important' }, 'S3')).toMatchObject([
    { state: 'possible_unknown', reason: 'nis2_entity_significance_to_be_weighed' },
    { state: 'possible_unknown' },
  ]);
});

test('the final report counts one month from the sending of the 72-hour report, not from awareness', () => {
  expect(duties(rows({ nis2Scope: 'important' }))).not.toContain('nis2_final');
  const found = rows({ nis2Scope: 'important' }, 'S2', '2027-01-31T11:00:00.000Z');
  expect(found.find((one) => one.duty === 'nis2_final')).toMatchObject({ triggerAt: '2027-01-31T11:00:00.000Z', dueAt: '2027-02-28T11:00:00.000Z', trigger: 'nis2_report_sent' });
});

test('the insurer is told at once, and possibly when the insurance is not known', () => {
  expect(rows({ insurer: 'bound' })).toMatchObject([{ duty: 'insurer_notice', state: 'due', precision: 'at_once' }]);
  expect(rows({ insurer: 'unknown' })).toMatchObject([{ state: 'possible_unknown', reason: 'insurance_not_ruled_out' }]);
});

test('advice has no legal clock', () => {
  expect(rows({ kind: 'advice', personalData: 'yes', nis2Scope: 'important', insurer: 'bound' })).toEqual([]);
});

test('another length of a period is a change of data alone', () => {
  const longer: LegalRules = { ...rules, duties: { ...rules.duties, gdpr_authority: rule({ period: { unit: 'hours', amount: 96 } }) } };
  const facts = completeFacts({ kind: 'data_leak', noticedAt: '2026-11-19T05:40:00.000Z', district: 'chemnitz', ...harmless, personalData: 'yes' });
  const found = legalDeadlines({ facts, severity: 'S3', nis2ReportSentAt: null }, longer);
  expect(found.find((one) => one.duty === 'gdpr_authority')?.dueAt).toBe('2026-11-23T05:40:00.000Z');
});

test('rows are sorted by due time, never due before their trigger, one per duty', () => {
  fc.assert(
    fc.property(
      fc.record({
        kind: fc.constantFrom(...incidentKinds),
        personalData: fc.constantFrom(...triStates),
        sensitiveData: fc.constantFrom(...triStates),
        processorForOthers: fc.constantFrom(...triStates),
        nis2Scope: fc.constantFrom(...nis2Scopes),
        insurer: fc.constantFrom(...insurerStates),
      }),
      fc.constantFrom(...severities),
      fc.constantFrom(null, '2026-11-21T12:00:00.000Z'),
      (some, severity, sent) => {
        const found = rows(some, severity, sent);
        expect(new Set(duties(found)).size).toBe(found.length);
        expect(found.map((one) => one.dueAt)).toEqual(found.map((one) => one.dueAt).sort());
        for (const one of found) expect(one.dueAt >= one.triggerAt).toBe(true);
      },
    ),
  );
});

/** Rows as they lie in the store. */
function stored(some: Partial<ReportFacts>, severity: Severity = 'S2'): StoredDeadline[] {
  return asRows(some, severity).map((row) => ({ ...row, id: row.data.duty }));
}

function asRows(some: Partial<ReportFacts>, severity: Severity = 'S2') {
  const facts = completeFacts({ kind: 'ransomware', noticedAt: '2026-11-19T05:40:00.000Z', district: 'zwickau', ...harmless, ...some });
  return deadlineRows(facts, severity, rules);
}

test('corrected facts replace the value that held and keep the old row', () => {
  const before = stored({ personalData: 'unknown' });
  const revision = revisedDeadlines(before, asRows({ personalData: 'yes', sensitiveData: 'no', processorForOthers: 'no', noticedAt: '2026-11-18T05:40:00.000Z' }));
  expect(revision.replaced.map((row) => [row.id, row.state])).toContainEqual(['gdpr_authority', 'possible']);
  expect(revision.added).toMatchObject([{ data: { duty: 'gdpr_authority' }, state: 'open', dueAt: new Date('2026-11-21T05:40:00.000Z') }]);
});

test('a duty that no longer applies is superseded and can come back', () => {
  const lapsed = revisedDeadlines(stored({ insurer: 'free' }), asRows({}));
  expect(lapsed).toMatchObject({ replaced: [{ id: 'insurer_notice' }], added: [] });
  expect(revisedDeadlines([], asRows({ insurer: 'free' }))).toMatchObject({ replaced: [], added: [{ data: { duty: 'insurer_notice' } }] });
});

test('the same correction twice changes nothing the second time, and what is done stays done', () => {
  const some = fc.record({
    personalData: fc.constantFrom(...triStates),
    nis2Scope: fc.constantFrom(...nis2Scopes),
    insurer: fc.constantFrom(...insurerStates),
  });
  fc.assert(
    fc.property(some, some, fc.constantFrom(...severities), (first, second, severity) => {
      const before = stored(first, severity);
      const { replaced, added } = revisedDeadlines(before, asRows(second, severity));
      const after = [...before.filter((row) => !replaced.includes(row)), ...added.map((row) => ({ ...row, id: row.data.duty }))];
      expect(revisedDeadlines(after, asRows(second, severity))).toEqual({ replaced: [], added: [] });
      const done = before.map((row) => ({ ...row, state: 'done' as const }));
      expect(revisedDeadlines(done, asRows(first, severity))).toEqual({ replaced: [], added: [] });
    }),
  );
});

import { expect, test } from 'vitest';
import { changeByOffice, raiseByCompany, severityFromTriage, withCorrectedFacts } from './severity-change.ts';
import type { SeverityInForce } from './severity-change.ts';

function value(result: ReturnType<typeof raiseByCompany>): SeverityInForce {
  if (!result.ok) throw new Error(result.refusal.detail);
  return result.value;
}

test('the company may raise', () => {
  expect(value(raiseByCompany(severityFromTriage('S3'), 'S1', 'spreading'))).toEqual({ severity: 'S1', setBy: 'company', reason: 'spreading', proposed: 'S3' });
});

test('the company may neither lower nor repeat', () => {
  for (const wanted of ['S2', 'S3'] as const) {
    const result = raiseByCompany(severityFromTriage('S2'), wanted, 'underestimated');
    expect(result).toMatchObject({ ok: false, refusal: { code: 'wrong_state', detail: 'not_higher' } });
  }
});

test('the office may lower with a reason, not repeat', () => {
  expect(value(changeByOffice(severityFromTriage('S1'), 'S3', 'already_contained')).severity).toBe('S3');
  expect(changeByOffice(severityFromTriage('S1'), 'S1', 'facts_corrected').ok).toBe(false);
});

test('corrected facts move a severity that nobody touched, both ways', () => {
  expect(withCorrectedFacts(severityFromTriage('S2'), 'S4').severity).toBe('S4');
  expect(withCorrectedFacts(severityFromTriage('S2'), 'S1').severity).toBe('S1');
});

test('what a person decided stands while the facts have not become worse', () => {
  const lowered = value(changeByOffice(severityFromTriage('S1'), 'S3', 'clarified_by_phone'));
  expect(withCorrectedFacts(lowered, 'S1').severity).toBe('S3');
  expect(withCorrectedFacts(lowered, 'S2')).toMatchObject({ severity: 'S3', proposed: 'S2' });
});

test('facts that became worse than a lowered severity win', () => {
  const lowered = value(changeByOffice(severityFromTriage('S2'), 'S4', 'question_misunderstood'));
  expect(withCorrectedFacts(lowered, 'S1')).toMatchObject({ severity: 'S1', setBy: 'triage' });
});

test('a raise by the company survives a milder correction', () => {
  const raised = value(raiseByCompany(severityFromTriage('S3'), 'S2', 'spreading'));
  expect(withCorrectedFacts(raised, 'S4').severity).toBe('S2');
});

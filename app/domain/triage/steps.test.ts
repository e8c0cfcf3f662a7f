import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeFacts } from './facts.ts';
import { classesOf, fieldsOf, intakeFields, intakeSteps, readersOf } from './fields.ts';
import type { IntakeField } from './fields.ts';
import { intakeFieldsMarkdown } from './fields-table.ts';
import { incidentKinds } from './kinds.ts';
import { missingForAlarm, missingForSending, nextStep, openSteps, previousStep, reachableStep, stepPosition, stepsFor, withoutForeignAnswers } from './steps.ts';

const fields: readonly IntakeField[] = intakeFields;
const alarm = { kind: 'ransomware', noticedAt: '2026-11-19T05:40:00.000Z', siteId: 'site-1', district: 'zwickau' } as const;

test('there are at most eight questions for every kind', () => {
  for (const kind of incidentKinds) expect(stepsFor(kind).length, kind).toBeLessThanOrEqual(8);
  expect(intakeSteps).toHaveLength(8);
});

test('only what happened, since when and where is required for the alarm', () => {
  expect(fields.filter((one) => one.required === 'alarm').map((one) => one.id)).toEqual(['kind', 'noticedAt', 'siteId', 'district']);
  expect(missingForAlarm({})).toEqual(['kind', 'noticedAt', 'siteId', 'district']);
  expect(missingForAlarm(alarm)).toEqual([]);
});

test('no free text is a triage fact, and every free text is sealed or account data', () => {
  for (const one of fields) {
    if (one.input === 'text' || one.input === 'long_text') expect(one.class, one.id).not.toBe('triage_fact');
  }
});

test('the office reads neither sealed answers nor does a provider before confirmation read account data', () => {
  expect(readersOf('sealed')).not.toContain('office');
  expect(readersOf('account_data')).not.toContain('offered_provider_coarsened');
});

test('every fact of a report but the company profile comes from exactly one field', () => {
  const fed = fields.flatMap((one) => (one.fact === undefined ? [] : [one.fact]));
  const profile = ['sectorSection', 'sizeClass'];
  expect([...fed, ...profile].sort()).toEqual(Object.keys(completeFacts({ ...alarm })).filter((key) => key !== 'siteId').sort());
});

test('field ids are unique', () => {
  expect(new Set(fields.map((one) => one.id)).size).toBe(fields.length);
});

test('a lost device is not asked about servers encrypted, but whether it was encrypted', () => {
  expect(fieldsOf('data_and_money', 'lost_device').map((one) => one.id)).toContain('deviceEncrypted');
  expect(fieldsOf('data_and_money', 'ransomware').map((one) => one.id)).not.toContain('deviceEncrypted');
});

test('advice skips reach, data and insurer', () => {
  expect(stepsFor('advice')).toEqual(['what_happened', 'when_and_where', 'own_words', 'contact', 'consent']);
});

test('going forward visits every step once and ends at the check, going back leads to the first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...incidentKinds), (kind) => {
      const visited: string[] = [];
      let step: ReturnType<typeof nextStep> = 'what_happened';
      while (step !== 'check') {
        visited.push(step);
        const after = nextStep(step, kind);
        expect(previousStep(after, kind)).toBe(step);
        step = after;
      }
      expect(visited).toEqual(stepsFor(kind));
      expect(previousStep('what_happened', kind)).toBeNull();
    }),
  );
});

test('a step that does not apply leads on to the next that does', () => {
  expect(nextStep('reach', 'advice')).toBe('own_words');
  expect(stepPosition('reach', 'advice')).toBeNull();
  expect(stepPosition('own_words', 'advice')).toEqual({ number: 3, of: 5 });
});

test('open steps name exactly the steps that miss a required answer', () => {
  expect(openSteps(null, {})).toEqual(['what_happened']);
  expect(openSteps('ransomware', { ...alarm, ongoing: 'unknown' })).toEqual(['reach', 'data_and_money', 'contact', 'insurer', 'consent']);
  expect(missingForSending('advice', { ...alarm, kind: 'advice' })).toEqual(['callbackName', 'callbackPhone', 'routingWanted', 'releaseMode', 'consentTextVersion']);
});

test('an empty text is no answer, an honest "unknown" and a "no" are', () => {
  expect(missingForAlarm({ ...alarm, district: '  ' })).toEqual(['district']);
  expect(openSteps('ransomware', { ...alarm, ongoing: 'unknown', operation: 'unknown', backups: 'unknown' })).not.toContain('reach');
  expect(openSteps('advice', { ...alarm, callbackName: 'A', callbackPhone: '1', routingWanted: false, releaseMode: 'immediate', consentTextVersion: '1' })).toEqual([]);
});

test('an unknown address leads to the first open step and the check waits for the alarm', () => {
  expect(reachableStep('nonsense', 'ransomware', alarm)).toBe('when_and_where');
  expect(reachableStep('check', 'ransomware', alarm)).toBe('check');
  expect(reachableStep('check', 'ransomware', { kind: 'ransomware' })).toBe('when_and_where');
  expect(reachableStep('contact', null, {})).toBe('what_happened');
});

test('after a change of kind foreign answers are dropped and common ones kept', () => {
  expect(withoutForeignAnswers('ransomware', { ...alarm, deviceEncrypted: 'yes' })).toEqual(alarm);
});

test('a page names each class of its answers', () => {
  expect(classesOf('when_and_where', 'ransomware')).toEqual(['triage_fact', 'account_data']);
  expect(classesOf('insurer', 'ransomware')).toEqual(['sealed', 'triage_fact']);
});

test('the documentation has one row per field', () => {
  const rows = intakeFieldsMarkdown().split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(fields.length);
});

import { expect, test } from 'vitest';
import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { approvedLevel, capabilities, capabilityId, neededLevel } from './capabilities.ts';
import { routingRulesV1 } from './rules.ts';

const until = '2026-12-31';

test('a capability is a kind, advice among them, at one of four levels', () => {
  expect(capabilities).toHaveLength(incidentKinds.length * 4);
  expect(new Set(capabilities.map(capabilityId)).size).toBe(capabilities.length);
  expect(capabilities.map(capabilityId)).toContain('advice:1');
});

test('a level covers the ones below and the highest valid one counts', () => {
  const approvals = [
    { kind: 'ddos' as const, level: 2 as const, validUntil: until },
    { kind: 'ddos' as const, level: 4 as const, validUntil: '2026-01-31' },
  ];
  expect(approvedLevel(approvals, 'ddos', '2026-01-31')).toBe(4);
  expect(approvedLevel(approvals, 'ddos', '2026-02-01')).toBe(2);
  expect(approvedLevel(approvals, 'malware', '2026-01-31')).toBe(0);
});

test('the facts can raise the level a severity needs, never lower it', () => {
  expect(neededLevel('S1', null, routingRulesV1.neededLevel)).toBe(3);
  expect(neededLevel('S1', 4, routingRulesV1.neededLevel)).toBe(4);
  expect(neededLevel('S1', 1, routingRulesV1.neededLevel)).toBe(3);
});

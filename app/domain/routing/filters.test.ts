import { describe, expect, test } from 'vitest';
import { filterFailures, neverRelaxedFailures } from './filters.ts';
import type { RoutingCase, RoutingProvider } from './input.ts';
import type { FilterContext, FilterId, ReasonCode } from './reasons.ts';
import { relaxationOrder } from './relaxation.ts';
import { aCase, aProvider, filterContext } from '#tests/support/routing/factories.ts';

type Example = {
  readonly name: string;
  readonly case?: Partial<RoutingCase>;
  readonly provider?: Partial<RoutingProvider>;
  readonly context?: Partial<FilterContext>;
  /** Empty: passes. */
  readonly fails: readonly `${FilterId} ${ReasonCode}`[];
};

function failuresOf(example: Example): string[] {
  return filterFailures(aCase(example.case), aProvider('p1', example.provider), filterContext(example.context)).map(
    (failure) => `${failure.filter} ${failure.reason}`,
  );
}

const tested = '2026-03-01T09:00:00.000Z';
const proof = { item: 'V2', validUntil: '2026-12-31', renewalFiled: false };

const examples: readonly Example[] = [
  { name: 'a provider in order passes S1', case: { severity: 'S1' }, fails: [] },
  { name: 'a provider in order passes S4 advice', case: { severity: 'S4', kind: 'advice' }, fails: [] },

  { name: 'F1 approved with conditions passes', provider: { vettingState: 'approved_with_conditions' }, fails: [] },
  { name: 'F1 expiring passes on its last day', provider: { vettingState: 'expiring', vettingValidUntil: '2026-03-18' }, fails: [] },
  { name: 'F1 fails from midnight after the end date', provider: { vettingValidUntil: '2026-03-17' }, fails: ['F1 VETTING_INVALID'] },
  { name: 'F1 an application in review fails', provider: { vettingState: 'in_review' }, fails: ['F1 VETTING_INVALID'] },
  { name: 'F1 revoked fails whatever its date', provider: { vettingState: 'revoked' }, fails: ['F1 VETTING_INVALID'] },
  { name: 'F1 never approved fails', provider: { vettingValidUntil: null }, fails: ['F1 VETTING_INVALID'] },
  { name: 'F1 an expired proof fails', case: { severity: 'S4' }, provider: { proofs: [{ ...proof, validUntil: '2026-03-17' }] }, fails: ['F1 PROOF_EXPIRED'] },
  { name: 'F1 a renewal filed does not save an expired proof', provider: { proofs: [{ ...proof, validUntil: '2026-03-17', renewalFiled: true }] }, fails: ['F1 PROOF_EXPIRED'] },
  { name: 'F1 a proof ending in 14 days fails S2', provider: { proofs: [{ ...proof, validUntil: '2026-04-01' }] }, fails: ['F1 PROOF_EXPIRING'] },
  { name: 'F1 a proof ending in 15 days passes S2', provider: { proofs: [{ ...proof, validUntil: '2026-04-02' }] }, fails: [] },
  { name: 'F1 a proof ending today passes S3', case: { severity: 'S3' }, provider: { proofs: [{ ...proof, validUntil: '2026-03-18' }] }, fails: [] },
  { name: 'F1 a proof ending in 14 days passes S1 with its renewal filed', case: { severity: 'S1' }, provider: { proofs: [{ ...proof, validUntil: '2026-04-01', renewalFiled: true }] }, fails: [] },
  { name: 'F1 a proof without end passes', case: { severity: 'S1' }, provider: { proofs: [{ ...proof, validUntil: null }] }, fails: [] },

  { name: 'F2 suspended fails', provider: { vettingState: 'suspended' }, fails: ['F2 SUSPENDED'] },
  { name: 'F2 the paused state fails', provider: { vettingState: 'paused' }, fails: ['F2 PAUSED'] },
  { name: 'F2 a voluntary pause fails', provider: { paused: true }, fails: ['F2 PAUSED'] },
  { name: 'F2 the last day of a holiday fails', provider: { holidays: [{ from: '2026-03-10', to: '2026-03-18' }] }, fails: ['F2 PAUSED'] },
  { name: 'F2 the day after a holiday passes', provider: { holidays: [{ from: '2026-03-10', to: '2026-03-17' }] }, fails: [] },

  { name: 'F3 approved for another kind fails', provider: { approvals: [{ kind: 'ddos', level: 4, validUntil: '2027-01-01' }] }, fails: ['F3 CAPABILITY'] },
  { name: 'F3 a level below what S1 needs fails', case: { severity: 'S1' }, provider: { approvals: [{ kind: 'ransomware', level: 2, validUntil: '2027-01-01' }] }, fails: ['F3 CAPABILITY'] },
  { name: 'F3 the same level passes S2', provider: { approvals: [{ kind: 'ransomware', level: 2, validUntil: '2027-01-01' }] }, fails: [] },
  { name: 'F3 the facts can ask for a team', case: { minimumLevel: 4 }, fails: ['F3 CAPABILITY'] },
  { name: 'F3 an approval that ran out yesterday fails', provider: { approvals: [{ kind: 'ransomware', level: 3, validUntil: '2026-03-17' }] }, fails: ['F3 CAPABILITY'] },
  { name: 'F3 any incident approval covers an unsure case', case: { kind: 'unsure' }, provider: { approvals: [{ kind: 'ddos', level: 2, validUntil: '2027-01-01' }] }, fails: [] },
  { name: 'F3 an approval for advice does not cover an unsure case', case: { kind: 'unsure' }, provider: { approvals: [{ kind: 'advice', level: 4, validUntil: '2027-01-01' }] }, fails: ['F3 CAPABILITY'] },
  { name: 'F3 a wanted skill that is missing fails', case: { wantedSkills: ['plc'] }, fails: ['F3 SKILL'] },
  { name: 'F3 a wanted skill that is there passes', case: { wantedSkills: ['plc'] }, provider: { skills: ['plc'] }, fails: [] },

  { name: 'F4 the company excluded it', case: { excludedProviderIds: ['p1'] }, fails: ['F4 CONFLICT'] },
  { name: 'F4 the company excluded another', case: { excludedProviderIds: ['p2'] }, fails: [] },
  { name: 'F4 it declared not to work for the company', provider: { declinedCompanyIds: ['company-1'] }, fails: ['F4 CONFLICT'] },
  { name: 'F4 both belong to one group', case: { companyGroupId: 'g' }, provider: { groupId: 'g' }, fails: ['F4 CONFLICT'] },
  { name: 'F4 neither belongs to a group', case: { companyGroupId: null }, provider: { groupId: null }, fails: [] },
  { name: 'F4 it may have caused the incident', case: { causingProviderIds: ['p1'] }, fails: ['F4 CONFLICT'] },
  { name: 'F4 its own case', case: { companyId: 'company-of-p1' }, fails: ['F4 CONFLICT'] },
  { name: 'F4 it audited the checklist and independence is required', case: { auditorProviderIds: ['p1'], independenceRequired: true }, fails: ['F4 CONFLICT'] },
  { name: 'F4 it audited the checklist and nobody minds', case: { auditorProviderIds: ['p1'] }, fails: [] },
  { name: 'F4 several conflicts are one failure', case: { excludedProviderIds: ['p1'], causingProviderIds: ['p1'] }, fails: ['F4 CONFLICT'] },

  { name: 'F5 another district fails', provider: { areas: ['vogtland'] }, fails: ['F5 AREA'] },
  { name: 'F5 another district passes from afar', case: { remotePossible: 'yes' }, provider: { areas: ['vogtland'] }, fails: [] },
  { name: 'F5 from afar fails where a visit is wanted', case: { remotePossible: 'yes', onsiteWanted: 'yes' }, provider: { areas: ['vogtland'] }, fails: ['F5 AREA'] },
  { name: 'F5 from afar fails where the provider does not offer it', case: { remotePossible: 'yes' }, provider: { areas: [], offersRemote: false }, fails: ['F5 AREA'] },
  { name: 'F5 relaxed, a neighbouring district passes', provider: { areas: ['vogtland'], offersRemote: false }, context: { relaxed: ['area'] }, fails: [] },
  { name: 'F5 relaxed, a far district still fails', case: { district: 'vogtland' }, provider: { areas: ['chemnitz'], offersRemote: false }, context: { relaxed: ['area'] }, fails: ['F5 AREA'] },
  { name: 'F5 relaxed, from afar passes although a visit was wanted', case: { onsiteWanted: 'yes' }, provider: { areas: [] }, context: { relaxed: ['area'] }, fails: [] },
  { name: 'F5 relaxed, from afar fails where it is impossible', case: { remotePossible: 'no' }, provider: { areas: [] }, context: { relaxed: ['area'] }, fails: ['F5 AREA'] },

  { name: 'F6 off duty fails S2', provider: { onDutyNow: false }, fails: ['F6 OFF_DUTY'] },
  { name: 'F6 off duty passes S3 with a free slot', case: { severity: 'S3' }, provider: { onDutyNow: false, nextFreeSlotMinutes: 240 }, fails: [] },
  { name: 'F6 a slot one minute too late fails S3', case: { severity: 'S3' }, provider: { nextFreeSlotMinutes: 241 }, fails: ['F6 OFF_DUTY'] },
  { name: 'F6 no slot fails S4', case: { severity: 'S4' }, provider: { nextFreeSlotMinutes: null }, fails: ['F6 OFF_DUTY'] },

  { name: 'F7 exactly full passes', provider: { activeWeight: 9 }, fails: [] },
  { name: 'F7 one over fails', provider: { activeWeight: 10 }, fails: ['F7 CAPACITY'] },
  { name: 'F7 a light case still fits', case: { severity: 'S4' }, provider: { activeWeight: 11 }, fails: [] },

  { name: 'F8 reacting too slowly fails', provider: { reactionMinutes: { S1: 15, S2: 61, S3: 240, S4: 600 } }, fails: ['F8 RESPONSE_CLASS'] },
  { name: 'F8 not offering the severity fails', provider: { reactionMinutes: { S1: null, S2: null, S3: 240, S4: 600 } }, fails: ['F8 RESPONSE_CLASS'] },
  { name: 'F8 relaxed, slower passes', provider: { reactionMinutes: { S1: 15, S2: 240, S3: 240, S4: 600 } }, context: { relaxed: ['response_class'] }, fails: [] },

  { name: 'F9 another language fails', case: { language: 'en' }, provider: { languages: ['de'] }, fails: ['F9 LANGUAGE'] },
  { name: 'F9 relaxed, it passes', case: { language: 'en' }, provider: { languages: ['de'] }, context: { relaxed: ['language'] }, fails: [] },

  { name: 'F10 outside a binding panel fails', case: { insurer: 'bound', panelProviderIds: ['p2'] }, fails: ['F10 INSURER_PANEL'] },
  { name: 'F10 inside a binding panel passes', case: { insurer: 'bound', panelProviderIds: ['p1'] }, fails: [] },
  { name: 'F10 an unknown insurer does not filter', case: { insurer: 'unknown', panelProviderIds: ['p2'] }, fails: [] },

  { name: 'F11 declined in this case fails', case: { tried: [{ providerId: 'p1', outcome: 'declined' }] }, fails: ['F11 ALREADY_TRIED'] },
  { name: 'F11 another declined', case: { tried: [{ providerId: 'p2', outcome: 'declined' }] }, fails: [] },

  { name: 'F12 one channel fails', provider: { channels: [{ kind: 'voice', verified: true, lastTestOkAt: tested }] }, fails: ['F12 UNREACHABLE'] },
  { name: 'F12 S1 needs a voice', case: { severity: 'S1' }, provider: { channels: [{ kind: 'sms', verified: true, lastTestOkAt: tested }, { kind: 'email', verified: true, lastTestOkAt: tested }] }, fails: ['F12 UNREACHABLE'] },
  { name: 'F12 S2 needs no voice', provider: { channels: [{ kind: 'sms', verified: true, lastTestOkAt: tested }, { kind: 'email', verified: true, lastTestOkAt: tested }] }, fails: [] },
  { name: 'F12 a test 90 days ago passes', provider: { channels: ['voice', 'email'].map((kind) => ({ kind: kind as 'voice', verified: true, lastTestOkAt: '2025-12-18T10:30:00.000Z' })) }, fails: [] },
  { name: 'F12 a test 90 days and a minute ago fails', provider: { channels: ['voice', 'email'].map((kind) => ({ kind: kind as 'voice', verified: true, lastTestOkAt: '2025-12-18T10:29:00.000Z' })) }, fails: ['F12 UNREACHABLE'] },
  { name: 'F12 an unverified channel does not count', provider: { channels: [{ kind: 'voice', verified: true, lastTestOkAt: tested }, { kind: 'email', verified: false, lastTestOkAt: tested }] }, fails: ['F12 UNREACHABLE'] },
  { name: 'F12 an undeliverable offer fails until a test succeeds', provider: { undeliverable: true }, fails: ['F12 UNREACHABLE'] },
];

describe('hard filters', () => {
  test.each(examples)('$name', (example) => {
    expect(failuresOf(example)).toEqual(example.fails);
  });

  test('every failing filter is stored, not only the first', () => {
    const failures = failuresOf({
      name: '',
      case: { excludedProviderIds: ['p1'], language: 'en' },
      provider: { vettingState: 'suspended', languages: ['de'], onDutyNow: false, undeliverable: true },
      fails: [],
    });
    expect(failures).toEqual(['F2 SUSPENDED', 'F4 CONFLICT', 'F6 OFF_DUTY', 'F9 LANGUAGE', 'F12 UNREACHABLE']);
  });

  test('a failure carries the data it rests on', () => {
    const [failure] = filterFailures(aCase(), aProvider('p1', { activeWeight: 10 }), filterContext());
    expect(failure?.data).toEqual({ active: 10, caseWeight: 3, limit: 12 });
  });

  test('each filter has an example that fails and one that passes', () => {
    for (let number = 1; number <= 12; number += 1) {
      const own = examples.filter((example) => example.name.startsWith(`F${number} `));
      expect(own.some((example) => example.fails.length > 0), `F${number} fails`).toBe(true);
      expect(own.some((example) => example.fails.length === 0), `F${number} passes`).toBe(true);
    }
  });

  test('the filters that are never relaxed fail the same under every relaxation', () => {
    for (const example of examples) {
      const routingCase = aCase(example.case);
      const provider = aProvider('p1', example.provider);
      const strict = neverRelaxedFailures(routingCase, provider, filterContext(example.context));
      const relaxed = neverRelaxedFailures(routingCase, provider, filterContext({ ...example.context, relaxed: relaxationOrder }));
      expect(relaxed).toEqual(strict);
    }
  });
});

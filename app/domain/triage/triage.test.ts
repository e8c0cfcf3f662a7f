import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeFacts } from './facts.ts';
import type { ReportFacts } from './facts.ts';
import {
  countClasses,
  firstAidCardIds,
  incidentKinds,
  isMoreSevere,
  moneyStates,
  operationStates,
  personCountClasses,
  standstillCategories,
} from './kinds.ts';
import { usualSeverity } from './severity-rules.ts';
import { triage } from './triage.ts';

function facts(some: Partial<ReportFacts> = {}): ReportFacts {
  return completeFacts({ kind: 'unsure', noticedAt: '2026-11-19T05:40:00.000Z', district: 'zwickau', ...some });
}

/** Every scale from harmless to worst, as the rules must see it. */
const scales = {
  ongoing: ['no', 'unknown', 'yes'],
  operation: operationStates,
  devices: countClasses,
  servers: countClasses,
  sites: countClasses,
  backups: ['yes', 'unknown', 'no'],
  intruderActive: ['no', 'unknown', 'yes'],
  peopleInDanger: ['no', 'unknown', 'yes'],
  personalData: ['no', 'unknown', 'yes'],
  sensitiveData: ['no', 'unknown', 'yes'],
  personsConcerned: personCountClasses,
  money: moneyStates,
  passwordsEntered: ['no', 'unknown', 'yes'],
  adminAccount: ['no', 'unknown', 'yes'],
  deviceEncrypted: ['yes', 'unknown', 'no'],
  ransomDemand: ['no', 'unknown', 'yes'],
} as const satisfies { [K in keyof ReportFacts]?: readonly ReportFacts[K][] };
type Scale = keyof typeof scales;
const scaleNames = Object.keys(scales) as Scale[];

const anyFacts: fc.Arbitrary<ReportFacts> = fc
  .record({
    kind: fc.constantFrom(...incidentKinds),
    standstill: fc.subarray([...standstillCategories]),
    ...Object.fromEntries(scaleNames.map((name) => [name, fc.constantFrom(...(scales[name] as readonly string[]))])),
  })
  .map((some) => facts(some as Partial<ReportFacts>));

describe('severity', () => {
  test('no kind starts at S1 when nothing else is known', () => {
    for (const kind of incidentKinds) {
      const result = triage(facts({ kind }));
      expect(result.severity, kind).toBe(usualSeverity[kind]);
      expect(result.severity, kind).not.toBe('S1');
    }
  });

  test('a running encryption is critical', () => {
    const result = triage(facts({ kind: 'ransomware', ongoing: 'yes' }));
    expect(result.severity).toBe('S1');
    expect(result.reasons[0]).toEqual({ code: 'encryption_running', parameters: {}, atLeast: 'S1' });
  });

  test('an encryption that has ended, with backups at hand, is high', () => {
    expect(triage(facts({ kind: 'ransomware', ongoing: 'no', backups: 'yes', servers: 'one' })).severity).toBe('S2');
  });

  test('encrypted servers without a backup are critical', () => {
    const result = triage(facts({ kind: 'ransomware', ongoing: 'no', backups: 'no', servers: 'two_to_five' }));
    expect(result.severity).toBe('S1');
    expect(result.reasons[0]).toMatchObject({ code: 'servers_encrypted_without_backup', parameters: { servers: 'two_to_five' } });
  });

  test('a mailbox taken over is high', () => {
    expect(triage(facts({ kind: 'account_takeover', ongoing: 'yes' })).severity).toBe('S2');
  });

  test('money sent within a day makes payment fraud high, older money does not', () => {
    expect(triage(facts({ kind: 'payment_fraud', money: 'within_24h' })).severity).toBe('S2');
    expect(triage(facts({ kind: 'payment_fraud', money: 'earlier' })).severity).toBe('S3');
  });

  test('malware on one device is medium, on a server high', () => {
    expect(triage(facts({ kind: 'malware', devices: 'one', servers: 'none' })).severity).toBe('S3');
    expect(triage(facts({ kind: 'malware', devices: 'one', servers: 'one' })).severity).toBe('S2');
  });

  test('a lost laptop with sensitive data is high unless it was encrypted', () => {
    expect(triage(facts({ kind: 'lost_device', sensitiveData: 'yes', deviceEncrypted: 'no' })).severity).toBe('S2');
    expect(triage(facts({ kind: 'lost_device', sensitiveData: 'yes', deviceEncrypted: 'yes' })).severity).toBe('S3');
  });

  test('a standing production is critical and names the capability for machines', () => {
    const result = triage(facts({ kind: 'ransomware', operation: 'stopped', standstill: ['production'] }));
    expect(result.severity).toBe('S1');
    expect(result).toMatchObject({ capability: 'ransomware', wantedSkills: ['production_disturbed'] });
  });

  test('danger to people is critical and asks for the emergency services', () => {
    const result = triage(facts({ kind: 'production_disturbed', peopleInDanger: 'yes' }));
    expect(result).toMatchObject({ severity: 'S1', callEmergencyServices: true });
  });

  test('advice stays low whatever else was ticked', () => {
    expect(triage(facts({ kind: 'advice', operation: 'stopped', servers: 'one' }))).toMatchObject({ severity: 'S4', card: null });
  });

  test('a worse fact never lowers the severity', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...scaleNames), fc.nat(), (before, name, step) => {
        const scale = scales[name] as readonly string[];
        const now = scale.indexOf(before[name] as string);
        const worse = { ...before, [name]: scale[Math.min(scale.length - 1, now + (step % scale.length))] } as ReportFacts;
        expect(isMoreSevere(triage(before).severity, triage(worse).severity)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test('one more thing that stands still never lowers the severity', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...standstillCategories), (before, more) => {
        const worse = { ...before, standstill: [...before.standstill, more] };
        expect(isMoreSevere(triage(before).severity, triage(worse).severity)).toBe(false);
      }),
    );
  });
});

describe('result', () => {
  test('every report gets a reason for exactly its severity, a capability and a card', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const result = triage(given);
        expect(result.reasons.length).toBeGreaterThan(0);
        expect(result.reasons[0]?.atLeast).toBe(result.severity);
        expect(result.capability).toBe(result.kind);
        expect(new Set([result.capability, ...result.wantedSkills]).size).toBe(result.wantedSkills.length + 1);
        if (given.kind === 'advice') expect(result.card).toBeNull();
        else expect(firstAidCardIds).toContain(result.card);
      }),
      { numRuns: 2000 },
    );
  });

  test('a kind that was chosen on purpose is never changed', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        fc.pre(given.kind !== 'unsure' && given.kind !== 'malware');
        expect(triage(given).kind).toBe(given.kind);
      }),
    );
  });

  test('an unplaced report with a ransom demand is read as ransomware and says so', () => {
    const result = triage(facts({ ransomDemand: 'yes' }));
    expect(result).toMatchObject({ kind: 'ransomware', card: 'ransomware' });
    expect(result.reasons.map((one) => one.code)).toContain('kind_from_ransom_demand');
  });

  test('a team is asked for only when the case is critical and large', () => {
    const level = (some: Partial<ReportFacts>) => triage(facts(some)).minimumLevel;
    expect(level({ kind: 'ransomware', ongoing: 'yes' })).toBeNull();
    expect(level({ kind: 'ransomware', ongoing: 'yes', servers: 'six_to_twenty' })).toBeNull();
    expect(level({ kind: 'ransomware', ongoing: 'yes', servers: 'six_to_twenty', sites: 'two_to_five' })).toBe(4);
    expect(level({ kind: 'ransomware', ongoing: 'yes', servers: 'more_than_twenty' })).toBe(4);
    expect(level({ kind: 'malware', servers: 'more_than_twenty' })).toBeNull();
  });
});

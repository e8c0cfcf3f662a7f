import fc from 'fast-check';
import { incidentKinds, severities, triStates } from '#app/domain/triage/kinds.ts';
import type { RoutingCase, RoutingProvider } from '#app/domain/routing/input.ts';
import type { VettingState } from '#app/domain/vetting/statuses.ts';
import { aCase, aProvider, aRecord } from './factories.ts';

const districts = ['chemnitz', 'zwickau', 'erzgebirge', 'vogtland'] as const;
const providerIds = Array.from({ length: 12 }, (_, index) => `p${index}`);
const vettingStates: readonly VettingState[] = ['approved', 'approved_with_conditions', 'expiring', 'expired', 'suspended', 'paused', 'in_review'];

/** A case over the whole space of wishes, exclusions, panels and facts. */
export const anyCase: fc.Arbitrary<RoutingCase> = fc
  .record({
    caseId: fc.string({ minLength: 1, maxLength: 8 }),
    severity: fc.constantFrom(...severities),
    kind: fc.constantFrom(...incidentKinds),
    district: fc.constantFrom(...districts),
    remotePossible: fc.constantFrom(...triStates),
    onsiteWanted: fc.constantFrom(...triStates),
    language: fc.constantFrom('de' as const, 'en' as const),
    insurer: fc.constantFrom('bound' as const, 'free' as const, 'unknown' as const, 'none' as const),
    panelProviderIds: fc.subarray(providerIds),
    wishedProviderIds: fc.subarray(providerIds, { maxLength: 3 }),
    excludedProviderIds: fc.subarray(providerIds, { maxLength: 3 }),
    wantedSkills: fc.subarray(['plc', 'forensics'], { maxLength: 1 }),
  })
  .map((more) => aCase(more));

/** Mostly sound providers with faults sprinkled over all filters, so that both outcomes are common. */
export function anyProvider(providerId: string): fc.Arbitrary<RoutingProvider> {
  const seldom = <T>(usual: T, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
  return fc
    .record({
      vettingState: seldom<VettingState>('approved', fc.constantFrom(...vettingStates)),
      areas: fc.subarray([...districts], { minLength: 1 }),
      siteDistricts: fc.subarray([...districts], { minLength: 1, maxLength: 2 }),
      offersRemote: fc.boolean(),
      onDutyNow: seldom(true, fc.constant(false)),
      nextFreeSlotMinutes: seldom<number | null>(0, fc.option(fc.integer({ min: 0, max: 900 }))),
      languages: seldom<readonly ('de' | 'en')[]>(['de', 'en'], fc.constant(['de'])),
      skills: fc.subarray(['plc', 'forensics']),
      declinedCompanyIds: seldom<readonly string[]>([], fc.constant(['company-1'])),
      activeWeight: fc.integer({ min: 0, max: 13 }),
      undeliverable: seldom(false, fc.constant(true)),
      record: fc.record({
        acceptances: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 30 }), windowMinutes: fc.constantFrom(10, 20, 120) }), { maxLength: 12 }),
        closedCases: fc.constantFrom({}, { ransomware: 2 }, { malware: 7, ransomware: 1 }),
        accepted: fc.integer({ min: 0, max: 20 }),
        balanceMicro: fc.integer({ min: -4_000_000, max: 4_000_000 }),
        lastOfferAt: fc.option(fc.constantFrom('2026-03-01T08:00:00.000Z', '2026-03-10T08:00:00.000Z')),
      }),
    })
    .map(({ record, ...more }) => aProvider(providerId, { ...more, record: aRecord({ ...record, kept: Math.floor(record.accepted / 2) }) }));
}

export const anyPool: fc.Arbitrary<RoutingProvider[]> = fc
  .integer({ min: 0, max: providerIds.length })
  .chain((count) => fc.tuple(...providerIds.slice(0, count).map(anyProvider)));

import { incidentKinds } from '#app/domain/triage/kinds.ts';
import { microPerOffer } from '#app/domain/routing/fair-share.ts';
import type { ProviderRecord, RoutingCase, RoutingProvider, RoutingRegion } from '#app/domain/routing/input.ts';
import type { RoutingContext } from '#app/domain/routing/decision.ts';
import type { FilterContext } from '#app/domain/routing/reasons.ts';
import { routingRulesV1 } from '#app/domain/routing/rules.ts';

/** Ways between the four district centres of the examples, in minutes. */
export const exampleRegion: RoutingRegion = {
  travel: {
    chemnitz: { chemnitz: 12, zwickau: 40, erzgebirge: 35, vogtland: 65 },
    zwickau: { zwickau: 18, erzgebirge: 45, vogtland: 35 },
    erzgebirge: { erzgebirge: 27, vogtland: 60 },
    vogtland: { vogtland: 22 },
  },
  neighbours: {
    chemnitz: ['zwickau', 'erzgebirge'],
    zwickau: ['chemnitz', 'erzgebirge', 'vogtland'],
    erzgebirge: ['chemnitz', 'zwickau', 'vogtland'],
    vogtland: ['zwickau', 'erzgebirge'],
  },
};

/** A Wednesday in March, half past eleven in the region. */
export const exampleContext: RoutingContext = {
  at: '2026-03-18T10:30:00.000Z',
  localDate: '2026-03-18',
  localHour: 11,
  region: exampleRegion,
};

export function filterContext(more: Partial<FilterContext> = {}): FilterContext {
  return { ...exampleContext, rules: routingRulesV1, relaxed: [], ...more };
}

export function aCase(more: Partial<RoutingCase> = {}): RoutingCase {
  return {
    caseId: 'case-1',
    severity: 'S2',
    kind: 'ransomware',
    district: 'erzgebirge',
    remotePossible: 'unknown',
    onsiteWanted: 'unknown',
    language: 'de',
    insurer: 'free',
    panelProviderIds: [],
    wishedProviderIds: [],
    excludedProviderIds: [],
    causingProviderIds: [],
    auditorProviderIds: [],
    independenceRequired: false,
    companyId: 'company-1',
    companyGroupId: null,
    minimumLevel: null,
    wantedSkills: [],
    tried: [],
    ...more,
  };
}

export function aRecord(more: Partial<ProviderRecord> = {}): ProviderRecord {
  return { acceptances: [], closedCases: {}, accepted: 0, kept: 0, balanceMicro: 0, lastOfferAt: null, ...more };
}

/** A provider that passes every filter of `aCase` in every severity. */
export function aProvider(providerId: string, more: Partial<RoutingProvider> = {}): RoutingProvider {
  return {
    providerId,
    companyId: `company-of-${providerId}`,
    groupId: null,
    vettingState: 'approved',
    vettingValidUntil: '2027-06-30',
    proofs: [{ item: 'V2', validUntil: '2026-12-31', renewalFiled: false }],
    approvals: incidentKinds.map((kind) => ({ kind, level: 3, validUntil: '2027-06-30' })),
    skills: [],
    paused: false,
    holidays: [],
    declinedCompanyIds: [],
    areas: ['chemnitz', 'zwickau', 'erzgebirge', 'vogtland'],
    offersRemote: true,
    siteDistricts: ['erzgebirge'],
    onDutyNow: true,
    nextFreeSlotMinutes: 0,
    reactionMinutes: { S1: 15, S2: 60, S3: 240, S4: 600 },
    languages: ['de', 'en'],
    activeWeight: 0,
    weightLimit: 12,
    channels: [
      { kind: 'voice', verified: true, lastTestOkAt: '2026-03-01T09:00:00.000Z' },
      { kind: 'email', verified: true, lastTestOkAt: '2026-03-01T09:00:00.000Z' },
    ],
    undeliverable: false,
    record: aRecord(),
    ...more,
  };
}

export function offers(count: number): number {
  return Math.round(count * microPerOffer);
}

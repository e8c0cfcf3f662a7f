import { severities } from '#app/domain/triage/kinds.ts';
import type { IncidentKind, Severity } from '#app/domain/triage/kinds.ts';
import { decideRouting } from '#app/domain/routing/decision.ts';
import { fairShareBalances, fairShareBatch, fairShareEntries, microPerOffer, reverseOffer } from '#app/domain/routing/fair-share.ts';
import type { FairShareBatch } from '#app/domain/routing/fair-share.ts';
import type { RoutingProvider } from '#app/domain/routing/input.ts';
import { aCase, aProvider, aRecord, exampleRegion } from './factories.ts';
import type { RoutingRules } from '#app/domain/routing/rules.ts';
import { nextWave, windowMinutes } from '#app/domain/routing/waves.ts';

/** What came out of one simulated year. Offers, not cases, are what the rules control. */
export type SimulationResult = {
  /** Largest balance any provider ever had, in offers. */
  readonly worstBacklog: number;
  /** Per provider: offers counted, and the share of offers it was owed over the whole year. */
  readonly offers: ReadonlyMap<string, { readonly counted: number; readonly owed: number; readonly won: number }>;
  readonly unplaced: number;
};

type Firm = {
  provider: RoutingProvider;
  readonly acceptance: number;
  readonly medianMinutes: number;
  readonly roundTheClock: boolean;
  busyUntil: { readonly at: number; readonly weight: number }[];
  won: number;
};

/** The five commonest kinds, then advice. */
const simulatedKinds: readonly IncidentKind[] = ['ransomware', 'phishing_click', 'account_takeover', 'payment_fraud', 'malware', 'advice'];

const dayMinutes = 1440;
const start = Date.parse('2026-01-01T00:00:00.000Z');

/** Small seeded generator (mulberry32): numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A region of twelve firms (six in Chemnitz, three in Zwickau, two in Vogtland, one in Erzgebirge) and `cases` cases in a year, by the real
 * decision, waves and ledger. Acceptance, answer times, capacity and duty are invented within plausible ranges.
 */
export function simulate(seed: number, cases: number, rules: RoutingRules): SimulationResult {
  const random = seededRandom(seed);
  const firms = region(random);
  let recent: FairShareBatch[] = [];
  const totals = new Map(firms.map(({ provider }) => [provider.providerId, { counted: 0, owed: 0 }]));
  let worstBacklog = 0;
  let unplaced = 0;

  for (let number = 0; number < cases; number += 1) {
    const minute = Math.floor(((number + random()) * 365 * dayMinutes) / cases);
    const at = new Date(start + minute * 60_000).toISOString();
    const windowStart = new Date(start + (minute - rules.fairShareDays * dayMinutes) * 60_000).toISOString();
    recent = recent.filter((batch) => batch.at > windowStart);
    const balances = fairShareBalances(recent, at, rules.fairShareDays);
    worstBacklog = Math.max(worstBacklog, ...[...balances.values()].map((micro) => micro / microPerOffer));

    const localHour = Math.floor(minute / 60) % 24;
    const severity = pick(random, severities, [0.08, 0.22, 0.4, 0.3]);
    const routingCase = aCase({
      caseId: `case-${seed}-${number}`,
      severity,
      kind: severity === 'S4' ? 'advice' : (simulatedKinds[Math.floor(random() * 5)] ?? 'malware'),
      district: pick(random, ['chemnitz', 'zwickau', 'vogtland', 'erzgebirge'], [0.3, 0.3, 0.15, 0.25]),
      remotePossible: random() < 0.5 ? 'yes' : 'no',
      onsiteWanted: random() < 0.4 ? 'yes' : 'unknown',
    });
    for (const firm of firms) firm.provider = today(firm, minute, localHour, at, balances, random);
    const decision = decideRouting(
      routingCase,
      firms.map(({ provider }) => provider),
      rules,
      { at, localDate: at.slice(0, 10), localHour, region: exampleRegion },
    );

    let offered: readonly string[] = [];
    let lastWave = -1;
    let winner: Firm | undefined;
    while (winner === undefined) {
      const following = nextWave({ severity, order: decision.order, wished: decision.wished, lastWave, offered }, rules, () => true);
      if (following.next === 'exhausted') break;
      const { wave } = following;
      const window = windowMinutes(wave, localHour, rules);
      let batch = fairShareBatch(`${routingCase.caseId}-${wave.wave}`, at, decision.order, wave.providerIds);
      let fastest = window;
      for (const firm of firms.filter(({ provider }) => wave.providerIds.includes(provider.providerId))) {
        firm.provider = { ...firm.provider, record: { ...firm.provider.record, lastOfferAt: at } };
        if (random() < 0.03) batch = reverseOffer(batch, firm.provider.providerId);
        else if (random() < firm.acceptance) {
          const minutes = answerMinutes(firm, localHour, severity, random);
          if (minutes < fastest) {
            fastest = minutes;
            winner = firm;
          }
        }
      }
      for (const entry of fairShareEntries(batch)) {
        const total = totals.get(entry.providerId);
        if (total === undefined) continue;
        if (entry.kind === 'credit') total.owed += entry.micro / microPerOffer;
        else total.counted += 1;
      }
      recent.push(batch);
      offered = [...offered, ...wave.providerIds];
      lastWave = wave.wave;
      if (winner !== undefined) take(winner, minute, severity, routingCase.kind, fastest, window, rules, random);
    }
    if (winner === undefined) unplaced += 1;
  }

  return {
    worstBacklog,
    offers: new Map(firms.map(({ provider, won }) => [provider.providerId, { counted: 0, owed: 0, ...totals.get(provider.providerId), won }])),
    unplaced,
  };
}

function region(random: () => number): Firm[] {
  const homes = ['chemnitz', 'chemnitz', 'chemnitz', 'chemnitz', 'chemnitz', 'chemnitz', 'zwickau', 'zwickau', 'zwickau', 'vogtland', 'vogtland', 'erzgebirge'];
  return homes.map((home, index): Firm => {
    const near = exampleRegion.neighbours[home] ?? [];
    return {
      provider: aProvider(`p${String(index).padStart(2, '0')}`, {
        siteDistricts: [home],
        areas: [home, ...near.filter(() => random() < 0.7)],
        offersRemote: random() < 0.7,
        approvals: simulatedKinds
          .filter(() => random() < 0.8)
          .map((kind) => ({ kind, level: random() < 0.6 ? 3 : 2, validUntil: '2028-01-01' })),
        weightLimit: 4 + Math.floor(random() * 5),
        vettingValidUntil: '2028-01-01',
        proofs: [],
      }),
      acceptance: 0.45 + 0.45 * random(),
      medianMinutes: 3 + 15 * random(),
      roundTheClock: index % 2 === 0,
      busyUntil: [],
      won: 0,
    };
  });
}

/** The firm as it stands at the moment of a case. Its channels were tested a day ago. */
function today(
  firm: Firm,
  minute: number,
  localHour: number,
  at: string,
  balances: ReadonlyMap<string, number>,
  random: () => number,
): RoutingProvider {
  firm.busyUntil = firm.busyUntil.filter((busy) => busy.at > minute);
  const lastTestOkAt = new Date(Date.parse(at) - dayMinutes * 60_000).toISOString();
  return {
    ...firm.provider,
    onDutyNow: (firm.roundTheClock || (localHour >= 7 && localHour < 19)) && random() < 0.9,
    activeWeight: firm.busyUntil.reduce((sum, busy) => sum + busy.weight, 0),
    channels: [
      { kind: 'voice', verified: true, lastTestOkAt },
      { kind: 'sms', verified: true, lastTestOkAt },
    ],
    record: { ...firm.provider.record, balanceMicro: balances.get(firm.provider.providerId) ?? 0 },
  };
}

function answerMinutes(firm: Firm, localHour: number, severity: Severity, random: () => number): number {
  const night = localHour >= 22 || localHour < 6 ? 1.4 : 1;
  const slower = severity === 'S3' ? 4 : severity === 'S4' ? 15 : 1;
  return (firm.medianMinutes * night * slower * -Math.log(1 - random())) / Math.LN2;
}

function take(
  firm: Firm,
  minute: number,
  severity: Severity,
  kind: IncidentKind,
  minutes: number,
  windowLength: number,
  rules: RoutingRules,
  random: () => number,
): void {
  const { record } = firm.provider;
  firm.won += 1;
  firm.busyUntil.push({ at: minute + (1 + 6 * random()) * dayMinutes, weight: rules.caseWeight[severity] });
  firm.provider = {
    ...firm.provider,
    record: aRecord({
      ...record,
      acceptances: [{ minutes, windowMinutes: windowLength }, ...record.acceptances].slice(0, rules.acceptancesRead),
      closedCases: { ...record.closedCases, [kind]: (record.closedCases[kind] ?? 0) + 1 },
      accepted: record.accepted + 1,
      kept: record.kept + (random() < 0.95 ? 1 : 0),
    }),
  };
}

function pick<T>(random: () => number, values: readonly T[], weights: readonly number[]): T {
  let left = random();
  for (const [index, value] of values.entries()) {
    left -= weights[index] ?? 0;
    if (left < 0) return value;
  }
  const last = values.at(-1);
  if (last === undefined) throw new Error('nothing to pick from');
  return last;
}

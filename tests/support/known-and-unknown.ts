import { performance } from 'node:perf_hooks';
import { registerAndSignIn } from './people.ts';
import type { TestRuntime } from './runtime.ts';

export type Comparison = { readonly what: 'sign-in' | 'registration' | 'reset'; readonly known: number; readonly unknown: number; /** Of the medians, the slower by the faster. */ readonly ratio: number };

const company = { name: 'Karin Vogel', organisationName: 'Vogel GmbH', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'zwickau', locale: 'de' } as const;

/**
 * How long it takes to say no to an address with and without an account, in milliseconds, medians of one run. Both kinds take turns,
 * so that a busy machine slows them alike; every try comes from a network of its own and long after the last, so that no limit is met.
 */
export async function compareKnownAndUnknown(runtime: TestRuntime, rounds: number): Promise<Comparison[]> {
  const { accounts } = runtime.services;
  let tries = 0;
  const client = () => ({ address: `10.${Math.floor(tries / 200) % 200}.${tries % 200}.5`, userAgent: 'Mozilla/5.0 (test)' });
  const people = await Promise.all(Array.from({ length: 3 }, () => registerAndSignIn(runtime)));
  const known = () => people[tries % people.length]?.email ?? '';
  const unknown = () => `niemand.${tries}@vogel.example`;
  const acts = {
    'sign-in': (email: string) => accounts.signIn(email, 'ein falsches passwort', client()),
    registration: (email: string) => accounts.registerCompany({ ...company, email, password: 'kerze strom flasche dach 42' }, client()),
    reset: (email: string) => accounts.requestReset(email, 'de', client()),
  };
  const results: Comparison[] = [];
  for (const what of ['sign-in', 'registration', 'reset'] as const) {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < rounds; round += 1) {
      const order = round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
      for (const kind of order) {
        tries += 1;
        runtime.clock.advance(61);
        const email = kind === 'known' ? known() : unknown();
        const begun = performance.now();
        await acts[what](email);
        times[kind].push(performance.now() - begun);
      }
    }
    const medians = { known: median(times.known), unknown: median(times.unknown) };
    results.push({ what, ...medians, ratio: Math.max(medians.known, medians.unknown) / Math.min(medians.known, medians.unknown) });
  }
  return results;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

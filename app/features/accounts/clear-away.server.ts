import { placesKeptDays } from './new-place.server.ts';
import { confirmationHours } from './register-company.server.ts';
import type { AccountDeps } from './ports.ts';

const limitsKeptDays = 90;

/** Removes sessions that have ended, registrations nobody confirmed, and old counters. Returns how many rows went. */
export function clearAway(deps: AccountDeps) {
  return async function (): Promise<number> {
    const now = deps.clock.now();
    const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
    const sessions = await deps.store.sessions.removeExpired(now);
    const forgotten = await deps.store.people.unconfirmedSince(ago(2 * confirmationHours));
    for (const userId of forgotten) await deps.transact((tx) => tx.people.removeUnconfirmed(userId));
    const places = await deps.store.people.forgetPlaces(ago(24 * placesKeptDays));
    return places + sessions + forgotten.length + (await deps.limits.removeOld(ago(24 * limitsKeptDays)));
  };
}

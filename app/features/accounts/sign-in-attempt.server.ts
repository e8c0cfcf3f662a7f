import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { addressPrefix } from './client.ts';
import type { Client } from './client.ts';
import { knownBrowserId } from './known-browser.server.ts';
import { floodAlarm, knownBrowserLimits, secondFactorLimits, signInLimitOfNetwork, signInLimitOfSystem, signInLimitsOf } from './limits.ts';
import type { AccountDeps, Person } from './ports.ts';

/** One attempt with a password, counted before it is tried, so that many at once gain nothing. */
export type SignInAttempt = {
  /** The password was right: what was counted against the person is forgotten. */
  succeeded(): Promise<void>;
  /** Nothing was tried after all. */
  wasNone(): Promise<void>;
};

/** Counts an attempt where strangers may try too; `too_many_attempts` when this browser has to wait. */
export async function countSignIn(deps: AccountDeps, mailHash: string, client: Client): Promise<Result<SignInAttempt>> {
  const now = deps.clock.now();
  const prefix = addressPrefix(client.address);
  const browserId = knownBrowserId(deps, client, mailHash);
  const ofStrangers = signInLimitsOf(mailHash, prefix);
  const own = browserId === null ? ofStrangers : knownBrowserLimits(mailHash, browserId);
  const shared = browserId === null ? [signInLimitOfNetwork(prefix)] : [];
  const wait = await deps.limits.take([...own, ...shared], now);
  if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
  if (browserId === null) {
    const flood = await deps.limits.take([signInLimitOfSystem], now);
    if (flood !== null) {
      await deps.limits.giveBack([...own, ...shared]);
      await raiseAlarm(deps, now);
      return err('too_many_attempts', { retryAfterSeconds: flood });
    }
    shared.push(signInLimitOfSystem);
  }
  return ok({
    async succeeded() {
      // From a known browser too: the row of failures is over.
      await deps.limits.forget([...own, ...ofStrangers]);
      await deps.limits.giveBack(shared);
    },
    wasNone: () => deps.limits.giveBack([...own, ...shared]),
  });
}

/** After a recovery: failures of before count no more. */
export async function forgetFailures(deps: AccountDeps, person: Person, client: Client | null): Promise<void> {
  const prefix = client === null ? 'unknown' : addressPrefix(client.address);
  await deps.limits.forget([...signInLimitsOf(deps.vault.mailHash(person.profile.email), prefix), ...secondFactorLimits(person.id)]);
}

async function raiseAlarm(deps: AccountDeps, now: Date): Promise<void> {
  if ((await deps.limits.take([floodAlarm], now)) !== null) return;
  deps.alarm('sign_in.flood');
  await deps.transact((tx) => tx.audit.append({ event: 'account.paused_after_failures', actor: { kind: 'system' }, at: now, reason: 'whole_system' }));
}

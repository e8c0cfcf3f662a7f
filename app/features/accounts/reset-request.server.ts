import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';
import { addressPrefix } from './client.ts';
import type { Client } from './client.ts';
import { mailLimits } from './limits.ts';
import type { AccountDeps, Person } from './ports.ts';
import { tokenHash, newToken } from './tokens.server.ts';

export const resetMinutes = 10;

/** Mails a link for a new password. The page says the same for every address; who has no account is told by mail. */
export function requestReset(deps: AccountDeps) {
  return async function (email: string, locale: Locale, client: Client): Promise<void> {
    const now = deps.clock.now();
    const mailHash = deps.vault.mailHash(email);
    if ((await deps.limits.take(mailLimits(mailHash, addressPrefix(client.address)), now)) !== null) return;
    const link = newToken(deps.random);
    const id = deps.random.id();
    const expiresAt = new Date(now.getTime() + resetMinutes * 60_000);
    await deps.transact(async (tx) => {
      const known = await tx.people.byMailHash(mailHash);
      if (!known || known.emailVerifiedAt === null || known.state === 'disabled') {
        // Written down like a known one: both answers take the same time.
        await tx.audit.append({ event: 'account.reset_requested', actor: { kind: 'guest' }, at: now, reason: 'unknown_address' });
        await tx.outbox.enqueue({ kind: 'reset_of_unknown_address', to: { address: email, locale }, data: {}, dedupeKey: `reset_of_unknown_address/${id}` });
        return;
      }
      await tx.people.dropMailTokens(known.id, 'reset_password');
      await tx.people.addMailToken({ id, userId: known.id, purpose: 'reset_password', tokenHash: link.hash, createdAt: now, expiresAt });
      await tx.outbox.enqueue({
        kind: 'reset_password',
        to: { userId: known.id },
        data: { until: expiresAt.toISOString() },
        secretPath: deps.links.resetPassword(link.token),
        dedupeKey: `reset_password/${id}`,
      });
      await tx.audit.append({ event: 'account.reset_requested', actor: { kind: 'guest' }, at: now, object: { kind: 'user', id: known.id } });
    });
  };
}

/** Whether a mailed link still holds; changes nothing. */
export function isResetOpen(deps: AccountDeps) {
  return async function (token: string): Promise<boolean> {
    return (await personOfReset(deps, token)).ok;
  };
}

/** Whose reset a mailed link is. */
export async function personOfReset(deps: AccountDeps, token: string): Promise<Result<Person>> {
  const userId = await deps.store.people.mailTokenOwner(tokenHash(token), 'reset_password', deps.clock.now());
  const person = userId === null ? null : await deps.store.people.byId(userId);
  return person && person.state !== 'disabled' ? ok(person) : err('link_expired');
}

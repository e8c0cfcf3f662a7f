import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { checkPassword } from './check-password.server.ts';
import type { Client } from './client.ts';
import { recoveryLimits } from './limits.ts';
import type { AccountDeps } from './ports.ts';
import { personOfReset } from './reset-request.server.ts';
import { prepareSession } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';
import { forgetFailures } from './sign-in-attempt.server.ts';
import { tokenHash } from './tokens.server.ts';

export type ResetWithCode = { readonly code: string; readonly password: string; /** The device with the second factor is gone too. */ readonly lostSecondFactor: boolean };

/**
 * Mailed link and recovery code together open the seed: a new password, every session ends, and a new recovery code is
 * due. The second factor stays, or is set up anew when it was lost too.
 */
export function resetWithRecoveryCode(deps: AccountDeps) {
  return async function (token: string, input: ResetWithCode, client: Client): Promise<Result<SignedIn>> {
    const found = await personOfReset(deps, token);
    if (!found.ok) return found;
    const person = found.value;
    const now = deps.clock.now();
    const fit = checkPassword(deps, input.password, [person.profile.name, person.profile.email]);
    if (!fit.ok) return fit;
    const limits = recoveryLimits(person.id);
    const wait = await deps.limits.take(limits, now);
    if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
    const seed = deps.keys.openRecoverySlot(person.id, await deps.store.people.slot(person.id, 'recovery'), input.code);
    if (!seed) return err('invalid_input', { fields: { recoveryCode: ['recovery.codeWrong'] } });
    const slot = await deps.keys.newPasswordSlot(person.id, input.password, seed);
    if (!slot.ok) {
      seed.fill(0);
      return slot;
    }
    const session = prepareSession(deps, { userId: person.id, organisationId: null, stage: 'password', seed, client });
    seed.fill(0);
    const done = await deps.transact(async (tx) => {
      if ((await tx.people.useMailToken(tokenHash(token), 'reset_password', now)) === null) return false;
      await tx.people.putSlot(person.id, 'password', slot.value, now);
      await tx.people.removeSlot(person.id, 'recovery');
      if (input.lostSecondFactor) await tx.people.removeSecondFactor(person.id);
      await tx.people.advance(person.id, ['active', 'pending_recovery', 'pending_factor'], input.lostSecondFactor ? 'pending_factor' : 'pending_recovery');
      await tx.people.removeWaitingReset(person.id);
      await tx.sessions.endAllOf(person.id, null);
      await tx.sessions.create(session.row);
      const actor = { kind: 'user', userId: person.id } as const;
      await tx.audit.append({ event: 'account.recovery_code_used', actor, at: now });
      await tx.audit.append({ event: 'account.password_reset', actor, at: now, reason: input.lostSecondFactor ? 'with_code_and_new_factor' : 'with_code' });
      await tx.outbox.enqueue({ kind: 'password_changed', to: { userId: person.id }, data: { path: deps.links.account }, dedupeKey: `password_changed/${session.row.id}` });
      if (input.lostSecondFactor) {
        await tx.outbox.enqueue({ kind: 'second_factor_changed', to: { userId: person.id }, data: { path: deps.links.account }, dedupeKey: `second_factor_changed/${session.row.id}` });
      }
      return true;
    });
    if (!done) return err('link_expired');
    await deps.limits.forget(limits);
    await forgetFailures(deps, person, client);
    return ok({ cookie: session.cookie, formToken: session.row.formToken, next: input.lostSecondFactor ? 'set_up_second_factor' : 'second_factor' });
  };
}

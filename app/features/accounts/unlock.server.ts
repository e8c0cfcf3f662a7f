import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { passwordInSessionLimits } from './limits.ts';
import type { AccountDeps } from './ports.ts';
import { lockNow } from './resume-session.server.ts';
import { findSession, nextStepOf, renewSession } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';

/** Opens a locked session by the password, under a new id. It does not live longer than before. */
export function unlock(deps: AccountDeps) {
  return async function (cookie: string | null, password: string): Promise<Result<SignedIn>> {
    const found = await findSession(deps, cookie);
    if (!found) return err('not_signed_in');
    const { session, person } = found;
    if (!session.lockedAt || session.stage !== 'full') return err('wrong_state');
    const now = deps.clock.now();
    const limits = passwordInSessionLimits(person.id);
    const wait = await deps.limits.take(limits, now);
    if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
    const slot = await deps.store.people.slot(person.id, 'password');
    const opened = await deps.keys.openPasswordSlot(person.id, slot ? [slot] : [], password);
    if (!opened.ok) {
      await deps.limits.giveBack(limits);
      return opened;
    }
    if (!opened.value) return err('wrong_credentials');
    const { seed } = opened.value;
    await deps.limits.forget(limits);
    const next = renewSession(deps, session, seed, { steppedUpAt: null });
    seed.fill(0);
    await deps.transact(async (tx) => {
      await tx.sessions.create(next.row);
      await tx.sessions.moveKeptPosts(session.id, next.row.id);
      await tx.sessions.end(session.id);
      await tx.audit.append({ event: 'account.unlocked', actor: { kind: 'user', userId: person.id }, at: now });
    });
    return ok({ cookie: next.cookie, formToken: next.row.formToken, next: nextStepOf(person, 'full') });
  };
}

/** Locks the own session at once. */
export function lock(deps: AccountDeps) {
  return async function (cookie: string | null): Promise<void> {
    const found = await findSession(deps, cookie);
    if (found?.session.stage === 'full') await lockNow(deps, found.session, deps.clock.now());
  };
}

/** Ends the own session, in whatever state it is. */
export function signOut(deps: AccountDeps) {
  return async function (cookie: string | null): Promise<void> {
    const id = cookie === null ? null : deps.keys.sessionIdOf(cookie);
    const session = id === null ? null : await deps.store.sessions.byId(id);
    if (!session) return;
    await deps.transact(async (tx) => {
      if (!(await tx.sessions.end(session.id))) return;
      await tx.audit.append({ event: 'account.signed_out', actor: { kind: 'user', userId: session.userId }, at: deps.clock.now() });
    });
  };
}

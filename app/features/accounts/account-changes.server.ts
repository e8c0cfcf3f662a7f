import { requireRight } from '#app/domain/access/may.ts';
import { relationToAccount } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { Action } from '#app/domain/access/actions.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { checkPassword } from './check-password.server.ts';
import { passwordInSessionLimits } from './limits.ts';
import type { AccountDeps } from './ports.ts';
import { firstStepOf, keysOf } from './second-factor.server.ts';
import { renewSession, withSeed } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';

/** A new password: new slot, all other sessions end, the person is told. */
export function changePassword(deps: AccountDeps) {
  return async function (actor: Actor, cookie: string | null, input: { current: string; password: string }): Promise<Result<SignedIn>> {
    const allowed = ownRight(deps, actor, 'account.change_password');
    if (!allowed.ok) return allowed;
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
      const now = deps.clock.now();
      const fit = checkPassword(deps, input.password, [person.profile.name, person.profile.email]);
      if (!fit.ok) return fit;
      const limits = passwordInSessionLimits(person.id);
      const wait = await deps.limits.take(limits, now);
      if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
      const old = await deps.store.people.slot(person.id, 'password');
      const opened = await deps.keys.openPasswordSlot(person.id, old ? [old] : [], input.current);
      if (!opened.ok) {
        await deps.limits.giveBack(limits);
        return opened;
      }
      if (!opened.value) return err('invalid_input', { fields: { current: ['password.currentWrong'] } });
      opened.value.seed.fill(0);
      await deps.limits.forget(limits);
      const slot = await deps.keys.newPasswordSlot(person.id, input.password, seed);
      if (!slot.ok) return slot;
      const next = renewSession(deps, session, seed, {});
      await deps.transact(async (tx) => {
        await tx.people.putSlot(person.id, 'password', slot.value, now);
        await tx.sessions.endAllOf(person.id, null);
        await tx.sessions.create(next.row);
        await tx.audit.append({ event: 'account.password_changed', actor: { kind: 'user', userId: person.id }, at: now });
        await tx.outbox.enqueue({ kind: 'password_changed', to: { userId: person.id }, data: { path: deps.links.account }, dedupeKey: `password_changed/${next.row.id}` });
      });
      return ok({ cookie: next.cookie, formToken: next.row.formToken, next: null });
    });
    return done ?? err('session_locked');
  };
}

/** Another app or device: the old second factor is worth nothing from then on. */
export function replaceSecondFactor(deps: AccountDeps) {
  return async function (actor: Actor, cookie: string | null, input: { secret: string; code: string }): Promise<Result<SignedIn>> {
    const allowed = ownRight(deps, actor, 'account.change_second_factor');
    if (!allowed.ok) return allowed;
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
      const now = deps.clock.now();
      const first = await firstStepOf(deps, person, input);
      if (!first.ok) return first;
      const sealed = deps.keys.sealSecondFactor(person.id, keysOf(person), first.value.secret);
      first.value.secret.fill(0);
      const next = renewSession(deps, session, seed, {});
      await deps.transact(async (tx) => {
        await tx.people.putSecondFactor(person.id, sealed, first.value.step, now);
        await tx.sessions.endAllOf(person.id, null);
        await tx.sessions.create(next.row);
        await tx.audit.append({ event: 'account.second_factor_set', actor: { kind: 'user', userId: person.id }, at: now, reason: 'replaced' });
        await tx.outbox.enqueue({ kind: 'second_factor_changed', to: { userId: person.id }, data: { path: deps.links.account }, dedupeKey: `second_factor_changed/${next.row.id}` });
      });
      return ok({ cookie: next.cookie, formToken: next.row.formToken, next: null });
    });
    return done ?? err('session_locked');
  };
}

export type ListedSession = { readonly id: string; readonly userAgent: string; readonly addressPrefix: string; readonly begunAt: string; readonly lastSeenAt: string; readonly locked: boolean; readonly isThis: boolean };

export type AccountView = { readonly name: string; readonly email: string; readonly fingerprint: string; readonly sessions: readonly ListedSession[] };

/** The own account with its sessions. */
export function readAccount(deps: AccountDeps) {
  return async function (actor: Actor): Promise<Result<AccountView>> {
    const allowed = ownRight(deps, actor, 'account.read');
    if (!allowed.ok) return allowed;
    if (actor.kind !== 'member') return err('not_signed_in');
    const person = await deps.store.people.byId(actor.userId);
    if (!person?.publicKey) return err('not_found');
    const sessions = await deps.store.sessions.liveOf(actor.userId, deps.clock.now());
    return ok({
      ...person.profile,
      fingerprint: deps.keys.fingerprintOf(person.publicKey),
      sessions: sessions
        .filter((session) => session.stage === 'full')
        .map((session) => ({
          id: session.id,
          ...session.device,
          begunAt: session.createdAt.toISOString(),
          lastSeenAt: session.lastSeenAt.toISOString(),
          locked: session.lockedAt !== null,
          isThis: session.id === actor.sessionId,
        })),
    });
  };
}

/** Ends another of the own sessions. */
export function endSession(deps: AccountDeps) {
  return async function (actor: Actor, sessionId: string): Promise<Result<null>> {
    const allowed = ownRight(deps, actor, 'account.end_session');
    if (!allowed.ok) return allowed;
    if (actor.kind !== 'member') return err('not_signed_in');
    const { userId } = actor;
    const now = deps.clock.now();
    const own = await deps.store.sessions.liveOf(userId, now);
    if (!own.some((session) => session.id === sessionId)) return err('not_found');
    return deps.transact(async (tx) => {
      if (!(await tx.sessions.end(sessionId))) return err('not_found');
      await tx.audit.append({ event: 'account.session_ended', actor: { kind: 'user', userId }, at: now });
      return ok(null);
    });
  };
}

function ownRight(deps: AccountDeps, actor: Actor, action: Action): Result<null> {
  const userId = actor.kind === 'member' ? actor.userId : '';
  return requireRight(actor, action, relationToAccount(actor, userId), deps.clock.now());
}

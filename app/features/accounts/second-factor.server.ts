import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { deviceOf } from './client.ts';
import type { Client } from './client.ts';
import { rememberBrowser } from './known-browser.server.ts';
import { secondFactorLimits } from './limits.ts';
import { notePlace, tellOfNewPlace } from './new-place.server.ts';
import type { AccountDeps, Person, SessionRow } from './ports.ts';
import { findSession, nextStepOf, prepareSession, renewSession, withSeed } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';

const secretBytes = 20;

/** What the page for setting up a second factor shows. `secret` is made with the form and posted with it. */
export type NewSecondFactor = { readonly secret: string; readonly typedKey: string; readonly qrRows: readonly string[] };

/** Second factor of a sign-in: a new session under a new id. */
export function verifySecondFactor(deps: AccountDeps) {
  return async function (cookie: string | null, code: string, client: Client): Promise<Result<SignedIn>> {
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
      if (session.stage !== 'password' || person.state === 'pending_factor') return err('wrong_state');
      const step = await stepOf(deps, person, seed, code);
      if (!step.ok) return step;
      const memberships = await deps.store.team.membershipsOf(person.id);
      const organisationId = memberships[0]?.organisationId ?? null;
      const next = prepareSession(deps, { userId: person.id, organisationId, stage: 'full', seed, client });
      const accepted = await deps.transact(async (tx) => {
        if (!(await tx.people.useStep(person.id, step.value))) return false;
        await tx.sessions.end(session.id);
        await tx.sessions.create(next.row);
        await tx.audit.append({ event: 'account.signed_in', actor: { kind: 'user', userId: person.id }, at: deps.clock.now(), organisationId, detail: deviceOf(client) });
        await tellOfNewPlace(deps, tx, { person, client, sessionId: next.row.id, at: deps.clock.now() });
        return true;
      });
      if (!accepted) return err('code_already_used');
      await deps.limits.forget(secondFactorLimits(person.id));
      return ok({ cookie: next.cookie, formToken: next.row.formToken, next: nextStepOf(person, 'full'), browserMarks: marksFor(deps, person, client) });
    });
    return done ?? err('not_signed_in');
  };
}

/** A fresh secret to scan or type; with `secret`, the same one again after a mistyped code. */
export function beginSecondFactor(deps: AccountDeps) {
  return async function (cookie: string | null, secret: string | null): Promise<Result<NewSecondFactor>> {
    const found = await findSession(deps, cookie);
    if (!found) return err('not_signed_in');
    const bytes = secretOf(secret) ?? deps.totp.newSecret();
    const uri = deps.totp.uri(bytes, found.person.profile.email);
    return ok({ secret: bytes.toString('base64url'), typedKey: deps.totp.typedKey(bytes), qrRows: deps.totp.qrRows(uri) });
  };
}

/** Ends the set-up: the app shows the right code. */
export function confirmSecondFactor(deps: AccountDeps) {
  return async function (cookie: string | null, input: { secret: string; code: string }, client: Client): Promise<Result<SignedIn>> {
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
      if (session.stage === 'waiting') return setUpForWaiting(session, person, seed, input);
      if (person.state !== 'pending_factor') return err('wrong_state');
      const first = await firstStepOf(deps, person, input);
      if (!first.ok) return first;
      const sealed = deps.keys.sealSecondFactor(person.id, keysOf(person), first.value.secret);
      first.value.secret.fill(0);
      const hasRecovery = (await deps.store.people.slot(person.id, 'recovery')) !== null;
      const state = hasRecovery ? 'active' : 'pending_recovery';
      const memberships = await deps.store.team.membershipsOf(person.id);
      const next = prepareSession(deps, { userId: person.id, organisationId: memberships[0]?.organisationId ?? null, stage: 'full', seed, client });
      const set = await deps.transact(async (tx) => {
        if (!(await tx.people.advance(person.id, 'pending_factor', state))) return false;
        await tx.people.putSecondFactor(person.id, sealed, first.value.step, deps.clock.now());
        await tx.sessions.end(session.id);
        await tx.sessions.create(next.row);
        await tx.audit.append({ event: 'account.second_factor_set', actor: { kind: 'user', userId: person.id }, at: deps.clock.now(), detail: deviceOf(client) });
        await notePlace(deps, tx, person, client, deps.clock.now());
        return true;
      });
      if (!set) return err('wrong_state');
      return ok({ cookie: next.cookie, formToken: next.row.formToken, next: nextStepOf({ state }, 'full'), browserMarks: marksFor(deps, person, client) });
    });
    return done ?? err('not_signed_in');
  };

  /** For a fresh seed that waits for a colleague: the factor is sealed to that seed and takes effect with it. */
  async function setUpForWaiting(session: SessionRow, person: Person, seed: Buffer, input: { secret: string; code: string }): Promise<Result<SignedIn>> {
    const first = await firstStepOf(deps, person, input);
    if (!first.ok) return first;
    const sealedSecret = deps.keys.sealSecondFactor(person.id, deps.keys.keysOfSeed(person.id, seed), first.value.secret);
    first.value.secret.fill(0);
    const next = renewSession(deps, session, seed, {});
    const set = await deps.transact(async (tx) => {
      if (!(await tx.people.setWaitingSecondFactor(person.id, { sealedSecret, lastStep: first.value.step }))) return false;
      await tx.sessions.create(next.row);
      await tx.sessions.end(session.id);
      return true;
    });
    return set ? ok({ cookie: next.cookie, formToken: next.row.formToken, next: 'await_grant' }) : err('wrong_state');
  }
}

/** The second factor once more, for a step that asks for it. Holds for some minutes, under a new session id. */
export function stepUp(deps: AccountDeps) {
  return async function (cookie: string | null, code: string): Promise<Result<SignedIn>> {
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
      if (session.stage !== 'full') return err('second_factor_missing');
      const step = await stepOf(deps, person, seed, code);
      if (!step.ok) return step;
      const now = deps.clock.now();
      const next = renewSession(deps, session, seed, { steppedUpAt: now });
      const accepted = await deps.transact(async (tx) => {
        if (!(await tx.people.useStep(person.id, step.value))) return false;
        await tx.sessions.create(next.row);
        await tx.sessions.moveKeptPosts(session.id, next.row.id);
        await tx.sessions.end(session.id);
        await tx.audit.append({ event: 'account.stepped_up', actor: { kind: 'user', userId: person.id }, at: now, organisationId: session.organisationId });
        return true;
      });
      if (!accepted) return err('code_already_used');
      await deps.limits.forget(secondFactorLimits(person.id));
      return ok({ cookie: next.cookie, formToken: next.row.formToken, next: nextStepOf(person, 'full') });
    });
    return done ?? err('session_locked');
  };
}

/** The step that a code of the person's own second factor belongs to; `code_already_used` for one that counted before. */
export async function stepOf(deps: AccountDeps, person: Person, seed: Buffer, typed: string): Promise<Result<number>> {
  const now = deps.clock.now();
  const wait = await deps.limits.take(secondFactorLimits(person.id), now);
  if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
  const factor = await deps.store.people.secondFactor(person.id);
  if (!factor) return err('wrong_state');
  const secret = deps.keys.openSecondFactor(person.id, seed, factor.sealedSecret);
  try {
    const code = typed.replace(/\s/g, '');
    const step = await deps.totp.acceptedStep(secret, code, now, factor.lastStep);
    if (step !== null) return ok(step);
    const wasRight = factor.lastStep > 2 && (await deps.totp.acceptedStep(secret, code, now, factor.lastStep - 2)) !== null;
    return err(wasRight ? 'code_already_used' : 'wrong_credentials');
  } finally {
    secret.fill(0);
  }
}

/** The same for a secret that was made with the form. */
export async function firstStepOf(deps: AccountDeps, person: Person, input: { secret: string; code: string }): Promise<Result<{ secret: Buffer; step: number }>> {
  const secret = secretOf(input.secret);
  if (!secret) return err('invalid_input');
  const now = deps.clock.now();
  const wait = await deps.limits.take(secondFactorLimits(person.id), now);
  if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
  const step = await deps.totp.acceptedStep(secret, input.code.replace(/\s/g, ''), now, 0);
  if (step === null) return err('wrong_credentials');
  await deps.limits.forget(secondFactorLimits(person.id));
  return ok({ secret, step });
}

function marksFor(deps: AccountDeps, person: Person, client: Client): string {
  return rememberBrowser(deps, client, deps.vault.mailHash(person.profile.email));
}

export function keysOf(person: Person): { publicKey: Buffer; directorySignature: Buffer } {
  if (!person.publicKey || !person.directorySignature) throw new Error('A person without keys.');
  return { publicKey: person.publicKey, directorySignature: person.directorySignature };
}

function secretOf(text: string | null): Buffer | null {
  if (text === null) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length === secretBytes ? bytes : null;
}

import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { checkPassword } from './check-password.server.ts';
import type { Client } from './client.ts';
import type { AccountDeps, AccountTx, OrganisationGrant, Person, WaitingReset } from './ports.ts';
import { personOfReset } from './reset-request.server.ts';
import { prepareSession } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';
import { forgetFailures } from './sign-in-attempt.server.ts';
import { tokenHash } from './tokens.server.ts';

/**
 * Mailed link alone: a second, fresh seed is made and waits. Nothing of the old account changes, nothing can be read, and
 * signing in with the old password ends it: a thief of the mailbox gains nothing and locks nobody out.
 */
export function resetWithoutCode(deps: AccountDeps) {
  return async function (token: string, password: string, client: Client): Promise<Result<SignedIn>> {
    const found = await personOfReset(deps, token);
    if (!found.ok) return found;
    const person = found.value;
    const fit = checkPassword(deps, password, [person.profile.name, person.profile.email]);
    if (!fit.ok) return fit;
    const now = deps.clock.now();
    const old = await deps.store.people.slot(person.id, 'password');
    const { seed, keys } = deps.keys.newPerson(person.id);
    const slot = await deps.keys.newPasswordSlot(person.id, password, seed, old?.salt);
    if (!slot.ok) {
      seed.fill(0);
      return slot;
    }
    const session = prepareSession(deps, { userId: person.id, organisationId: null, stage: 'waiting', seed, client });
    seed.fill(0);
    const { publicKey, signingPublicKey } = keys;
    return deps.transact(async (tx) => {
      if ((await tx.people.useMailToken(tokenHash(token), 'reset_password', now)) === null) return err('link_expired');
      await tx.people.putWaitingReset({ userId: person.id, publicKey, signingPublicKey, slot: slot.value, secondFactor: null, createdAt: now });
      await tx.sessions.create(session.row);
      await tx.audit.append({ event: 'account.reset_requested', actor: { kind: 'user', userId: person.id }, at: now, reason: 'without_code' });
      await tellColleagues(deps, tx, person, 'reset_waiting', session.row.id);
      return ok({ cookie: session.cookie, formToken: session.row.formToken, next: 'set_up_second_factor' } as const);
    });
  };
}

/** Somebody showed the old password: the fresh seed goes, and everybody who was told of it hears that too. */
export async function cancelReset(deps: AccountDeps, tx: AccountTx, person: Person, now: Date): Promise<void> {
  if (!(await tx.people.removeWaitingReset(person.id))) return;
  await tx.audit.append({ event: 'account.reset_cancelled', actor: { kind: 'user', userId: person.id }, at: now });
  await tellColleagues(deps, tx, person, 'reset_cancelled', now.toISOString());
}

/** A confirmed colleague has compared the fingerprint: the fresh seed takes the place of the old one. */
export function grantReset(deps: AccountDeps) {
  return async function (actor: Actor, ring: KeyRing, { userId, fingerprint }: { userId: string; fingerprint: string }): Promise<Result<null>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId } = actor;
    const allowed = requireRight(actor, 'member.confirm', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    const members = await deps.store.team.members(organisationId);
    const waiting = await deps.store.people.waitingReset(userId);
    if (!waiting || !members.some((member) => member.userId === userId)) return err('not_found');
    if (!waiting.secondFactor) return err('wrong_state');
    if (userId === actor.userId) return err('not_allowed');
    if (deps.keys.fingerprintOf(waiting.publicKey) !== fingerprint) return err('conflict_of_versions');
    const recipient = { userId, publicKey: waiting.publicKey, directorySignature: deps.keys.vouchFor(userId, waiting.publicKey) };
    const copy = actor.organisationType === 'office' ? null : await deps.keys.grantOrganisationKey(ring, organisationId, recipient);
    if (copy && !copy.ok) return copy;
    return putInPlace(deps, waiting, organisationId, copy?.value ?? null, { kind: 'user', userId: actor.userId });
  };
}

/** Replaces seed, password and second factor of a person by those that waited; the next sign-in asks for a new recovery code. */
export async function putInPlace(
  deps: AccountDeps,
  waiting: WaitingReset,
  organisationId: string,
  copy: { organisationKeyId: string; grant: OrganisationGrant } | null,
  by: { kind: 'user'; userId: string },
): Promise<Result<null>> {
  const now = deps.clock.now();
  const { userId, publicKey, signingPublicKey, slot, secondFactor } = waiting;
  if (!secondFactor) return err('wrong_state');
  const directorySignature = deps.keys.vouchFor(userId, publicKey);
  const placed = await deps.transact(async (tx): Promise<Result<null>> => {
    const current = await tx.people.waitingReset(userId);
    if (!current?.publicKey.equals(publicKey) || !(await tx.people.removeWaitingReset(userId))) return err('wrong_state');
    await tx.people.replaceKeys(userId, { publicKey, signingPublicKey, directorySignature });
    await tx.people.putSlot(userId, 'password', slot, now);
    await tx.people.removeSlot(userId, 'recovery');
    await tx.people.putSecondFactor(userId, secondFactor.sealedSecret, secondFactor.lastStep, now);
    await tx.people.advance(userId, ['active', 'pending_factor', 'pending_recovery'], 'pending_recovery');
    await tx.sessions.endAllOf(userId, null);
    await tx.team.removeGrants(organisationId, 'user', userId);
    if (copy) await tx.team.addGrant(copy.organisationKeyId, copy.grant, now);
    await tx.audit.append({ event: 'account.password_reset', actor: by, at: now, organisationId, object: { kind: 'user', id: userId }, reason: 'granted' });
    await tx.audit.append({ event: 'key.granted', actor: by, at: now, organisationId, object: { kind: 'user', id: userId } });
    await tx.outbox.enqueue({ kind: 'member_confirmed', to: { userId }, data: { path: deps.links.signIn }, dedupeKey: `reset_granted/${userId}/${now.toISOString()}` });
    return ok(null);
  });
  const person = placed.ok ? await deps.store.people.byId(userId) : null;
  if (person) await forgetFailures(deps, person, null);
  return placed;
}

/** The person and every confirmed member of its organisations. */
async function tellColleagues(deps: AccountDeps, tx: AccountTx, person: Person, kind: 'reset_waiting' | 'reset_cancelled', mark: string): Promise<void> {
  const told = new Map<string, string>([[person.id, deps.links.signIn]]);
  for (const { organisationId } of await tx.team.membershipsOf(person.id)) {
    const organisation = await tx.team.organisation(organisationId);
    for (const member of await tx.team.members(organisationId)) {
      if (member.confirmedAt && organisation && !told.has(member.userId)) told.set(member.userId, deps.links.team(organisation.type));
    }
  }
  for (const [userId, path] of told) await tx.outbox.enqueue({ kind, to: { userId }, data: { path }, dedupeKey: `${kind}/${person.id}/${mark}/${userId}` });
}

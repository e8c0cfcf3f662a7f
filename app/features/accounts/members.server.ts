import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import type { AccountDeps, Membership, Recipient } from './ports.ts';

/** One person of a team. `waitsFor`: what a key holder may do for it. */
export type TeamMember = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly MemberRole[];
  readonly since: string;
  readonly confirmed: boolean;
  /** Short form of the public key, to be compared on the telephone. */
  readonly fingerprint: string;
  readonly waitsFor: 'confirmation' | 'reset' | 'own_set_up' | null;
  readonly isSelf: boolean;
};

export type Team = {
  readonly organisationName: string;
  readonly members: readonly TeamMember[];
  readonly invitations: readonly { id: string; name: string; email: string; role: MemberRole; until: string }[];
  /** When the printed emergency sheet was made; null when there is none. */
  readonly sheetMadeAt: string | null;
};

export function listMembers(deps: AccountDeps) {
  return async function (actor: Actor): Promise<Result<Team>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId } = actor;
    const allowed = requireRight(actor, 'member.list', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    const organisation = await deps.store.team.organisation(organisationId);
    const memberships = await deps.store.team.members(organisationId);
    const userIds = [...new Set(memberships.map((member) => member.userId))];
    const members = await Promise.all(userIds.map((userId) => memberOf(userId, memberships.filter((each) => each.userId === userId), actor.userId)));
    const invitations = await deps.store.team.openInvitations(organisationId, now);
    const sheet = await deps.store.team.activeSheet(organisationId);
    return ok({
      organisationName: organisation?.profile.name ?? '',
      members: members.flat(),
      invitations: invitations.map(({ id, name, email, role, expiresAt }) => ({ id, name, email, role, until: expiresAt.toISOString() })),
      sheetMadeAt: sheet?.createdAt.toISOString() ?? null,
    });
  };

  async function memberOf(userId: string, own: readonly Membership[], selfId: string): Promise<TeamMember[]> {
    const person = await deps.store.people.byId(userId);
    const [first] = own;
    if (!person?.publicKey || !first || person.state === 'disabled') return [];
    const waiting = await deps.store.people.waitingReset(userId);
    const confirmed = own.some((each) => each.confirmedAt !== null);
    const isSetUp = person.state === 'active';
    return [
      {
        userId,
        name: person.profile.name,
        email: person.profile.email,
        roles: own.map((each) => each.role),
        since: first.createdAt.toISOString(),
        confirmed,
        fingerprint: deps.keys.fingerprintOf(waiting?.publicKey ?? person.publicKey),
        waitsFor: waiting?.secondFactor ? 'reset' : confirmed ? null : isSetUp ? 'confirmation' : 'own_set_up',
        isSelf: userId === selfId,
      },
    ];
  }
}

/** The short form of the own public key, to be read out to a colleague. Of the waiting seed while one waits. */
export function ownFingerprint(deps: AccountDeps) {
  return async function (userId: string): Promise<string | null> {
    const person = await deps.store.people.byId(userId);
    const waiting = await deps.store.people.waitingReset(userId);
    const publicKey = waiting?.publicKey ?? person?.publicKey;
    return publicKey ? deps.keys.fingerprintOf(publicKey) : null;
  };
}

/** A key holder has compared the fingerprint: from now on the person has its rights, and the organisation's key. */
export function confirmMember(deps: AccountDeps) {
  return async function (actor: Actor, ring: KeyRing, input: { userId: string; fingerprint: string }): Promise<Result<null>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId } = actor;
    const allowed = requireRight(actor, 'member.confirm', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    const members = await deps.store.team.members(organisationId);
    const person = await deps.store.people.byId(input.userId);
    if (!person || !members.some((member) => member.userId === input.userId && member.confirmedAt === null)) return err('not_found');
    if (person.state !== 'active') return err('wrong_state');
    const recipient = recipientOf(person);
    // What was compared is what is sealed to, even where the row has changed in between.
    if (deps.keys.fingerprintOf(recipient.publicKey) !== input.fingerprint) return err('conflict_of_versions');
    const copy = actor.organisationType === 'office' ? null : await deps.keys.grantOrganisationKey(ring, organisationId, recipient);
    if (copy && !copy.ok) return copy;
    return deps.transact(async (tx) => {
      if (!(await tx.team.confirm(input.userId, organisationId, actor.userId, now))) return err('already_taken');
      if (copy) await tx.team.addGrant(copy.value.organisationKeyId, copy.value.grant, now);
      const act = { actor: { kind: 'user', userId: actor.userId }, at: now, organisationId, object: { kind: 'user', id: input.userId } } as const;
      await tx.audit.append({ event: 'organisation.member_confirmed', ...act });
      if (copy) await tx.audit.append({ event: 'key.granted', ...act });
      await tx.outbox.enqueue({ kind: 'member_confirmed', to: { userId: input.userId }, data: { path: deps.links.signIn }, dedupeKey: `member_confirmed/${input.userId}/${organisationId}` });
      return ok(null);
    });
  };
}

/**
 * Ends a membership: sessions and grants at once, and a new generation of the organisation's key for everything that is
 * written from now on; cases and assessments get their next version from it with the next writing. The last confirmed lead
 * cannot be removed.
 */
export function removeMember(deps: AccountDeps) {
  return async function (actor: Actor, ring: KeyRing, userId: string): Promise<Result<null>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId } = actor;
    const allowed = requireRight(actor, 'member.remove', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    const members = await deps.store.team.members(organisationId);
    const leaving = members.filter((member) => member.userId === userId);
    if (leaving.length === 0) return err('not_found');
    const staying = members.filter((member) => member.userId !== userId && member.confirmedAt !== null);
    if (!staying.some((member) => member.role.endsWith('.admin'))) return err('wrong_state', { detail: 'last_lead' });
    const held = actor.organisationType !== 'office' && leaving.some((member) => member.confirmedAt !== null);
    const next = held ? await nextKey(ring, organisationId, staying) : null;
    if (next && !next.ok) return next;
    return deps.transact(async (tx) => {
      if (!(await tx.team.leave(userId, organisationId, now))) return err('already_taken');
      await tx.sessions.endAllOf(userId, null);
      await tx.team.removeGrants(organisationId, 'user', userId);
      await tx.keyGrants.removePerson(organisationId, userId);
      const act = { actor: { kind: 'user', userId: actor.userId }, at: now, organisationId, object: { kind: 'user', id: userId } } as const;
      await tx.audit.append({ event: 'organisation.member_removed', ...act });
      if (next) {
        await tx.team.addOrganisationKey(organisationId, next.value, now);
        await tx.audit.append({ event: 'organisation.key_generation_made', ...act, object: { kind: 'organisation', id: organisationId } });
      }
      await tx.outbox.enqueue({ kind: 'member_removed', to: { userId }, data: {}, dedupeKey: `member_removed/${userId}/${organisationId}/${now.toISOString()}` });
      return ok(null);
    });
  };

  async function nextKey(ring: KeyRing, organisationId: string, staying: readonly Membership[]) {
    const userIds = [...new Set(staying.map((member) => member.userId))];
    const people = await Promise.all(userIds.map((userId) => deps.store.people.byId(userId)));
    const recipients = people.flatMap((person) => (person?.publicKey ? [recipientOf(person)] : []));
    return deps.keys.nextOrganisationKey(ring, organisationId, recipients, await deps.store.team.activeSheet(organisationId));
  }
}

export function recipientOf(person: { id: string; publicKey: Buffer | null; directorySignature: Buffer | null }): Recipient {
  if (!person.publicKey || !person.directorySignature) throw new Error('A person without keys.');
  return { userId: person.id, publicKey: person.publicKey, directorySignature: person.directorySignature };
}

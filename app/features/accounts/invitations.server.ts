import { requireRight } from '#app/domain/access/may.ts';
import { relationToOrganisation } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { MemberRole } from '#app/domain/access/roles.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';
import { checkPassword } from './check-password.server.ts';
import { addressPrefix } from './client.ts';
import type { Client } from './client.ts';
import { invitationDays } from './found-organisation.server.ts';
import { mailLimits } from './limits.ts';
import type { AccountDeps } from './ports.ts';
import { prepareSession } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';
import { rolesFor } from './team-roles.ts';
import { newToken, tokenHash } from './tokens.server.ts';

/** Asks a colleague in. It gets an own seed and second factor, and no right before a key holder has confirmed it. */
export function inviteColleague(deps: AccountDeps) {
  return async function (actor: Actor, input: { name: string; email: string; role: MemberRole }, client: Client): Promise<Result<{ invitationToken: string }>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const allowed = requireRight(actor, 'member.invite', relationToOrganisation(actor, actor.organisationId), now);
    if (!allowed.ok) return allowed;
    if (!rolesFor(actor.organisationType).includes(input.role)) return err('invalid_input', { fields: { role: ['field.choose'] } });
    const mailHash = deps.vault.mailHash(input.email);
    const [toAddress] = mailLimits(mailHash, addressPrefix(client.address));
    const wait = toAddress ? await deps.limits.take([toAddress], now) : null;
    if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
    const link = newToken(deps.random);
    const id = deps.random.id();
    const { organisationId, userId } = actor;
    const expiresAt = new Date(now.getTime() + invitationDays * 24 * 3_600_000);
    await deps.transact(async (tx) => {
      await tx.team.addInvitation({ ...input, id, organisationId, invitedBy: userId, createdAt: now, expiresAt, mailHash, tokenHash: link.hash });
      await tx.audit.append({ event: 'organisation.member_invited', actor: { kind: 'user', userId }, at: now, organisationId, object: { kind: 'invitation', id } });
      await tx.outbox.enqueue({
        kind: 'invitation', to: { address: input.email, locale: 'de' }, data: { until: expiresAt.toISOString() },
        secretPath: deps.links.invitation(link.token), dedupeKey: `invitation/${id}`,
      });
    });
    return ok({ invitationToken: link.token });
  };
}

export function revokeInvitation(deps: AccountDeps) {
  return async function (actor: Actor, id: string): Promise<Result<null>> {
    const now = deps.clock.now();
    if (actor.kind !== 'member') return err('not_signed_in');
    const { organisationId, userId } = actor;
    const allowed = requireRight(actor, 'member.revoke_invitation', relationToOrganisation(actor, organisationId), now);
    if (!allowed.ok) return allowed;
    return deps.transact(async (tx) => {
      if (!(await tx.team.revokeInvitation(id, organisationId, now))) return err('not_found');
      await tx.audit.append({ event: 'organisation.invitation_revoked', actor: { kind: 'user', userId }, at: now, organisationId, object: { kind: 'invitation', id } });
      return ok(null);
    });
  };
}

export type OpenInvitation = { readonly name: string; readonly email: string; readonly role: MemberRole; readonly organisationName: string; readonly hasAccount: boolean };

/** What an invitation says to who holds its link; changes nothing. */
export function readInvitation(deps: AccountDeps) {
  return async function (token: string): Promise<Result<OpenInvitation>> {
    const invitation = await deps.store.team.invitationByToken(tokenHash(token), deps.clock.now());
    const organisation = invitation && (await deps.store.team.organisation(invitation.organisationId));
    if (!invitation || !organisation) return err('link_expired');
    const { name, email, role } = invitation;
    const hasAccount = (await deps.store.people.byMailHash(deps.vault.mailHash(email))) !== null;
    return ok({ name, email, role, organisationName: organisation.profile.name, hasAccount });
  };
}

/** The invited person makes its own seed and password. Its mailbox is proven by the link. */
export function acceptInvitation(deps: AccountDeps) {
  return async function (token: string, input: { name: string; password: string; locale: Locale }, client: Client): Promise<Result<SignedIn>> {
    const now = deps.clock.now();
    const invitation = await deps.store.team.invitationByToken(tokenHash(token), now);
    const organisation = invitation && (await deps.store.team.organisation(invitation.organisationId));
    if (!invitation || !organisation) return err('link_expired');
    const { email, organisationId, role } = invitation;
    const fit = checkPassword(deps, input.password, [input.name, organisation.profile.name, email]);
    if (!fit.ok) return fit;
    const mailHash = deps.vault.mailHash(email);
    const userId = deps.random.id();
    const isFounder = invitation.invitedBy === 'system';
    const { seed, keys } = deps.keys.newPerson(userId);
    const slot = await deps.keys.newPasswordSlot(userId, input.password, seed);
    if (!slot.ok) {
      seed.fill(0);
      return slot;
    }
    const firstKey = isFounder && organisation.type !== 'office' ? deps.keys.newOrganisationKey(organisationId, { userId, ...keys }) : null;
    const session = prepareSession(deps, { userId, organisationId, stage: 'password', seed, client });
    seed.fill(0);
    const outcome = await deps.transact(async (tx): Promise<Result<null>> => {
      if (!(await tx.team.useInvitation(invitation.id, now))) return err('link_expired');
      const known = await tx.people.byMailHash(mailHash);
      if (known && known.state !== 'pending_email') throw new AddressTaken();
      if (known) await tx.people.removeUnconfirmed(known.id);
      await tx.people.create({ id: userId, mailHash, profile: { name: input.name, email }, locale: input.locale, state: 'pending_factor', emailVerifiedAt: now, keys, at: now });
      await tx.people.putSlot(userId, 'password', slot.value, now);
      await tx.team.join({ id: deps.random.id(), userId, organisationId, role, at: now, confirmedBy: isFounder ? userId : null });
      if (firstKey) await tx.team.addOrganisationKey(organisationId, firstKey, now);
      await tx.sessions.create(session.row);
      await tx.audit.append({ event: 'organisation.member_joined', actor: { kind: 'user', userId }, at: now, organisationId });
      if (!isFounder) {
        await tx.outbox.enqueue({ kind: 'member_waiting', to: { userId: invitation.invitedBy }, data: { path: deps.links.team(organisation.type) }, dedupeKey: `member_waiting/${invitation.id}` });
      }
      return ok(null);
    }).catch((error: unknown) => {
      if (error instanceof AddressTaken) return err('already_taken', { detail: 'has_account' });
      throw error;
    });
    return outcome.ok ? ok({ cookie: session.cookie, formToken: session.row.formToken, next: 'set_up_second_factor' }) : outcome;
  };
}

/** Rolls the transaction back, so that the invitation stays open. */
class AddressTaken extends Error {}

import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { Locale } from '../ports.ts';
import { checkPassword } from './check-password.server.ts';
import { addressPrefix } from './client.ts';
import type { Client } from './client.ts';
import { mailLimits } from './limits.ts';
import type { AccountDeps, CompanyFacts, Person } from './ports.ts';
import { prepareSession } from './session-life.server.ts';
import { newToken } from './tokens.server.ts';

export type Registration = CompanyFacts & {
  readonly organisationName: string;
  readonly town: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
};

export const confirmationHours = 24;

/**
 * Founds an organisation with its first person, both asleep until the mailed link is followed. A known address gets a
 * mail that says so; the answer is the same, and takes the same time.
 */
export function registerCompany(deps: AccountDeps) {
  return async function (input: Registration, client: Client): Promise<Result<{ cookie: string }>> {
    const fit = checkPassword(deps, input.password, [input.name, input.organisationName, input.email]);
    if (!fit.ok) return fit;
    const now = deps.clock.now();
    const mailHash = deps.vault.mailHash(input.email);
    const isFree = (await deps.limits.take(mailLimits(mailHash, addressPrefix(client.address)), now)) === null;
    const userId = deps.random.id();
    const organisationId = deps.random.id();
    const { seed, keys } = deps.keys.newPerson(userId);
    const slot = await deps.keys.newPasswordSlot(userId, input.password, seed);
    if (!slot.ok) {
      seed.fill(0);
      return slot;
    }
    const organisationKey = deps.keys.newOrganisationKey(organisationId, { userId, ...keys });
    const session = prepareSession(deps, { userId, organisationId, stage: 'password', seed, client });
    seed.fill(0);
    const link = newToken(deps.random);
    if (!isFree) return ok({ cookie: session.cookie });

    await deps.transact(async (tx) => {
      const known = await tx.people.byMailHash(mailHash);
      if (known && known.state !== 'pending_email') {
        await tx.outbox.enqueue(tellOwner(known, now));
        return;
      }
      // Who began before without confirming may have been somebody else: the newest registration counts.
      if (known) await tx.people.removeUnconfirmed(known.id);
      const { companyKind, sectorSection, sizeClass, district } = input;
      await tx.team.createOrganisation({
        id: organisationId,
        type: 'company',
        profile: { name: input.organisationName, town: input.town },
        facts: { companyKind, sectorSection, sizeClass, district },
        at: now,
      });
      const profile = { name: input.name, email: input.email };
      await tx.people.create({ id: userId, mailHash, profile, locale: input.locale, state: 'pending_email', emailVerifiedAt: null, keys, at: now });
      await tx.people.putSlot(userId, 'password', slot.value, now);
      await tx.team.join({ id: deps.random.id(), userId, organisationId, role: 'company.admin', at: now, confirmedBy: userId });
      await tx.team.addOrganisationKey(organisationId, organisationKey, now);
      const tokenId = deps.random.id();
      const expiresAt = new Date(now.getTime() + confirmationHours * 3_600_000);
      await tx.people.addMailToken({ id: tokenId, userId, purpose: 'confirm_email', tokenHash: link.hash, createdAt: now, expiresAt });
      await tx.sessions.create(session.row);
      await tx.outbox.enqueue({
        kind: 'confirm_email',
        to: { userId },
        data: { until: expiresAt.toISOString() },
        secretPath: deps.links.confirmMail(link.token),
        dedupeKey: `confirm_email/${tokenId}`,
      });
      const actor = { kind: 'user', userId } as const;
      await tx.audit.append({ event: 'account.registered', actor, at: now, organisationId });
      await tx.audit.append({ event: 'organisation.created', actor, at: now, organisationId, object: { kind: 'organisation', id: organisationId } });
    });
    return ok({ cookie: session.cookie });
  };

  function tellOwner(person: Person, now: Date) {
    return {
      kind: 'registration_of_known_address',
      to: { userId: person.id },
      data: { path: deps.links.signIn },
      dedupeKey: `registration_of_known_address/${person.id}/${now.toISOString()}`,
    } as const;
  }
}

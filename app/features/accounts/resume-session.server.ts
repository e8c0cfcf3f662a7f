import type { Member } from '#app/domain/access/actor.ts';
import type { AccountDeps, Membership, OrganisationFacts, Person, SessionRow } from './ports.ts';
import { findSession, isIdle, nextStepOf } from './session-life.server.ts';
import type { SessionState } from './session-state.ts';

const none: SessionState = { kind: 'none' };
const touchAfterMs = 60_000;

/** What a cookie turns out to be, once per request. Locks a session in which nothing happened for half an hour. */
export function resumeSession(deps: AccountDeps) {
  return async function (cookie: string | null): Promise<SessionState> {
    const found = await findSession(deps, cookie);
    if (!found || cookie === null || found.person.emailVerifiedAt === null) return none;
    const { person } = found;
    const session = await settle(found.session, deps.clock.now());
    if (!session) return none;
    if (session.lockedAt) return lockedSession(session, person);
    const seed = session.seedBox && deps.keys.openSessionSeed(cookie, session.seedBox);
    if (!seed) return none;
    const waiting = session.stage === 'waiting' ? await deps.store.people.waitingReset(person.id) : null;
    if (session.stage === 'waiting' && !waiting) {
      seed.fill(0);
      return none;
    }
    const next = waiting && !waiting.secondFactor ? 'set_up_second_factor' : nextStepOf(person, session.stage);
    if (next) {
      seed.fill(0);
      return { kind: 'half', sessionId: session.id, userId: person.id, formToken: session.formToken, email: person.profile.email, next };
    }
    const acting = await actorOf(session, person);
    if (!acting) {
      seed.fill(0);
      return none;
    }
    const keys = acting.organisation.type === 'office' ? emptyRing(person.id, seed) : deps.keys.keyRing(person.id, seed);
    return {
      kind: 'open',
      actor: acting.actor,
      keys,
      formToken: session.formToken,
      person: frameOf(person, acting.organisation),
      dispose: () => keys.dispose(),
    };
  };

  /** Locks or ends what was idle, notes that somebody was here otherwise. */
  async function settle(session: SessionRow, now: Date): Promise<SessionRow | null> {
    if (session.lockedAt) return session;
    if (!isIdle(session, now)) {
      if (now.getTime() - session.lastSeenAt.getTime() >= touchAfterMs) await deps.store.sessions.touch(session.id, now);
      return session;
    }
    if (session.stage !== 'full') {
      await deps.store.sessions.end(session.id);
      return null;
    }
    await lockNow(deps, session, now);
    return { ...session, seedBox: null, lockedAt: now, steppedUpAt: null };
  }

  async function lockedSession(session: SessionRow, person: Person): Promise<SessionState> {
    const acting = await actorOf(session, person);
    return acting ? { kind: 'locked', actor: acting.actor, formToken: session.formToken, person: frameOf(person, acting.organisation) } : none;
  }

  async function actorOf(session: SessionRow, person: Person): Promise<{ actor: Member; organisation: OrganisationFacts } | null> {
    const memberships = await deps.store.team.membershipsOf(person.id);
    const organisationId = memberships.find((each) => each.organisationId === session.organisationId)?.organisationId ?? memberships[0]?.organisationId;
    const organisation = organisationId === undefined ? null : await deps.store.team.organisation(organisationId);
    if (!organisation) return null;
    return { actor: memberOf(session, person, organisation, memberships), organisation };
  }

  /** The office is no recipient of any key: its people get a ring that opens nothing. */
  function emptyRing(userId: string, seed: Buffer) {
    seed.fill(0);
    return deps.keys.emptyKeyRing(userId);
  }
}

/** Removes the seed of a session and writes it down, once. */
export async function lockNow(deps: AccountDeps, session: Pick<SessionRow, 'id' | 'userId'>, now: Date): Promise<void> {
  await deps.transact(async (tx) => {
    if (!(await tx.sessions.lock(session.id, now))) return;
    await tx.audit.append({ event: 'account.locked', actor: { kind: 'user', userId: session.userId }, at: now });
  });
}

function memberOf(session: SessionRow, person: Person, organisation: OrganisationFacts, memberships: readonly Membership[]): Member {
  const here = memberships.filter((each) => each.organisationId === organisation.id);
  const confirmed = here.filter((each) => each.confirmedAt !== null);
  return {
    kind: 'member',
    userId: person.id,
    sessionId: session.id,
    organisationId: organisation.id,
    organisationType: organisation.type,
    roles: (confirmed.length > 0 ? confirmed : here).map((each) => each.role),
    confirmed: confirmed.length > 0,
    factor: session.stage === 'full' ? 'full' : 'password',
    locked: session.lockedAt !== null,
    ...(session.steppedUpAt ? { steppedUpAt: session.steppedUpAt } : {}),
  };
}

function frameOf(person: Person, organisation: OrganisationFacts) {
  return { name: person.profile.name, organisationName: organisation.profile.name, organisationType: organisation.type };
}

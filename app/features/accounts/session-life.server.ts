import type { AccountDeps, Person, SessionRow, SessionStage } from './ports.ts';
import type { Client } from './client.ts';
import { deviceOf } from './client.ts';
import { newFormToken } from './form-token.server.ts';
import type { HalfSession } from './session-state.ts';

export const idleMinutes = 30;
const fullHours = 12;
const halfHours = 1;

/** What a step of signing in leads to: the new cookie, and what is still missing; null when the session is open. */
export type SignedIn = {
  readonly cookie: string;
  readonly formToken: string;
  readonly next: HalfSession['next'] | null;
  /** What the browser keeps to be known again; set when both factors were shown. */
  readonly browserMarks?: string;
};

type Beginning = { userId: string; organisationId: string | null; stage: SessionStage; seed: Buffer; client: Client };

/** Secrets and row of a new session; the row is stored in the transaction of the act. */
export function prepareSession(deps: AccountDeps, { userId, organisationId, stage, seed, client }: Beginning): { cookie: string; row: SessionRow } {
  const now = deps.clock.now();
  const { cookie, id } = deps.keys.newSession();
  const hours = stage === 'full' ? fullHours : halfHours;
  return {
    cookie,
    row: {
      id,
      userId,
      organisationId,
      stage,
      seedBox: deps.keys.sealSessionSeed(cookie, seed),
      formToken: newFormToken(deps, userId),
      device: deviceOf(client),
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
      lockedAt: null,
      steppedUpAt: null,
    },
  };
}

/** The same session under a new id, as every change of its strength asks for. It does not live longer than before. */
export function renewSession(deps: AccountDeps, before: SessionRow, seed: Buffer, changes: Partial<Pick<SessionRow, 'steppedUpAt'>>): { cookie: string; row: SessionRow } {
  const now = deps.clock.now();
  const { cookie, id } = deps.keys.newSession();
  const row = { ...before, ...changes, id, seedBox: deps.keys.sealSessionSeed(cookie, seed), formToken: newFormToken(deps, before.userId), lastSeenAt: now, lockedAt: null };
  return { cookie, row };
}

/** What a person in this stage has to do before it may go on. */
export function nextStepOf(person: Pick<Person, 'state'>, stage: SessionStage): HalfSession['next'] | null {
  if (stage === 'waiting') return 'await_grant';
  if (person.state === 'pending_factor') return 'set_up_second_factor';
  if (stage === 'password') return 'second_factor';
  return person.state === 'pending_recovery' ? 'keep_recovery_code' : null;
}

/** A live session with its person; null for everything else. Does not look at idleness: `resumeSession` does. */
export async function findSession(deps: AccountDeps, cookie: string | null): Promise<{ session: SessionRow; person: Person } | null> {
  const id = cookie === null ? null : deps.keys.sessionIdOf(cookie);
  const session = id === null ? null : await deps.store.sessions.byId(id);
  if (!session || session.expiresAt <= deps.clock.now()) return null;
  const person = await deps.store.people.byId(session.userId);
  if (!person || person.state === 'disabled') return null;
  return { session, person };
}

/** The same with the person's seed, for acts that need it. Wiped when `work` has ended; null for locked sessions. */
export async function withSeed<T>(
  deps: AccountDeps,
  cookie: string | null,
  work: (found: { session: SessionRow; person: Person; seed: Buffer }) => Promise<T>,
): Promise<T | null> {
  const found = await findSession(deps, cookie);
  if (!found?.session.seedBox || cookie === null || isIdle(found.session, deps.clock.now())) return null;
  const seed = deps.keys.openSessionSeed(cookie, found.session.seedBox);
  if (!seed) return null;
  try {
    return await work({ ...found, seed });
  } finally {
    seed.fill(0);
  }
}

export function isIdle(session: SessionRow, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() > idleMinutes * 60_000;
}

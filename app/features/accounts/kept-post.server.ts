import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { recipientOf } from './members.server.ts';
import type { AccountDeps } from './ports.ts';
import { findSession, withSeed } from './session-life.server.ts';

/** Longer forms are not kept; files never are. */
const longestBody = 256 * 1024;
const mostKept = 5;

export type KeptPost = { readonly id: string; readonly path: string; readonly fields: readonly (readonly [string, string])[]; readonly at: string };

/**
 * A form that reached a locked session: nothing typed may be lost. It is sealed to the organisation (for the office, which
 * has no key, to the person) and waits behind the unlock. False when it could not be kept.
 */
export function keepPostForUnlock(deps: AccountDeps) {
  return async function (cookie: string | null, path: string, body: string): Promise<boolean> {
    const found = await findSession(deps, cookie);
    if (!found?.session.lockedAt || Buffer.byteLength(body) > longestBody) return false;
    const { session, person } = found;
    if ((await deps.store.sessions.keptPosts(session.id)).length >= mostKept) return false;
    const organisationId = session.organisationId;
    const [key] = organisationId === null ? [] : await deps.store.team.organisationKeys(organisationId);
    const id = deps.random.id();
    const organisation = organisationId !== null && key ? { id: organisationId, key } : null;
    const sealed = deps.keys.sealPost(id, organisation, recipientOf(person), Buffer.from(body, 'utf8'));
    await deps.store.sessions.keepPost({ id, sessionId: session.id, userId: person.id, path, ...sealed, at: deps.clock.now() });
    return true;
  };
}

/** The oldest kept form, opened; it goes on waiting, because looking changes nothing. `not_found` when none waits. */
export function readKeptPost(deps: AccountDeps) {
  return async function (cookie: string | null): Promise<Result<KeptPost>> {
    const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<KeptPost>> => {
      const [post] = await deps.store.sessions.keptPosts(session.id);
      if (!post || session.organisationId === null) return err('not_found');
      const ring = deps.keys.keyRing(person.id, Buffer.from(seed));
      try {
        const body = await deps.keys.openPost(ring, seed, post.id, session.organisationId, post);
        if (!body.ok) return body;
        const fields = [...new URLSearchParams(body.value.toString('utf8'))].filter(([name]) => name !== 'formToken');
        body.value.fill(0);
        return ok({ id: post.id, path: post.path, fields, at: post.createdAt.toISOString() });
      } finally {
        ring.dispose();
      }
    });
    return done ?? err('not_found');
  };
}

/** Ends the waiting of a kept form that is being sent, once; gives the address it was meant for. */
export function takeKeptPost(deps: AccountDeps) {
  return async function (cookie: string | null, id: string): Promise<Result<{ readonly path: string }>> {
    const found = await findSession(deps, cookie);
    if (!found) return err('not_signed_in');
    const post = (await deps.store.sessions.keptPosts(found.session.id)).find((one) => one.id === id);
    if (!post || !(await deps.store.sessions.dropKeptPost(post.id, found.session.id))) return err('not_found');
    return ok({ path: post.path });
  };
}

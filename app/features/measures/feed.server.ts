import { createHash } from 'node:crypto';
import { requireRight } from '#app/domain/access/may.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireOwn } from './open-measures.server.ts';
import type { DueDay, FeedRow, FeedScope, FetchLimit, MeasureDeps } from './ports.ts';

const tokenBytes = 32;

/** Calendars ask a few times a day, some every quarter of an hour; more than this is a fault. */
const perFeed = { free: 60, windowMinutes: 60, then: { pauseMinutes: 15 } } as const;
const perStranger = { free: 40, windowMinutes: 15, then: { pauseMinutes: 15 } } as const;

/** The person's own address, without its token: that is shown once. */
export function ownFeed(deps: MeasureDeps) {
  return async function (actor: Actor): Promise<Result<FeedRow | null>> {
    const member = requireOwn(deps, actor, 'measure.manage_feed');
    return member.ok ? ok(await deps.feeds.own(member.value.organisationId, member.value.userId)) : member;
  };
}

/** Makes an address and ends the one before. The token is returned once and kept as a hash only. */
export function makeFeed(deps: MeasureDeps) {
  return async function (actor: Actor, scope: FeedScope): Promise<Result<{ readonly token: string }>> {
    const member = requireOwn(deps, actor, 'measure.manage_feed');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const token = deps.random.bytes(tokenBytes).toString('base64url');
    const id = deps.random.id();
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      await tx.feeds.revokeOwn(organisationId, userId, at);
      await tx.feeds.add({ id, organisationId, userId, scope, createdAt: at, tokenHash: hashOf(token) });
      await tx.audit.append({ event: 'measure.feed_made', actor: { kind: 'user', userId }, at, organisationId, object: { kind: 'measure_feed', id }, reason: scope });
      return ok({ token });
    });
  };
}

/** Ends the person's address; ending what has ended is no error. */
export function revokeFeed(deps: MeasureDeps) {
  return async function (actor: Actor): Promise<Result<null>> {
    const member = requireOwn(deps, actor, 'measure.manage_feed');
    if (!member.ok) return member;
    const { organisationId, userId } = member.value;
    const at = deps.clock.now();
    return deps.transact(async (tx) => {
      if ((await tx.feeds.revokeOwn(organisationId, userId, at)) > 0) {
        await tx.audit.append({ event: 'measure.feed_revoked', actor: { kind: 'user', userId }, at, organisationId });
      }
      return ok(null);
    });
  };
}

/**
 * The days behind an address, for whoever holds its token. `not_found` for an unknown or ended one alike, and when its owner
 * has left; `too_many_attempts` for a calendar that asks without end. `from` tells strangers apart who guess addresses.
 */
export function readFeed(deps: MeasureDeps) {
  return async function (token: string, from: string): Promise<Result<readonly DueDay[]>> {
    const now = deps.clock.now();
    const right = requireRight({ kind: 'anonymous' }, 'measure.read_feed', 'public', now);
    if (!right.ok) return right;
    const feed = /^[\w-]{43}$/.test(token) ? await deps.feeds.byToken(hashOf(token)) : null;
    const limit: FetchLimit = feed ? { key: `measure-feed/${feed.id}`, ...perFeed } : { key: `measure-feed-unknown/${from}`, ...perStranger };
    const wait = await deps.limits.take([limit], now);
    if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });
    if (feed === null) return err('not_found');
    await deps.feeds.markFetched(feed, now);
    return ok(await deps.feeds.dueDays(feed));
  };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

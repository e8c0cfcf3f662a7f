import type { AccountVault } from '#app/features/ports.ts';
import type { Device, SessionRow, SessionStage, SessionStore } from '#app/features/accounts/ports.ts';
import { toBytes, toBytesOrNull } from '../bytes.ts';
import type { Database } from '../connect.ts';
import type { DatabaseTransaction } from '../transact.ts';

/** Sessions and the forms that wait behind a locked one. */
export function createSessionStore(db: Database | DatabaseTransaction, vault: AccountVault): SessionStore {
  return {
    async byId(id) {
      const row = await db.session.findFirst({ where: { id } });
      return row && sessionOf(row);
    },
    async create({ id, device, seedBox, ...rest }) {
      await db.session.create({
        data: { id, ...rest, seedBox: toBytesOrNull(seedBox), deviceBox: toBytes(vault.seal('Session', id, device)) },
      });
    },
    async end(id) {
      const { count } = await db.session.deleteMany({ where: { id } });
      return count === 1;
    },
    async endAllOf(userId, exceptId) {
      const { count } = await db.session.deleteMany({ where: { userId, ...(exceptId === null ? {} : { id: { not: exceptId } }) } });
      return count;
    },
    async touch(id, at) {
      await db.session.updateMany({ where: { id, lockedAt: null }, data: { lastSeenAt: at } });
    },
    async lock(id, at) {
      const { count } = await db.session.updateMany({ where: { id, lockedAt: null }, data: { seedBox: null, lockedAt: at, steppedUpAt: null } });
      return count === 1;
    },
    async liveOf(userId, now) {
      const rows = await db.session.findMany({ where: { userId, expiresAt: { gt: now } }, orderBy: { lastSeenAt: 'desc' } });
      return rows.map(sessionOf);
    },
    async removeExpired(now) {
      const { count } = await db.session.deleteMany({ where: { expiresAt: { lte: now } } });
      return count;
    },
    async keepPost({ at, sealedBody, ...post }) {
      await db.pendingPost.create({ data: { ...post, sealedBody: toBytes(sealedBody), createdAt: at } });
    },
    async keptPosts(sessionId) {
      const rows = await db.pendingPost.findMany({ where: { sessionId }, orderBy: { createdAt: 'asc' } });
      return rows.map((row) => ({ ...row, sealedBody: Buffer.from(row.sealedBody) }));
    },
    async dropKeptPost(id, sessionId) {
      const { count } = await db.pendingPost.deleteMany({ where: { id, sessionId } });
      return count === 1;
    },
    async moveKeptPosts(fromSessionId, toSessionId) {
      await db.pendingPost.updateMany({ where: { sessionId: fromSessionId }, data: { sessionId: toSessionId } });
    },
  };

  function sessionOf(row: StoredSession): SessionRow {
    return {
      id: row.id,
      userId: row.userId,
      organisationId: row.organisationId,
      stage: row.stage as SessionStage,
      seedBox: row.seedBox && Buffer.from(row.seedBox),
      formToken: row.formToken,
      device: vault.open<Device>('Session', row.id, row.deviceBox),
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.expiresAt,
      lockedAt: row.lockedAt,
      steppedUpAt: row.steppedUpAt,
    };
  }
}

type StoredSession = {
  id: string;
  userId: string;
  organisationId: string | null;
  stage: string;
  seedBox: Uint8Array | null;
  formToken: string;
  deviceBox: Uint8Array;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  lockedAt: Date | null;
  steppedUpAt: Date | null;
};

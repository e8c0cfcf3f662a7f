import type { LinkWrites } from '#app/features/ports.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Changes links to outsiders of every purpose, inside the given transaction. */
export function createLinkWrites(tx: DatabaseTransaction): LinkWrites {
  return {
    async revokeLink(organisationId, id, at) {
      // What nobody can open any more need not lie there.
      const { count } = await tx.shareLink.updateMany({ where: { id, organisationId, revokedAt: null }, data: { revokedAt: at, sealedContent: new Uint8Array() } });
      return count > 0;
    },
    async countOpened({ id, organisationId }, at) {
      const { count } = await tx.shareLink.updateMany({
        where: { id, organisationId, revokedAt: null, expiresAt: { gt: at } },
        data: { openedCount: { increment: 1 }, lastOpenedAt: at, failedAttempts: 0 },
      });
      return count > 0;
    },
    async countFailure({ id, organisationId }) {
      await tx.shareLink.updateMany({ where: { id, organisationId }, data: { failedAttempts: { increment: 1 } } });
      const { failedAttempts } = await tx.shareLink.findFirstOrThrow({ where: { id, organisationId }, select: { failedAttempts: true } });
      return failedAttempts;
    },
  };
}

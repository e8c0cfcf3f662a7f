import type { AccountVault, Clock, Outbox, Random } from '#app/features/ports.ts';
import type { Notice } from '#app/domain/notices/notice.ts';
import type { DatabaseTransaction } from './transact.ts';

type Parts = { readonly vault: AccountVault; readonly random: Random; readonly clock: Clock; readonly mailHost: string };

/** Writes mails into the outbox inside the given transaction. The Message-ID is fixed here, so a repeated sending is recognised. */
export function createOutbox(tx: DatabaseTransaction, { vault, random, clock, mailHost }: Parts): Outbox {
  return {
    async enqueue(notice) {
      const known = await tx.outboxMessage.findFirst({ where: { dedupeKey: notice.dedupeKey }, select: { id: true } });
      if (known) return;
      const id = random.id();
      const now = clock.now();
      await tx.outboxMessage.create({
        data: {
          id,
          dedupeKey: notice.dedupeKey,
          notice: notice.kind,
          ...recipientOf(notice, id),
          data: JSON.stringify(notice.data),
          messageId: `<${id}@${mailHost}>`,
          state: 'pending',
          nextAt: now,
          createdAt: now,
        },
      });
    },
  };

  function recipientOf(notice: Notice, id: string) {
    const secret: OutboxSecret = {
      ...('address' in notice.to ? { address: notice.to.address } : {}),
      ...(notice.secretPath ? { path: notice.secretPath } : {}),
      ...(notice.device ? { device: notice.device } : {}),
    };
    const addressBox = Object.keys(secret).length > 0 ? new Uint8Array(vault.seal('OutboxMessage', id, secret)) : null;
    return 'userId' in notice.to ? { userId: notice.to.userId, addressBox, locale: '' } : { userId: null, addressBox, locale: notice.to.locale };
  }
}

/** What of a mail is account data or a one-time token. */
export type OutboxSecret = { readonly address?: string; readonly path?: string; readonly device?: string };

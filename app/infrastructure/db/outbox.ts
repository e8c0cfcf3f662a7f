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
    if ('userId' in notice.to) return { userId: notice.to.userId, addressBox: null, locale: '' };
    const box = vault.seal('OutboxMessage', id, { address: notice.to.address });
    return { userId: null, addressBox: new Uint8Array(box), locale: notice.to.locale };
  }
}

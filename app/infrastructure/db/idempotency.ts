import type { Idempotency } from '#app/features/ports.ts';
import type { DatabaseTransaction } from './transact.ts';

/** Remembers, in the transaction of the act, what a form's key has led to. Keys of different people never meet. */
export function createIdempotency(tx: DatabaseTransaction): Idempotency {
  return {
    async claim(key, userId, result, at) {
      const ownKey = `${userId}:${key}`;
      const row = await tx.idempotencyKey.upsert({
        where: { key: ownKey },
        create: { key: ownKey, userId, result, createdAt: at },
        // A write even when the row is there: the transaction holds the writer's lock from its first statement on.
        update: { userId },
      });
      return row.result === result ? null : row.result;
    },
  };
}

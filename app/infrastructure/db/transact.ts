import type { Database } from './connect.ts';
import { databaseFault } from './error-map.ts';
import type { Prisma } from './generated/client.ts';

/** The statements of one transaction; never use the outer client inside. */
export type DatabaseTransaction = Prisma.TransactionClient;

const pausesBeforeRetryMs = [20, 80, 240] as const;

/**
 * Runs `work` in one transaction, at most four times when another process was in the way. `work` may run more than
 * once, so it holds database statements only: no mail, no PDF, no password hashing. Its first statement is a write.
 */
export async function transactOn<T>(database: Database, work: (tx: DatabaseTransaction) => Promise<T>): Promise<T> {
  for (const pause of pausesBeforeRetryMs) {
    try {
      return await database.$transaction(work);
    } catch (error) {
      if (databaseFault(error) !== 'busy') throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return database.$transaction(work);
}

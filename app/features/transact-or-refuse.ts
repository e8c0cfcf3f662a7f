import type { Err, Result } from '#app/domain/result.ts';
import type { Transact } from './ports.ts';

class RolledBack extends Error {
  readonly refused: Err;
  constructor(refused: Err) {
    super('refused');
    this.refused = refused;
  }
}

/** One transaction that leaves nothing behind when `work` refuses. */
export async function transactOrRefuse<Tx, T>(transact: Transact<Tx>, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await transact(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.refused;
    throw error;
  }
}

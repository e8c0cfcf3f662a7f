import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';

/** Hands the one connection to one holder at a time, in the order of asking. */
export type ConnectionLock = { acquire(): Promise<() => void> };

export function createConnectionLock(): ConnectionLock {
  let tail: Promise<void> = Promise.resolve();
  return {
    acquire() {
      const before = tail;
      let release!: () => void;
      tail = new Promise<void>((resolve) => {
        release = resolve;
      });
      return before.then(() => release);
    },
  };
}

type Options = {
  /** Path of the database file. */
  readonly file: string;
  /** How long SQLite waits for another process's lock, in milliseconds. The wait blocks the event loop. */
  readonly busyTimeoutMs: number;
};

/**
 * Prisma's SQLite adapter shares one connection: without a lock, the statement of one request lands inside the open
 * transaction of another and is rolled back with it. Here a statement holds the connection for its own duration, a
 * transaction until commit or rollback. Transactions begin IMMEDIATE, so that reading before writing cannot end in
 * a stale snapshot when a second process writes. See docs/decisions/0002-database.md.
 */
export function createLockedSqliteAdapter(options: Options): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaBetterSqlite3({ url: `file:${options.file}`, timeout: options.busyTimeoutMs });
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    async connect() {
      const connection = await inner.connect();
      await connection.executeScript('PRAGMA journal_mode = WAL');
      await connection.executeScript('PRAGMA synchronous = FULL');
      await connection.executeScript('PRAGMA foreign_keys = ON');
      await connection.executeScript('PRAGMA secure_delete = ON');
      await connection.executeScript('PRAGMA trusted_schema = OFF');
      return lockConnection(connection, createConnectionLock());
    },
    connectToShadowDb: () => inner.connectToShadowDb(),
  };
}

function lockConnection(connection: SqlDriverAdapter, lock: ConnectionLock): SqlDriverAdapter {
  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await lock.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
  const locked: SqlDriverAdapter = {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => alone(() => connection.queryRaw(query)),
    executeRaw: (query) => alone(() => connection.executeRaw(query)),
    executeScript: (script) => alone(() => connection.executeScript(script)),
    async startTransaction(isolationLevel?: IsolationLevel) {
      const release = await lock.acquire();
      try {
        const transaction = await connection.startTransaction(isolationLevel);
        try {
          await transaction.executeRaw(statement('COMMIT'));
          await transaction.executeRaw(statement('BEGIN IMMEDIATE'));
        } catch (error) {
          await endQuietly(transaction);
          throw error;
        }
        return holdUntilEnd(transaction, release);
      } catch (error) {
        release();
        throw error;
      }
    },
    dispose: () => connection.dispose(),
  };
  if (connection.getConnectionInfo) {
    const info = connection.getConnectionInfo.bind(connection);
    locked.getConnectionInfo = () => info();
  }
  return locked;
}

function holdUntilEnd(transaction: Transaction, release: () => void): Transaction {
  async function end(finish: () => Promise<void>): Promise<void> {
    try {
      await rollBackIfOpen(transaction);
      await finish();
    } finally {
      release();
    }
  }
  const held: Transaction = {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    options: transaction.options,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    commit: () => end(() => transaction.commit()),
    rollback: () => end(() => transaction.rollback()),
  };
  if (transaction.createSavepoint) held.createSavepoint = (name) => transaction.createSavepoint!(name);
  if (transaction.rollbackToSavepoint) held.rollbackToSavepoint = (name) => transaction.rollbackToSavepoint!(name);
  if (transaction.releaseSavepoint) held.releaseSavepoint = (name) => transaction.releaseSavepoint!(name);
  return held;
}

/** The engine sends COMMIT or ROLLBACK itself; a failed COMMIT leaves the transaction open on the shared connection. */
async function rollBackIfOpen(transaction: Transaction): Promise<void> {
  try {
    await transaction.executeRaw(statement('ROLLBACK'));
  } catch {
    // Nothing was open: the usual case after a successful COMMIT.
  }
}

async function endQuietly(transaction: Transaction): Promise<void> {
  await rollBackIfOpen(transaction);
  await transaction.rollback();
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}

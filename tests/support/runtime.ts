import { rmSync } from 'node:fs';
import { createLog } from '#app/infrastructure/log/log.ts';
import type { Config } from '#app/server/config.ts';
import { createRuntime } from '#app/server/services.ts';
import type { Runtime, Unsealed } from '#app/server/services.ts';
import { migrateForTest } from './migrated-database.ts';
import { createMovedClock } from './moved-clock.ts';
import type { MovedClock } from './moved-clock.ts';
import { testConfig } from './test-config.ts';

export type TestRuntime = Runtime & {
  readonly config: Config;
  readonly clock: MovedClock;
  /** Every line the server logged. */
  readonly logLines: string[];
  [Symbol.asyncDispose](): Promise<void>;
};

type Options = { now?: string; config?: Config; unsealed?: Partial<Unsealed> };

/** The whole product on a database file of its own, with a clock that stands still. Use with `await using`. */
export async function createTestRuntime(options: Options = {}): Promise<TestRuntime> {
  const config = options.config ?? testConfig();
  await migrateForTest(config.databaseFile);
  const clock = createMovedClock(options.now ?? '2026-11-23T09:00:00Z');
  const logLines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => logLines.push(line) } });
  const runtime = createRuntime(config, { log, clock, ...(options.unsealed ? { unsealed: options.unsealed } : {}) });
  return {
    ...runtime,
    config,
    clock,
    logLines,
    async [Symbol.asyncDispose]() {
      await runtime.stop();
      rmSync(config.dataDir, { recursive: true, force: true });
    },
  };
}

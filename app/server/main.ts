import { createServer } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { applyMigrations } from '#prisma/migrate.ts';
import { assertDatabaseSettings } from '#app/infrastructure/db/connect.ts';
import { FaultyChecklistFiles } from '#app/features/checklists/catalogue/compile-checklists.server.ts';
import { createLog, describeError } from '#app/infrastructure/log/log.ts';
import { createApp } from './app.ts';
import { ConfigurationError, readConfig } from './config.ts';
import { createRuntime } from './services.ts';
import type { Config } from './config.ts';

/** Oldest Node line that still gets fixes; below it the server starts and says so. */
const oldestSupportedNode = 22;
const stopGraceMs = 10_000;

/** Starts the server: configuration, database, services, workers, listener; stops them in the opposite order. */
export async function serve(config: Config): Promise<{ port: number; stop(): Promise<void> }> {
  const log = createLog({ level: config.logLevel });
  if (config.mode !== 'production') {
    for (const migration of await applyMigrations(config.databaseFile)) log.info('database.migrated', { migration });
  }
  const runtime = createRuntime(config, { log });
  await assertDatabaseSettings(runtime.database);
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;

  let accepting = true;
  const app = createApp({
    config,
    services: runtime.services,
    log,
    build,
    newRequestId: runtime.random.id,
    clock: runtime.clock,
    health: { canServe: runtime.canServe, isAccepting: () => accepting },
  });
  const server = createServer(app);
  server.requestTimeout = 120_000;
  // Longer than the proxy in front keeps its connections: it must not send a form into one that is being closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  runtime.startWorkers();
  const nodeMajor = Number(process.versions.node.split('.')[0]);
  if (nodeMajor < oldestSupportedNode) log.warn('runtime.past_its_support', { runtime: process.version });
  log.info('server.started', { port, mode: config.mode, runtime: process.version });

  return {
    port,
    async stop() {
      accepting = false;
      server.closeIdleConnections();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const grace = setTimeout(() => server.closeAllConnections(), stopGraceMs);
      await closed;
      clearTimeout(grace);
      await runtime.stop();
      log.info('server.stopped');
    },
  };
}

/** The entry of `npm start` and `npm run demo`. */
export async function main(): Promise<void> {
  try {
    const config = readConfig();
    const running = await serve(config);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void running.stop().then(() => process.exit(0)));
    }
  } catch (error) {
    if (error instanceof ConfigurationError || error instanceof FaultyChecklistFiles) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`${JSON.stringify({ event: 'server.failed', ...describeError(error) })}\n${error instanceof Error ? error.message : ''}\n`);
    process.exit(1);
  }
}

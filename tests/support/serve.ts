import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createLog } from '#app/infrastructure/log/log.ts';
import { createApp } from '#app/server/app.ts';
import type { Config } from '#app/server/config.ts';
import { createTestRuntime } from './runtime.ts';
import type { TestRuntime } from './runtime.ts';
import { testConfig } from './test-config.ts';

export type TestServer = { readonly baseUrl: string; readonly runtime: TestRuntime; stop(): Promise<void>; [Symbol.asyncDispose](): Promise<void> };

const asItIs = (config: Config) => config;

/** Serves the built pages from this process, so that a test can move the clock and run the jobs by hand. */
export async function serveForTest(options: { now?: string; demo?: boolean; environment?: Record<string, string>; adjust?: (config: Config) => Config } = {}): Promise<TestServer> {
  const server = createServer();
  // A busy test leaves a connection idle for longer than the usual five seconds, and then meets one that is being closed.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://localhost:${(server.address() as AddressInfo).port}`;
  const config = (options.adjust ?? asItIs)(testConfig({ GELEUCHT_BASE_URL: baseUrl, ...options.environment, ...(options.demo ? { GELEUCHT_MODE: 'demo' } : {}) }));
  const runtime = await createTestRuntime({ config, ...(options.now ? { now: options.now } : {}) });
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  const app = createApp({
    config,
    services: runtime.services,
    log: createLog({ level: 'info', destination: { write: (line) => runtime.logLines.push(line) } }),
    build,
    newRequestId: runtime.random.id,
    clock: runtime.clock,
    health: { canServe: runtime.canServe, isAccepting: () => true },
  });
  server.on('request', app);
  async function stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    await runtime[Symbol.asyncDispose]();
  }
  return { baseUrl, runtime, stop, [Symbol.asyncDispose]: stop };
}

import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/support/longest-first.ts';

/**
 * Three suites by what they need: `domain` is pure and runs in one process, `integration` uses real
 * database files, `journeys` drives a real browser against a built server. `long` is for `npm run test:long`.
 */
export default defineConfig({
  // React in operation knows no development calls.
  esbuild: { jsxDev: false },
  test: {
    // Without this the runner leaves one core free: on two cores it would use one.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // Whole products begin and end in here by the hundred: room for what lives short.
    execArgv: ['--max-semi-space-size=64'],
    // A busy machine is no fault of the product.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['app/**/*.test.ts', 'app/**/*.test.tsx', 'checklists/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts', 'tests/attack/**/*.test.ts'],
          exclude: ['**/*.long.test.ts'],
          // Nothing of the product lives in a module but what never changes; a warm process spares most of each file's time.
          isolate: false,
          env: { NODE_ENV: 'production' },
          setupFiles: ['tests/support/no-unexpected-console.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          // As in operation: React draws its pages with less checking of its own, so several times faster.
          env: { NODE_ENV: 'production' },
          testTimeout: 600_000,
          hookTimeout: 300_000,
          // After all others: they would take the cores from the browsers.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: ['tests/**/*.long.test.ts'],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { kdfParameters, weakestKdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { parseConfig } from '#app/server/config.ts';
import type { Config } from '#app/server/config.ts';

const secretNames = ['PEPPER', 'SESSION_KEY', 'ACCOUNT_DATA_KEY', 'LOOKUP_KEY', 'DIRECTORY_KEY', 'RELEASE_KEY', 'AUDIT_KEY'];

/**
 * A complete configuration with its own temporary folder and fixed secrets that differ from each other. Passwords are stretched as
 * little as the floor allows, because hundreds of people sign in here; `asInOperation` takes that back.
 */
export function testConfig(overrides: Record<string, string> = {}): Config {
  return cheaplyHashing(parseConfig(environment(overrides)));
}

export function cheaplyHashing(config: Config): Config {
  return { ...config, passwordHashing: { ...config.passwordHashing, parameters: weakestKdfParameters } };
}

/** For tests that measure what a password costs. */
export function asInOperation(config: Config): Config {
  return { ...config, passwordHashing: { ...config.passwordHashing, parameters: kdfParameters } };
}

function environment(overrides: Record<string, string>): Record<string, string> {
  const secrets = secretNames.map((name, at) => {
    const bytes = Buffer.alloc(32, 0).map((_, i) => (i * 7 + at * 13 + 5) % 251);
    return [`GELEUCHT_${name}`, Buffer.from(bytes).toString('base64url')];
  });
  return {
    GELEUCHT_MODE: 'test',
    GELEUCHT_BASE_URL: 'http://localhost:3000',
    GELEUCHT_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'geleucht-')),
    GELEUCHT_LOG_LEVEL: 'silent',
    PORT: '0',
    ...Object.fromEntries(secrets),
    ...overrides,
  };
}

import { expect, test } from 'vitest';
import { ConfigurationError, parseConfig } from '#app/server/config.ts';

const names = ['PEPPER', 'SESSION_KEY', 'ACCOUNT_DATA_KEY', 'LOOKUP_KEY', 'DIRECTORY_KEY', 'RELEASE_KEY', 'AUDIT_KEY'];

function completeEnvironment(overrides: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  const secrets = names.map((name, at) => [`GELEUCHT_${name}`, Buffer.from(Array.from({ length: 32 }, (_, i) => (i * 11 + at * 17) % 256)).toString('base64url')]);
  return {
    GELEUCHT_BASE_URL: 'https://portal.example.org',
    GELEUCHT_DATA_DIR: '/var/lib/geleucht',
    GELEUCHT_SMTP_URL: 'smtps://user:password@mail.example.org:465',
    GELEUCHT_MAIL_FROM: 'portal@example.org',
    ...(Object.fromEntries(secrets) as Record<string, string>),
    ...overrides,
  };
}

function faultsOf(environment: Record<string, string | undefined>): readonly string[] {
  try {
    parseConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

test('a complete environment is accepted and means production', () => {
  expect(parseConfig(completeEnvironment()).mode).toBe('production');
});

test('an empty environment names everything that is missing at once', () => {
  const faults = faultsOf({});
  for (const name of names) expect(faults.some((fault) => fault.includes(`GELEUCHT_${name}`))).toBe(true);
  expect(faults.some((fault) => fault.includes('GELEUCHT_BASE_URL'))).toBe(true);
});

test.each([
  ['a public address without TLS', { GELEUCHT_BASE_URL: 'http://portal.example.org' }, 'https://'],
  ['no way to send mail', { GELEUCHT_SMTP_URL: undefined }, 'GELEUCHT_SMTP_URL'],
  ['a secret that is too short', { GELEUCHT_PEPPER: 'c2hvcnQ' }, 'GELEUCHT_PEPPER'],
  ['a secret that is not random', { GELEUCHT_PEPPER: Buffer.alloc(32, 7).toString('base64url') }, 'not random'],
  ['one secret used twice', { GELEUCHT_PEPPER: completeEnvironment().GELEUCHT_AUDIT_KEY }, 'is the same as'],
])('production refuses %s', (_name, overrides, part) => {
  expect(faultsOf(completeEnvironment(overrides)).join('\n')).toContain(part);
});

test('a fault of a secret says how to make one', () => {
  expect(faultsOf(completeEnvironment({ GELEUCHT_AUDIT_KEY: '' })).join('\n')).toContain('randomBytes(32)');
});

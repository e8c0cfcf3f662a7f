import { kdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import type { KdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The only reader of process.env. Everything else receives the parsed value. */

const secretBytes = 32;

const secret = z
  .string({ error: 'is missing' })
  .transform((text, context) => {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== secretBytes) {
      context.addIssue({ code: 'custom', message: `must be ${secretBytes} random bytes in base64url` });
      return z.NEVER;
    }
    if (new Set(bytes).size < 8) {
      context.addIssue({ code: 'custom', message: 'is not random' });
      return z.NEVER;
    }
    return bytes;
  });

export const secretNames = [
  'GELEUCHT_PEPPER',
  'GELEUCHT_SESSION_KEY',
  'GELEUCHT_ACCOUNT_DATA_KEY',
  'GELEUCHT_LOOKUP_KEY',
  'GELEUCHT_DIRECTORY_KEY',
  'GELEUCHT_RELEASE_KEY',
  'GELEUCHT_AUDIT_KEY',
] as const;

const environmentSchema = z.object({
  GELEUCHT_MODE: z.enum(['production', 'demo', 'test']).default('production'),
  GELEUCHT_BASE_URL: z.url({ error: 'must be the public address, for instance https://portal.example.org' }),
  GELEUCHT_DATA_DIR: z.string({ error: 'is missing' }).min(1),
  GELEUCHT_SMTP_URL: z.string().optional(),
  GELEUCHT_MAIL_FROM: z.string().optional(),
  GELEUCHT_TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  GELEUCHT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  GELEUCHT_PASSWORD_RUNS: z.coerce.number().int().min(1).max(64).default(4),
  GELEUCHT_PASSWORD_QUEUE: z.coerce.number().int().min(0).max(1000).default(60),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  GELEUCHT_PEPPER: secret,
  GELEUCHT_SESSION_KEY: secret,
  GELEUCHT_ACCOUNT_DATA_KEY: secret,
  GELEUCHT_LOOKUP_KEY: secret,
  GELEUCHT_DIRECTORY_KEY: secret,
  GELEUCHT_RELEASE_KEY: secret,
  GELEUCHT_AUDIT_KEY: secret,
});

export type Mode = 'production' | 'demo' | 'test';

/** Server secrets, 32 bytes each; never in the database nor its backup. */
export type ServerSecrets = {
  readonly pepper: Buffer;
  readonly session: Buffer;
  readonly accountData: Buffer;
  readonly lookup: Buffer;
  readonly directory: Buffer;
  readonly release: Buffer;
  readonly audit: Buffer;
};

export type Config = {
  readonly mode: Mode;
  /** Without a trailing slash; never taken from a request. */
  readonly baseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseFile: string;
  readonly filesDir: string;
  readonly trustProxy: number;
  readonly logLevel: string;
  /** Password hashes at once (64 MiB each), and how many more may wait. What new ones are made with is no setting. */
  readonly passwordHashing: { readonly atATime: number; readonly mostWaiting: number; readonly parameters: KdfParameters };
  readonly mail: { readonly kind: 'smtp'; readonly url: string; readonly from: string } | { readonly kind: 'files'; readonly folder: string; readonly from: string };
  readonly secrets: ServerSecrets;
};

/** Every fault of the configuration at once, each with the way to mend it. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration is not complete:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\nSee .env.example.`);
    this.name = 'ConfigurationError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Parses the environment; in production everything weak or missing is refused. */
export function parseConfig(environment: Environment): Config {
  const parsed = environmentSchema.safeParse(environment);
  const faults = parsed.success ? [] : parsed.error.issues.map(describeIssue);
  if (!parsed.success) throw new ConfigurationError(faults);
  const values = parsed.data;
  faults.push(...weaknesses(values));
  if (faults.length > 0) throw new ConfigurationError(faults);
  const dataDir = path.resolve(values.GELEUCHT_DATA_DIR);
  return {
    mode: values.GELEUCHT_MODE,
    baseUrl: values.GELEUCHT_BASE_URL.replace(/\/+$/, ''),
    host: values.HOST,
    port: values.PORT,
    dataDir,
    databaseFile: path.join(dataDir, 'geleucht.db'),
    filesDir: path.join(dataDir, 'files'),
    trustProxy: values.GELEUCHT_TRUST_PROXY,
    logLevel: values.GELEUCHT_LOG_LEVEL,
    passwordHashing: { atATime: values.GELEUCHT_PASSWORD_RUNS, mostWaiting: values.GELEUCHT_PASSWORD_QUEUE, parameters: kdfParameters },
    mail: values.GELEUCHT_SMTP_URL
      ? { kind: 'smtp', url: values.GELEUCHT_SMTP_URL, from: values.GELEUCHT_MAIL_FROM ?? 'portal@localhost' }
      : { kind: 'files', folder: path.join(dataDir, 'outbox'), from: values.GELEUCHT_MAIL_FROM ?? 'portal@localhost' },
    secrets: {
      pepper: values.GELEUCHT_PEPPER,
      session: values.GELEUCHT_SESSION_KEY,
      accountData: values.GELEUCHT_ACCOUNT_DATA_KEY,
      lookup: values.GELEUCHT_LOOKUP_KEY,
      directory: values.GELEUCHT_DIRECTORY_KEY,
      release: values.GELEUCHT_RELEASE_KEY,
      audit: values.GELEUCHT_AUDIT_KEY,
    },
  };
}

/** Reads the process's environment and, where named, the secrets file (NAME=value lines). */
export function readConfig(): Config {
  const file = process.env.GELEUCHT_SECRETS_FILE;
  const fromFile = file && existsSync(file) ? parseLines(readFileSync(file, 'utf8')) : {};
  return parseConfig({ ...fromFile, ...process.env });
}

/** What the demo takes from the environment: where its data lies and on which port it answers. */
export function readDemoPlace(): { readonly folder: string; readonly port: number } {
  const port = z.coerce.number().int().min(0).max(65_535).default(3000).safeParse(process.env.PORT);
  if (!port.success) throw new ConfigurationError(['PORT must be a whole number from 0 to 65535.']);
  return { folder: process.env.GELEUCHT_DATA_DIR ?? 'data/demo', port: port.data };
}

function weaknesses(values: z.infer<typeof environmentSchema>): string[] {
  if (values.GELEUCHT_MODE !== 'production') return [];
  const faults: string[] = [];
  if (!values.GELEUCHT_BASE_URL.startsWith('https://')) {
    faults.push('GELEUCHT_BASE_URL must begin with https:// : session cookies are only sent over TLS.');
  }
  if (!values.GELEUCHT_SMTP_URL) {
    faults.push('GELEUCHT_SMTP_URL is missing: set it to smtps://user:password@mail.example.org:465.');
  }
  if (!values.GELEUCHT_MAIL_FROM) {
    faults.push('GELEUCHT_MAIL_FROM is missing: set it to the address that mails come from.');
  }
  const seen = new Map<string, string>();
  for (const name of secretNames) {
    const text = values[name].toString('hex');
    const other = seen.get(text);
    if (other) faults.push(`${name} is the same as ${other}: every secret needs its own value.`);
    seen.set(text, name);
  }
  return faults;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.');
  const isSecret = (secretNames as readonly string[]).includes(name);
  const how = isSecret
    ? ` Make one with: node -e "console.log(require('crypto').randomBytes(32).toString('base64url'))"`
    : '';
  return `${name} ${issue.message}.${how}`;
}

function parseLines(text: string): Record<string, string> {
  const entries = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()] as const);
  return Object.fromEntries(entries);
}

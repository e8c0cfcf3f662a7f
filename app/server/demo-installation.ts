import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { secretNames } from './config.ts';

/** The folder of a demo installation, and what lies in it. */
export type DemoInstallation = {
  readonly folder: string;
  readonly accountsFile: string;
  /** Environment of the demo, with the secrets of this installation. */
  readonly environment: Readonly<Record<string, string>>;
};

const secretBytes = 32;
const onlyOwner = 0o600;
const onlyOwnerFolder = 0o700;

/**
 * Readies the folder of the demo: secrets of its own, readable by their owner only. `fresh` throws away what lies there. The
 * demo answers on the loopback address alone, whatever the environment says.
 */
export function prepareDemoInstallation(options: { readonly folder: string; readonly port: number; readonly fresh: boolean }): DemoInstallation {
  const folder = path.resolve(options.folder);
  if (options.fresh) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: onlyOwnerFolder });
  return {
    folder,
    accountsFile: path.join(folder, 'accounts.json'),
    environment: {
      ...readOrMakeSecrets(path.join(folder, 'secrets.env')),
      GELEUCHT_MODE: 'demo',
      GELEUCHT_BASE_URL: `http://localhost:${options.port}`,
      GELEUCHT_DATA_DIR: folder,
      GELEUCHT_MAIL_FROM: 'Geleucht <geleucht@suedwestsachsen-digital.example>',
      GELEUCHT_LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(options.port),
    },
  };
}

/** Empties the folder but keeps the secrets: for a first fill that was interrupted. */
export function clearDemoData({ folder }: DemoInstallation): void {
  for (const name of ['geleucht.db', 'geleucht.db-wal', 'geleucht.db-shm', 'files', 'outbox', 'accounts.json']) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

export function writeAccounts({ accountsFile }: DemoInstallation, accounts: readonly unknown[]): void {
  writeFileSync(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`, { mode: onlyOwner });
  chmodSync(accountsFile, onlyOwner);
}

function readOrMakeSecrets(file: string): Record<string, string> {
  if (!existsSync(file)) {
    const lines = secretNames.map((name) => `${name}=${randomBytes(secretBytes).toString('base64url')}`);
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: onlyOwner });
  }
  chmodSync(file, onlyOwner);
  const entries = readFileSync(file, 'utf8').split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(entries.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

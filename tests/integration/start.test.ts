import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

/** An installation with checklist files of its own; everything else is the one under test. */
function installation(change: (controls: string) => string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-start-'));
  cpSync('checklists', path.join(folder, 'checklists'), { recursive: true });
  for (const name of ['app', 'build', 'node_modules', 'package.json', 'prisma', 'public']) symlinkSync(path.resolve(name), path.join(folder, name));
  const file = path.join(folder, 'checklists/controls/backup.json');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  return folder;
}

async function start(folder: string, entry: 'start' | 'demo'): Promise<{ readonly code: number | null; readonly said: string }> {
  const secrets = ['PEPPER', 'SESSION_KEY', 'ACCOUNT_DATA_KEY', 'LOOKUP_KEY', 'DIRECTORY_KEY', 'RELEASE_KEY', 'AUDIT_KEY'];
  const env: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    GELEUCHT_MODE: 'test',
    GELEUCHT_BASE_URL: 'http://localhost:3000',
    GELEUCHT_DATA_DIR: path.join(folder, 'data'),
    PORT: '0',
    ...Object.fromEntries(secrets.map((name, at) => [`GELEUCHT_${name}`, Buffer.from(Array.from({ length: 32 }, (_, byte) => (byte * 7 + at * 13 + 5) % 251)).toString('base64url')])),
  };
  const child = spawn(process.execPath, ['--import', 'tsx', path.resolve(`app/server/${entry}.ts`)], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, said };
}

test.each(['start', 'demo'] as const)('a broken checklist stops the %s, and file, line and field are named without a trace of code', async (entry) => {
  const folder = installation((text) => text.replace(/"weight": \d/, '"weight": 9'));
  const { code, said } = await start(folder, entry);
  expect(code).toBe(1);
  expect(said).toMatch(/The checklist files have faults:\ncontrols\/backup\.json:\d+ \[0\]\.weight: weight is 1 to 5\n/);
  expect(said).not.toMatch(/^\s+at /m);
}, 120_000);

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Acknowledged = { readonly caseId: string; readonly reference: string; readonly organisationId: string };

/** Starts a process that reports without end and kills it -9 a random while after its first report. */
export async function stormAndKill(dataDir: string, round: number, killAfterMs: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/report-storm-child.ts', dataDir, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  let killing: NodeJS.Timeout | undefined;
  lines.on('line', (line) => {
    if (line.startsWith('stopped')) throw new Error(line);
    if (!line.startsWith('{')) return;
    acknowledged.push(JSON.parse(line) as Acknowledged);
    killing ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(killing);
  return acknowledged;
}

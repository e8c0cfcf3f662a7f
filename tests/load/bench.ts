import { performance } from 'node:perf_hooks';
import { resultOf } from '#app/domain/checklist/result.ts';
import type { Answers } from '#app/domain/checklist/answers.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import { createPasswordKdf } from '#app/infrastructure/credentials/password-kdf.ts';
import { serveForTest } from '#tests/support/serve.ts';
import { registerAndSignIn } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';

/**
 * Prints what the product costs on this machine. Figures of one run are to be compared with each other, never with those of
 * another machine: no test passes or fails by them.
 */
type Line = { readonly what: string; readonly median: number; readonly p95: number; readonly runs: number };

async function measure(what: string, runs: number, work: () => Promise<unknown> | unknown): Promise<Line> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { what, runs, median: times[Math.floor(runs / 2)] ?? 0, p95: times[Math.floor(runs * 0.95)] ?? 0 };
}

const server = await serveForTest();
const { runtime, baseUrl } = server;
const company = await registerAndSignIn(runtime);
const headers = { cookie: `geleucht=${company.cookie}` };
const longest = runtime.services.checklists.listChecklists().at(-1);
if (!longest) throw new Error('There is no checklist.');
const answers: Answers = Object.fromEntries(requirementsOf(longest.version).map((requirement) => [requirement.id, { value: 'partly', basis: 'checked' }]));
const facts = { sizeClass: 'medium', kind: 'business', sector: 'C' } as const;
const { caseId } = await sendReport(runtime, company.session);
const kdf = createPasswordKdf({ atATime: 4, mostWaiting: 60 });

const lines: Line[] = [
  await measure('one password stretched', 12, () => kdf.derive('mohn gleis wolke tasse birke', Buffer.alloc(16, 3), kdf.current)),
  await measure(`one assessment of "${longest.version.checklistId}" scored`, 2_000, () => resultOf(longest.version, answers, facts)),
  await measure('one report sent, from draft to case', 20, async () => {
    runtime.clock.advance(10);
    await sendReport(runtime, company.session);
  }),
  await measure('page: start', 100, () => fetch(`${baseUrl}/`).then((response) => response.text())),
  await measure('page: emergency', 100, () => fetch(`${baseUrl}/notfall`).then((response) => response.text())),
  await measure('page: overview, signed in', 50, () => fetch(`${baseUrl}/betrieb`, { headers }).then((response) => response.text())),
  await measure('page: case, signed in', 50, () => fetch(`${baseUrl}/betrieb/faelle/${caseId}`, { headers }).then((response) => response.text())),
];
await server.stop();

process.stdout.write(`\n${'what'.padEnd(42)}${'median ms'.padStart(12)}${'p95 ms'.padStart(12)}${'runs'.padStart(8)}\n`);
for (const { what, median, p95, runs } of lines) {
  process.stdout.write(`${what.padEnd(42)}${median.toFixed(2).padStart(12)}${p95.toFixed(2).padStart(12)}${String(runs).padStart(8)}\n`);
}

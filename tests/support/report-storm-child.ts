import { createLog } from '#app/infrastructure/log/log.ts';
import { createRuntime } from '#app/server/services.ts';
import { createMovedClock } from './moved-clock.ts';
import { registerAndSignIn } from './people.ts';
import { sendReport } from './reports.ts';
import { testConfig } from './test-config.ts';

/**
 * Reports without end until it is killed. Says on standard output what was acknowledged: a line only after the use case
 * has answered. Usage: node --import tsx report-storm-child.ts <data folder> <round>
 */
const [dataDir, round] = process.argv.slice(2);
if (!dataDir || !round) throw new Error('Usage: report-storm-child.ts <data folder> <round>');

const config = testConfig({ GELEUCHT_DATA_DIR: dataDir });
const clock = createMovedClock('2026-11-23T09:00:00Z');
const runtime = { ...createRuntime(config, { log: createLog({ level: 'silent' }), clock }), config, clock };
const company = await registerAndSignIn(runtime as never, { email: `storm.${round}@betrieb.example`, organisationName: `Sturm ${round}` });
process.stdout.write('ready\n');

async function reportForever(): Promise<void> {
  for (;;) {
    const { caseId, reference } = await sendReport(runtime, company.session);
    process.stdout.write(`${JSON.stringify({ caseId, reference, organisationId: company.organisationId })}\n`);
    clock.advance(10);
  }
}

await Promise.all([reportForever(), reportForever()]).catch((error: unknown) => {
  process.stdout.write(`stopped ${String(error)}\n`);
});

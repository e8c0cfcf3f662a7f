import type { Answers } from '#app/domain/checklist/answers.ts';
import { planOf } from '#app/domain/checklist/measures.ts';
import { resultOf } from '#app/domain/checklist/result.ts';
import { requirementsOf } from '#app/domain/checklist/version.ts';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import { createSubjectKey } from '#app/domain/sealed-box/keys.ts';
import { openRecord } from '#app/domain/sealed-box/open-record.ts';
import { createFileKey, sealFile } from '#app/domain/sealed-box/seal-file.ts';
import { sealRecord } from '#app/domain/sealed-box/seal-record.ts';
import { aRow } from '#app/domain/sealed-box/testing/factories.ts';
import { kdfParameters } from '#app/domain/sealed-box/kdf-floor.ts';
import { createPasswordKdf } from '#app/infrastructure/credentials/password-kdf.ts';
import { createRandom } from '#app/infrastructure/keys/random.ts';
import { loadPdfFonts } from '#app/infrastructure/pdf/fonts.ts';
import { renderPdfBytes } from '#app/infrastructure/pdf/render-pdf.ts';
import { answeredAssessment, closeAsItStands, closedAssessment } from '#tests/support/assessments.ts';
import { must, registerAndSignIn, resume } from '#tests/support/people.ts';
import { compareKnownAndUnknown } from '#tests/support/known-and-unknown.ts';
import { sendReport } from '#tests/support/reports.ts';
import { endlessDocument, sampleDocument } from '#tests/support/sample-dossiers.ts';
import { serveForTest } from '#tests/support/serve.ts';
import { asInOperation } from '#tests/support/test-config.ts';
import { measure, tableOf } from './timing.ts';
import type { Group, Line } from './timing.ts';

/**
 * Prints what the product costs on this machine. Figures of one run are to be compared with each other, never with those of
 * another machine: no test passes or fails by them.
 */
const server = await serveForTest({ adjust: asInOperation });
const { runtime, baseUrl } = server;
const company = await registerAndSignIn(runtime);
const assessmentId = await closedAssessment(runtime, company.session);
const { caseId } = await sendReport(runtime, company.session);

const groups: Group[] = [
  { title: 'checklists: points, topics, first measures', lines: await scoring() },
  { title: 'sealed box', lines: await sealing() },
  { title: 'documents: unit is a page', lines: await documents() },
  { title: 'use cases', lines: await useCases() },
  { title: 'pages from request to last byte', lines: await pages() },
  { title: 'a long check (mittelstand, 75 answers)', lines: await longCheck() },
];
const comparisons = await compareKnownAndUnknown(runtime, 25);
await server.stop();
process.stdout.write(tableOf(groups));

/** Every checklist that is there, all answered with "partly" so that every measure is weighed; the long one for a firm of its size. */
async function scoring(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { version } of runtime.services.checklists.listChecklists()) {
    const facts = { sizeClass: version.checklistId === 'mittelstand' ? 'medium' : 'micro', kind: 'business', sector: 'C' } as const;
    const answers: Answers = Object.fromEntries(requirementsOf(version).map(({ id }) => [id, { value: 'partly', basis: 'checked' }]));
    const name = `${version.checklistId}, ${requirementsOf(version).length} questions`;
    lines.push(await measure(`${name}, scored`, 2_000, () => resultOf(version, answers, facts)));
    lines.push(await measure(`${name}, with the whole plan`, 2_000, () => planOf(resultOf(version, answers, facts).standings, facts)));
  }
  return lines;
}

async function sealing(): Promise<Line[]> {
  const { bytes } = createRandom();
  const key = createSubjectKey(bytes);
  const [row, answer, megabyte] = [aRow(), Buffer.alloc(1024, 7), Buffer.alloc(1024 * 1024, 7)];
  const sealed = sealRecord(key, 1, row, answer, bytes);
  const kdf = createPasswordKdf({ atATime: 1, mostWaiting: 0, parameters: kdfParameters });
  return [
    await measure('one answer of 1 KiB sealed', 5_000, () => sealRecord(key, 1, row, answer, bytes)),
    await measure('one answer of 1 KiB opened', 5_000, () => openRecord(key, row, sealed)),
    await measure('a file of 1 MiB sealed while streaming', 50, async () => {
      for await (const chunk of sealFile(createFileKey(bytes), row, once(megabyte), bytes)) void chunk;
    }),
    await measure('one password stretched', 12, () => kdf.derive('mohn gleis wolke tasse birke', Buffer.alloc(16, 3), kdf.current)),
  ];
}

async function documents(): Promise<Line[]> {
  const fonts = loadPdfFonts();
  const timed = async (what: string, runs: number, document: DossierDocument): Promise<Line> => {
    const { bytes } = await renderPdfBytes(document, fonts);
    const count = bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 1;
    return measure(`${what}, ${count} pages`, runs, () => renderPdfBytes(document, fonts), { units: count, unit: 'pages' });
  };
  return [
    await timed('result of a checklist', 10, sampleDocument('checklist', 'de')),
    await timed('report of an incident', 10, sampleDocument('incident', 'de')),
    await timed('report with three hundred steps', 3, endlessDocument()),
  ];
}

async function useCases(): Promise<Line[]> {
  const { actor, keys } = company.session;
  return [
    await measure('result of a closed check opened', 50, () => runtime.services.checklists.openResult(actor, keys, assessmentId)),
    await measure('case opened by its company', 50, () => runtime.services.cases.openCompanyCase(actor, keys, caseId)),
    await measure('report sent, from draft to case', 20, async () => {
      runtime.clock.advance(10);
      await sendReport(runtime, company.session);
    }),
  ];
}

async function pages(): Promise<Line[]> {
  // Sending reports took the clock on: the session would be locked by now.
  const { cookie } = await registerAndSignIn(runtime, { email: `p.neumann.${runtime.random.id()}@firma.example`, organisationName: 'Zweite Firma' });
  const own = await signedInPages(cookie);
  const open = ['/', '/notfall', '/notfall/ransomware', '/pruefen', '/dienstleister', '/echtheit'];
  const lines: Line[] = [];
  for (const address of open) lines.push(await measure(address, 60, () => fetched(address)));
  for (const address of own) lines.push(await measure(`${address.replace(/[0-9a-z]{26}/, ':id')}, signed in`, 40, () => fetched(address, cookie)));
  return lines;
}

/** The main pages of a company, with a closed check and a case behind them. */
async function signedInPages(cookie: string): Promise<string[]> {
  const session = await resume(runtime, cookie);
  const check = await closedAssessment(runtime, session);
  const one = await sendReport(runtime, session);
  return ['/betrieb', '/betrieb/pruefungen', `/betrieb/pruefungen/${check}/ergebnis`, '/betrieb/massnahmen', '/betrieb/faelle', `/betrieb/faelle/${one.caseId}`, `/betrieb/faelle/${one.caseId}/nachrichten`, `/betrieb/faelle/${one.caseId}/berichte`, '/betrieb/dokumente'];
}

/** The pages of a run of the longest checklist with 75 answers; each is to stay under 100 ms at the median. */
async function longCheck(): Promise<Line[]> {
  const { cookie } = await registerAndSignIn(runtime, { email: `m.lang.${runtime.random.id()}@firma.example`, organisationName: 'Maschinenbau Lang', sizeClass: 'medium' });
  const session = await resume(runtime, cookie);
  const wanted = { checklistId: 'mittelstand', atMost: 75 };
  const closed = await answeredAssessment(runtime, session, wanted);
  await closeAsItStands(runtime, session, closed);
  const running = await answeredAssessment(runtime, session, wanted);
  const { run } = must(await runtime.services.checklists.openAssessment(session.actor, session.keys, running));
  const open = run.standings.find(({ notAsked, outcome }) => notAsked === null && outcome === 'unanswered');
  const at = `/betrieb/pruefungen/${running}`;
  const lines: Line[] = [];
  for (const [what, address] of [
    ['a question', `${at}/frage/${open?.requirement.id ?? ''}`],
    ['a topic', `${at}/thema/${open?.topicId ?? ''}`],
    ['the overview', at],
    ['what is open', `${at}/offen`],
    ['the check before the close', `${at}/abschliessen`],
    ['the result', `/betrieb/pruefungen/${closed}/ergebnis`],
  ] as const) {
    lines.push(await measure(what, 40, () => fetched(address, cookie)));
  }
  return lines;
}

async function fetched(address: string, cookie?: string): Promise<void> {
  const response = await fetch(`${baseUrl}${address}`, { redirect: 'manual', ...(cookie === undefined ? {} : { headers: { cookie: `geleucht=${cookie}` } }) });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

process.stdout.write(`\n${'refusing an address'.padEnd(42)}${'known ms'.padStart(12)}${'unknown ms'.padStart(12)}${'ratio'.padStart(8)}\n`);
for (const { what, known, unknown, ratio } of comparisons) {
  process.stdout.write(`${what.padEnd(42)}${known.toFixed(2).padStart(12)}${unknown.toFixed(2).padStart(12)}${ratio.toFixed(2).padStart(8)}\n`);
}

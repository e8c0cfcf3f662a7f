import { expect, test } from 'vitest';
import { closedAssessment } from '#tests/support/assessments.ts';
import { assignedCase, must } from '#tests/support/case-scenes.ts';
import { evidenceInput } from '#tests/support/evidence.ts';
import { stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { ransomwareAnswers } from '#tests/support/reports.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';
import { everythingOnDisk, findPlanted } from '#tests/support/stolen-disk.ts';
import { unsealed } from '#tests/support/unsealed.ts';
import { pdfOf, proof } from '#tests/support/vetting.ts';

/** Content: only its recipients may ever read it. */
const content = {
  message: 'Planted-Nachricht-Wacholder',
  answer: 'Planted-Antwort-Mispel',
  note: 'Planted-Notiz-Schlehe',
  closing: 'Planted-Bericht-Eberesche',
  fileName: 'Planted-Dateiname-Sanddorn.txt',
  origin: 'Planted-Herkunft-Kornelkirsche',
  file: 'Planted-Dateiinhalt-Holunder',
  request: 'Planted-Bitte-Zirbel',
  outsider: 'Planted-Antworter-Lerche',
  outsideDraft: 'Planted-Entwurf-Eibe',
  evidenceName: 'Planted-Nachweisname-Ginster.txt',
  evidenceWords: 'Planted-Nachweisworte-Liguster',
  evidence: 'Planted-Nachweisinhalt-Hagebutte',
  measure: 'Planted-Massnahme-Weissdorn',
};
const reported = Object.values(ransomwareAnswers).flat().filter((text) => text.startsWith('Planted-') && !text.includes('Rueckruf'));

/** Account data: readable with the server's secrets, never from the disk alone. */
const accountData = ['Tischlerei Planted-Firma', 'Planted-Person-Drossel', 'planted.adresse@tischlerei.example', 'Planted-Rueckruf-Amsel', '0375 555 0199', 'Planted-Buero-Kiebitz', 'Planted-Police-Zaunkoenig.pdf', 'Planted-Police-Inhalt-Gimpel', 'Planted-Nachweis-Fitis', 'Planted-Ansage-Girlitz', 'Planted-Standort-Pirol', 'Planted-Ort-Stelze'];

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text.repeat(3_000), 'utf8');
}

/** A company, a provider and the office do everything that leaves a trace. */
async function liveThrough(runtime: TestRuntime): Promise<void> {
  const { cases, checklists, sites } = runtime.services;
  const scene = await assignedCase(runtime, {
    company: { organisationName: 'Tischlerei Planted-Firma', name: 'Planted-Person-Drossel', email: 'planted.adresse@tischlerei.example' },
  });
  const { caseId } = scene;
  const company = await stepUp(runtime, scene.company);
  const { actor, keys } = company.session;
  const shown = must(await cases.openRelease(actor, keys, caseId));
  must(await cases.releaseToProvider(actor, keys, { caseId, providerId: shown.provider.id, fingerprint: shown.provider.fingerprint, consent: true }));
  const provider = scene.provider.session;
  must(await cases.logFirstContact(provider.actor, provider.keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone' }));
  must(await cases.postMessage(actor, keys, 'company', { caseId, text: content.message, idempotencyKey: 'm1' }));
  must(await cases.writeInternalNote(provider.actor, provider.keys, { caseId, text: content.note, idempotencyKey: 'n1' }));
  must(await cases.writeOfficeNote(actor, 'company', { caseId, text: 'Planted-Buero-Kiebitz', idempotencyKey: 'o1' }));
  must(
    await cases.addExhibit(actor, keys, 'company', {
      caseId,
      purpose: 'log',
      origin: content.origin,
      fileName: content.fileName,
      claimedType: 'text/plain',
      idempotencyKey: 'e1',
      content: bytesOf(content.file),
    }),
  );
  must(
    await cases.handInReport(provider.actor, provider.keys, {
      caseId,
      report: { outcome: 'solved', effort: 'up_to_3_days', causes: ['open_remote_access'], causeText: content.closing, measuresTaken: content.closing, recommendations: content.closing, openPoints: '' },
    }),
  );
  must(await sites.addSite(actor, { name: 'Planted-Standort-Pirol', town: 'Planted-Ort-Stelze', district: 'zwickau', idempotencyKey: 's1' }));
  const { assessmentId } = must(await checklists.startAssessment(actor, keys, { checklistId: 'basis', idempotencyKey: 'a1' }));
  const { requirementId, seenRevision } = await firstQuestion(runtime, company, assessmentId);
  must(await checklists.saveAnswer(actor, keys, { assessmentId, requirementId, seenRevision, answer: { value: 'no', basis: 'checked', note: content.answer } }));
  const file = { assessmentId, requirementId, description: content.evidenceWords, fileName: content.evidenceName, content: bytesOf(content.evidence) };
  must(await checklists.addEvidence(actor, keys, evidenceInput(file, file)));
  await answerFromOutside(runtime, company, assessmentId);
  await planMeasure(runtime, company);
  await applyForApproval(runtime, scene.provider);
  await runtime.worker.runAll();
}

/** A topic goes out through a link; its draft is kept, its answers wait. */
async function answerFromOutside(runtime: TestRuntime, company: TestPerson, assessmentId: string): Promise<void> {
  const { checklists } = runtime.services;
  const { actor, keys } = company.session;
  const { run } = must(await checklists.openAssessment(actor, keys, assessmentId));
  const [first, second] = run.version.topics;
  const outsider = { name: content.outsider, role: '' };
  for (const topicId of [first?.id ?? '', second?.id ?? '']) {
    const secrets = must(checklists.beginTopicShare(actor));
    must(await checklists.shareTopic(actor, keys, { assessmentId, topicId, outsider, message: content.request, days: 7, ...secrets }));
    const { topic } = must(await checklists.openTopicLink(secrets.token, secrets.accessCode, true));
    const id = topic.questions[0]?.requirement.id ?? '';
    must(await checklists.saveTopicDraft(secrets.token, secrets.accessCode, { draft: { [`${id}.note`]: content.outsideDraft }, seenRevision: 0 }));
    if (topicId === first?.id) must(await checklists.sendTopicAnswers(secrets.token, secrets.accessCode, { source: outsider, answers: { [id]: { value: 'no', note: content.outsideDraft } } }));
  }
}

/** A gap becomes a measure with an owner outside the company, a note, and a reason for putting it off. */
async function planMeasure(runtime: TestRuntime, company: TestPerson): Promise<void> {
  const { measures } = runtime.services;
  const { actor, keys } = company.session;
  await closedAssessment(runtime, company.session);
  const everything = { state: null, owner: null } as const;
  const { gaps } = must(await measures.openBoard(actor, keys, everything));
  must(await measures.takeOver(actor, keys, gaps.slice(0, 1).map((gap) => gap.controlId)));
  const [measure] = must(await measures.openBoard(actor, keys, everything)).measures;
  const plan = { state: 'deferred', owner: { kind: 'outside', name: content.measure }, dueOn: null, hoursSpent: 1, note: content.measure, deferredBecause: content.measure } as const;
  must(await measures.planMeasure(actor, keys, { measureId: measure?.row.id ?? '', seenRevision: 1, plan }));
}

/** A provider hands in a proof with its document. */
async function applyForApproval(runtime: TestRuntime, provider: TestPerson): Promise<void> {
  const { providers } = runtime.services;
  const { actor } = provider.session;
  must(await providers.applyAsProvider(actor));
  must(await providers.addVettingDocument(actor, { code: 'V2', fileName: 'Planted-Police-Zaunkoenig.pdf', claimedType: 'application/pdf', content: pdfOf('Planted-Police-Inhalt-Gimpel '.repeat(3_000)) }));
  must(await providers.saveVettingItem(actor, { ...proof('V2', [], '2028-06-30'), text: 'Planted-Nachweis-Fitis', reference: 'Planted-Ansage-Girlitz' }));
}

async function firstQuestion(runtime: TestRuntime, company: Awaited<ReturnType<typeof stepUp>>, assessmentId: string) {
  const { actor, keys } = company.session;
  const run = must(await runtime.services.checklists.listAssessments(actor, keys, Infinity)).runs.find(({ assessment }) => assessment.id === assessmentId);
  const scored = run?.standings.find(({ requirement, notAsked }) => requirement.kind === 'control' && !requirement.parts?.length && notAsked === null);
  if (!scored) throw new Error('The checklist has no plain question.');
  return { requirementId: scored.requirement.id, seenRevision: 0 };
}

test('a thief of the data folder and the logs reads nothing of what was said, and no name or address', async () => {
  await using runtime = await createTestRuntime();
  await liveThrough(runtime);
  const stolen = everythingOnDisk(runtime);
  expect(stolen.some(({ name }) => name.startsWith('outbox/')), 'mails were sent').toBe(true);
  expect(findPlanted(stolen, [...Object.values(content), ...reported])).toEqual([]);
  // A mail carries its own recipient; in production it leaves the machine, here it lies in the outbox folder.
  const withoutMails = stolen.filter(({ name }) => !name.startsWith('outbox/'));
  expect(findPlanted(withoutMails, accountData)).toEqual([]);
});

test('the same search finds the planted texts when sealing is switched off', async () => {
  await using runtime = await createTestRuntime({ unsealed });
  await liveThrough(runtime);
  // What lies under the key of an organisation or of a link has no stand-in: the provider's own note, and what an outsider typed.
  const planted = [...Object.values(content).filter((text) => text !== content.note && text !== content.outsideDraft), ...reported, ...accountData];
  const found = findPlanted(everythingOnDisk(runtime).filter(({ name }) => !name.startsWith('outbox/')), planted);
  for (const text of planted) expect(found.some((place) => place.startsWith(text)), text).toBe(true);
});

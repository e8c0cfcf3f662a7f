import { expect, test } from 'vitest';
import { sealing } from '#app/infrastructure/keys/sealing.ts';
import { assignedCase, handOver, leadAndColleague, must, release, someProvider } from '#tests/support/case-scenes.ts';
import { copyDatabase, openEverything } from '#tests/support/departed-thief.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { createTestRuntime } from '#tests/support/runtime.ts';
import type { TestRuntime } from '#tests/support/runtime.ts';

/** The last row of the table "what a thief gets": what it opened before, and nothing that is written afterwards. */

type Scene = { readonly caseId: string; readonly assessmentId: string; readonly company: TestPerson; readonly provider: TestPerson };

const before = ['Planted-Beschreibung-Quitte', 'before message company', 'before message provider', 'before file', 'before name', 'before answer'];
const after = ['after message company', 'after message provider', 'after file', 'after name', 'after milestone', 'after answer'];

let forms = 0;
function formKey(): string {
  forms += 1;
  return `departed-${forms}`;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Both sides write in every place there is. */
async function writeEverywhere(runtime: TestRuntime, { caseId, assessmentId, company, provider }: Scene, when: 'before' | 'after'): Promise<void> {
  const { cases, checklists } = runtime.services;
  runtime.clock.advance(1);
  for (const [side, { session }] of [['company', company], ['provider', provider]] as const) {
    must(await cases.postMessage(session.actor, session.keys, side, { caseId, text: `${when} message ${side}`, idempotencyKey: formKey() }));
  }
  const { actor, keys } = company.session;
  must(await cases.addExhibit(actor, keys, 'company', { caseId, purpose: 'other', origin: '', fileName: `${when} name.txt`, claimedType: 'text/plain', idempotencyKey: formKey(), content: once(`${when} file`) }));
  const open = must(await checklists.listAssessments(actor, keys, Infinity)).runs.find(({ assessment }) => assessment.id === assessmentId)?.standings.find(({ requirement, notAsked, outcome }) => requirement.kind === 'control' && !requirement.parts?.length && notAsked === null && outcome === 'unanswered');
  must(await checklists.saveAnswer(actor, keys, { assessmentId, requirementId: open?.requirement.id ?? '', seenRevision: 0, answer: { value: 'no', basis: 'checked', note: `${when} answer` } }));
  if (when === 'before') return;
  must(await cases.logFirstContact(provider.session.actor, provider.session.keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone', note: `${when} milestone` }));
}

async function someScene(runtime: TestRuntime): Promise<Scene> {
  const scene = await assignedCase(runtime);
  const company = await release(runtime, scene);
  const { assessmentId } = must(await runtime.services.checklists.startAssessment(company.session.actor, company.session.keys, { checklistId: 'basis', idempotencyKey: formKey() }));
  return { ...scene, company, assessmentId };
}

/** A colleague sees everything, copies the database, is removed, and copies it once more after the others have gone on. */
async function removedMember(runtime: TestRuntime): Promise<string[]> {
  const scene = await someScene(runtime);
  const { lead, colleague } = await leadAndColleague(runtime, scene.company, { name: 'Tom Brandt', email: 'tom.brandt@tischlerei.example', role: 'company.member' });
  await writeEverywhere(runtime, { ...scene, company: lead }, 'before');
  const old = await copyDatabase(runtime);
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  await writeEverywhere(runtime, { ...scene, company: lead }, 'after');
  return openEverything(runtime, colleague, [old, await copyDatabase(runtime)]);
}

async function memberOfProvider(runtime: TestRuntime): Promise<string[]> {
  const scene = await someScene(runtime);
  const { lead, colleague } = await leadAndColleague(runtime, scene.provider, { name: 'Lea Winkler', email: 'lea.winkler@silberader.example', role: 'provider.responder' });
  await writeEverywhere(runtime, { ...scene, provider: lead }, 'before');
  const old = await copyDatabase(runtime);
  must(await runtime.services.accounts.removeMember(lead.session.actor, lead.session.keys, colleague.userId));
  await writeEverywhere(runtime, { ...scene, provider: lead }, 'after');
  return openEverything(runtime, colleague, [old, await copyDatabase(runtime)]);
}

/** A provider hands over, keeps its grants for the time of grace, and reads the database while its successor works. */
async function formerProvider(runtime: TestRuntime): Promise<string[]> {
  const scene = await someScene(runtime);
  await writeEverywhere(runtime, scene, 'before');
  const old = await copyDatabase(runtime);
  const next = await someProvider(runtime, { organisationName: 'Netzwerft', name: 'Ines Vogel', email: 'ines.vogel@netzwerft.example' });
  await handOver(runtime, scene.caseId, next.organisationId);
  const company = await release(runtime, scene);
  await writeEverywhere(runtime, { ...scene, company, provider: next }, 'after');
  return openEverything(runtime, scene.provider, [old, await copyDatabase(runtime)]);
}

function among(texts: readonly string[], planted: readonly string[]): string[] {
  return planted.filter((one) => texts.some((text) => text.includes(one)));
}

const assessments = (text: string) => text.endsWith('answer');

test('a removed member opens with every old copy what it opened before, and nothing that was written afterwards', async () => {
  await using runtime = await createTestRuntime();
  const texts = await removedMember(runtime);
  expect(among(texts, before)).toEqual(before);
  expect(among(texts, after)).toEqual([]);
});

test('a removed member of the provider opens nothing that was written afterwards', async () => {
  await using runtime = await createTestRuntime();
  const texts = await memberOfProvider(runtime);
  expect(among(texts, before)).toEqual(before.filter((text) => !assessments(text)));
  expect(among(texts, after)).toEqual([]);
});

test('a former provider opens nothing that was written afterwards, though it still holds its grants', async () => {
  await using runtime = await createTestRuntime();
  const texts = await formerProvider(runtime);
  expect(among(texts, before)).toEqual(before.filter((text) => !assessments(text)));
  expect(among(texts, after)).toEqual([]);
});

test('without new versions the same thieves open all of it', async () => {
  const unsealed = { sealing: { ...sealing, isNextVersionDue: () => false } };
  for (const [thief, expected] of [[removedMember, after], [memberOfProvider, after.filter((text) => !assessments(text))], [formerProvider, after.filter((text) => !assessments(text))]] as const) {
    await using runtime = await createTestRuntime({ unsealed });
    expect(among(await thief(runtime), after), thief.name).toEqual(expected);
  }
});

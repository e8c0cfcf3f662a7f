import { expect, test } from 'vitest';
import { assignedCase, handOver, must, refusalOf, release, someProvider } from '../support/case-scenes.ts';
import { createTestRuntime } from '../support/runtime.ts';

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test('the company sees each part of the content that a provider opened, also within its time of grace, and nothing it could not open', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime, { answers: { nis2Scope: 'important' } });
  const { caseId, provider } = scene;
  const { actor, keys } = provider.session;
  must(await cases.openProviderCase(actor, keys, caseId));
  const company = await release(runtime, scene);
  const own = company.session;
  must(await cases.postMessage(own.actor, own.keys, 'company', { caseId, text: 'Alles ist aus.', idempotencyKey: 'm1' }));
  const { exhibitId } = must(await cases.addExhibit(own.actor, own.keys, 'company', { caseId, purpose: 'other', origin: '', fileName: 'a.txt', claimedType: 'text/plain', idempotencyKey: 'e1', content: once('a') }));
  const openings = async () => (must(await cases.readHistory(own.actor, own.keys, 'company', caseId)).openings ?? []).map((one) => [one.event, one.by, one.about]).reverse();
  expect(await openings()).toEqual([]);

  must(await cases.openProviderCase(actor, keys, caseId));
  const first = [['report_opened', 'Robert Meinel', null], ['messages_opened', 'Robert Meinel', null], ['history_opened', 'Robert Meinel', null]];
  expect(await openings()).toEqual(first);
  must(await cases.listMessages(actor, keys, 'provider', caseId));
  must(await cases.readHistory(actor, keys, 'provider', caseId));
  expect(await openings(), 'one visit is one entry').toEqual(first);
  must(await cases.listExhibits(actor, keys, 'provider', caseId));
  const download = must(await cases.downloadExhibit(actor, keys, caseId, exhibitId));
  for await (const part of download.content) expect(part.length).toBe(1);
  must(await cases.openDeadlines(actor, keys, 'provider', caseId));
  const second = [...first, ['exhibits_opened', 'Robert Meinel', null], ['exhibit_opened', 'Robert Meinel', 'a.txt']];
  expect(await openings(), 'without a file number the duties hold nothing sealed').toEqual(second);

  runtime.clock.advance(1);
  const next = await someProvider(runtime, { organisationName: 'Netzwerft', name: 'Ines Vogel', email: 'ines.vogel@netzwerft.example' });
  await handOver(runtime, caseId, next.organisationId);
  runtime.clock.advance(61);
  must(await cases.postMessage(own.actor, own.keys, 'company', { caseId, text: 'Nur für die Neuen.', idempotencyKey: 'm2' }));
  expect(refusalOf(await cases.openDeadlines(actor, keys, 'provider', caseId))).not.toBe('ok');
  must(await cases.listMessages(actor, keys, 'provider', caseId));
  expect(await openings()).toEqual([...second, ['messages_opened', 'Robert Meinel', null]]);
});

test('a former provider sees the case as it was: no later step, no later name, no later file', async () => {
  await using runtime = await createTestRuntime();
  const { cases } = runtime.services;
  const scene = await assignedCase(runtime);
  const { caseId, provider } = scene;
  const company = await release(runtime, scene);
  runtime.clock.advance(1);
  const next = await someProvider(runtime, { organisationName: 'Netzwerft', name: 'Ines Vogel', email: 'ines.vogel@netzwerft.example' });
  await handOver(runtime, caseId, next.organisationId);
  const { actor, keys } = provider.session;
  const steps = async () => must(await cases.readHistory(actor, keys, 'provider', caseId)).entries.map((one) => one.event);
  const before = await steps();
  await release(runtime, { ...scene, company });
  runtime.clock.advance(1);
  const successor = next.session;
  must(await cases.logFirstContact(successor.actor, successor.keys, { caseId, at: runtime.clock.now().toISOString(), channel: 'telephone', note: 'Neu angefangen.' }));
  expect(await steps()).toEqual(before);
  const page = must(await cases.openProviderCase(actor, keys, caseId));
  expect(JSON.stringify(page)).not.toMatch(/Netzwerft|Ines Vogel|Neu angefangen/);
  expect(page.head).toMatchObject({ providerName: null, formerUntil: expect.any(String) as string });
});

import type { Member } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { CapabilityLevel } from '#app/domain/routing/capabilities.ts';
import type { IncidentKind } from '#app/domain/triage/kinds.ts';
import { itemCodes } from '#app/domain/vetting/items.ts';
import type { ItemInput } from '#app/features/providers/save-item.server.ts';
import { foundAndSignIn, stepUp } from './people.ts';
import type { TestPerson } from './people.ts';
import type { TestRuntime } from './runtime.ts';

export type Requested = { readonly capability: IncidentKind; readonly level: CapabilityLevel };

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** A company whose founder leads it, and two reviewers of one office, everybody signed in. */
export async function vettingPeople(runtime: TestRuntime) {
  const lead = await foundAndSignIn(runtime, { type: 'company', role: 'company.admin', organisationName: 'Silberader IT-Sicherheit', name: 'Jana Wolf' });
  const reviewerA = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', name: 'Heike Uhlig' });
  const reviewerB = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: 'Zweite Geschäftsstelle', name: 'Tom Richter' });
  return { lead, reviewerA, reviewerB };
}

/** Handed-in proofs that carry every requested capability; all end on `endsOn` where a proof has an end. */
export async function applyWithEverything(runtime: TestRuntime, lead: Member, requested: readonly Requested[], endsOn = '2028-06-30'): Promise<void> {
  const { providers } = runtime.services;
  must(await providers.applyAsProvider(lead));
  must(await providers.saveRequested(lead, requested));
  for (const code of itemCodes) {
    await handInDocument(runtime, lead, code);
    must(await providers.saveVettingItem(lead, proof(code, requested, endsOn)));
  }
  must(await providers.submitApplication(lead));
}

/** A small PDF for one proof; its id. Every text makes a file of its own. */
export async function handInDocument(runtime: TestRuntime, lead: Member, code: ItemInput['code'], text = `Seite zu ${code}`, fileName = `${code}.pdf`): Promise<string> {
  const { documentId } = must(await runtime.services.providers.addVettingDocument(lead, { code, fileName, claimedType: 'application/pdf', content: pdfOf(text) }));
  return documentId;
}

/** What begins like a PDF. */
export async function* pdfOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`, 'utf8');
}

export function proof(code: ItemInput['code'], requested: readonly Requested[], endsOn: string): ItemInput {
  return {
    code,
    text: `Nachweis zu ${code}`,
    reference: `Ablage ${code}, 12.11.2026`,
    endsOn: code === 'V2' || code === 'V8' ? endsOn : null,
    persons: code === 'V7' ? [{ personId: 'p1', name: 'S. Böhme', number: 'VE-0815', kind: 'expert', validUntil: endsOn }] : [],
    certifiedProviderUntil: null,
    capabilities: code === 'V6' ? requested.map(({ capability }) => ({ capability, confirmedCases: 3, certificateUntil: null })) : [],
    withdraw: [],
  };
}

/** Reviewer A takes the application, accepts every item and hands it on. */
export async function reviewEverything(runtime: TestRuntime, reviewer: Member, providerId: string): Promise<void> {
  const { providers } = runtime.services;
  must(await providers.beginReview(reviewer, providerId));
  const decisions = itemCodes.map((code) => ({ code, verdict: 'accepted', note: 'gesehen', question: '' }) as const);
  must(await providers.reviewItems(reviewer, providerId, decisions, 'finish_review'));
}

export function granting(granted: readonly Requested[]) {
  return { verdict: 'approve', granted, conditions: [], reason: null, words: '' } as const;
}

/** The whole way: applied, reviewed by one person, approved by another, whose second factor is given again. */
export async function approvedProvider(runtime: TestRuntime, people: { lead: TestPerson; reviewerA: TestPerson; reviewerB: TestPerson }, requested: readonly Requested[], endsOn?: string): Promise<string> {
  const providerId = people.lead.organisationId;
  await applyWithEverything(runtime, people.lead.session.actor, requested, endsOn);
  await reviewEverything(runtime, people.reviewerA.session.actor, providerId);
  const b = await stepUp(runtime, people.reviewerB);
  must(await runtime.services.providers.decideApplication(b.session.actor, providerId, granting(requested)));
  return providerId;
}

import { ACCESS_GRACE_HOURS } from '#app/domain/case/assignment-machine.ts';
import type { Result } from '#app/domain/result.ts';
import { acceptAndSignIn, foundAndSignIn, registerAndSignIn, resume, stepUp } from './people.ts';
import type { TestCompany, TestPerson } from './people.ts';
import { sendReport } from './reports.ts';
import type { PostedAnswers } from './reports.ts';
import type { TestRuntime } from './runtime.ts';

/** A case with its two sides, at the moment a provider was assigned. */
export type CaseScene = { readonly caseId: string; readonly reference: string; readonly company: TestPerson; readonly provider: TestPerson };

/** An approved provider with one person; signed in. */
export async function someProvider(runtime: TestRuntime, names: { organisationName?: string; name?: string; email?: string } = {}): Promise<TestPerson> {
  const founded = await foundAndSignIn(runtime, { type: 'company', role: 'provider.admin', organisationName: 'Silberader IT-Sicherheit GmbH', name: 'Robert Meinel', ...names });
  const at = runtime.clock.now();
  const { organisationId } = founded;
  await runtime.database.provider.create({
    data: { id: organisationId, vettingState: 'approved', approvedUntil: new Date('2028-06-30T22:00:00Z'), districts: '["zwickau","chemnitz"]', createdAt: at },
  });
  await runtime.database.vetting.create({
    data: { id: runtime.random.id(), providerId: organisationId, state: 'approved', decidedAt: new Date('2026-03-02T10:00:00Z'), createdAt: at, updatedAt: at },
  });
  return { ...founded, session: await resume(runtime, founded.cookie) };
}

/** Puts a provider in the lead as the confirmation of its offer does, without the way there. */
export async function assignTo(runtime: TestRuntime, caseId: string, providerId: string): Promise<string> {
  const { database, random, clock } = runtime;
  const at = clock.now();
  const id = random.id();
  await database.case.update({ where: { id: caseId }, data: { state: 'assigned', nextActionAt: null } });
  await database.assignment.create({
    data: { id, caseId, providerId, role: 'leading', state: 'first_contact_due', createdAt: at, firstContactDue: new Date(at.getTime() + 15 * 60_000) },
  });
  const sequence = (await database.caseEvent.count({ where: { caseId } })) + 1;
  await database.caseEvent.create({
    data: { id: random.id(), caseId, sequence, event: 'assign', fromState: 'matching', toState: 'assigned', actorKind: 'provider', organisationId: providerId, at },
  });
  return id;
}

/** A company that sent a report, and a provider that leads the case. Nothing is released yet. */
export async function assignedCase(runtime: TestRuntime, options: { answers?: PostedAnswers; company?: Partial<TestCompany> } = {}): Promise<CaseScene> {
  const company = await registerAndSignIn(runtime, options.company ?? {});
  const { caseId, reference } = await sendReport(runtime, company.session, options.answers ?? {});
  const provider = await someProvider(runtime);
  await assignTo(runtime, caseId, provider.organisationId);
  return { caseId, reference, company, provider };
}

/** Releases the case as its page does: shown, second factor anew, agreed. Returns the company's person with its new session. */
export async function release(runtime: TestRuntime, { caseId, company }: Pick<CaseScene, 'caseId' | 'company'>): Promise<TestPerson> {
  const steppedUp = await stepUp(runtime, company);
  const { actor, keys } = steppedUp.session;
  const { provider } = must(await runtime.services.cases.openRelease(actor, keys, caseId));
  must(await runtime.services.cases.releaseToProvider(actor, keys, { caseId, providerId: provider.id, fingerprint: provider.fingerprint, consent: true }));
  return steppedUp;
}

/** Ends the leading assignment with a time of grace and puts the next provider in the lead, as a hand-over does, without the way there. */
export async function handOver(runtime: TestRuntime, caseId: string, nextProviderId: string): Promise<void> {
  const at = runtime.clock.now();
  await runtime.database.assignment.updateMany({
    where: { caseId, endedAt: null },
    data: { state: 'handed_over', endedAt: at, accessEndsAt: new Date(at.getTime() + ACCESS_GRACE_HOURS * 3_600_000) },
  });
  await assignTo(runtime, caseId, nextProviderId);
}

/** A lead and a confirmed colleague of one company; both hold its key. */
export async function leadAndColleague(runtime: TestRuntime, lead: TestPerson, colleague: { name: string; email: string; role: 'company.member' | 'provider.responder' }): Promise<{ lead: TestPerson; colleague: TestPerson }> {
  const { accounts } = runtime.services;
  const steppedUp = await stepUp(runtime, lead);
  const { actor, keys } = steppedUp.session;
  const { invitationToken } = must(await accounts.inviteColleague(actor, colleague, { address: '192.0.2.18', userAgent: 'Mozilla/5.0 (test)' }));
  const joined = await acceptAndSignIn(runtime, invitationToken, colleague);
  must(await accounts.confirmMember(actor, keys, { userId: joined.userId, fingerprint: (await accounts.ownFingerprint(joined.userId)) ?? '' }));
  return { lead: steppedUp, colleague: { ...joined, session: await resume(runtime, joined.cookie) } };
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function refusalOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

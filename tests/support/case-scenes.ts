import type { Result } from '#app/domain/result.ts';
import { foundAndSignIn, registerAndSignIn, resume } from './people.ts';
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

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export function refusalOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companySteps, slugOfStep } from '#app/features/cases/company-steps/company-steps.ts';
import type { CompanyStep } from '#app/features/cases/company-steps/company-steps.ts';
import { call } from '#tests/support/outside/caller.ts';
import { bodyOf, formsIn } from '#tests/support/outside/forms-in-page.ts';
import { foundAndSignIn, registerAndSignIn } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { sendReport } from '#tests/support/reports.ts';
import type { PostedAnswers } from '#tests/support/reports.ts';
import { must } from '#tests/support/case-scenes.ts';
import { serveForTest } from '#tests/support/serve.ts';
import type { TestServer } from '#tests/support/serve.ts';

/** S3: the office looks first. */
const mild = { kind: 'malware', operation: 'running', standstill: [], devices: 'one', servers: 'none', sites: 'one', ongoing: 'no', intruderActive: 'no', personalData: 'no', deviceEncrypted: 'no', passwordsEntered: 'no', ransomDemand: 'no', backups: 'yes' };

let server: TestServer;
let company: TestPerson;
let office: TestPerson;

beforeAll(async () => {
  server = await serveForTest();
  office = await foundAndSignIn(server.runtime, { type: 'office', role: 'office.coordinator' });
  company = await registerAndSignIn(server.runtime);
});
afterAll(() => server.stop());

async function newCase(answers: PostedAnswers): Promise<string> {
  return (await sendReport(server.runtime, company.session, answers)).caseId;
}

const stateOf = async (caseId: string) => (await server.runtime.database.case.findFirstOrThrow({ where: { id: caseId } })).state;

/** Opens the page of a step without script, fills its form and sends it. */
async function take(caseId: string, slug: string, typed: Readonly<Record<string, string>>) {
  const address = `/betrieb/faelle/${caseId}/${slug}`;
  const page = await call(server.baseUrl, address, { cookie: company.cookie });
  expect(page.status, address).toBe(200);
  const form = formsIn(page.text, address).find((one) => one.action === address);
  if (!form) throw new Error(`No form on ${address}`);
  const fields = [...form.fields.filter(([name]) => name === 'formToken'), ...Object.entries(typed)];
  return call(server.baseUrl, address, { method: 'POST', cookie: company.cookie, fields: bodyOf({ ...form, fields }) });
}

const ends: readonly [CompanyStep, PostedAnswers, Readonly<Record<string, string>>, string][] = [
  ['change_severity', mild, { severity: 'S2', reason: 'spreading' }, 'ready'],
  ['choose_self_help', mild, {}, 'self_help'],
  ['request_help', { routingWanted: 'no' }, { consent: 'yes' }, 'ready'],
  ['refer_out', mild, { target: 'insurer', passedOn: 'Meldung an die Hotline' }, 'referred_out'],
  ['declare_false_alarm', mild, { reason: 'exercise' }, 'false_alarm'],
  ['withdraw', mild, { text: '' }, 'withdrawn'],
];

describe('without script a company', () => {
  test.each(ends)('takes the step %s on its page', async (step, answers, typed, state) => {
    const caseId = await newCase(answers);
    const overview = await call(server.baseUrl, `/betrieb/faelle/${caseId}`, { cookie: company.cookie });
    expect(overview.text).toContain(`/betrieb/faelle/${caseId}/schritt/${slugOfStep(step)}`);
    const sent = await take(caseId, `schritt/${slugOfStep(step)}`, typed);
    expect(sent.status).toBe(303);
    expect(await stateOf(caseId)).toBe(state);
    const after = await call(server.baseUrl, `/betrieb/faelle/${caseId}?getan=${slugOfStep(step)}`, { cookie: company.cookie });
    expect(after.text).toContain('class="flash');
    // What is done is not offered again.
    if (step !== 'change_severity') expect((await call(server.baseUrl, `/betrieb/faelle/${caseId}/schritt/${slugOfStep(step)}`, { cookie: company.cookie })).status).toBe(303);
  });

  test('answers the office where it was asked', async () => {
    const caseId = await newCase(mild);
    must(await server.runtime.services.office.decideCase(office.session.actor, { caseId, decision: 'ask', taskId: '', providerId: '', companyConsents: false, question: 'Welches Gerät ist es?', survivingReference: '' }));
    const overview = await call(server.baseUrl, `/betrieb/faelle/${caseId}`, { cookie: company.cookie });
    expect(overview.text).toContain('Welches Gerät ist es?');
    expect((await take(caseId, 'schritt/antworten', { text: 'Das am Empfang.' })).status).toBe(303);
    expect(await stateOf(caseId)).toBe('in_triage');
  });

  test('corrects a fact, and the legal clock with it', async () => {
    const caseId = await newCase({});
    const stated = { noticedAtDate: '2026-11-23', noticedAtTime: '07:45', ongoing: 'no', district: 'zwickau' };
    const before = await server.runtime.database.deadline.count({ where: { caseId, state: 'superseded' } });
    expect((await take(caseId, 'angaben/wann', stated)).status).toBe(303);
    expect(await server.runtime.database.deadline.count({ where: { caseId, state: 'superseded' } })).toBeGreaterThan(before);
    const wrong = await take(caseId, 'angaben/wann', { ...stated, noticedAtDate: '2029-01-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('2029-01-01');
  });

  test('gets a form back with what it typed and a word at the field', async () => {
    const caseId = await newCase(mild);
    const refused = await take(caseId, 'schritt/abgeben', { passedOn: 'Getippter Satz' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Getippter Satz');
    expect(await stateOf(caseId)).toBe('in_triage');
  });
});

test('every step has an address of its own', () => {
  expect(new Set(companySteps.map(slugOfStep)).size).toBe(companySteps.length);
});

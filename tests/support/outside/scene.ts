import { optionalParts } from '#app/domain/dossier/leave-out.ts';
import { addProvider } from '#tests/support/cases.ts';
import { assignTo, someProvider } from '#tests/support/case-scenes.ts';
import { closedAssessment } from '#tests/support/assessments.ts';
import { evidenceInput } from '#tests/support/evidence.ts';
import { acceptAndSignIn, codeNow, foundAndSignIn, mailedToken, must, registerAndSignIn, resume, stepUp } from '#tests/support/people.ts';
import type { TestPerson } from '#tests/support/people.ts';
import { fillDraft, sendReport } from '#tests/support/reports.ts';
import type { TestServer } from '#tests/support/serve.ts';
import { serveForTest } from '#tests/support/serve.ts';
import { handInDocument } from '#tests/support/vetting.ts';

/** The nine who call every route; and the lead of the office and a reviewer, who alone may some things. */
export const callers = ['anonymous', 'unconfirmed', 'member', 'admin', 'otherCompany', 'unassigned', 'assigned', 'former', 'office', 'officeLead', 'reviewer'] as const;
export type Caller = (typeof callers)[number];

/** Things of one company, by the names under which expectations speak of them. */
export type Things = {
  readonly companyId: string;
  readonly closedAssessmentId: string;
  readonly openAssessmentId: string;
  readonly requirementId: string;
  /** Of the open assessment. */
  readonly evidenceId: string;
  /** A topic of the open assessment, and its way to a colleague. */
  readonly topicId: string;
  readonly handOverId: string;
  readonly measureId: string;
  readonly siteId: string;
  /** Led by `assigned` and released to it; `former` led it before. */
  readonly releasedCaseId: string;
  /** Led by `assigned`, not released. */
  readonly unreleasedCaseId: string;
  readonly draftCaseId: string;
  readonly exhibitId: string;
  /** Sent to `assigned`, not answered. */
  readonly offerId: string;
  /** Handed in by `assigned` for its approval. */
  readonly vettingDocumentId: string;
  readonly assignedProviderId: string;
  readonly dossierId: string;
  readonly tokens: { readonly share: string; readonly invitation: string; readonly confirmation: string; readonly reset: string; readonly feed: string };
};

export type OutsideScene = {
  readonly server: TestServer;
  /** Cookie by caller; null without a session. */
  readonly cookies: Readonly<Record<Caller, string | null>>;
  /** Cookies of people who have not finished signing in, by the step that is missing. */
  readonly halfway: { readonly atCode: string; readonly atSetUp: string; readonly atRecoveryCode: string };
  readonly things: Things;
};

const client = { address: '10.99.0.1', userAgent: 'Mozilla/5.0 (test)' };

/** A company with a person of every standing, its cases in every relation to three providers, and the office. */
export async function outsideScene(): Promise<OutsideScene> {
  const server = await serveForTest();
  const { runtime } = server;
  const { accounts, cases, checklists, dossiers, matching, measures, providers, sites } = runtime.services;

  let admin = await registerAndSignIn(runtime);
  const office = await foundAndSignIn(runtime, { type: 'office', role: 'office.coordinator' });
  const officeLead = await foundAndSignIn(runtime, { type: 'office', role: 'office.admin', organisationName: 'Leitung der Geschäftsstelle' });
  const reviewer = await foundAndSignIn(runtime, { type: 'office', role: 'office.reviewer', organisationName: 'Prüfung der Geschäftsstelle' });
  const otherCompany = await registerAndSignIn(runtime, { organisationName: 'Gärtnerei Fremd', name: 'Paul Fremd' });
  const former = await someProvider(runtime, { organisationName: 'Vormals GmbH' });
  const unassigned = await someProvider(runtime, { organisationName: 'Unbeteiligt GmbH' });
  const founded = await foundAndSignIn(runtime, { type: 'company', role: 'provider.admin', organisationName: 'Silberader IT-Sicherheit GmbH' });
  await addProvider(runtime, { organisationId: founded.organisationId });
  const assigned = { ...founded, session: await resume(runtime, founded.cookie) };

  admin = await stepUp(runtime, admin);
  const member = await joined(admin, 'Tom Brandt', 'tom.brandt@seidel.example');
  const fingerprint = (await accounts.ownFingerprint(member.userId)) ?? '';
  admin = await stepUp(runtime, admin);
  must(await accounts.confirmMember(admin.session.actor, admin.session.keys, { userId: member.userId, fingerprint }));
  const unconfirmed = await joined(admin, 'Ute Neu', 'ute.neu@seidel.example');
  const { invitationToken } = must(await accounts.inviteColleague(admin.session.actor, { name: 'Nora Gast', email: 'nora.gast@seidel.example', role: 'company.member' }, client));

  const releasedCaseId = (await sendReport(runtime, admin.session)).caseId;
  const uploaded = async function* () {
    yield Buffer.from('Beleg');
  };
  must(await cases.addExhibit(admin.session.actor, admin.session.keys, 'company', { caseId: releasedCaseId, purpose: 'other', origin: '', fileName: 'beleg.txt', claimedType: 'text/plain', idempotencyKey: 'beleg-1', content: uploaded() }));
  const exhibit = await runtime.database.exhibit.findFirstOrThrow({ where: { caseId: releasedCaseId } });
  const firstAssignment = await assignTo(runtime, releasedCaseId, former.organisationId);
  await release(releasedCaseId);
  const at = runtime.clock.now();
  await runtime.database.assignment.updateMany({ where: { id: firstAssignment }, data: { state: 'handed_over', endedAt: at, accessEndsAt: new Date(at.getTime() + 48 * 3_600_000) } });
  await assignTo(runtime, releasedCaseId, assigned.organisationId);
  await release(releasedCaseId);

  const unreleasedCaseId = (await sendReport(runtime, admin.session)).caseId;
  await assignTo(runtime, unreleasedCaseId, assigned.organisationId);
  const draftCaseId = await fillDraft(runtime, admin.session);
  const offeredCaseId = (await sendReport(runtime, admin.session)).caseId;
  await matching.advanceRouting();
  const offer = await runtime.database.offer.findFirstOrThrow({ where: { caseId: offeredCaseId, providerId: assigned.organisationId } });

  must(await providers.applyAsProvider(assigned.session.actor));
  const vettingDocumentId = await handInDocument(runtime, assigned.session.actor, 'V2');

  const closedAssessmentId = await closedAssessment(runtime, admin.session);
  const { siteId } = must(await sites.addSite(admin.session.actor, { name: 'Lager', town: 'Plauen', district: 'vogtlandkreis', idempotencyKey: 'site-form-1' }));
  const { assessmentId, first } = must(await checklists.startAssessment(admin.session.actor, admin.session.keys, { checklistId: 'basis', idempotencyKey: checklists.newFormKey() }));
  const topicId = must(await checklists.openAssessment(admin.session.actor, admin.session.keys, assessmentId)).run.version.topics[0]?.id ?? '';
  must(await checklists.handOverTopic(admin.session.actor, admin.session.keys, { assessmentId, topicId, userId: member.userId, message: 'Bitte ansehen', dueAt: null, idempotencyKey: 'hand-over-1' }));
  const handOver = await runtime.database.topicHandOver.findFirstOrThrow({ where: { assessmentId } });
  const { evidenceId } = must(await checklists.addEvidence(admin.session.actor, admin.session.keys, evidenceInput({ assessmentId, requirementId: first?.id ?? '' })));
  const { gaps } = must(await measures.openBoard(admin.session.actor, admin.session.keys, { state: null, owner: null }));
  must(await measures.takeOver(admin.session.actor, admin.session.keys, gaps.slice(0, 3).map((gap) => gap.controlId)));
  const measure = await runtime.database.measure.findFirstOrThrow({ where: { organisationId: admin.organisationId } });
  const feed = must(await measures.makeFeed(admin.session.actor, 'all'));
  const dossier = must(await dossiers.issueChecklistDossier(admin.session.actor, admin.session.keys, closedAssessmentId, { locale: 'de', recipient: null, idempotencyKey: null }));
  const { token, accessCode } = must(await dossiers.beginShareLink(admin.session.actor, dossier.id));
  must(await dossiers.createShareLink(admin.session.actor, admin.session.keys, { dossierId: dossier.id, locale: 'de', parts: [...optionalParts], days: 7, token, accessCode }));

  const pending = await begun('eva.offen@offen.example');
  const atSetUp = await confirmed('horst.halb@halb.example');
  const withoutCode = await confirmed('dora.drei@drei.example');
  const { secret, typedKey } = must(await accounts.beginSecondFactor(withoutCode, null));
  const atRecoveryCode = must(await accounts.confirmSecondFactor(withoutCode, { secret, code: await codeNow(runtime, typedKey.replaceAll(' ', '')) }, client)).cookie;
  const atCode = must(await accounts.signIn(otherCompany.email, otherCompany.password, client)).cookie ?? '';
  await accounts.requestReset(otherCompany.email, 'de', client);

  const people = { unconfirmed, member, admin, otherCompany, unassigned, assigned, former, office, officeLead, reviewer };
  return {
    server,
    cookies: { anonymous: null, ...(Object.fromEntries(Object.entries(people).map(([name, person]) => [name, person.cookie])) as Record<keyof typeof people, string>) },
    halfway: { atCode, atSetUp, atRecoveryCode },
    things: {
      companyId: admin.organisationId,
      closedAssessmentId,
      openAssessmentId: assessmentId,
      requirementId: first?.id ?? '',
      evidenceId,
      topicId,
      handOverId: handOver.id,
      measureId: measure.id,
      siteId,
      releasedCaseId,
      unreleasedCaseId,
      draftCaseId,
      exhibitId: exhibit.id,
      offerId: offer.id,
      vettingDocumentId,
      assignedProviderId: assigned.organisationId,
      dossierId: dossier.id,
      tokens: {
        share: token,
        feed: feed.token,
        invitation: invitationToken,
        confirmation: await mailedToken(runtime, 'confirm_email', pending.email),
        reset: await mailedToken(runtime, 'reset_password', otherCompany.email),
      },
    },
  };

  async function begun(email: string): Promise<{ email: string; cookie: string }> {
    const company = { organisationName: 'Offen GmbH', town: 'Plauen', companyKind: 'business', sectorSection: 'C', sizeClass: 'micro', district: 'zwickau' };
    const { cookie } = must(await accounts.registerCompany({ ...company, name: 'Eva Offen', email, password: admin.password, locale: 'de' }, client));
    return { email, cookie };
  }

  async function confirmed(email: string): Promise<string> {
    const { cookie } = await begun(email);
    must(await accounts.confirmMail(await mailedToken(runtime, 'confirm_email', email)));
    return cookie;
  }

  async function joined(lead: TestPerson, name: string, email: string): Promise<TestPerson> {
    const invited = must(await accounts.inviteColleague(lead.session.actor, { name, email, role: 'company.member' }, client));
    return acceptAndSignIn(runtime, invited.invitationToken, { name, email });
  }

  async function release(caseId: string): Promise<void> {
    admin = await stepUp(runtime, admin);
    const { actor, keys } = admin.session;
    const { provider } = must(await cases.openRelease(actor, keys, caseId));
    must(await cases.releaseToProvider(actor, keys, { caseId, providerId: provider.id, fingerprint: provider.fingerprint, consent: true }));
  }
}

import type { DemoOrganisation, DemoPerson } from './demo-types.ts';
import { codeAt, must } from './stage.ts';
import type { Stage } from './stage.ts';

const confirmationPath = '/registrieren/bestaetigen/';

/** Registers a company: form, mailed link, second factor, recovery code. */
export async function registerCompany(stage: Stage, company: DemoOrganisation, person: DemoPerson): Promise<void> {
  const { accounts } = stage.services;
  const client = stage.clientOf(person.key);
  const password = accounts.suggestPassphrase();
  const { cookie } = must(
    await accounts.registerCompany(
      {
        organisationName: company.name,
        town: company.town,
        companyKind: company.kind,
        sectorSection: company.sector,
        sizeClass: company.size,
        district: company.district,
        name: person.name,
        email: person.email,
        password,
        locale: 'de',
      },
      client,
    ),
    `registration of ${company.key}`,
  );
  await stage.runJobs();
  must(await accounts.confirmMail(await stage.mailboxes.linkToken(person.email, confirmationPath)), `mail of ${person.key}`);
  await finishEnrolment(stage, person, company.name, password, cookie);
}

/** Takes an invitation up. The person has no right before `confirmColleague`, except the first of an organisation. */
export async function acceptInvitation(stage: Stage, person: DemoPerson, organisation: string, token: string): Promise<void> {
  const { accounts } = stage.services;
  const password = accounts.suggestPassphrase();
  const input = { name: person.name, password, locale: 'de' as const };
  const { cookie } = must(await accounts.acceptInvitation(token, input, stage.clientOf(person.key)), `invitation of ${person.key}`);
  await finishEnrolment(stage, person, organisation, password, cookie);
}

/** A lead invites a colleague, who sets itself up; the lead compares the fingerprint and confirms. */
export async function bringIn(stage: Stage, leadKey: string, colleague: DemoPerson): Promise<void> {
  const { accounts } = stage.services;
  const lead = await stage.visitConfirmed(leadKey);
  const { name, email, role } = colleague;
  const invited = must(await accounts.inviteColleague(lead.actor, { name, email, role }, stage.clientOf(leadKey)), `invitation of ${colleague.key}`);
  await acceptInvitation(stage, colleague, stage.credentialsOf(leadKey).organisation, invited.invitationToken);
  const { userId } = stage.credentialsOf(colleague.key);
  const fingerprint = await accounts.ownFingerprint(userId);
  if (fingerprint === null) throw new Error(`${colleague.key} has no key.`);
  const again = await stage.visitConfirmed(leadKey);
  must(await accounts.confirmMember(again.actor, again.keys, { userId, fingerprint }), `confirmation of ${colleague.key}`);
}

async function finishEnrolment(stage: Stage, person: DemoPerson, organisation: string, password: string, cookie: string): Promise<void> {
  const { accounts } = stage.services;
  const { secret, typedKey } = must(await accounts.beginSecondFactor(cookie, null), `second factor of ${person.key}`);
  const totpSecret = typedKey.replaceAll(' ', '');
  const code = await codeAt(totpSecret, stage.clock.now());
  const withFactor = must(await accounts.confirmSecondFactor(cookie, { secret, code }, stage.clientOf(person.key)), `second factor of ${person.key}`);
  const recoveryCode = accounts.newCode();
  const done = must(await accounts.keepRecoveryCode(withFactor.cookie, { code: recoveryCode, lastGroup: recoveryCode.slice(-4) }), `recovery code of ${person.key}`);
  const state = await accounts.resumeSession(done.cookie);
  if (state.kind !== 'open') throw new Error(`The session of ${person.key} is ${state.kind}.`);
  const { userId, organisationId } = state.actor;
  stage.remember({ person, organisation, userId, organisationId, password, totpSecret, recoveryCode }, done.cookie);
}

import { generate } from 'otplib';
import type { MemberRole } from '#app/domain/access/roles.ts';
import type { Result } from '#app/domain/result.ts';
import type { SignedIn } from '#app/features/accounts/session-life.server.ts';
import type { OpenSession } from '#app/features/accounts/session-state.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import type { TestRuntime } from './runtime.ts';

/** A person as a test knows it. `cookie` and `session` are of the last sign-in; a used session must be taken anew by `resume`. */
export type TestPerson = {
  readonly userId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** TOTP secret, base32. */
  readonly totpSecret: string;
  readonly recoveryCode: string;
  readonly cookie: string;
  readonly session: OpenSession;
};

export type TestCompany = {
  name: string;
  email: string;
  password: string;
  organisationName: string;
  town: string;
  companyKind: string;
  sectorSection: string;
  sizeClass: string;
  district: string;
};

type Runtime = Pick<TestRuntime, 'services' | 'clock' | 'database' | 'config' | 'random'>;

export const goodPassword = 'mohn gleis wolke tasse birke';
let counter = 0;

/** A browser of its own for every person, so that limits on networks do not meet. */
function someClient() {
  counter += 1;
  return { address: `10.${(counter >> 8) & 255}.${counter & 255}.7`, userAgent: 'Mozilla/5.0 (test)' };
}

/** Registers a company and signs its founder in, through the use cases only: mail confirmed, second factor, recovery code. */
export async function registerAndSignIn(runtime: Runtime, changes: Partial<TestCompany> = {}): Promise<TestPerson> {
  const { accounts } = runtime.services;
  const client = someClient();
  const company: TestCompany = {
    name: 'Karin Seidel',
    email: `karin.seidel.${counter}@tischlerei-seidel.example`,
    password: goodPassword,
    organisationName: 'Tischlerei Seidel',
    town: 'Zwickau',
    companyKind: 'business',
    sectorSection: 'C',
    sizeClass: 'micro',
    district: 'zwickau',
    ...changes,
  };
  const { cookie } = must(await accounts.registerCompany({ ...company, locale: 'de' }, client));
  must(await accounts.confirmMail(await mailedToken(runtime, 'confirm_email', company.email)));
  return finishEnrolment(runtime, { ...company, cookie, client });
}

/** Founds an organisation of any type as the command line does, and signs its first person in. Providers: type `company`, role `provider.admin`. */
export async function foundAndSignIn(
  runtime: Runtime,
  { type, role, organisationName, town, name, email, district }: { type: 'company' | 'office'; role: MemberRole; organisationName?: string; town?: string; name?: string; email?: string; district?: string },
): Promise<TestPerson> {
  counter += 1;
  const first = { name: name ?? 'Jana Wolf', email: email ?? `jana.wolf.${counter}@firma.example`, role };
  const { invitationToken } = await runtime.services.accounts.foundOrganisation({
    type,
    profile: { name: organisationName ?? (type === 'office' ? 'Geschäftsstelle' : 'Netz & Schutz'), town: town ?? 'Chemnitz' },
    facts: type === 'office' ? null : { companyKind: 'business', sectorSection: 'J', sizeClass: 'small', district: district ?? 'chemnitz' },
    first,
    mailInvitation: false,
  });
  return acceptAndSignIn(runtime, invitationToken, { name: first.name, email: first.email });
}

/** Accepts an invitation and finishes the enrolment. The session is open; `actor.confirmed` tells whether a key holder has confirmed. */
export async function acceptAndSignIn(runtime: Runtime, token: string, person: { name: string; email: string; password?: string }): Promise<TestPerson> {
  const client = someClient();
  const password = person.password ?? goodPassword;
  const { cookie } = must(await runtime.services.accounts.acceptInvitation(token, { name: person.name, password, locale: 'de' }, client));
  return finishEnrolment(runtime, { name: person.name, email: person.email, password, cookie, client });
}

async function finishEnrolment(
  runtime: Runtime,
  { name, email, password, cookie, client }: { name: string; email: string; password: string; cookie: string; client: { address: string; userAgent: string } },
): Promise<TestPerson> {
  const { accounts } = runtime.services;
  const { secret, typedKey } = must(await accounts.beginSecondFactor(cookie, null));
  const totpSecret = typedKey.replaceAll(' ', '');
  const withFactor = must(await accounts.confirmSecondFactor(cookie, { secret, code: await codeNow(runtime, totpSecret) }, client));
  const recoveryCode = accounts.newCode();
  const signedIn = must(await accounts.keepRecoveryCode(withFactor.cookie, { code: recoveryCode, lastGroup: recoveryCode.slice(-4) }));
  const session = await resume(runtime, signedIn.cookie);
  const { userId, organisationId } = session.actor;
  return { userId, organisationId, name, email, password, totpSecret, recoveryCode, cookie: signedIn.cookie, session };
}

/** Signs in with password and second factor. Moves the clock one step on, because a code counts once. */
export async function signInAgain(runtime: Runtime, person: TestPerson): Promise<TestPerson> {
  const { accounts } = runtime.services;
  const client = someClient();
  const first = must(await accounts.signIn(person.email, person.password, client));
  runtime.clock.advance(0.5);
  const second: SignedIn = must(await accounts.verifySecondFactor(first.cookie, await codeNow(runtime, person.totpSecret), client));
  return { ...person, cookie: second.cookie, session: await resume(runtime, second.cookie) };
}

/** The second factor once more, as acts ask for that need it again (`step_up_required`). Moves the clock one step on. */
export async function stepUp(runtime: Runtime, person: TestPerson): Promise<TestPerson> {
  runtime.clock.advance(0.5);
  const { cookie } = must(await runtime.services.accounts.stepUp(person.cookie, await codeNow(runtime, person.totpSecret)));
  return { ...person, cookie, session: await resume(runtime, cookie) };
}

/** The open session behind a cookie, with a fresh key ring. */
export async function resume(runtime: Runtime, cookie: string): Promise<OpenSession> {
  const state = await runtime.services.accounts.resumeSession(cookie);
  if (state.kind !== 'open') throw new Error(`The session is ${state.kind}.`);
  return state;
}

/** The code that an authenticator app shows now. */
export async function codeNow(runtime: Pick<TestRuntime, 'clock'>, secret: string): Promise<string> {
  return generate({ secret, epoch: Math.floor(runtime.clock.now().getTime() / 1000) });
}

/** The token in the newest mail of this kind to this address. */
export async function mailedToken(runtime: Runtime, kind: string, email: string): Promise<string> {
  const vault = createAccountVault(runtime.config.secrets, runtime.random);
  const user = await runtime.database.user.findFirst({ where: { emailHash: vault.mailHash(email) }, select: { id: true } });
  const rows = await runtime.database.outboxMessage.findMany({ where: { notice: kind }, orderBy: { createdAt: 'desc' } });
  for (const row of rows) {
    const secret = row.addressBox ? vault.open<{ address?: string; path?: string }>('OutboxMessage', row.id, row.addressBox) : {};
    const isTheirs = row.userId === null ? secret.address === email : row.userId === user?.id;
    if (isTheirs && secret.path) return secret.path.split('/').at(-1) ?? '';
  }
  throw new Error(`No mail of kind ${kind}.`);
}

/** The value of a success; a refusal fails the test. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

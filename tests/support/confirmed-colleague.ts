import { acceptAndSignIn, must, resume, stepUp } from './people.ts';
import type { TestPerson } from './people.ts';
import type { TestRuntime } from './runtime.ts';

const client = { address: '10.98.0.1', userAgent: 'Mozilla/5.0 (test)' };

/** Invites somebody, who accepts, and confirms the fingerprint: two people with the key of their company. */
export async function withColleague(runtime: TestRuntime, owner: TestPerson, colleague: { readonly name: string; readonly email: string }): Promise<{ readonly lead: TestPerson; readonly colleague: TestPerson }> {
  const { accounts } = runtime.services;
  const inviting = await stepUp(runtime, owner);
  const { invitationToken } = must(await accounts.inviteColleague(inviting.session.actor, { ...colleague, role: 'company.member' }, client));
  const joined = await acceptAndSignIn(runtime, invitationToken, colleague);
  const fingerprint = (await accounts.ownFingerprint(joined.userId)) ?? '';
  const lead = await stepUp(runtime, inviting);
  must(await accounts.confirmMember(lead.session.actor, lead.session.keys, { userId: joined.userId, fingerprint }));
  return { lead, colleague: { ...joined, session: await resume(runtime, joined.cookie) } };
}

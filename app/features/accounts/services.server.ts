import { confirmMail, isConfirmationOpen } from './confirm-mail.server.ts';
import { foundOrganisation } from './found-organisation.server.ts';
import { acceptInvitation, inviteColleague, readInvitation, revokeInvitation } from './invitations.server.ts';
import type { AccountDeps } from './ports.ts';
import { keepRecoveryCode, newCode, renewRecoveryCode } from './recovery-code.server.ts';
import { registerCompany } from './register-company.server.ts';
import { resumeSession } from './resume-session.server.ts';
import { beginSecondFactor, confirmSecondFactor, stepUp, verifySecondFactor } from './second-factor.server.ts';
import { signIn } from './sign-in.server.ts';
import { lock, signOut, unlock } from './unlock.server.ts';

/** Every use case around people, sessions, keys and teams. */
export function createAccountServices(deps: AccountDeps) {
  return {
    registerCompany: registerCompany(deps),
    isConfirmationOpen: isConfirmationOpen(deps),
    confirmMail: confirmMail(deps),
    suggestPassphrase: () => deps.passwordRules.suggestPassphrase(),
    signIn: signIn(deps),
    verifySecondFactor: verifySecondFactor(deps),
    beginSecondFactor: beginSecondFactor(deps),
    confirmSecondFactor: confirmSecondFactor(deps),
    newCode: newCode(deps),
    keepRecoveryCode: keepRecoveryCode(deps),
    renewRecoveryCode: renewRecoveryCode(deps),
    resumeSession: resumeSession(deps),
    lock: lock(deps),
    unlock: unlock(deps),
    stepUp: stepUp(deps),
    signOut: signOut(deps),
    foundOrganisation: foundOrganisation(deps),
    inviteColleague: inviteColleague(deps),
    revokeInvitation: revokeInvitation(deps),
    readInvitation: readInvitation(deps),
    acceptInvitation: acceptInvitation(deps),
  };
}

export type AccountServices = ReturnType<typeof createAccountServices>;

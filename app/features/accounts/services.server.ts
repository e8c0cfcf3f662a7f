import type { Action } from '#app/domain/access/actions.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import type { Relation } from '#app/domain/access/relations.ts';
import { changePassword, endSession, readAccount, replaceSecondFactor } from './account-changes.server.ts';
import { clearAway } from './clear-away.server.ts';
import { confirmMail, isConfirmationOpen } from './confirm-mail.server.ts';
import { makeEmergencySheet, useEmergencySheet } from './emergency-sheet.server.ts';
import { isFormOf } from './form-token.server.ts';
import { foundOrganisation } from './found-organisation.server.ts';
import { acceptInvitation, inviteColleague, readInvitation, revokeInvitation } from './invitations.server.ts';
import { keepPostForUnlock, readKeptPost, takeKeptPost } from './kept-post.server.ts';
import { confirmMember, listMembers, ownFingerprint, removeMember } from './members.server.ts';
import type { AccountDeps } from './ports.ts';
import { keepRecoveryCode, newCode, renewRecoveryCode } from './recovery-code.server.ts';
import { registerCompany } from './register-company.server.ts';
import { isResetOpen, requestReset } from './reset-request.server.ts';
import { resetWithRecoveryCode } from './reset-with-code.server.ts';
import { grantReset, resetWithoutCode } from './reset-without-code.server.ts';
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
    listMembers: listMembers(deps),
    ownFingerprint: ownFingerprint(deps),
    confirmMember: confirmMember(deps),
    grantReset: grantReset(deps),
    removeMember: removeMember(deps),
    makeEmergencySheet: makeEmergencySheet(deps),
    useEmergencySheet: useEmergencySheet(deps),
    requestReset: requestReset(deps),
    isResetOpen: isResetOpen(deps),
    resetWithRecoveryCode: resetWithRecoveryCode(deps),
    resetWithoutCode: resetWithoutCode(deps),
    readAccount: readAccount(deps),
    endSession: endSession(deps),
    changePassword: changePassword(deps),
    replaceSecondFactor: replaceSecondFactor(deps),
    keepPostForUnlock: keepPostForUnlock(deps),
    readKeptPost: readKeptPost(deps),
    takeKeptPost: takeKeptPost(deps),
    isFormOf: isFormOf(deps),
    clearAway: clearAway(deps),
    /** For a page that asks for the second factor before it shows its form; the act itself asks again. */
    checkRight: (actor: Actor, action: Action, relation: Relation) => requireRight(actor, action, relation, deps.clock.now()),
  };
}

export type AccountServices = ReturnType<typeof createAccountServices>;

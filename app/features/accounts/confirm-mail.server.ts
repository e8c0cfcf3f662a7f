import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AccountDeps } from './ports.ts';
import { tokenHash } from './tokens.server.ts';

/** The address belongs to who followed the mailed link and pressed the button. Signs nobody in. */
export function confirmMail(deps: AccountDeps) {
  return async function (token: string): Promise<Result<null>> {
    const now = deps.clock.now();
    return deps.transact(async (tx) => {
      const userId = await tx.people.useMailToken(tokenHash(token), 'confirm_email', now);
      if (userId === null || !(await tx.people.confirmMail(userId, now))) return err('link_expired');
      await tx.audit.append({ event: 'account.email_confirmed', actor: { kind: 'user', userId }, at: now });
      return ok(null);
    });
  };
}

/** Whether a mailed link still holds; changes nothing, so that programs which open links in mails do no harm. */
export function isConfirmationOpen(deps: AccountDeps) {
  return async function (token: string): Promise<boolean> {
    return (await deps.store.people.mailTokenOwner(tokenHash(token), 'confirm_email', deps.clock.now())) !== null;
  };
}

import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToAccount } from '#app/domain/access/relations.ts';
import type { Actor } from '#app/domain/access/actor.ts';
import type { AccountDeps } from './ports.ts';
import { nextStepOf, renewSession, withSeed } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';

/** A code is made with the form and posted with it; typing its last group shows that it was written down. */
export type KeptCode = { readonly code: string; readonly lastGroup: string };

/** A 160-bit code in eight groups of four, for a form. */
export function newCode(deps: AccountDeps) {
  return function (): string {
    return deps.keys.newCode();
  };
}

/** Last step of a registration or of a reset: the person holds its recovery code. */
export function keepRecoveryCode(deps: AccountDeps) {
  return async function (cookie: string | null, kept: KeptCode): Promise<Result<SignedIn>> {
    return storeCode(deps, cookie, kept, 'pending_recovery');
  };
}

/** A fresh code in place of the old one, which is worth nothing from then on. */
export function renewRecoveryCode(deps: AccountDeps) {
  return async function (actor: Actor, cookie: string | null, kept: KeptCode): Promise<Result<SignedIn>> {
    const userId = actor.kind === 'member' ? actor.userId : '';
    const allowed = requireRight(actor, 'account.renew_recovery_code', relationToAccount(actor, userId), deps.clock.now());
    return allowed.ok ? storeCode(deps, cookie, kept, 'active') : allowed;
  };
}

/** Whether what was typed is the end of the code, however it was written. */
export function isLastGroup({ code, lastGroup }: KeptCode): boolean {
  const plain = (text: string) => text.replace(/[^0-9a-z]/gi, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  const typed = plain(lastGroup);
  return typed.length >= 4 && plain(code).endsWith(typed);
}

async function storeCode(deps: AccountDeps, cookie: string | null, kept: KeptCode, state: 'pending_recovery' | 'active'): Promise<Result<SignedIn>> {
  const done = await withSeed(deps, cookie, async ({ session, person, seed }): Promise<Result<SignedIn>> => {
    if (person.state !== state || session.stage !== 'full') return err('wrong_state');
    if (!isLastGroup(kept)) return err('invalid_input', { fields: { lastGroup: ['recovery.lastGroupWrong'] } });
    const slot = deps.keys.newRecoverySlot(person.id, kept.code, seed);
    if (!slot) return err('invalid_input');
    const now = deps.clock.now();
    const next = renewSession(deps, session, seed, {});
    const stored = await deps.transact(async (tx) => {
      if (!(await tx.people.advance(person.id, state, 'active'))) return false;
      await tx.people.putSlot(person.id, 'recovery', slot, now);
      await tx.sessions.create(next.row);
      await tx.sessions.end(session.id);
      await tx.audit.append({ event: 'account.recovery_code_set', actor: { kind: 'user', userId: person.id }, at: now });
      if (state === 'active') {
        await tx.outbox.enqueue({ kind: 'recovery_code_changed', to: { userId: person.id }, data: { path: deps.links.account }, dedupeKey: `recovery_code_changed/${next.row.id}` });
      }
      return true;
    });
    if (!stored) return err('wrong_state');
    return ok({ cookie: next.cookie, formToken: next.row.formToken, next: nextStepOf({ state: 'active' }, 'full') });
  });
  return done ?? err('not_signed_in');
}

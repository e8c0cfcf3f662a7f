import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { cancelReset } from './reset-without-code.server.ts';
import { deviceOf } from './client.ts';
import type { Client } from './client.ts';
import type { AccountDeps, Person } from './ports.ts';
import { confirmationHours } from './register-company.server.ts';
import { nextStepOf, prepareSession } from './session-life.server.ts';
import type { SignedIn } from './session-life.server.ts';
import { countSignIn } from './sign-in-attempt.server.ts';
import { newToken } from './tokens.server.ts';

/** `confirm_mail`: the password was right, but the address is not confirmed; the link was mailed again. */
export type FirstFactorShown = SignedIn | { readonly cookie: null; readonly next: 'confirm_mail' };

/** First factor. Unknown address and wrong password get the same answer in the same time. */
export function signIn(deps: AccountDeps) {
  return async function (email: string, password: string, client: Client): Promise<Result<FirstFactorShown>> {
    const now = deps.clock.now();
    const mailHash = deps.vault.mailHash(email);
    const attempt = await countSignIn(deps, mailHash, client);
    if (!attempt.ok) return attempt;

    const person = await deps.store.people.byMailHash(mailHash);
    const usable = person && person.state !== 'disabled' ? person : null;
    const slot = usable && (await deps.store.people.slot(usable.id, 'password'));
    const waiting = usable && (await deps.store.people.waitingReset(usable.id));
    const opened = await deps.keys.openPasswordSlot(usable?.id ?? 'nobody', [slot, waiting?.slot ?? null].filter((each) => each !== null), password);
    if (!opened.ok) {
      await attempt.value.wasNone();
      return opened;
    }
    if (!usable || !opened.value) {
      await writeRefusal(person, client, now);
      return err('wrong_credentials');
    }
    const { seed, index } = opened.value;
    await attempt.value.succeeded();
    try {
      if (usable.emailVerifiedAt === null) return ok(await mailLinkAgain(usable, now));
      const isWaiting = index === 1;
      const session = prepareSession(deps, { userId: usable.id, organisationId: null, stage: isWaiting ? 'waiting' : 'password', seed, client });
      await deps.transact(async (tx) => {
        await tx.sessions.create(session.row);
        if (waiting && !isWaiting) await cancelReset(deps, tx, usable, now);
      });
      const next = isWaiting ? (waiting?.secondFactor ? 'await_grant' : 'set_up_second_factor') : nextStepOf(usable, 'password');
      return ok({ cookie: session.cookie, formToken: session.row.formToken, next });
    } finally {
      seed.fill(0);
    }
  };

  async function writeRefusal(person: Person | null, client: Client, now: Date): Promise<void> {
    await deps.transact((tx) =>
      tx.audit.append({
        event: 'account.sign_in_refused',
        actor: person ? { kind: 'user', userId: person.id } : { kind: 'guest' },
        at: now,
        reason: 'first_factor',
        detail: deviceOf(client),
      }),
    );
  }

  async function mailLinkAgain(person: Person, now: Date): Promise<FirstFactorShown> {
    const link = newToken(deps.random);
    const tokenId = deps.random.id();
    const expiresAt = new Date(now.getTime() + confirmationHours * 3_600_000);
    await deps.transact(async (tx) => {
      await tx.people.dropMailTokens(person.id, 'confirm_email');
      await tx.people.addMailToken({ id: tokenId, userId: person.id, purpose: 'confirm_email', tokenHash: link.hash, createdAt: now, expiresAt });
      await tx.outbox.enqueue({
        kind: 'confirm_email',
        to: { userId: person.id },
        data: { until: expiresAt.toISOString() },
        secretPath: deps.links.confirmMail(link.token),
        dedupeKey: `confirm_email/${tokenId}`,
      });
    });
    return { cookie: null, next: 'confirm_mail' };
  }
}

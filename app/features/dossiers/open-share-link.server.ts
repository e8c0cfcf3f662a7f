import { requireRight } from '#app/domain/access/may.ts';
import { relationToShare } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { DossierDeps, Limit, SealedShareLink } from './ports.ts';
import { openContent, shareSecretOf, tokenHashOf } from './shared-content.ts';
import type { SharedContent } from './shared-content.ts';

/** Wrong codes before a link pauses, and before it ends. */
export const failuresBeforePause = 5;
export const failuresBeforeEnd = 20;
const pauseMinutes = 15;

function codeLimit(linkId: string): Limit {
  return { key: `share/${linkId}`, free: failuresBeforePause, windowMinutes: pauseMinutes, then: { pauseMinutes } };
}

/** A document in the hands of a reader. */
export type OpenedShare = SharedContent & { readonly expiresAt: Date };

/** Whether a link still holds, without its code. Unknown, expired and revoked ones are all `link_expired`. */
export function findShareLink(deps: DossierDeps) {
  return async function (token: string): Promise<Result<null>> {
    const link = await validLink(deps, token);
    return link.ok ? ok(null) : link;
  };
}

/**
 * Opens what a link shares. `wrong_credentials` for a wrong code, `too_many_attempts` after five wrong ones for a quarter of an
 * hour (for the right code too), `link_expired` from the twentieth on and for every link that does not hold.
 */
export function openShareLink(deps: DossierDeps) {
  return async function (token: string, typedCode: string): Promise<Result<OpenedShare>> {
    const found = await validLink(deps, token);
    if (!found.ok) return found;
    const link = found.value;
    const secret = shareSecretOf(token, typedCode);
    // What is no code at all is a slip of the hand, and tries nothing.
    if (!secret.ok) return err('wrong_credentials');
    const now = deps.clock.now();
    const wait = await deps.attempts.take([codeLimit(link.id)], now);
    if (wait !== null) return err('too_many_attempts', { retryAfterSeconds: wait });

    const opened = openContent(link.sealedContent, link, secret.value);
    if (!opened.ok) return refuse(deps, link, now);
    const reader = { kind: 'reader', shareId: link.id } as const;
    const right = requireRight(reader, 'share.open', relationToShare(reader, link), now);
    if (!right.ok) return right;
    const counted = await deps.transact(async (tx) => {
      if (!(await tx.dossiers.countOpened(link, now))) return false;
      await tx.audit.append({ event: 'share.opened', actor: { kind: 'guest' }, at: now, organisationId: link.organisationId, object: { kind: 'share', id: link.id } });
      return true;
    });
    if (!counted) return err('link_expired');
    await deps.attempts.forget([codeLimit(link.id)]);
    return ok({ ...opened.value, expiresAt: link.expiresAt });
  };
}

async function validLink(deps: DossierDeps, token: string): Promise<Result<SealedShareLink>> {
  const hash = tokenHashOf(token);
  const link = hash === null ? null : await deps.reads.linkOfToken(hash);
  if (link === null || link.revokedAt !== null || link.expiresAt <= deps.clock.now()) return err('link_expired');
  return ok(link);
}

async function refuse(deps: DossierDeps, link: SealedShareLink, now: Date): Promise<Result<never>> {
  const ended = await deps.transact(async (tx) => {
    const failures = await tx.dossiers.countFailure(link);
    const about = { actor: { kind: 'guest' }, at: now, organisationId: link.organisationId, object: { kind: 'share', id: link.id } } as const;
    await tx.audit.append({ event: 'share.refused', reason: 'wrong_code', ...about });
    if (failures < failuresBeforeEnd || !(await tx.dossiers.revokeLink(link.organisationId, link.id, now))) return false;
    await tx.audit.append({ event: 'share.revoked', reason: 'too_many_wrong_codes', ...about, actor: { kind: 'system' } });
    return true;
  });
  return err(ended ? 'link_expired' : 'wrong_credentials');
}

import { requireRight } from '#app/domain/access/may.ts';
import { relationToShare } from '#app/domain/access/relations.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { enterLink, findValidLink } from '../share-link.server.ts';
import type { LinkDoor } from '../share-link.server.ts';
import type { DossierDeps, DossierTx, SealedShareLink } from './ports.ts';
import { contentOf, placeOf } from './shared-content.ts';
import type { SharedContent } from './shared-content.ts';

/** A document in the hands of a reader. */
export type OpenedShare = SharedContent & { readonly expiresAt: Date };

/** Whether a link still holds, without its code. Unknown, expired and revoked ones are all `link_expired`. */
export function findShareLink(deps: DossierDeps) {
  return async function (token: string): Promise<Result<null>> {
    const link = await findValidLink(doorOf(deps), token);
    return link.ok ? ok(null) : link;
  };
}

/** Opens the document of a link; refusals as in `enterLink`. */
export function openShareLink(deps: DossierDeps) {
  return async function (token: string, typedCode: string): Promise<Result<OpenedShare>> {
    const entered = await enterLink(doorOf(deps), token, typedCode);
    if (!entered.ok) return entered;
    const { link, plain } = entered.value;
    const now = deps.clock.now();
    const reader = { kind: 'reader', shareId: link.id } as const;
    const right = requireRight(reader, 'share.open', relationToShare(reader, link), now);
    if (!right.ok) return right;
    const counted = await deps.transact(async (tx) => {
      if (!(await tx.dossiers.countOpened(link, now))) return false;
      await tx.audit.append({ event: 'share.opened', actor: { kind: 'guest' }, at: now, organisationId: link.organisationId, object: { kind: 'share', id: link.id } });
      return true;
    });
    return counted ? ok({ ...contentOf(plain), expiresAt: link.expiresAt }) : err('link_expired');
  };
}

function doorOf({ clock, attempts, transact, reads }: DossierDeps): LinkDoor<SealedShareLink, DossierTx> {
  return { clock, attempts, transact, find: (tokenHash) => reads.linkOfToken(tokenHash), placeOf, writes: (tx) => tx.dossiers };
}

import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '#app/domain/access/actor.ts';
import type { AccountDeps } from './ports.ts';

/**
 * The token that every form of a session carries. Its second half ties it to the person without naming it, so that a form
 * can be told from a stranger's when its session has ended and is forgotten.
 */
export function newFormToken(deps: Pick<AccountDeps, 'random' | 'vault'>, userId: string): string {
  const formId = deps.random.id();
  return `${formId}.${deps.vault.ownerMark('form', formId, userId)}`;
}

/** Whether a form with this token was shown to this person, in whatever session. */
export function isFormOf(deps: Pick<AccountDeps, 'vault'>) {
  return function (actor: Actor, formToken: string): boolean {
    const [formId = '', mark = ''] = formToken.split('.');
    if (actor.kind !== 'member') return false;
    const given = Buffer.from(mark);
    const own = Buffer.from(deps.vault.ownerMark('form', formId, actor.userId));
    return given.length === own.length && timingSafeEqual(given, own);
  };
}

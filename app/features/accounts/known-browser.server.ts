import { timingSafeEqual } from 'node:crypto';
import type { Client } from './client.ts';
import type { AccountDeps } from './ports.ts';

/*
 * A browser in which somebody has signed in with both factors keeps a mark for that person: a random id and a keyed hash of
 * id and person. It names nobody, is looked at when a password is tried and at no other time, and opens nothing: it gives
 * the browser counters of its own, so that a stranger's attempts do not slow down the owner.
 */

type Deps = Pick<AccountDeps, 'random' | 'vault'>;

/** Marks of so many people fit into one browser; the longest unused goes first. */
const mostMarks = 5;
const markLength = 32;
const between = '~';
const markForm = /^[0-9a-z]{1,40}\.[0-9a-f]{32}$/;

/** The id of this browser where the person has signed in with it before; null for every other. */
export function knownBrowserId(deps: Deps, client: Client, mailHash: string): string | null {
  return marksOf(client).find((mark) => isMarkOf(deps, mark, mailHash))?.split('.')[0] ?? null;
}

/** What the browser keeps from now on: the person's mark first, those of other people behind it. */
export function rememberBrowser(deps: Deps, client: Client, mailHash: string): string {
  const marks = marksOf(client);
  const own = marks.find((mark) => isMarkOf(deps, mark, mailHash)) ?? newMark(deps, mailHash);
  return [own, ...marks.filter((mark) => mark !== own)].slice(0, mostMarks).join(between);
}

function newMark(deps: Deps, mailHash: string): string {
  const id = deps.random.id();
  return `${id}.${hashOf(deps, id, mailHash)}`;
}

function isMarkOf(deps: Deps, mark: string, mailHash: string): boolean {
  const [id = '', hash = ''] = mark.split('.');
  const given = Buffer.from(hash);
  const own = Buffer.from(hashOf(deps, id, mailHash));
  return given.length === own.length && timingSafeEqual(given, own);
}

function hashOf(deps: Deps, id: string, mailHash: string): string {
  return deps.vault.ownerMark('browser', id, mailHash).slice(0, markLength);
}

function marksOf(client: Client): string[] {
  return (client.browserMarks ?? '').split(between).slice(0, mostMarks).filter((mark) => markForm.test(mark));
}

import type { Actor, Member } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { DossierDeps, DossierSubject, ListedDossier, ShareLinkRow } from './ports.ts';
import { requireIssue, requireOwn } from './rights.ts';

export type Documents = {
  readonly dossiers: readonly ListedDossier[];
  readonly links: readonly ShareLinkRow[];
  readonly names: ReadonlyMap<string, string>;
  /** Whether this person may make links at all; the second factor may still be due. */
  readonly mayShare: boolean;
};

/** All issued documents that the person may issue itself, with their links, newest first. */
export function listDossiers(deps: DossierDeps) {
  return async function (actor: Actor): Promise<Result<Documents>> {
    const member = requireOwn(deps, actor, 'dossier.list');
    if (!member.ok) return member;
    const all = await deps.reads.list(member.value.organisationId);
    const readable = new Map<string, boolean>();
    for (const { subject } of all) {
      const key = `${subject.kind}/${subject.id}`;
      if (!readable.has(key)) readable.set(key, (await requireIssue(deps, actor, subject)).ok);
    }
    return ok(await documentsOf(deps, member.value, all.filter(({ subject }) => readable.get(`${subject.kind}/${subject.id}`) === true)));
  };
}

/** The issued documents about one subject. */
export function listDossiersOf(deps: DossierDeps) {
  return async function (actor: Actor, subject: DossierSubject): Promise<Result<Documents>> {
    const member = await requireIssue(deps, actor, subject);
    if (!member.ok) return member;
    const all = await deps.reads.list(member.value.organisationId);
    return ok(await documentsOf(deps, member.value, all.filter((one) => one.subject.kind === subject.kind && one.subject.id === subject.id)));
  };
}

async function documentsOf(deps: DossierDeps, member: Member, dossiers: readonly ListedDossier[]): Promise<Documents> {
  const shown = new Set(dossiers.map((one) => one.id));
  const links = (await deps.reads.links(member.organisationId)).filter((link) => shown.has(link.dossierId));
  const names = await deps.reads.names([...new Set([...dossiers, ...links].map((one) => one.createdBy))]);
  const steppedUp: Member = { ...member, steppedUpAt: deps.clock.now() };
  return { dossiers, links, names, mayShare: may(steppedUp, 'share.create', 'own_organisation') };
}

import type { Actor, Member } from '#app/domain/access/actor.ts';
import { may } from '#app/domain/access/may.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { DossierDeps, ListedDossier, ShareLinkRow } from './ports.ts';
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

/** The issued reports of one case and its reference. `wrong_state` for a report that has not been sent yet. */
export function listReportsOfCase(deps: DossierDeps) {
  return async function (actor: Actor, caseId: string): Promise<Result<Documents & { readonly reference: string }>> {
    const member = await requireIssue(deps, actor, { kind: 'incident_report', id: caseId });
    if (!member.ok) return member;
    const { organisationId } = member.value;
    const reference = await deps.reads.caseReference(organisationId, caseId);
    if (reference === null) return err('wrong_state');
    const all = await deps.reads.list(organisationId);
    const documents = await documentsOf(deps, member.value, all.filter(({ subject }) => subject.kind === 'incident_report' && subject.id === caseId));
    return ok({ ...documents, reference });
  };
}

async function documentsOf(deps: DossierDeps, member: Member, dossiers: readonly ListedDossier[]): Promise<Documents> {
  const shown = new Set(dossiers.map((one) => one.id));
  const links = (await deps.reads.links(member.organisationId)).filter((link) => shown.has(link.dossierId));
  const names = await deps.reads.names([...new Set([...dossiers, ...links].map((one) => one.createdBy))]);
  const steppedUp: Member = { ...member, steppedUpAt: deps.clock.now() };
  return { dossiers, links, names, mayShare: may(steppedUp, 'share.create', 'own_organisation') };
}

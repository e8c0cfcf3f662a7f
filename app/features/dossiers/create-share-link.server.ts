import type { Actor } from '#app/domain/access/actor.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { createAccessCode, formatCode } from '#app/domain/sealed-box/codes.ts';
import { createShareToken, formatShareToken } from '#app/domain/sealed-box/share-key.ts';
import type { KeyRing } from '../ports.ts';
import { shareSecretOf, tokenHashOf } from '../share-link.server.ts';
import { collectContent } from './collect-content.server.ts';
import { withoutParts } from './form.ts';
import type { ShareInput } from './form.ts';
import { issueDossier } from './issue-dossier.server.ts';
import type { DossierDeps, DossierKind, SealedShareLink, ShareLinkRow } from './ports.ts';
import { requireIssue, requireOwn } from './rights.ts';
import { sealContent } from './shared-content.ts';

/** A new link's form. Its secrets are posted with it and nowhere stored. */
export type NewShareLink = {
  readonly number: string;
  readonly kind: DossierKind;
  readonly token: string;
  readonly accessCode: string;
};

/**
 * Begins the form of a new link: the right is asked for before anything is filled in (`step_up_required` when the second
 * factor is due). The secrets are made here.
 */
export function beginShareLink(deps: DossierDeps) {
  return async function (actor: Actor, dossierId: string): Promise<Result<NewShareLink>> {
    const member = requireOwn(deps, actor, 'share.create');
    if (!member.ok) return member;
    const dossier = await deps.reads.find(member.value.organisationId, dossierId);
    if (dossier === null) return err('not_found');
    const issue = await requireIssue(deps, actor, dossier.subject);
    if (!issue.ok) return issue;
    return ok({
      number: dossier.number,
      kind: dossier.subject.kind,
      token: formatShareToken(createShareToken(deps.random.bytes)),
      accessCode: formatCode(createAccessCode(deps.random.bytes)),
    });
  };
}

/**
 * Shares what an issued document is about: a new document with its own number, set now and sealed anew under token and
 * access code. Of the token only the hash is stored, of the code nothing. A repeated post finds the link of the first.
 */
export function createShareLink(deps: DossierDeps) {
  return async function (actor: Actor, keys: KeyRing, input: ShareInput): Promise<Result<ShareLinkRow>> {
    const allowed = requireOwn(deps, actor, 'share.create');
    if (!allowed.ok) return allowed;
    const { organisationId, userId } = allowed.value;
    const pattern = await deps.reads.find(organisationId, input.dossierId);
    if (pattern === null) return err('not_found');
    const member = await requireIssue(deps, actor, pattern.subject);
    if (!member.ok) return member;

    const secret = shareSecretOf(input.token, input.accessCode);
    const tokenHash = tokenHashOf(input.token);
    if (!secret.ok || tokenHash === null) return err('invalid_input');
    const before = await deps.reads.linkOfToken(tokenHash);
    if (before !== null) return before.organisationId === organisationId ? ok(withoutContent(before)) : err('invalid_input');

    const source = await collectContent(deps, member.value, keys, pattern.subject, { locale: input.locale, withoutParts: withoutParts(input.parts) });
    if (!source.ok) return source;
    const from = await deps.reads.companyName(organisationId);
    const createdAt = deps.clock.now();
    const id = deps.random.id();
    const order = { subjectId: pattern.subject.id, locale: input.locale, recipient: null, key: tokenHash };
    const issued = await issueDossier(deps, member.value, order, source.value, async (tx, { bytes, ...dossier }) => {
      const link = { id, organisationId, dossierId: dossier.id, createdBy: userId, createdAt, expiresAt: daysAfter(createdAt, input.days) };
      const content = { title: dossier.title, number: dossier.number, from, fileName: dossier.fileName, issuedAt: createdAt.toISOString(), bytes };
      await tx.dossiers.addLink({ ...link, tokenHash, sealedContent: sealContent(content, link, secret.value, deps.random.bytes) });
      await tx.audit.append({
        event: 'share.created',
        actor: { kind: 'user', userId },
        at: createdAt,
        organisationId,
        object: { kind: 'share', id },
        reason: `days:${input.days}`,
      });
    });
    if (!issued.ok) return issued;
    const stored = await deps.reads.linkOfToken(tokenHash);
    return stored === null ? err('temporarily_unavailable') : ok(withoutContent(stored));
  };
}

function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 24 * 60 * 60_000);
}

function withoutContent({ sealedContent: _, ...link }: SealedShareLink): ShareLinkRow {
  return link;
}

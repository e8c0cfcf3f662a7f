import type { Documents } from './list-dossiers.server.ts';
import type { DossierKind, ListedDossier, ShareLinkRow } from './ports.ts';

/** What the pages of documents show: plain JSON, instants as ISO text. */

export type DossierView = {
  readonly id: string;
  readonly number: string;
  readonly kind: DossierKind;
  readonly caseReference: string | null;
  readonly closedAt: string | null;
  readonly locale: 'de' | 'en';
  readonly sha256: string;
  readonly issuedAt: string;
  /** Null when the person is gone. */
  readonly issuedBy: string | null;
  /** The page on which another is issued. */
  readonly againHref: string;
  /** The form for a link; null for who may make none. */
  readonly shareHref: string | null;
};

export type LinkView = {
  readonly id: string;
  readonly number: string;
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly expiresAt: string;
  readonly state: 'active' | 'expired' | 'revoked';
  readonly openedCount: number;
  readonly lastOpenedAt: string | null;
};

export type DocumentsView = { readonly dossiers: readonly DossierView[]; readonly links: readonly LinkView[] };

export type DocumentHrefs = {
  readonly result: (assessmentId: string) => string;
  readonly reports: (caseId: string) => string;
  readonly share: (dossierId: string) => string;
};

export function documentsView(documents: Documents, hrefs: DocumentHrefs, now: Date): DocumentsView {
  const numbers = new Map(documents.dossiers.map((one) => [one.id, one.number]));
  return {
    dossiers: documents.dossiers.map((one) => dossierView(one, documents, hrefs)),
    links: documents.links.map((link) => ({
      id: link.id,
      number: numbers.get(link.dossierId) ?? '',
      createdAt: link.createdAt.toISOString(),
      createdBy: documents.names.get(link.createdBy) ?? null,
      expiresAt: link.expiresAt.toISOString(),
      state: stateOf(link, now),
      openedCount: link.openedCount,
      lastOpenedAt: link.lastOpenedAt?.toISOString() ?? null,
    })),
  };
}

function dossierView(one: ListedDossier, { names, mayShare }: Documents, hrefs: DocumentHrefs): DossierView {
  const { id, kind } = { id: one.subject.id, kind: one.subject.kind };
  return {
    id: one.id,
    number: one.number,
    kind,
    caseReference: one.caseReference,
    closedAt: one.closedAt?.toISOString() ?? null,
    locale: one.locale,
    sha256: one.sha256,
    issuedAt: one.createdAt.toISOString(),
    issuedBy: names.get(one.createdBy) ?? null,
    againHref: kind === 'incident_report' ? hrefs.reports(id) : hrefs.result(id),
    shareHref: mayShare ? hrefs.share(one.id) : null,
  };
}

function stateOf(link: ShareLinkRow, now: Date): LinkView['state'] {
  if (link.revokedAt !== null) return 'revoked';
  return link.expiresAt <= now ? 'expired' : 'active';
}

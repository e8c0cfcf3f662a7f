import { checkDocument } from './check-document.server.ts';
import { beginShareLink, createShareLink } from './create-share-link.server.ts';
import { issueChecklistDossier } from './issue-checklist-dossier.server.ts';
import { issueIncidentDossier } from './issue-incident-dossier.server.ts';
import { listDossiers, listReportsOfCase } from './list-dossiers.server.ts';
import { findShareLink, openShareLink } from './open-share-link.server.ts';
import type { DossierDeps } from './ports.ts';
import { printQuickCheck } from './print-quick-check.server.ts';
import { revokeShareLink } from './revoke-share-link.server.ts';

/** The use cases of documents and share links, ready to be called. */
export function createDossierServices(deps: DossierDeps) {
  return {
    issueChecklistDossier: issueChecklistDossier(deps),
    issueIncidentDossier: issueIncidentDossier(deps),
    listDossiers: listDossiers(deps),
    listReportsOfCase: listReportsOfCase(deps),
    beginShareLink: beginShareLink(deps),
    createShareLink: createShareLink(deps),
    revokeShareLink: revokeShareLink(deps),
    findShareLink: findShareLink(deps),
    openShareLink: openShareLink(deps),
    checkDocument: checkDocument(deps),
    printQuickCheck: printQuickCheck(deps),
    /** For the worker: what nobody can open any more need not lie there. */
    clearExpiredLinks: () => deps.transact((tx) => tx.dossiers.clearExpired(deps.clock.now())),
    /** A key for a form that issues something: repeated posts have one effect. */
    newFormKey: () => deps.random.id(),
    now: () => deps.clock.now(),
  };
}

export type DossierServices = ReturnType<typeof createDossierServices>;

import type { Actor } from '#app/domain/access/actor.ts';
import type { CaseAccessFacts } from '#app/domain/access/relations.ts';
import type { ChecklistDossierInput, DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import type { IncidentDossierInput } from '#app/domain/dossier/incident-dossier-input.ts';
import type { QuickCheckContent } from '#app/domain/dossier/quick-check-document.ts';
import type { Result } from '#app/domain/result.ts';
import type { ActRecord, Attempts, Clock, Idempotency, KeyRing, LinkWrites, Locale, Random, Transact } from '../ports.ts';

export type DossierKind = 'checklist_result' | 'incident_report';

/** What a document is about. */
export type DossierSubject = { readonly kind: DossierKind; readonly id: string };

export type ChecklistContent = Omit<ChecklistDossierInput, keyof DossierEnvelope>;
export type IncidentContent = Omit<IncidentDossierInput, keyof DossierEnvelope>;

/**
 * What a document says, opened with the keys of the person who asks, in the language of the document. Foreign and absent
 * subjects are `not_found`; an assessment that is still running is `wrong_state`.
 */
export type DossierSources = {
  checklistResult(actor: Actor, keys: KeyRing, assessmentId: string, locale: Locale): Promise<Result<ChecklistContent>>;
  incidentReport(actor: Actor, keys: KeyRing, caseId: string, locale: Locale): Promise<Result<IncidentContent>>;
  /** From the answers that the person carries; null when they are no run of the present version. */
  quickCheck(code: string, locale: Locale): QuickCheckContent | null;
};

/** Sets a document as PDF in memory. The same document gives the same bytes; `sha256` is hexadecimal. */
export type DossierRenderer = (document: DossierDocument) => Promise<{ readonly bytes: Buffer; readonly sha256: string }>;

/** The newest signed state of the audit log; null while the log is empty. */
export type CheckpointLine = () => Promise<DossierEnvelope['checkpoint']>;

/** What decides whether the actor is a recipient of a case; null for a case that is not of this organisation. */
export type CaseAccess = (caseId: string, organisationId: string) => Promise<CaseAccessFacts | null>;

/** Code that belongs to a document's number; only the portal can make it. */
export type CheckCode = (text: string) => string;

// ---------------------------------------------------------------- issued documents

export type DossierRow = {
  readonly id: string;
  /** For instance `GD-2026-000123`. */
  readonly number: string;
  readonly organisationId: string;
  readonly subject: DossierSubject;
  readonly locale: Locale;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly checkpoint: DossierEnvelope['checkpoint'];
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** A document of a list, with what names its subject. */
export type ListedDossier = DossierRow & {
  /** Reference of the case; null for other subjects. */
  readonly caseReference: string | null;
  /** When the checklist was closed; null for other subjects. */
  readonly closedAt: Date | null;
};

export type ShareLinkRow = {
  readonly id: string;
  readonly organisationId: string;
  readonly dossierId: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly openedCount: number;
  readonly lastOpenedAt: Date | null;
};

export type SealedShareLink = ShareLinkRow & { readonly sealedContent: Uint8Array };

export type DossierReads = {
  /** Newest first. */
  list(organisationId: string): Promise<ListedDossier[]>;
  find(organisationId: string, dossierId: string): Promise<ListedDossier | null>;
  /** By number, of any organisation: for the check of a document that somebody holds. */
  findByNumber(number: string): Promise<DossierRow | null>;
  /** Newest first. */
  links(organisationId: string): Promise<ShareLinkRow[]>;
  findLink(organisationId: string, linkId: string): Promise<ShareLinkRow | null>;
  /** By the hash of its token, hexadecimal. */
  linkOfToken(tokenHash: string): Promise<SealedShareLink | null>;
  /** Null for a case that is not of this organisation, or still a draft. */
  caseReference(organisationId: string, caseId: string): Promise<string | null>;
  companyName(organisationId: string): Promise<string>;
  /** User id -> name; people who are gone are left out. */
  names(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

export type DossierWrites = LinkWrites & {
  /** Takes the writer's lock and tells the next free number of the year, from 1. */
  nextNumber(year: number): Promise<number>;
  takeNumber(year: number, number: number): Promise<void>;
  /** `known`: a row with this id is there already, with this hash; nothing is written then. */
  add(row: DossierRow): Promise<{ readonly outcome: 'added' } | { readonly outcome: 'known'; readonly sha256: string }>;
  addLink(link: Omit<SealedShareLink, 'revokedAt' | 'openedCount' | 'lastOpenedAt'> & { readonly tokenHash: string }): Promise<void>;
  /** Takes the sealed content off every link that has expired; how many. */
  clearExpired(now: Date): Promise<number>;
};

export type DossierTx = ActRecord & { readonly dossiers: DossierWrites; readonly idempotency: Idempotency };

export type DossierDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly reads: DossierReads;
  readonly transact: Transact<DossierTx>;
  readonly sources: DossierSources;
  readonly render: DossierRenderer;
  readonly checkpoint: CheckpointLine;
  readonly caseAccess: CaseAccess;
  readonly checkCode: CheckCode;
  readonly attempts: Attempts;
  /** Name of the network, printed as issuer. */
  readonly issuer: string;
  /** IANA name of the region's zone. */
  readonly zone: string;
  /** Address of the page that checks a document, as people type it. */
  readonly checkAddress: (locale: Locale) => string;
};

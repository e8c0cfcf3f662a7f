import type { DossierEnvelope } from './checklist-dossier-input.ts';
import type { EnvelopeTexts } from './checklist-dossier-texts.ts';
import type { DossierMetadata, FactsBlock, SignatureBlock } from './document.ts';
import { fill } from './wording.ts';
import type { Wording } from './wording.ts';

/** Metadata and footer of a document from what it states about itself. */
export function metadataOf(
  envelope: DossierEnvelope,
  texts: EnvelopeTexts,
  wording: Wording,
  about: { readonly title: string; readonly subject: string },
): DossierMetadata {
  const { checkpoint } = envelope;
  return {
    language: envelope.language,
    title: about.title,
    subject: about.subject,
    issuer: envelope.issuer,
    documentId: envelope.documentId,
    checkCode: envelope.checkCode,
    createdAt: envelope.createdAt,
    checkpointLine: checkpoint
      ? fill(texts.checkpoint, {
          number: checkpoint.number,
          hash: checkpoint.hash.slice(0, 16),
          at: wording.dateTime(checkpoint.at),
        })
      : texts.noCheckpoint,
    labels: { page: texts.page, document: texts.document },
  };
}

/** Who made the document, when, for whom, and how a reader checks that nobody altered it. */
export function provenanceFacts(envelope: DossierEnvelope, texts: EnvelopeTexts, wording: Wording): FactsBlock {
  return {
    kind: 'facts',
    columns: 2,
    items: [
      { term: texts.documentId, value: envelope.documentId },
      { term: texts.checkCode, value: envelope.checkCode },
      { term: texts.issuedBy, value: envelope.issuer },
      { term: texts.issuedAt, value: wording.dateTime(envelope.createdAt) },
      { term: texts.language, value: texts.languageName },
      { term: texts.timeZone, value: texts.timeZoneValue },
    ],
  };
}

/** Lines for the person who stands for the content. */
export function signatureBlock(envelope: DossierEnvelope, texts: EnvelopeTexts, statement: string): SignatureBlock {
  return {
    kind: 'signature',
    statement,
    fields: [
      { label: texts.nameAndRole, value: envelope.signer ? `${envelope.signer.name}, ${envelope.signer.role}` : '' },
      { label: texts.placeAndDate, value: envelope.signer ? `${envelope.signer.place}, ` : '' },
      { label: texts.signature, value: '' },
    ],
  };
}

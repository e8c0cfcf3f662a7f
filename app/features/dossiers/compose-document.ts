import { getMessages } from '#app/content/messages.ts';
import { checklistDossier } from '#app/domain/dossier/checklist-dossier.ts';
import type { DossierEnvelope } from '#app/domain/dossier/checklist-dossier-input.ts';
import type { DossierDocument } from '#app/domain/dossier/document.ts';
import { incidentDossier } from '#app/domain/dossier/incident-dossier.ts';
import { leaveOut } from '#app/domain/dossier/leave-out.ts';
import type { OptionalPart } from '#app/domain/dossier/leave-out.ts';
import type { ChecklistContent, IncidentContent } from './ports.ts';

/** What a document says, before its envelope. */
export type DossierContent =
  | { readonly kind: 'checklist_result'; readonly content: ChecklistContent }
  | { readonly kind: 'incident_report'; readonly content: IncidentContent; readonly withoutParts: readonly OptionalPart[] };

/** Content and envelope as a document in the envelope's language. */
export function composeDocument(source: DossierContent, envelope: DossierEnvelope): DossierDocument {
  const { shared, checklist, incident, pages } = getMessages(envelope.language).dossiers;
  if (source.kind === 'checklist_result') return checklistDossier({ ...source.content, ...envelope }, checklist, shared);
  const { content, texts } = leaveOut(source.content, source.withoutParts, incident, pages.leaveOut);
  return incidentDossier({ ...content, ...envelope }, texts, shared);
}

/** Name of the file: what it is, whose it is, its number. */
export function fileNameOf(title: string, companyName: string, number: string): string {
  return `${title}, ${companyName}, ${number}.pdf`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ');
}

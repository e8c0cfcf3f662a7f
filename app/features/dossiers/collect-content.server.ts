import type { Member } from '#app/domain/access/actor.ts';
import type { OptionalPart } from '#app/domain/dossier/leave-out.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Locale } from '../ports.ts';
import type { DossierContent } from './compose-document.ts';
import type { DossierDeps, DossierSubject } from './ports.ts';

/** Opens what a document about this subject says. Refusals as in `DossierSources`. */
export async function collectContent(
  deps: Pick<DossierDeps, 'sources'>,
  member: Member,
  keys: KeyRing,
  subject: DossierSubject,
  choice: { readonly locale: Locale; readonly withoutParts: readonly OptionalPart[] },
): Promise<Result<DossierContent>> {
  if (subject.kind === 'checklist_result') {
    const found = await deps.sources.checklistResult(member, keys, subject.id, choice.locale);
    return found.ok ? ok({ kind: 'checklist_result', content: found.value }) : found;
  }
  const found = await deps.sources.incidentReport(member, keys, subject.id, choice.locale);
  return found.ok ? ok({ kind: 'incident_report', content: found.value, withoutParts: choice.withoutParts }) : found;
}

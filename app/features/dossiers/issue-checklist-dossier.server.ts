import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { collectContent } from './collect-content.server.ts';
import { issueDossier } from './issue-dossier.server.ts';
import type { IssuedDossier } from './issue-dossier.server.ts';
import type { IssueInput } from './form.ts';
import type { DossierDeps, DossierSubject } from './ports.ts';
import { requireIssue } from './rights.ts';

/** The result of a closed checklist for an underwriter, as PDF. `wrong_state` while it is running. */
export function issueChecklistDossier(deps: DossierDeps) {
  return async function (actor: Actor, keys: KeyRing, assessmentId: string, input: Omit<IssueInput, 'parts'>): Promise<Result<IssuedDossier>> {
    const subject: DossierSubject = { kind: 'checklist_result', id: assessmentId };
    const member = await requireIssue(deps, actor, subject);
    if (!member.ok) return member;
    const source = await collectContent(deps, member.value, keys, subject, { locale: input.locale, withoutParts: [] });
    if (!source.ok) return source;
    return issueDossier(deps, member.value, { subjectId: assessmentId, locale: input.locale, recipient: input.recipient, key: input.idempotencyKey }, source.value);
  };
}

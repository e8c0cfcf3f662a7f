import type { Actor } from '#app/domain/access/actor.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { collectContent } from './collect-content.server.ts';
import { withoutParts } from './form.ts';
import type { IssueInput } from './form.ts';
import { issueDossier } from './issue-dossier.server.ts';
import type { IssuedDossier } from './issue-dossier.server.ts';
import type { DossierDeps, DossierSubject } from './ports.ts';
import { requireIssue } from './rights.ts';

/** The report of an incident for a claims handler, as PDF, with the chosen parts. For recipients of the case only. */
export function issueIncidentDossier(deps: DossierDeps) {
  return async function (actor: Actor, keys: KeyRing, caseId: string, input: IssueInput): Promise<Result<IssuedDossier>> {
    const subject: DossierSubject = { kind: 'incident_report', id: caseId };
    const member = await requireIssue(deps, actor, subject);
    if (!member.ok) return member;
    const source = await collectContent(deps, member.value, keys, subject, { locale: input.locale, withoutParts: withoutParts(input.parts) });
    if (!source.ok) return source;
    return issueDossier(deps, member.value, { subjectId: caseId, locale: input.locale, recipient: input.recipient, key: input.idempotencyKey }, source.value);
  };
}

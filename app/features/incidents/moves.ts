import type { CaseStep } from '#app/domain/case/case-machine.ts';
import type { IncidentTx } from './ports.ts';

export type MovePlace = { readonly caseId: string; readonly organisationId: string; readonly userId: string };

const auditOf: Partial<Record<CaseStep['record']['event'], 'case.reported' | 'case.severity_changed'>> = {
  submit: 'case.reported',
  change_severity: 'case.severity_changed',
};

/** One step of the case's machine as event and as entry of the log: who, when, by which code. */
export async function applyMove(tx: IncidentTx, place: MovePlace, { record }: CaseStep, at: Date, data: Readonly<Record<string, string>> = {}): Promise<void> {
  const byPerson = record.by !== 'system';
  await tx.incidents.addEvent(place.caseId, {
    event: record.event,
    from: record.from,
    to: record.to,
    by: record.by,
    userId: byPerson ? place.userId : null,
    organisationId: byPerson ? place.organisationId : null,
    reason: record.reason,
    data,
    at,
  });
  await tx.audit.append({
    event: auditOf[record.event] ?? 'case.changed_state',
    actor: byPerson ? { kind: 'user', userId: place.userId } : { kind: 'system' },
    at,
    organisationId: place.organisationId,
    object: { kind: 'case', id: place.caseId },
    reason: record.reason ?? record.event,
  });
}

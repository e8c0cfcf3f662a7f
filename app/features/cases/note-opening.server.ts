import type { CaseNoteEvent } from '../case-moves.ts';
import { noteCase } from './store-step.ts';
import type { OpenedCase } from './case-rights.server.ts';
import type { CaseDeps } from './ports.ts';

/** Opening the same part again within this time is one entry. */
const SAME_VISIT_MINUTES = 60;

/** Notes that somebody of the provider opened a part of the sealed content: the company sees who and when. */
export async function noteOpening(deps: Pick<CaseDeps, 'transact' | 'clock'>, opened: OpenedCase, event: CaseNoteEvent): Promise<void> {
  if (opened.side !== 'provider') return;
  const at = deps.clock.now();
  const { actor, row } = opened;
  await deps.transact(async (tx) => {
    const held = await tx.cases.lock(row.id, null);
    const since = new Date(at.getTime() - SAME_VISIT_MINUTES * 60_000);
    if (held === null || (await tx.cases.hasEventSince(row.id, event, actor.userId, since))) return;
    const who = { kind: 'user', userId: actor.userId } as const;
    await noteCase(tx.cases, { caseId: row.id, event, actor: who, organisationId: actor.organisationId, at }, 'provider');
    await tx.audit.append({ event: 'case.read', actor: who, at, organisationId: actor.organisationId, object: { kind: 'case', id: row.id }, reason: event });
  });
}

import type { OpeningEvent } from '../../case-moves.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseDeps } from '../ports.ts';
import { noteCase } from '../life/store-step.ts';

/** Opening the same part again within this time is one entry. */
const SAME_VISIT_MINUTES = 60;

/** Notes which parts of the sealed content somebody of a provider opened: the company sees who and when. */
export async function noteOpenings(deps: Pick<CaseDeps, 'transact' | 'clock'>, opened: OpenedCase, events: readonly OpeningEvent[]): Promise<void> {
  if (opened.side !== 'provider' || events.length === 0) return;
  const at = deps.clock.now();
  const since = new Date(at.getTime() - SAME_VISIT_MINUTES * 60_000);
  const { actor, row } = opened;
  const who = { kind: 'user', userId: actor.userId } as const;
  await deps.transact(async (tx) => {
    if ((await tx.cases.lock(row.id, null)) === null) return;
    for (const event of events) {
      if (await tx.cases.hasEventSince(row.id, event, actor.userId, since)) continue;
      await noteCase(tx.cases, { caseId: row.id, event, actor: who, organisationId: actor.organisationId, at }, 'provider');
      await tx.audit.append({ event: 'case.read', actor: who, at, organisationId: actor.organisationId, object: { kind: 'case', id: row.id }, reason: event });
    }
  });
}

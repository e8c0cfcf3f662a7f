import type { Member } from '#app/domain/access/actor.ts';
import type { MeasureContent } from '#app/domain/measures/measure.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing } from '../ports.ts';
import { transactOrRefuse } from '../transact-or-refuse.ts';
import { planSubject, sealContent } from './open-measures.server.ts';
import type { OpenMeasure } from './open-measures.server.ts';
import type { MeasureDeps, MeasureRow } from './ports.ts';

export type ChangedMeasure = Pick<MeasureRow, 'state' | 'dueOn' | 'ownerUserId'> & { readonly content: MeasureContent; readonly seenRevision: number };

/**
 * Seals and stores a changed measure with its log entry. What stands there already is stored once: the same form posted twice
 * has one effect. `conflict_of_versions` when somebody has changed the measure since the page was made.
 */
export async function storeChange(deps: MeasureDeps, member: Member, keys: KeyRing, before: OpenMeasure, after: ChangedMeasure): Promise<Result<null>> {
  const { row, content } = before;
  if (saysTheSame(before, after)) return ok(null);
  if (row.revision !== after.seenRevision) return err('conflict_of_versions');
  const at = deps.clock.now();
  return transactOrRefuse(deps.transact, async (tx) => {
    const key = await tx.keyGrants.openForWriting(keys, planSubject(row.organisationId, row.planId));
    if (!key.ok) return key;
    const changed = await tx.measures.change({
      id: row.id,
      organisationId: row.organisationId,
      state: after.state,
      dueOn: after.dueOn,
      ownerUserId: after.ownerUserId,
      doneAt: after.state === 'done' ? (row.doneAt ?? at) : null,
      sealedContent: sealContent(key.value, row.id, { ...content, ...after.content }),
      seenRevision: after.seenRevision,
      updatedBy: member.userId,
      at,
    });
    if (!changed) return err('conflict_of_versions');
    await tx.audit.append({
      event: 'measure.changed',
      actor: { kind: 'user', userId: member.userId },
      at,
      organisationId: row.organisationId,
      object: { kind: 'measure', id: row.id },
      reason: after.state,
    });
    return ok(null);
  });
}

function saysTheSame({ row, content }: OpenMeasure, after: ChangedMeasure): boolean {
  return row.state === after.state && row.dueOn === after.dueOn && row.ownerUserId === after.ownerUserId && JSON.stringify(content) === JSON.stringify({ ...content, ...after.content });
}

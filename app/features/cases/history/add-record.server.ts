import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Random } from '../../ports.ts';
import { subjectOf } from '../case-rights.server.ts';
import type { OpenedCase } from '../case-rights.server.ts';
import type { CaseTx, RecordKind } from '../ports.ts';
import { recordPlace, sealJson } from '../sealed-json.ts';

/** A record before it is sealed. */
export type NewRecord = { readonly id: string; readonly kind: RecordKind; readonly content: unknown };

export function newRecord(random: Random, kind: RecordKind, content: unknown): NewRecord {
  return { id: random.id(), kind, content };
}

/**
 * Seals a record and stores it with its entry in the log; the case is locked already. Refused with `key_missing` before the
 * release. After an event of the same transaction: words that go with the end of an assignment are not for the one who leaves.
 */
export async function storeRecord(tx: Pick<CaseTx, 'cases' | 'audit' | 'keyGrants'>, keys: KeyRing, opened: OpenedCase, record: NewRecord, at: Date): Promise<Result<null>> {
  const { row, actor } = opened;
  const key = await tx.keyGrants.openForWriting(keys, subjectOf(row));
  if (!key.ok) return key;
  const { id, kind, content } = record;
  const sealedContent = sealJson(key.value, recordPlace(id), content);
  await tx.cases.addRecord(row.id, { id, kind, authorUserId: actor.userId, organisationId: actor.organisationId, keyVersion: key.value.version, sealedContent, at });
  await logRecord(tx, opened, kind, at);
  return ok(null);
}

export async function logRecord(tx: Pick<CaseTx, 'audit'>, { row, actor }: OpenedCase, kind: RecordKind, at: Date): Promise<void> {
  await tx.audit.append({
    event: 'case.record_added',
    actor: auditActorOf(actor),
    at,
    organisationId: actor.organisationId,
    object: { kind: 'case', id: row.id },
    reason: kind,
  });
}

export function auditActorOf(actor: Actor) {
  return actor.kind === 'member' ? ({ kind: 'user', userId: actor.userId } as const) : ({ kind: 'system' } as const);
}

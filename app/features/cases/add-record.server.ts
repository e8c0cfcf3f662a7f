import type { Actor } from '#app/domain/access/actor.ts';
import { ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { KeyRing, Random } from '../ports.ts';
import { caseKeys, subjectOf } from './case-rights.server.ts';
import type { OpenedCase } from './case-rights.server.ts';
import type { CaseTx, RecordKind } from './ports.ts';
import { recordPlace, sealJson } from './sealed-json.ts';

/** A sealed record, made before the transaction in which it is stored. */
export type PreparedRecord = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly authorUserId: string;
  readonly organisationId: string;
  readonly keyVersion: number;
  readonly sealedContent: Buffer;
};

/** Seals `content` under the newest key of the case. Refused with `key_missing` before the release. */
export async function prepareRecord(random: Random, keys: KeyRing, opened: OpenedCase, kind: RecordKind, content: unknown): Promise<Result<PreparedRecord>> {
  const key = await caseKeys(keys, subjectOf(opened.row))();
  if (!key.ok) return key;
  const id = random.id();
  return ok({
    id,
    kind,
    authorUserId: opened.actor.userId,
    organisationId: opened.actor.organisationId,
    keyVersion: key.value.version,
    sealedContent: sealJson(key.value, recordPlace(id), content),
  });
}

/** Stores it with its entry in the log; the case is locked already. */
export async function storeRecord(tx: Pick<CaseTx, 'cases' | 'audit'>, caseId: string, record: PreparedRecord, at: Date): Promise<void> {
  await tx.cases.addRecord(caseId, { ...record, at });
  await tx.audit.append({
    event: 'case.record_added',
    actor: { kind: 'user', userId: record.authorUserId },
    at,
    organisationId: record.organisationId,
    object: { kind: 'case', id: caseId },
    reason: record.kind,
  });
}

export function auditActorOf(actor: Actor) {
  return actor.kind === 'member' ? ({ kind: 'user', userId: actor.userId } as const) : ({ kind: 'system' } as const);
}

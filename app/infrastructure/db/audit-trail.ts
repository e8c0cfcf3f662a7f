import { CHAIN_START, chainHash, commitment } from '#app/domain/sealed-box/audit-chain.ts';
import { canonicalJson } from '#app/domain/sealed-box/canonical-json.ts';
import type { AuditEvent } from '#app/domain/audit/events.ts';
import type { AccountVault, AuditTrail, Random } from '#app/features/ports.ts';
import type { DatabaseTransaction } from './transact.ts';

type Parts = { readonly vault: AccountVault; readonly random: Random };

/** Appends to the chain inside the given transaction; SQLite's one writer keeps the order gapless. */
export function createAuditTrail(tx: DatabaseTransaction, { vault, random }: Parts): AuditTrail {
  return {
    async append(event) {
      const last = await tx.auditEntry.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, hash: true } });
      const sequence = (last?.sequence ?? 0) + 1;
      const previousHash = last?.hash ?? CHAIN_START.toString('hex');
      const salt = random.bytes(32);
      const detail = event.detail ? canonicalJson(event.detail) : null;
      const committed = detail === null ? null : commitment(salt, detail).toString('hex');
      const row = rowOf(event, sequence, committed);
      const hash = chainHash(Buffer.from(previousHash, 'hex'), chainedText(row)).toString('hex');
      await tx.auditEntry.create({ data: { ...row, previousHash, hash } });
      if (event.detail) {
        const box = vault.seal('AuditDetail', String(sequence), event.detail);
        await tx.auditDetail.create({ data: { sequence, salt: new Uint8Array(salt), box: new Uint8Array(box) } });
      }
    },
  };
}

type AuditRow = {
  readonly sequence: number;
  readonly at: Date;
  readonly event: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly organisationId: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly reason: string | null;
  readonly commitment: string | null;
};

/** What the hash covers, as canonical JSON; the verifier in bin/ builds the same text from an export. */
export function chainedText(row: AuditRow): string {
  return canonicalJson(chainedFields(row));
}

export function chainedFields(row: AuditRow) {
  return {
    sequence: row.sequence,
    at: row.at.toISOString(),
    event: row.event,
    actorKind: row.actorKind,
    actorId: row.actorId,
    organisationId: row.organisationId,
    objectKind: row.objectKind,
    objectId: row.objectId,
    reason: row.reason,
    commitment: row.commitment,
  };
}

function rowOf(event: AuditEvent, sequence: number, committed: string | null): AuditRow {
  return {
    sequence,
    at: event.at,
    event: event.event,
    actorKind: event.actor.kind,
    actorId: event.actor.kind === 'user' ? event.actor.userId : null,
    organisationId: event.organisationId ?? null,
    objectKind: event.object?.kind ?? null,
    objectId: event.object?.id ?? null,
    reason: event.reason ?? null,
    commitment: committed,
  };
}

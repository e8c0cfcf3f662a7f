import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOffice, relationToOrganisation } from '#app/domain/access/relations.ts';
import { auditEventNames } from '#app/domain/audit/events.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import type { AuditDeps, LogEntry, SignedCheckpoint } from './ports.ts';

const pageLength = 50;

export type LogQuery = { readonly event: string | null; readonly before: number | null };
export type LogPage = { readonly entries: readonly LogEntry[]; readonly total: number; readonly olderBefore: number | null; readonly checkpoint: SignedCheckpoint | null };

/** The log for auditor and administrator, newest first, without personal detail. */
export function readLog(deps: AuditDeps) {
  return async function (actor: Actor, query: LogQuery): Promise<Result<LogPage>> {
    const right = requireRight(actor, 'log.read', actor.kind === 'anonymous' ? 'office' : relationToOffice(actor), deps.clock.now());
    return right.ok ? ok(await pageOf(deps, query, null)) : right;
  };
}

/** The entries about the actor's own organisation. */
export function readOwnLog(deps: AuditDeps) {
  return async function (actor: Actor, query: LogQuery): Promise<Result<LogPage>> {
    if (actor.kind !== 'member') return err('not_signed_in');
    const right = requireRight(actor, 'organisation.read_log', relationToOrganisation(actor, actor.organisationId), deps.clock.now());
    return right.ok ? ok(await pageOf(deps, query, actor.organisationId)) : right;
  };
}

/** Recomputes the chain. The number of the first entry that does not follow from the one before; null: all do. */
export function verifyLog(deps: AuditDeps) {
  return async function (actor: Actor): Promise<Result<{ readonly brokenAt: number | null }>> {
    const right = requireRight(actor, 'log.verify', actor.kind === 'anonymous' ? 'office' : relationToOffice(actor), deps.clock.now());
    return right.ok ? ok({ brokenAt: await deps.audit.firstBreak() }) : right;
  };
}

async function pageOf(deps: AuditDeps, { event, before }: LogQuery, organisationId: string | null): Promise<LogPage> {
  const known = (auditEventNames as readonly string[]).includes(event ?? '') ? event : null;
  const found = { event: known, organisationId };
  const [entries, total, checkpoint] = await Promise.all([
    deps.audit.entries({ ...found, before, limit: pageLength + 1 }),
    deps.audit.count(found),
    deps.audit.newestCheckpoint(),
  ]);
  const shown = entries.slice(0, pageLength);
  return { entries: shown, total, olderBefore: entries.length > pageLength ? (shown.at(-1)?.sequence ?? null) : null, checkpoint };
}

import type { Actor } from '#app/domain/access/actor.ts';
import { requireRight } from '#app/domain/access/may.ts';
import { relationToOffice, relationToOrganisation } from '#app/domain/access/relations.ts';
import { addDays, atHour } from '#app/domain/deadlines/local-time.ts';
import { err, ok } from '#app/domain/result.ts';
import type { Result } from '#app/domain/result.ts';
import { eventsOf } from './form.ts';
import type { LogQuery } from './form.ts';
import type { AuditDeps, LogEntry, LogSelection, SignedCheckpoint } from './ports.ts';

const pageLength = 25;

export type LogPage = {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  /** Of the whole selection. */
  readonly total: number;
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  readonly checkpoint: SignedCheckpoint | null;
};

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

async function pageOf(deps: AuditDeps, query: LogQuery, organisationId: string | null): Promise<LogPage> {
  const selection: LogSelection = {
    events: eventsOf(query.kind),
    organisationId,
    from: query.from === null ? null : atHour(query.from, 0, deps.zone),
    until: query.until === null ? null : atHour(addDays(query.until, 1), 0, deps.zone),
  };
  const [found, total, checkpoint] = await Promise.all([
    // One more than is shown tells whether there is another page.
    deps.audit.entries(selection, query.place, pageLength + 1),
    deps.audit.count(selection),
    deps.audit.newestCheckpoint(),
  ]);
  const forwards = query.place?.side === 'newer';
  const entries = forwards ? found.slice(-pageLength) : found.slice(0, pageLength);
  const isMore = found.length > pageLength;
  return {
    entries,
    total,
    hasOlder: forwards || isMore,
    hasNewer: forwards ? isMore : query.place !== null,
    checkpoint,
  };
}

import { auditEventNames } from '#app/domain/audit/events.ts';
import { logParams } from './form.ts';
import type { LogErrors } from './form.ts';
import type { LogView } from './log-page.tsx';
import type { LogPage } from './read-log.server.ts';

/** What the page of the log shows: plain JSON, instants as ISO text, links that keep the selection. */
export function logView(found: LogPage, asked: URLSearchParams, errors: LogErrors, address: string): LogView {
  const typed = { kind: asked.get(logParams.kind) ?? '', from: asked.get(logParams.from) ?? '', until: asked.get(logParams.until) ?? '' };
  const selection = Object.entries(typed).flatMap(([field, value]) => (value === '' ? [] : [[logParams[field as keyof typeof typed], value]]));
  const link = (...more: [string, string][]): string => {
    const search = new URLSearchParams([...selection, ...more] as [string, string][]).toString();
    return search === '' ? address : `${address}?${search}`;
  };
  const [first, last] = [found.entries[0], found.entries.at(-1)];
  return {
    entries: found.entries.map(({ sequence, at, event, actorKind, actorId, objectKind, objectId, reason }) => ({
      sequence,
      at: at.toISOString(),
      event,
      known: auditEventNames.find((name) => name === event) ?? null,
      actorKind,
      actorId,
      objectKind,
      objectId,
      reason,
    })),
    total: found.total,
    typed,
    errors,
    clear: selection.length > 0 ? address : null,
    newest: found.hasNewer ? link() : null,
    newer: found.hasNewer && first ? link([logParams.newer, String(first.sequence)]) : null,
    older: found.hasOlder && last ? link([logParams.older, String(last.sequence)]) : null,
    checkpoint: found.checkpoint === null ? null : { size: found.checkpoint.size, at: found.checkpoint.at.toISOString(), note: found.checkpoint.note },
  };
}

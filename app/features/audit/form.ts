import { z } from 'zod';
import { auditEventNames, auditEventsByArea } from '#app/domain/audit/events.ts';
import type { AuditArea } from '#app/domain/audit/events.ts';
import type { LogPlace } from './ports.ts';

/** What is asked of the log. `kind` is one event or a whole area, days are `YYYY-MM-DD` and both count. */
export type LogQuery = {
  readonly kind: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly place: LogPlace | null;
};

/** Keys of `audit.errors`. */
export type LogErrorKey = 'kind' | 'date' | 'order';
export type LogErrors = Partial<Record<'kind' | 'from' | 'until', LogErrorKey>>;

/** Names in the address. */
export const logParams = { kind: 'art', from: 'von', until: 'bis', older: 'vor', newer: 'nach' } as const;

const everything: LogQuery = { kind: null, from: null, until: null, place: null };

const day = z.iso.date({ error: 'date' satisfies LogErrorKey });
const kind = z.string().refine((value) => eventsOf(value) !== null, { error: 'kind' satisfies LogErrorKey });
const sequence = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The events of an area, or the one event; null for neither. */
export function eventsOf(value: string | null): readonly string[] | null {
  if (value !== null && Object.hasOwn(auditEventsByArea, value)) return auditEventsByArea[value as AuditArea];
  return auditEventNames.find((name) => name === value) === undefined ? null : [value!];
}

/** The question in an address, with what is wrong in it. A field that is wrong asks for nothing; a bad place is the first page. */
export function readLogQuery(asked: URLSearchParams): { readonly query: LogQuery; readonly errors: LogErrors } {
  const errors: LogErrors = {};
  const read = (field: 'kind' | 'from' | 'until', schema: z.ZodType<string>): string | null => {
    const typed = (asked.get(logParams[field]) ?? '').trim();
    if (typed === '') return null;
    const parsed = schema.safeParse(typed);
    if (parsed.success) return parsed.data;
    errors[field] = parsed.error.issues[0]?.message as LogErrorKey;
    return null;
  };
  const found = { kind: read('kind', kind), from: read('from', day), until: read('until', day) };
  if (found.from !== null && found.until !== null && found.until < found.from) {
    errors.until = 'order';
    return { query: { ...everything, kind: found.kind }, errors };
  }
  return { query: { ...found, place: placeOf(asked) }, errors };
}

function placeOf(asked: URLSearchParams): LogPlace | null {
  const older = sequence.safeParse(asked.get(logParams.older));
  if (older.success) return { than: older.data, side: 'older' };
  const newer = sequence.safeParse(asked.get(logParams.newer));
  return newer.success ? { than: newer.data, side: 'newer' } : null;
}

import type { Clock } from '../ports.ts';

/** One entry of the log without personal detail; who acted is a random id, its name is looked up for the office only. */
export type LogEntry = {
  readonly sequence: number;
  readonly at: Date;
  readonly event: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly organisationId: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly reason: string | null;
  readonly hash: string;
};

export type SignedCheckpoint = { readonly size: number; readonly headHash: string; readonly at: Date; readonly note: string };

/** Which entries; null: all of that sort. `from` counts, `until` does not. */
export type LogSelection = {
  readonly events: readonly string[] | null;
  readonly organisationId: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** A place in the log by sequence number: the entries older or newer than it. */
export type LogPlace = { readonly than: number; readonly side: 'older' | 'newer' };

export type AuditReads = {
  /** Those nearest to the place, in any case newest first; without a place the newest of all. */
  entries(selection: LogSelection, place: LogPlace | null, limit: number): Promise<readonly LogEntry[]>;
  count(selection: LogSelection): Promise<number>;
  newestCheckpoint(): Promise<SignedCheckpoint | null>;
  /** Compares the stored hashes with what the entries say, oldest first. Null: sound; otherwise the first broken sequence number. */
  firstBreak(): Promise<number | null>;
};

/** `zone`: IANA name; the days of a period are days there. */
export type AuditDeps = { readonly clock: Clock; readonly audit: AuditReads; readonly zone: string };

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

export type AuditReads = {
  /** Newest first, before the sequence number where one is given. */
  entries(query: { readonly event: string | null; readonly organisationId: string | null; readonly before: number | null; readonly limit: number }): Promise<readonly LogEntry[]>;
  count(query: { readonly event: string | null; readonly organisationId: string | null }): Promise<number>;
  newestCheckpoint(): Promise<SignedCheckpoint | null>;
  /** Compares the stored hashes with what the entries say, oldest first. Null: sound; otherwise the first broken sequence number. */
  firstBreak(): Promise<number | null>;
};

export type AuditDeps = { readonly clock: Clock; readonly audit: AuditReads };

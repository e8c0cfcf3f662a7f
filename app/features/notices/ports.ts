import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { Clock, Locale } from '../ports.ts';

/** A mail that is due, with its lease taken. */
export type LeasedNotice = {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly data: Readonly<Record<string, string>>;
  readonly secretPath: string | null;
  readonly device: string | null;
  readonly messageId: string;
  /** How often sending was begun, this time included. */
  readonly attempts: number;
  /** An earlier attempt ended in a way that leaves open whether the mail went out. */
  readonly wasUncertain: boolean;
  /** Null when the account is gone. */
  readonly recipient: { readonly address: string; readonly locale: Locale; readonly name: string | null } | null;
};

/** The queue of mails; every method is one transaction. */
export type NoticeQueue = {
  /** Takes up to `count` due mails for this worker. A mail whose lease ran out twice goes to the dead letters instead. */
  lease(now: Date, owner: string, count: number): Promise<LeasedNotice[]>;
  markSent(id: string, owner: string, at: Date): Promise<void>;
  markDropped(id: string, owner: string, reason: string): Promise<void>;
  /** `uncertain`: the other side may have taken the mail; it is tried once more and never again. */
  markFailed(id: string, owner: string, failure: { nextAt: Date | null; code: string; uncertain: boolean }): Promise<void>;
  /** False when what the mail speaks of is over, for instance an offer that was taken by somebody else. */
  isStillTrue(kind: NoticeKind, data: Readonly<Record<string, string>>): Promise<boolean>;
};

export type MailMessage = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string; readonly locale: Locale; /** When it goes out; without it the mailer's own clock counts. */ readonly at?: Date };

export type MailOutcome =
  | { readonly sent: true }
  | { readonly sent: false; /** A code, never the server's text. */ readonly code: string; readonly permanent: boolean; readonly uncertain: boolean };

export type Mailer = { send(message: MailMessage): Promise<MailOutcome> };

export type NoticeDeps = {
  readonly queue: NoticeQueue;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly baseUrl: string;
  /** Names this process in the leases it takes. */
  readonly workerId: string;
  /** Where the demo's mails lie; null outside the demo. */
  readonly demoMail: DemoMailFolder | null;
};

/** A mail as the demo shows it. */
export type DemoMail = { readonly id: string; readonly to: string; readonly subject: string; readonly at: string; readonly text: string };

export type DemoMailFolder = { newest(count: number, skip: number): Promise<DemoMail[]> };

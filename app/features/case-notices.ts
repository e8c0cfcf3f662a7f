import { caseNoticePrefix } from '#app/domain/notices/notice.ts';
import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { Outbox } from './ports.ts';

/** A mail about a case: references, a path and a time, nothing of what the case is about. */
export type CaseNotice = {
  readonly kind: NoticeKind;
  readonly caseId: string;
  readonly reference: string | null;
  readonly path: string;
  /** Until when the receiver has to act. */
  readonly until?: Date | null;
  /** Tells the occasions of one kind apart: repeated with the same turn it is sent once. */
  readonly turn: string;
  /** The offer it speaks of; the mail is dropped when that has changed. */
  readonly offerId?: string;
};

/** Puts a mail about a case into the outbox, once for each person. */
export async function enqueueCaseNotice(outbox: Outbox, people: readonly string[], notice: CaseNotice): Promise<void> {
  const { kind, caseId, reference, path, until, turn, offerId } = notice;
  for (const userId of people) {
    await outbox.enqueue({
      kind,
      to: { userId },
      dedupeKey: `${caseNoticePrefix(caseId)}${turn}:${kind}:${userId}`,
      data: {
        caseId,
        path,
        ...(reference === null ? {} : { reference }),
        ...(until ? { until: until.toISOString() } : {}),
        ...(offerId === undefined ? {} : { offerId }),
      },
    });
  }
}

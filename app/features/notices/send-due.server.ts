import { composeMail } from './compose-mail.ts';
import type { LeasedNotice, NoticeDeps } from './ports.ts';

/** Minutes until the next attempt, by number of attempts made; after the last one the mail is a dead letter. */
const pausesMinutes = [1, 5, 15, 60, 240] as const;
const batchSize = 20;

/** Sends what is due and returns how many mails went out. Two processes may run it at once: leases keep them apart. */
export function sendDueNotices(deps: NoticeDeps) {
  return async function sendDue(): Promise<number> {
    let sent = 0;
    for (;;) {
      const batch = await deps.queue.lease(deps.clock.now(), deps.workerId, batchSize);
      for (const notice of batch) if (await sendOne(deps, notice)) sent += 1;
      if (batch.length < batchSize) return sent;
    }
  };
}

async function sendOne(deps: NoticeDeps, notice: LeasedNotice): Promise<boolean> {
  if (!notice.recipient) {
    await deps.queue.markDropped(notice.id, deps.workerId, 'no_recipient');
    return false;
  }
  if (!(await deps.queue.isStillTrue(notice.kind, notice.data))) {
    await deps.queue.markDropped(notice.id, deps.workerId, 'no_longer_true');
    return false;
  }
  const { subject, text } = composeMail(notice, notice.recipient, deps.baseUrl);
  const outcome = await deps.mailer.send({ to: notice.recipient.address, subject, text, messageId: notice.messageId, locale: notice.recipient.locale, at: deps.clock.now() });
  const now = deps.clock.now();
  if (outcome.sent) {
    await deps.queue.markSent(notice.id, deps.workerId, now);
    return true;
  }
  const pause = pausesMinutes[notice.attempts - 1];
  const givesUp = outcome.permanent || pause === undefined || (outcome.uncertain && notice.wasUncertain);
  await deps.queue.markFailed(notice.id, deps.workerId, {
    nextAt: givesUp ? null : new Date(now.getTime() + pause * 60_000),
    code: outcome.code,
    uncertain: outcome.uncertain,
  });
  return false;
}

import type { NoticeKind } from '#app/domain/notices/notice.ts';
import type { PersonProfile } from '#app/features/accounts/ports.ts';
import type { LeasedNotice, NoticeQueue } from '#app/features/notices/ports.ts';
import type { AccountVault, Locale } from '#app/features/ports.ts';
import type { Database } from './connect.ts';
import type { OutboxSecret } from './outbox.ts';
import { transactOn } from './transact.ts';

const leaseMs = 60_000;
const uncertain = 'uncertain';

/** Mails whose truth ends with the state of their offer. */
const openOfferStates: Partial<Record<NoticeKind, readonly string[]>> = {
  offer_received: ['planned', 'sent', 'delivered', 'seen'],
  offer_reserve: ['reserve'],
  offer_confirm_now: ['accepted'],
};

export function createNoticeQueue(db: Database, vault: AccountVault): NoticeQueue {
  return {
    async lease(now, owner, count) {
      const due = await db.outboxMessage.findMany({
        where: { OR: [{ state: 'pending', nextAt: { lte: now } }, { state: 'sending', leaseUntil: { lt: now } }] },
        orderBy: { nextAt: 'asc' },
        take: count,
      });
      const leased: LeasedNotice[] = [];
      for (const row of due) {
        const ranOut = row.state === 'sending';
        // A worker died between handing over and writing it down: once it may be sent again, twice it waits for a person.
        const dead = ranOut && row.lastError === uncertain;
        const { count: taken } = await db.outboxMessage.updateMany({
          where: { id: row.id, state: row.state, attempts: row.attempts },
          data: dead
            ? { state: 'dead', leaseOwner: null, leaseUntil: null }
            : { state: 'sending', leaseOwner: owner, leaseUntil: new Date(now.getTime() + leaseMs), attempts: row.attempts + 1, ...(ranOut ? { lastError: uncertain } : {}) },
        });
        if (taken === 1 && !dead) leased.push(await describe(row, ranOut));
      }
      return leased;
    },
    async markSent(id, owner, at) {
      await db.outboxMessage.updateMany({
        where: { id, leaseOwner: owner, state: 'sending' },
        data: { state: 'sent', sentAt: at, addressBox: null, leaseOwner: null, leaseUntil: null, lastError: null },
      });
    },
    async markDropped(id, owner, reason) {
      await db.outboxMessage.updateMany({
        where: { id, leaseOwner: owner, state: 'sending' },
        data: { state: 'dropped', addressBox: null, leaseOwner: null, leaseUntil: null, lastError: reason },
      });
    },
    async markFailed(id, owner, { nextAt, code, uncertain: isUncertain }) {
      await transactOn(db, (tx) =>
        tx.outboxMessage.updateMany({
          where: { id, leaseOwner: owner, state: 'sending' },
          data: { state: nextAt ? 'pending' : 'dead', ...(nextAt ? { nextAt } : {}), leaseOwner: null, leaseUntil: null, lastError: isUncertain ? uncertain : code },
        }),
      );
    },
    async isStillTrue(kind, data) {
      if (kind === 'assessment_reminder') {
        // no tenant: the mail itself is addressed to a member of the company of this run
        const run = await db.assessment.findFirst({ where: { id: data.assessmentId ?? '' }, select: { remindAt: true } });
        return run !== null && run.remindAt !== null;
      }
      const states = openOfferStates[kind];
      if (!states || !data.offerId) return true;
      // no tenant: the mail itself is addressed to the provider of this offer
      const offer = await db.offer.findFirst({ where: { id: data.offerId }, select: { state: true } });
      return offer !== null && states.includes(offer.state);
    },
  };

  async function describe(row: { id: string; notice: string; data: string; messageId: string; attempts: number; lastError: string | null; userId: string | null; addressBox: Uint8Array | null; locale: string }, ranOut: boolean): Promise<LeasedNotice> {
    const secret = row.addressBox ? vault.open<OutboxSecret>('OutboxMessage', row.id, row.addressBox) : {};
    return {
      id: row.id,
      kind: row.notice as NoticeKind,
      data: JSON.parse(row.data) as Record<string, string>,
      secretPath: secret.path ?? null,
      device: secret.device ?? null,
      messageId: row.messageId,
      attempts: row.attempts + 1,
      wasUncertain: ranOut || row.lastError === uncertain,
      recipient: row.userId ? await recipientOf(row.userId) : secret.address ? { address: secret.address, locale: row.locale as Locale, name: null } : null,
    };
  }

  async function recipientOf(userId: string): Promise<LeasedNotice['recipient']> {
    const user = await db.user.findFirst({ where: { id: userId, disabledAt: null }, select: { profileBox: true, locale: true } });
    if (!user) return null;
    const profile = vault.open<PersonProfile>('User', userId, user.profileBox);
    return { address: profile.email, locale: user.locale as Locale, name: profile.name };
  }
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { applyMigrations } from '#prisma/migrate.ts';
import type { Notice } from '#app/domain/notices/notice.ts';
import { noticeKinds } from '#app/domain/notices/notice.ts';
import type { PersonProfile } from '#app/features/accounts/ports.ts';
import { createNoticeServices } from '#app/features/notices/services.server.ts';
import { composeMail } from '#app/features/notices/compose-mail.ts';
import { connectDatabase } from '#app/infrastructure/db/connect.ts';
import { createNoticeQueue } from '#app/infrastructure/db/notice-queue.ts';
import { createOutbox } from '#app/infrastructure/db/outbox.ts';
import { transactOn } from '#app/infrastructure/db/transact.ts';
import { createAccountVault } from '#app/infrastructure/keys/account-vault.ts';
import { createRandom } from '#app/infrastructure/keys/random.ts';
import { createSmtpMailer } from '#app/infrastructure/mail/mailer.ts';
import { createMovedClock } from '#tests/support/moved-clock.ts';
import { catchMail } from '#tests/support/smtp-catcher.ts';

async function postOffice() {
  const folder = mkdtempSync(path.join(tmpdir(), 'geleucht-mail-'));
  const file = path.join(folder, 'geleucht.db');
  await applyMigrations(file);
  const db = connectDatabase({ file });
  const random = createRandom();
  const clock = createMovedClock('2026-11-23T09:00:00Z');
  const vault = createAccountVault({ accountData: Buffer.alloc(32, 1), lookup: Buffer.alloc(32, 2) }, random);
  const smtp = await catchMail();
  const queue = createNoticeQueue(db, vault);
  const mailers: { close(): void }[] = [];
  function worker(workerId: string) {
    const mailer = createSmtpMailer({ url: smtp.url, from: 'Geleucht <portal@example.org>' });
    mailers.push(mailer);
    return createNoticeServices({ queue, mailer, clock, baseUrl: 'https://portal.example.org', workerId, demoMail: null });
  }
  return {
    db,
    vault,
    clock,
    smtp,
    queue,
    worker,
    enqueue: (notice: Notice) =>
      transactOn(db, async (tx) => {
        await tx.setting.upsert({ where: { key: 'w' }, create: { key: 'w', value: '' }, update: { value: '' } });
        await createOutbox(tx, { vault, random, clock, mailHost: 'portal.example.org' }).enqueue(notice);
      }),
    async [Symbol.asyncDispose]() {
      for (const mailer of mailers) mailer.close();
      await smtp[Symbol.asyncDispose]();
      await db.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function invitation(overrides: Partial<Notice> = {}): Notice {
  return { kind: 'invitation', to: { address: 'neu@betrieb.example', locale: 'de' }, data: {}, secretPath: '/einladung/geheimesWort', dedupeKey: 'invitation:1', ...overrides };
}

test('a mail goes out once, with its link, and its one-time path is forgotten', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  await held.enqueue(invitation());
  expect(await held.worker('a').sendDue()).toBe(1);
  expect(held.smtp.mails).toHaveLength(1);
  expect(held.smtp.mails[0]?.text).toContain('https://portal.example.org/einladung/geheimesWort');
  const [row] = await held.db.outboxMessage.findMany();
  expect(row).toMatchObject({ state: 'sent', addressBox: null });
});

test('a mail to a person finds the address and the name of the account', async () => {
  await using held = await postOffice();
  const now = held.clock.now();
  const profile: PersonProfile = { name: 'Katrin Seidel', email: 'seidel@betrieb.example' };
  const profileBox = new Uint8Array(held.vault.seal('User', 'person', profile));
  await held.db.user.create({ data: { id: 'person', emailHash: 'x', profileBox, locale: 'en', state: 'active', createdAt: now } });
  await held.enqueue({ kind: 'case_message', to: { userId: 'person' }, data: { path: '/betrieb' }, dedupeKey: 'case_message:1' });
  expect(await held.worker('a').sendDue()).toBe(1);
  const [mail] = held.smtp.mails;
  expect([mail?.to ?? []].flat().map((to) => to.text)).toEqual(['seidel@betrieb.example']);
  expect(mail?.text).toContain('Hello Katrin Seidel');
  expect(mail?.text).toContain('/en/betrieb');
});

test('the stored row shows neither address nor one-time path', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  const [row] = await held.db.outboxMessage.findMany();
  const stored = JSON.stringify(row) + Buffer.from(row?.addressBox ?? []).toString('latin1');
  expect(stored).not.toContain('geheimesWort');
  expect(stored).not.toContain('neu@betrieb.example');
});

test('a refusal for now is tried again after a growing pause under the same Message-ID', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  const worker = held.worker('a');
  held.smtp.mood = 'refuses_for_now';
  expect(await worker.sendDue()).toBe(0);
  held.smtp.mood = 'takes';
  expect(await worker.sendDue()).toBe(0);
  held.clock.advance(1);
  expect(await worker.sendDue()).toBe(1);
  const [row] = await held.db.outboxMessage.findMany();
  expect(held.smtp.mails[0]?.messageId).toBe(row?.messageId);
});

test('a refusal for good is a dead letter', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  held.smtp.mood = 'refuses_for_good';
  await held.worker('a').sendDue();
  expect(await held.db.outboxMessage.findMany()).toMatchObject([{ state: 'dead', lastError: 'smtp_550' }]);
});

test('a connection cut after the mail was taken leads to one duplicate at most', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  held.smtp.mood = 'takes_and_cuts';
  const worker = held.worker('a');
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await worker.sendDue();
    held.clock.advance(300);
  }
  expect(held.smtp.mails.length).toBeLessThanOrEqual(2);
  expect(new Set(held.smtp.mails.map((mail) => mail.messageId)).size).toBe(1);
  expect(await held.db.outboxMessage.findMany()).toMatchObject([{ state: 'dead' }]);
});

test('a server that cannot be reached is tried again and again, and nothing counts as perhaps sent', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  const mailer = createSmtpMailer({ url: 'smtp://127.0.0.1:9', from: 'portal@example.org' });
  const outcome = await mailer.send({ to: 'neu@betrieb.example', subject: 'Betreff', text: 'Text', messageId: '<1@portal.example.org>', locale: 'de' });
  mailer.close();
  expect(outcome).toMatchObject({ sent: false, permanent: false, uncertain: false });
});

test('two workers at once send each mail once', async () => {
  await using held = await postOffice();
  for (let i = 0; i < 30; i += 1) await held.enqueue(invitation({ dedupeKey: `invitation:${i}` }));
  const sent = await Promise.all([held.worker('a').sendDue(), held.worker('b').sendDue()]);
  expect(sent[0] + sent[1]).toBe(30);
  expect(held.smtp.mails).toHaveLength(30);
});

test('a worker that died while sending is followed once, then the mail waits for a person', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation());
  expect(await held.queue.lease(held.clock.now(), 'dies', 5)).toHaveLength(1);
  held.clock.advance(2);
  expect(await held.queue.lease(held.clock.now(), 'dies again', 5)).toHaveLength(1);
  held.clock.advance(2);
  expect(await held.queue.lease(held.clock.now(), 'third', 5)).toHaveLength(0);
  expect(await held.db.outboxMessage.findMany()).toMatchObject([{ state: 'dead' }]);
});

test('a mail about an offer that somebody else has taken is not sent', async () => {
  await using held = await postOffice();
  await held.enqueue(invitation({ kind: 'offer_received', data: { offerId: 'gone' } }));
  expect(await held.worker('a').sendDue()).toBe(0);
  expect(await held.db.outboxMessage.findMany()).toMatchObject([{ state: 'dropped', lastError: 'no_longer_true' }]);
});

test.each(noticeKinds.flatMap((kind) => [['de', kind] as const, ['en', kind] as const]))('the %s mail %s names the deadline and the way, and stays short', (locale, kind) => {
  const { subject, text } = composeMail(
    { kind, data: { until: '2026-11-23T12:00:00Z', reference: 'GL-2026-0147', path: '/betrieb' }, secretPath: null },
    { locale, name: 'Katrin Seidel' },
    'https://portal.example.org',
  );
  expect(subject.length).toBeLessThan(70);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).toContain(locale === 'en' ? 'https://portal.example.org/en/betrieb' : 'https://portal.example.org/betrieb');
  expect(text).toContain('GL-2026-0147');
});

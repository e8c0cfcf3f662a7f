import { createNoticeServices } from '#app/features/notices/services.server.ts';
import type { NoticeServices } from '#app/features/notices/services.server.ts';
import { createNoticeQueue } from '#app/infrastructure/db/notice-queue.ts';
import { createDemoMailFolder } from '#app/infrastructure/mail/demo-mail-folder.ts';
import { createFileMailer, createSmtpMailer } from '#app/infrastructure/mail/mailer.ts';
import type { Base, Wired } from './base.ts';

const sendEveryMs = 2_000;

export function wireNotices(base: Base): Wired<NoticeServices> {
  const { mail } = base.config;
  const services = createNoticeServices({
    queue: createNoticeQueue(base.db, base.vault),
    mailer: mail.kind === 'smtp' ? createSmtpMailer(mail) : createFileMailer(mail),
    clock: base.clock,
    baseUrl: base.config.baseUrl,
    workerId: base.random.id(),
    demoMail: base.config.mode === 'demo' && mail.kind === 'files' ? createDemoMailFolder(mail.folder) : null,
  });
  return { services, jobs: [{ name: 'send-mail', everyMs: sendEveryMs, run: services.sendDue }] };
}

import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Mailer, MailMessage, MailOutcome } from '#app/features/notices/ports.ts';

const timeoutMs = 15_000;

/** Sends through an SMTP server; certificates are checked, timeouts are short, the worker repeats. */
export function createSmtpMailer(options: { url: string; from: string }): Mailer & { close(): void } {
  const transport = nodemailer.createTransport(options.url, { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs } as never);
  return {
    async send(message) {
      let handedOver = false;
      // The text is read only once the server has said yes to DATA: after that a broken connection proves nothing.
      const text = Readable.from(lines(message.text, () => (handedOver = true)));
      try {
        await transport.sendMail({ ...composed(message, options.from), text, textEncoding: 'quoted-printable' });
        return { sent: true };
      } catch (error) {
        return outcomeOf(error, handedOver);
      }
    },
    close: () => transport.close(),
  };
}

/** Writes each mail as a file that any mail program opens; for the demo. */
export function createFileMailer(options: { folder: string; from: string }): Mailer {
  const transport: Transporter = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(message) {
      await mkdir(options.folder, { recursive: true });
      const { message: bytes } = (await transport.sendMail(composed(message, options.from))) as { message: Buffer };
      const name = `${message.messageId.replace(/[^a-z0-9]/gi, '').slice(0, 40)}.eml`;
      const unfinished = path.join(options.folder, `.${name}`);
      await writeFile(unfinished, bytes);
      if (message.at) await utimes(unfinished, message.at, message.at);
      await rename(unfinished, path.join(options.folder, name));
      return { sent: true };
    },
  };
}

function composed(message: MailMessage, from: string): SendMailOptions {
  return {
    from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    messageId: message.messageId,
    ...(message.at ? { date: message.at } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.locale },
  };
}

function* lines(text: string, onRead: () => void): Generator<Buffer> {
  onRead();
  yield Buffer.from(text, 'utf8');
}

/** 5xx is final, everything else may pass. Without an answer after the text was handed over, the mail may have been taken. */
function outcomeOf(error: unknown, handedOver: boolean): MailOutcome {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const answered = typeof responseCode === 'number';
  return {
    sent: false,
    code: answered ? `smtp_${responseCode}` : (code ?? 'unknown').toLowerCase(),
    permanent: answered && responseCode >= 500,
    uncertain: !answered && handedOver,
  };
}

import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How the server behaves towards the next mails. */
export type SmtpMood = 'takes' | 'refuses_for_now' | 'refuses_for_good' | 'takes_and_cuts';

export type SmtpCatcher = {
  readonly url: string;
  readonly mails: ParsedMail[];
  mood: SmtpMood;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A real SMTP server on the loopback address that keeps what it takes. */
export async function catchMail(): Promise<SmtpCatcher> {
  const mails: ParsedMail[] = [];
  const catcher = { mood: 'takes' as SmtpMood };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      simpleParser(stream)
        .then((mail) => {
          if (catcher.mood === 'refuses_for_now') return callback(Object.assign(new Error('later'), { responseCode: 451 }));
          if (catcher.mood === 'refuses_for_good') return callback(Object.assign(new Error('never'), { responseCode: 550 }));
          mails.push(mail);
          if (catcher.mood === 'takes_and_cuts') {
            for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
            return undefined;
          }
          return callback();
        })
        .catch(callback);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    get mood() {
      return catcher.mood;
    },
    set mood(mood) {
      catcher.mood = mood;
    },
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

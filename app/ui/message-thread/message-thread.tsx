import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type ThreadMessage = {
  key: string;
  author: string;
  /** Organisation or role, read with the name. */
  from?: ReactNode;
  dateTime: string;
  time: ReactNode;
  own?: boolean;
  /** Why it was not sent, when it was not. */
  failed?: ReactNode;
  /** Plain text; line breaks are kept. */
  body: ReactNode;
};

/** Messages, newest first; the form stands beside it. */
export function MessageThread({ label, messages }: { label: string; messages: readonly ThreadMessage[] }) {
  return (
    <ol className="thread" aria-label={label}>
      {messages.map((message) => (
        <li key={message.key} className={classNames('msg', message.own && 'msg--own', message.failed && 'msg--failed')}>
          <span className="msg__who" aria-hidden="true">
            {initialsOf(message.author)}
          </span>
          <div>
            <p className="msg__head">
              <b>{message.author}</b>
              {message.from ? <>, {message.from}</> : null}, <time dateTime={message.dateTime}>{message.time}</time>
            </p>
            <p className="msg__body">{message.body}</p>
            {message.failed ? <p className="msg__failed">{message.failed}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** First letters of first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (!first) return '';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last].map((word) => (word ? ([...word][0] ?? '') : '')).join('').toLocaleUpperCase('de');
}

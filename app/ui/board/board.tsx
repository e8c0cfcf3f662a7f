import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon/icon.tsx';

/** Columns of work by state. */
export function Board({ children }: { children: ReactNode }) {
  return <div className="board">{children}</div>;
}

/** One column with its count; `empty` is said when nothing is in it. */
export function BoardColumn({ id, title, count, empty, children }: { id: string; title: ReactNode; count: number; empty?: ReactNode; children?: ReactNode }) {
  return (
    <section className="board__col" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span>{count}</span>
      </h2>
      {count === 0 ? empty ? <p className="muted t-2">{empty}</p> : null : <ul className="list">{children}</ul>}
    </section>
  );
}

export type BoardTicketProps = {
  code: ReactNode;
  severity?: ReactNode;
  title: ReactNode;
  href: string;
  /** Who and where, coarse. */
  place?: ReactNode;
  /** What happens now. */
  note?: ReactNode;
  /** How long it waits or has left, in words. */
  wait?: ReactNode;
  /** Past its time: red frame, triangle, and the words in `wait`. */
  late?: boolean;
  action?: ReactNode;
};

/** One piece of work on the board. */
export function BoardTicket({ code, severity, title, href, place, note, wait, late, action }: BoardTicketProps) {
  return (
    <li className={classNames('ticket', late && 'ticket--late')}>
      <div className="row row--apart row--tight">
        <span className="ticket__code">{code}</span>
        {severity}
      </div>
      <h3>
        <a href={href}>{title}</a>
      </h3>
      {place ? <p className="muted">{place}</p> : null}
      {note ? <p>{note}</p> : null}
      {wait || action ? (
        <div className="row row--apart row--tight">
          {wait ? (
            <span className={classNames('ticket__wait', late && 'ticket__wait--late')}>
              <Icon name={late ? 'warning' : 'clock'} />
              {wait}
            </span>
          ) : null}
          {action}
        </div>
      ) : null}
    </li>
  );
}

import type { ReactNode } from 'react';

/** Head of a page: where we are, the one heading, a line below it, tools at its end. */
export function PageHeader({ title, back, kicker, lead, tools }: { title: ReactNode; back?: { href: string; label: string }; /** Line above the title: code, state, severity. */ kicker?: ReactNode; lead?: ReactNode; tools?: ReactNode }) {
  const head = (
    <div className="stack stack--1">
      {back ? (
        <p className="t-2 no-print">
          <a className="back" href={back.href}>{back.label}</a>
        </p>
      ) : null}
      {kicker ? <div className="row row--tight t-2">{kicker}</div> : null}
      <h1>{title}</h1>
      {lead ? <p className="muted measure">{lead}</p> : null}
    </div>
  );
  if (!tools) return head;
  return (
    <div className="row row--apart row--base">
      {head}
      <div className="row row--tight no-print">{tools}</div>
    </div>
  );
}

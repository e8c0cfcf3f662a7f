import type { ReactNode } from 'react';

/** One part of a page that is read: its heading beside the text on wide screens, above it on phones. */
export function Chapter({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="chapter">
      <h2>{title}</h2>
      <div className="chapter__text stack stack--3">{children}</div>
    </section>
  );
}

/** Chapters with a rule above each. */
export function Chapters({ children }: { children: ReactNode }) {
  return <div className="chapters">{children}</div>;
}

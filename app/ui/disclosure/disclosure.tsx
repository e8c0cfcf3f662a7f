import type { ReactNode } from 'react';

/** More for those who want it; closed unless `open`. Several in a row share their rules. */
export function Disclosure({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      <div className="stack stack--3">{children}</div>
    </details>
  );
}

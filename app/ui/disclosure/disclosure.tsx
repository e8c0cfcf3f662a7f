import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** More for those who want it; closed unless `open`. Several in a row share their rules; `bare` has none, for the inside of rows and cards; `wide` holds more than reading text. */
export function Disclosure({ summary, open, bare, wide, children }: { summary: ReactNode; open?: boolean; bare?: boolean; wide?: boolean; children: ReactNode }) {
  return (
    <details className={classNames('more', bare && 'more--bare', wide && 'more--wide')} open={open}>
      <summary>{summary}</summary>
      <div className="stack stack--3">{children}</div>
    </details>
  );
}
